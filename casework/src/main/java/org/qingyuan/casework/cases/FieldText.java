package org.qingyuan.casework.cases;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.LinkedHashMap;
import java.util.Map;

/// Named texts as bytes, always the same for the same: UTF-8, a line `name=value` for each in the order given, with
/// `\\`, `\n` and `\r` in place of a backslash, a line feed and a carriage return. Names are ours and hold none of
/// these and no `=`. Half a character of a surrogate pair is no text and is refused, never changed into another.
public final class FieldText {
    private FieldText() {}

    /// @throws IllegalArgumentException when a name or a value cannot be written so that it is read the same
    public static byte[] write(Map<String, String> fields) {
        StringBuilder text = new StringBuilder();
        fields.forEach((name, value) -> {
            if (name.isEmpty() || name.chars().anyMatch(c -> c == '=' || c == '\n' || c == '\r')) {
                throw new IllegalArgumentException(name);
            }
            text.append(name).append('=');
            escape(value, text);
            text.append('\n');
        });
        return encoded(text);
    }

    private static byte[] encoded(CharSequence text) {
        try {
            ByteBuffer bytes = UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            return copy;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("half a character", e);
        }
    }

    /// Reads what [#write] wrote.
    ///
    /// @throws IllegalArgumentException when it did not write this
    public static Map<String, String> read(byte[] bytes) {
        Map<String, String> fields = new LinkedHashMap<>();
        String text = decoded(bytes);
        if (text.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("carriage return");
        }
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            int equals = text.indexOf('=', from);
            if (end < 0 || equals <= from || equals > end) {
                throw new IllegalArgumentException("field at " + from);
            }
            if (fields.put(text.substring(from, equals), plain(text, equals + 1, end)) != null) {
                throw new IllegalArgumentException("field twice at " + from);
            }
            from = end + 1;
        }
        return fields;
    }

    private static String decoded(byte[] bytes) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("not UTF-8", e);
        }
    }

    private static void escape(String value, StringBuilder text) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }

    private static String plain(String text, int from, int end) {
        StringBuilder value = new StringBuilder(end - from);
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                value.append(c);
            } else if (++i == end) {
                throw new IllegalArgumentException("cut escape");
            } else {
                value.append(unescaped(text.charAt(i)));
            }
        }
        return value.toString();
    }

    private static char unescaped(char c) {
        return switch (c) {
            case '\\' -> '\\';
            case 'n' -> '\n';
            case 'r' -> '\r';
            default -> throw new IllegalArgumentException("escape " + c);
        };
    }
}
