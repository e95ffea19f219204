package org.qingyuan.traffic.mining;

/// Reads one JSON value (RFC 8259) and writes its tokens on a [JsonTape]. Without recursion: what is open lies in a
/// small stack. Not thread-safe.
final class JsonReader {
    /// The value of each ASCII character as a hexadecimal digit, -1 for what is none.
    private static final byte[] HEX = hexDigits();

    private final JsonTape tape;
    private final int[] open = new int[JsonTape.MAX_DEPTH + 1];
    private int depth;
    private byte[] bytes = {};
    private int at;
    private int end;

    JsonReader(JsonTape tape) {
        this.tape = tape;
    }

    private static byte[] hexDigits() {
        byte[] digits = new byte[128];
        for (int c = 0; c < digits.length; c++) {
            digits[c] = (byte) Character.digit(c, 16);
        }
        return digits;
    }

    /// The value of a hexadecimal digit, -1 when it is none.
    static int hex(byte digit) {
        return digit < 0 ? -1 : HEX[digit];
    }

    static boolean isBlank(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    /// Whether the range holds one JSON value, with white space around it at most.
    boolean read(byte[] buffer, int offset, int length) {
        bytes = buffer;
        at = offset;
        end = offset + length;
        depth = 0;
        if (!tree()) {
            return false;
        }
        blanks();
        return at == end;
    }

    /// Reads a value with all that it holds.
    private boolean tree() {
        boolean more;
        do {
            int before = depth;
            if (!value()) {
                return false;
            }
            more = depth > before ? first() : next();
        } while (more);
        return depth == 0;
    }

    private boolean fail() {
        depth = -1;
        return false;
    }

    /// Reads a scalar, or the bracket that opens an object or array.
    private boolean value() {
        blanks();
        if (at == end || depth > JsonTape.MAX_DEPTH) {
            return false;
        }
        byte first = bytes[at];
        if (first == '{' || first == '[') {
            return open(first == '{' ? JsonTape.OBJECT : JsonTape.ARRAY);
        }
        if (first == '"') {
            return string();
        }
        if (first == '-' || first >= '0' && first <= '9') {
            return number();
        }
        return literal("true", JsonTape.TRUE) || literal("false", JsonTape.FALSE) || literal("null", JsonTape.NULL);
    }

    private boolean open(byte kind) {
        int token = tape.open(kind, at++);
        if (token < 0) {
            return false;
        }
        open[depth++] = token;
        return true;
    }

    /// Behind an opening bracket: whether a value follows.
    private boolean first() {
        blanks();
        if (at < end && bytes[at] == closing()) {
            at++;
            close();
            return next();
        }
        return !inObject() || key() || fail();
    }

    /// Behind a value: closes what ends here; whether another value follows.
    private boolean next() {
        while (depth > 0) {
            blanks();
            if (at == end) {
                return fail();
            }
            byte separator = bytes[at++];
            if (separator == ',') {
                return !inObject() || key() || fail();
            }
            if (separator != closing()) {
                return fail();
            }
            close();
        }
        return false;
    }

    private boolean inObject() {
        return tape.type(open[depth - 1]) == JsonTape.OBJECT;
    }

    private byte closing() {
        return (byte) (inObject() ? '}' : ']');
    }

    private void close() {
        tape.close(open[--depth], at);
    }

    private boolean key() {
        blanks();
        if (at == end || bytes[at] != '"' || !string()) {
            return false;
        }
        blanks();
        return at < end && bytes[at++] == ':';
    }

    private boolean string() {
        int token = tape.open(JsonTape.STRING, at + 1);
        if (token < 0) {
            return false;
        }
        byte[] text = bytes;
        int stop = end;
        for (int i = at + 1; i < stop; i++) {
            byte b = text[i];
            if (b == '"') {
                tape.close(token, i);
                at = i + 1;
                return true;
            }
            if (b == '\\') {
                i = escape(i + 1);
                if (i < 0) {
                    return false;
                }
            } else if (b >= 0 && b < ' ') {
                return false;
            }
        }
        return false;
    }

    /// The index of the last character of an escape that begins behind its backslash, -1 when it is none.
    private int escape(int from) {
        if (from >= end) {
            return -1;
        }
        if (bytes[from] != 'u') {
            return "\"\\/bfnrt".indexOf(bytes[from]) >= 0 ? from : -1;
        }
        for (int i = from + 1; i <= from + 4; i++) {
            if (i >= end || hex(bytes[i]) < 0) {
                return -1;
            }
        }
        return from + 4;
    }

    private boolean number() {
        int token = tape.open(JsonTape.NUMBER, at);
        if (token < 0) {
            return false;
        }
        while (at < end && isNumberByte(bytes[at])) {
            at++;
        }
        tape.close(token, at);
        return true;
    }

    private static boolean isNumberByte(byte b) {
        return b >= '0' && b <= '9' || b == '-' || b == '+' || b == '.' || b == 'e' || b == 'E';
    }

    private boolean literal(String word, byte kind) {
        if (end - at < word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (bytes[at + i] != word.charAt(i)) {
                return false;
            }
        }
        int token = tape.open(kind, at);
        if (token < 0) {
            return false;
        }
        at += word.length();
        tape.close(token, at);
        return true;
    }

    private void blanks() {
        while (at < end && isBlank(bytes[at])) {
            at++;
        }
    }
}
