package org.qingyuan.output;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Estimate;
import org.qingyuan.finding.Moment;

/// One JSON value being written as UTF-8. Escapes what JSON demands and what a terminal or a browser would obey
/// (see [OutsideText#isActive]); half a surrogate pair becomes U+FFFD. Cuts text from outside at 256 characters.
/// Reused line after line; for one thread.
final class JsonText {
    private static final byte[] HEX = "0123456789abcdef".getBytes(UTF_8);

    private byte[] bytes = new byte[4096];
    private int length;

    /// Forgets what was written.
    void clear() {
        length = 0;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, UTF_8);
    }

    /// A punctuation character of JSON, or the line feed.
    JsonText raw(char ascii) {
        reserve(1);
        bytes[length++] = (byte) ascii;
        return this;
    }

    /// A name and its value, after a comma unless it is the first of its object.
    JsonText member(String name, @Nullable Object value) {
        if (bytes[length - 1] != '{') {
            raw(',');
        }
        string(name).raw(':');
        return value(name, value);
    }

    /// A value of the kinds that `Finding` names.
    ///
    /// @param name the name under which it stands, for the length of its text
    /// @throws IllegalArgumentException when it is of another kind or not finite
    JsonText value(String name, @Nullable Object value) {
        // tests one by one: a switch over types costs every start of the program tens of milliseconds
        if (value instanceof String text) {
            return string(OutsideText.cut(name, text));
        }
        if (value == null || value instanceof Long || value instanceof Integer || value instanceof Boolean) {
            return ascii(String.valueOf(value));
        }
        if (value instanceof Double number) {
            return ascii(PlainNumber.exact(number));
        }
        if (value instanceof BigDecimal money) {
            return ascii(money.toPlainString());
        }
        if (value instanceof Map<?, ?> map) {
            return object(map);
        }
        if (value instanceof List<?> list) {
            return list(name, list);
        }
        if (value instanceof Moment moment) {
            return string(moment.text());
        }
        if (value instanceof Estimate estimate) {
            return estimate(estimate);
        }
        throw new IllegalArgumentException(name + " holds a " + value.getClass());
    }

    private JsonText estimate(Estimate estimate) {
        ascii("{\"low\":").ascii(PlainNumber.sixDigits(estimate.low()));
        ascii(",\"best\":").ascii(PlainNumber.sixDigits(estimate.best()));
        ascii(",\"high\":").ascii(PlainNumber.sixDigits(estimate.high()));
        return ascii(",\"unit\":").string(estimate.unit()).raw('}');
    }

    private JsonText list(String name, List<?> list) {
        raw('[');
        for (int i = 0; i < list.size(); i++) {
            if (i > 0) {
                raw(',');
            }
            value(name, list.get(i));
        }
        return raw(']');
    }

    private JsonText object(Map<?, ?> map) {
        raw('{');
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            member((String) entry.getKey(), entry.getValue());
        }
        return raw('}');
    }

    private JsonText ascii(String text) {
        byte[] encoded = text.getBytes(ISO_8859_1);
        reserve(encoded.length);
        System.arraycopy(encoded, 0, bytes, length, encoded.length);
        length += encoded.length;
        return this;
    }

    private JsonText string(String text) {
        if (isPlain(text)) {
            return raw('"').ascii(text).raw('"');
        }
        reserve(6 * text.length() + 2);
        bytes[length++] = '"';
        escaped(text);
        bytes[length++] = '"';
        return this;
    }

    /// Whether nothing in it has to be written otherwise, as in nearly all.
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c >= 0x7f || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    private void escaped(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x20 && c < 0x7f && c != '"' && c != '\\') {
                bytes[length++] = (byte) c;
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                utf8(Character.toCodePoint(c, text.charAt(++i)));
            } else {
                special(c);
            }
        }
    }

    private void special(char c) {
        switch (c) {
            case '"', '\\' -> escape(c);
            case '\n' -> escape('n');
            case '\r' -> escape('r');
            case '\t' -> escape('t');
            default -> {
                if (OutsideText.isActive(c)) {
                    escape('u');
                    for (int shift = 12; shift >= 0; shift -= 4) {
                        bytes[length++] = HEX[c >> shift & 15];
                    }
                } else {
                    utf8(Character.isSurrogate(c) ? 0xfffd : c);
                }
            }
        }
    }

    private void escape(char letter) {
        bytes[length++] = '\\';
        bytes[length++] = (byte) letter;
    }

    private void utf8(int c) {
        if (c < 0x800) {
            bytes[length++] = (byte) (0xc0 | c >> 6);
        } else if (c < 0x1_0000) {
            bytes[length++] = (byte) (0xe0 | c >> 12);
            bytes[length++] = (byte) (0x80 | c >> 6 & 0x3f);
        } else {
            bytes[length++] = (byte) (0xf0 | c >> 18);
            bytes[length++] = (byte) (0x80 | c >> 12 & 0x3f);
            bytes[length++] = (byte) (0x80 | c >> 6 & 0x3f);
        }
        bytes[length++] = (byte) (0x80 | c & 0x3f);
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.addExact(length, more)));
        }
    }
}
