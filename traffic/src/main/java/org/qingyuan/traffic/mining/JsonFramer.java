package org.qingyuan.traffic.mining;

import java.util.Arrays;

/// Cuts one side's bytes into JSON objects: several in one segment, one over several segments, with or without line
/// feeds between them. Text that is no object ends at its line feed. After a gap, and where the stream was joined in
/// the middle, all is skipped to the next line feed, unless the next bytes begin with `{`.
///
/// Not thread-safe; holds at most `limit` bytes of an unfinished object.
final class JsonFramer {
    /// Takes what was cut. Arrays are only lent.
    interface Sink {
        /// A balanced object, from its `{` to its `}`; not checked any further.
        ///
        /// @return whether to go on
        boolean object(byte[] buffer, int offset, int length);

        /// A line that begins with something else, without its end; at most the first 64 bytes of it.
        boolean otherLine(byte[] buffer, int offset, int length);

        /// An object that was given up: over the limit, or cut by a gap; the bytes that were held are shown.
        void unfinished(byte[] buffer, int offset, int length, boolean oversized);
    }

    private static final byte[] NOTHING = {};
    private static final int OTHER_LINE_BYTES = 64;

    private final int limit;
    private byte[] held = NOTHING;
    private int heldLength;
    private int depth;
    private boolean inString;
    private boolean escaped;
    private boolean skipping;
    private boolean inOther;

    /// @param joined whether the stream begins in the middle, maybe within an object
    JsonFramer(int limit, boolean joined) {
        this.limit = limit;
        this.skipping = joined;
    }

    /// Bytes held for an unfinished object.
    int held() {
        return held.length;
    }

    /// Feeds the next bytes.
    ///
    /// @return `false` as soon as the sink says so
    boolean feed(byte[] buffer, int offset, int length, Sink sink) {
        int at = offset;
        int end = offset + length;
        if (skipping && heldLength == 0 && at < end && buffer[at] == '{') {
            skipping = false;
        }
        while (at < end) {
            if (skipping) {
                at = skipLine(buffer, at, end);
            } else if (depth > 0) {
                int stop = scan(buffer, at, end);
                if (!objectBytes(buffer, at, stop, sink)) {
                    return false;
                }
                at = stop;
            } else if (inOther || buffer[at] != '{') {
                int stop = otherBytes(buffer, at, end);
                if (!other(buffer, at, stop, sink)) {
                    return false;
                }
                at = stop;
            } else {
                depth = 0;
                int stop = scan(buffer, at, end);
                if (!objectBytes(buffer, at, stop, sink)) {
                    return false;
                }
                at = stop;
            }
        }
        return true;
    }

    /// Bytes are missing: what is unfinished is given up.
    void gap(Sink sink) {
        if (heldLength > 0 && depth > 0) {
            sink.unfinished(held, 0, heldLength, false);
        }
        reset();
        skipping = true;
    }

    private void reset() {
        heldLength = 0;
        depth = 0;
        inString = false;
        escaped = false;
        inOther = false;
        if (held.length > 4096) {
            held = NOTHING;
        }
    }

    private int skipLine(byte[] buffer, int from, int end) {
        for (int i = from; i < end; i++) {
            if (buffer[i] == '\n') {
                skipping = false;
                return i + 1;
            }
        }
        return end;
    }

    /// Runs through an object's bytes; stops behind its last brace or at the end.
    private int scan(byte[] buffer, int from, int end) {
        int at = from;
        while (at < end) {
            if (inString) {
                at = scanString(buffer, at, end);
                continue;
            }
            byte b = buffer[at++];
            if (b == '"') {
                inString = true;
            } else if (b == '{') {
                depth++;
            } else if (b == '}' && --depth == 0) {
                return at;
            }
        }
        return end;
    }

    /// Runs through a string's bytes; stops behind its quote or at the end.
    private int scanString(byte[] buffer, int from, int end) {
        int at = from;
        if (escaped && at < end) {
            escaped = false;
            at++;
        }
        while (at < end) {
            byte b = buffer[at++];
            if (b == '"') {
                inString = false;
                return at;
            }
            if (b == '\\') {
                escaped = at == end;
                at++;
            }
        }
        return end;
    }

    private boolean objectBytes(byte[] buffer, int from, int to, Sink sink) {
        if (depth == 0 && heldLength == 0) {
            return sink.object(buffer, from, to - from);
        }
        if (heldLength + (to - from) > limit) {
            sink.unfinished(held, 0, heldLength, true);
            boolean whole = depth == 0;
            reset();
            skipping = !whole;
            return true;
        }
        hold(buffer, from, to);
        if (depth > 0) {
            return true;
        }
        int length = heldLength;
        heldLength = 0;
        boolean go = sink.object(held, 0, length);
        reset();
        return go;
    }

    private int otherBytes(byte[] buffer, int from, int end) {
        for (int i = from; i < end; i++) {
            if (buffer[i] == '\n' || buffer[i] == '{' && !inOther) {
                return buffer[i] == '\n' ? i + 1 : i;
            }
            if (!JsonReader.isBlank(buffer[i]) && buffer[i] != 0) {
                inOther = true;
            }
        }
        return end;
    }

    private boolean other(byte[] buffer, int from, int to, Sink sink) {
        boolean whole = to > from && buffer[to - 1] == '\n';
        int kept = Math.min(to, from + Math.max(0, OTHER_LINE_BYTES - heldLength));
        if (inOther) {
            hold(buffer, from, kept);
        }
        if (!whole) {
            return true;
        }
        boolean was = inOther;
        int length = heldLength;
        inOther = false;
        heldLength = 0;
        return !was || sink.otherLine(held, 0, length);
    }

    private void hold(byte[] buffer, int from, int to) {
        int needed = heldLength + (to - from);
        if (needed > held.length) {
            held = Arrays.copyOf(held, Math.max(512, Integer.highestOneBit(needed) << 1));
        }
        System.arraycopy(buffer, from, held, heldLength, to - from);
        heldLength = needed;
    }
}
