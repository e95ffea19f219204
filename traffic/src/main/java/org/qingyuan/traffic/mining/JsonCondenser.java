package org.qingyuan.traffic.mining;

import java.util.Arrays;

/// Copies the first JSON object of a body into a bounded buffer and leaves out what no dialect reads: the tail of long
/// strings and the later elements of long arrays. A block template of several megabytes becomes some kilobytes that
/// are still one JSON object.
///
/// Not thread-safe; holds at most [#MAX_HELD] bytes.
final class JsonCondenser {
    static final int MAX_STRING = 1024;
    static final int MAX_ELEMENTS = 16;
    static final int MAX_HELD = 65_536;

    private static final byte[] NOTHING = {};

    private byte[] held = NOTHING;
    private int length;
    private int depth;
    private final byte[] kind = new byte[JsonTape.MAX_DEPTH + 1];
    private final int[] elements = new int[JsonTape.MAX_DEPTH + 1];
    private int elidingDepth;
    private boolean inString;
    private boolean escaped;
    private int stringLength;
    private boolean done;
    private boolean failed;

    /// Forgets everything; the next byte begins a new body.
    void reset() {
        length = 0;
        depth = 0;
        elidingDepth = 0;
        inString = false;
        escaped = false;
        done = false;
        failed = false;
        if (held.length > 8192) {
            held = NOTHING;
        }
    }

    /// Whether a whole object lies in [#bytes].
    boolean done() {
        return done;
    }

    /// Whether this body can give no object any more: it is none, nested too deep, or too large.
    boolean failed() {
        return failed;
    }

    byte[] bytes() {
        return held;
    }

    int length() {
        return length;
    }

    /// Bytes of memory held.
    int held() {
        return held.length;
    }

    void feed(byte[] buffer, int offset, int count) {
        int end = offset + count;
        int at = offset;
        while (at < end && !done && !failed) {
            if (inString && !escaped) {
                at = plainText(buffer, at, end);
                if (at == end) {
                    return;
                }
            }
            if (inString) {
                stringByte(buffer[at++]);
            } else {
                structure(buffer[at++]);
            }
        }
    }

    /// Takes the bytes of a string up to its next quote or backslash, in one copy.
    private int plainText(byte[] buffer, int from, int end) {
        int stop = from;
        while (stop < end && buffer[stop] != '"' && buffer[stop] != '\\') {
            stop++;
        }
        int kept = Math.max(0, Math.min(stop - from, MAX_STRING - stringLength));
        stringLength += stop - from;
        if (kept > 0 && elidingDepth == 0) {
            put(buffer, from, kept);
        }
        return stop;
    }

    private void put(byte[] buffer, int from, int count) {
        if (count > MAX_HELD - length) {
            failed = true;
            return;
        }
        makeRoom(length + count);
        System.arraycopy(buffer, from, held, length, count);
        length += count;
    }

    private void makeRoom(int needed) {
        if (needed > held.length) {
            held = Arrays.copyOf(held, Math.max(512, Math.min(MAX_HELD, needed * 2)));
        }
    }

    private void stringByte(byte b) {
        boolean keep = stringLength < MAX_STRING || escaped && stringLength <= MAX_STRING;
        if (escaped) {
            escaped = false;
        } else if (b == '\\') {
            escaped = true;
            keep = stringLength < MAX_STRING - 5;
            stringLength = keep ? stringLength : MAX_STRING + 1;
        } else if (b == '"') {
            inString = false;
            keep = true;
        }
        stringLength++;
        if (keep) {
            put(b);
        }
    }

    private void structure(byte b) {
        if (depth == 0 && b != '{') {
            failed = !JsonReader.isBlank(b);
            return;
        }
        switch (b) {
            case '{', '[' -> open(b);
            case '}', ']' -> close(b);
            case ',' -> comma();
            case '"' -> {
                put(b);
                inString = true;
                stringLength = 0;
            }
            default -> put(b);
        }
    }

    private void open(byte b) {
        put(b);
        if (depth == JsonTape.MAX_DEPTH) {
            failed = true;
            return;
        }
        depth++;
        kind[depth] = b;
        elements[depth] = 1;
    }

    private void close(byte b) {
        if (elidingDepth == depth) {
            elidingDepth = 0;
        }
        put(b);
        depth--;
        done = depth == 0 && !failed;
    }

    private void comma() {
        if (kind[depth] == '[' && elidingDepth == 0 && ++elements[depth] > MAX_ELEMENTS) {
            elidingDepth = depth;
        }
        put((byte) ',');
    }

    private void put(byte b) {
        if (elidingDepth != 0) {
            return;
        }
        if (length == MAX_HELD) {
            failed = true;
            return;
        }
        makeRoom(length + 1);
        held[length++] = b;
    }
}
