package org.qingyuan.traffic.mining;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Reads one JSON value (RFC 8259) out of a byte array without copying it: a tape of tokens in document order, each
/// with its bounds and the index of the token behind its subtree. One tape is reused for every message.
///
/// Bounded: at most [#MAX_TOKENS] tokens and [#MAX_DEPTH] levels; beyond that, as for anything that is not JSON,
/// [#parse] says no. Bytes within strings are not checked to be UTF-8; what is not is replaced when read as text.
final class JsonTape {
    static final int MAX_TOKENS = 4096;
    static final int MAX_DEPTH = 16;

    static final byte OBJECT = 1;
    static final byte ARRAY = 2;
    static final byte STRING = 3;
    static final byte NUMBER = 4;
    static final byte TRUE = 5;
    static final byte FALSE = 6;
    static final byte NULL = 7;

    /// The most characters that [#text] returns.
    static final int MAX_TEXT = 256;

    private byte[] bytes = {};
    private final JsonReader reader = new JsonReader(this);
    private int count;
    private byte[] type = new byte[64];
    private int[] from = new int[64];
    private int[] to = new int[64];
    private int[] next = new int[64];

    /// Whether the range holds one JSON value, with white space around it at most.
    boolean parse(byte[] buffer, int offset, int length) {
        bytes = buffer;
        count = 0;
        if (!reader.read(buffer, offset, length)) {
            count = 0;
            return false;
        }
        return true;
    }

    /// Kind of a token; 0 for -1, so that look-ups can be chained.
    byte type(int token) {
        return token < 0 ? 0 : type[token];
    }

    /// The value of an object's first member of that name, -1 when there is none or the token is no object.
    int member(int token, String name) {
        if (type(token) != OBJECT) {
            return -1;
        }
        for (int key = token + 1; key < next[token]; key = next[key + 1]) {
            if (is(key, name)) {
                return key + 1;
            }
        }
        return -1;
    }

    /// The element of an array, -1 when there is none or the token is no array.
    int element(int token, int index) {
        if (type(token) != ARRAY) {
            return -1;
        }
        int child = token + 1;
        for (int i = 0; i < index && child < next[token]; i++) {
            child = next[child];
        }
        return child < next[token] ? child : -1;
    }

    /// Number of elements of an array or members of an object, -1 for other tokens.
    int size(int token) {
        if (type(token) != ARRAY && type(token) != OBJECT) {
            return -1;
        }
        int size = 0;
        for (int child = token + 1; child < next[token]; child = next[child]) {
            size++;
        }
        return type[token] == OBJECT ? size / 2 : size;
    }

    /// Whether the token is a string with exactly this text.
    boolean is(int token, String text) {
        if (type(token) != STRING) {
            return false;
        }
        int length = to[token] - from[token];
        if (length == text.length()) {
            for (int i = 0; i < length; i++) {
                if (bytes[from[token] + i] != text.charAt(i)) {
                    return false;
                }
            }
            return true;
        }
        return length > text.length() && escaped(token) && text.equals(text(token));
    }

    boolean isString(int token) {
        return type(token) == STRING;
    }

    /// Bytes of a string between its quotes, as written.
    int length(int token) {
        return token < 0 ? 0 : to[token] - from[token];
    }

    /// One byte of a string or number as written.
    byte byteAt(int token, int index) {
        return bytes[from[token] + index];
    }

    /// A string's text or a number as written, at most [#MAX_TEXT] characters; `null` for other tokens.
    @Nullable
    String text(int token) {
        byte kind = type(token);
        if (kind != STRING && kind != NUMBER) {
            return null;
        }
        int length = Math.min(to[token] - from[token], MAX_TEXT * 6);
        String raw = new String(bytes, from[token], length, UTF_8);
        String text = raw.indexOf('\\') < 0 ? raw : unescape(raw);
        return text.length() <= MAX_TEXT ? text : cut(text);
    }

    /// A number, or a string that holds a decimal number; `NaN` for all else.
    double number(int token) {
        byte kind = type(token);
        if (kind != NUMBER && kind != STRING || to[token] == from[token] || to[token] - from[token] > 40) {
            return Double.NaN;
        }
        for (int i = from[token]; i < to[token]; i++) {
            byte b = bytes[i];
            if ((b < '0' || b > '9') && b != '.' && b != '-' && b != '+' && b != 'e' && b != 'E') {
                return Double.NaN;
            }
        }
        try {
            return Double.parseDouble(new String(bytes, from[token], to[token] - from[token], UTF_8));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /// Whether the token is a string of that many hexadecimal digits; `digits` < 0 takes any even number above 0.
    /// A leading `0x` is not counted.
    boolean isHex(int token, int digits) {
        if (type(token) != STRING) {
            return false;
        }
        int start = hexStart(token);
        int length = to[token] - start;
        if (digits < 0 ? length == 0 || (length & 1) != 0 : length != digits) {
            return false;
        }
        for (int i = start; i < to[token]; i++) {
            if (JsonReader.hex(bytes[i]) < 0) {
                return false;
            }
        }
        return true;
    }

    /// The hexadecimal digit at an index behind a leading `0x`.
    int hexDigit(int token, int index) {
        return JsonReader.hex(bytes[hexStart(token) + index]);
    }

    /// How many characters follow a leading `0x`, or the string's length; 0 for -1.
    int hexLength(int token) {
        return token < 0 ? 0 : to[token] - hexStart(token);
    }

    /// A 64-bit mark of a string, number or literal, the same for `4` and `"4"`: ids are echoed in either form.
    long mark(int token) {
        if (token < 0 || type[token] == NULL) {
            return 0;
        }
        long hash = 0xcbf29ce484222325L;
        for (int i = from[token]; i < to[token]; i++) {
            hash = (hash ^ bytes[i]) * 0x100000001b3L;
        }
        return hash == 0 ? 1 : hash;
    }

    /// The same over some hexadecimal digits of a string, upper and lower case alike; 0 when it has not so many.
    long markHex(int token, int index, int digits) {
        if (type(token) != STRING || hexLength(token) < index + digits) {
            return 0;
        }
        long hash = 0xcbf29ce484222325L;
        for (int i = index; i < index + digits; i++) {
            hash = (hash ^ hexDigit(token, i)) * 0x100000001b3L;
        }
        return hash == 0 ? 1 : hash;
    }

    /// The same over whole bytes in reverse order.
    long markHexReversed(int token, int index, int digits) {
        if (type(token) != STRING || hexLength(token) < index + digits) {
            return 0;
        }
        long hash = 0xcbf29ce484222325L;
        for (int i = index + digits - 2; i >= index; i -= 2) {
            hash = (hash ^ hexDigit(token, i)) * 0x100000001b3L;
            hash = (hash ^ hexDigit(token, i + 1)) * 0x100000001b3L;
        }
        return hash == 0 ? 1 : hash;
    }

    /// Eight hexadecimal digits from an index as a 32-bit number.
    int int32(int token, int index) {
        int value = 0;
        for (int i = index; i < index + 8; i++) {
            value = value << 4 | hexDigit(token, i);
        }
        return value;
    }

    private int hexStart(int token) {
        int start = from[token];
        boolean prefix = to[token] - start >= 2 && bytes[start] == '0' && (bytes[start + 1] | 0x20) == 'x';
        return prefix ? start + 2 : start;
    }

    private boolean escaped(int token) {
        for (int i = from[token]; i < to[token]; i++) {
            if (bytes[i] == '\\') {
                return true;
            }
        }
        return false;
    }

    private static String cut(String text) {
        int length = Character.isHighSurrogate(text.charAt(MAX_TEXT - 1)) ? MAX_TEXT - 1 : MAX_TEXT;
        return text.substring(0, length);
    }

    private static String unescape(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '\\' || i + 1 == raw.length()) {
                text.append(c);
                continue;
            }
            char escape = raw.charAt(++i);
            if (escape == 'u' && i + 4 < raw.length()) {
                text.append((char) Integer.parseInt(raw, i + 1, i + 5, 16));
                i += 4;
            } else {
                text.append(simpleEscape(escape));
            }
        }
        return text.toString();
    }

    private static char simpleEscape(char escape) {
        return switch (escape) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> escape;
        };
    }

    /// Adds a token that begins here; -1 when there are too many.
    int open(byte kind, int start) {
        if (count == MAX_TOKENS) {
            return -1;
        }
        if (count == type.length) {
            int size = Math.min(count * 2, MAX_TOKENS);
            type = Arrays.copyOf(type, size);
            from = Arrays.copyOf(from, size);
            to = Arrays.copyOf(to, size);
            next = Arrays.copyOf(next, size);
        }
        type[count] = kind;
        from[count] = start;
        return count++;
    }

    /// Ends a token; what was opened since is within it.
    void close(int token, int stop) {
        to[token] = stop;
        next[token] = count;
    }
}
