package org.qingyuan.output;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/// Lines of findings in memory, which are given by their keys: a hash of the key and where the line begins make one
/// number each, and the numbers are sorted. Lines of one key keep their order.
final class KeyedSlice {
    /// Where it is full; a single line may be longer.
    static final int FULL_BYTES = 32 << 20;

    private static final int PLACE_BITS = 27;
    private static final byte[] BEFORE_ID = "{\"record\":\"finding\",\"schema\":1,\"id\":\"".getBytes(US_ASCII);
    private static final byte[] BEFORE_KEY = "\",\"key\":\"".getBytes(US_ASCII);
    private static final int ID_DIGITS = 32;
    private static final int KEY_AT = BEFORE_ID.length + ID_DIGITS + BEFORE_KEY.length;

    private final int fullBytes;
    private byte[] bytes = new byte[1 << 16];
    private int length;
    private long[] places = new long[1 << 10];
    private int lines;

    KeyedSlice(int fullBytes) {
        this.fullBytes = fullBytes;
    }

    /// Takes a line.
    @FunctionalInterface
    interface Taker {
        void take(byte[] bytes, int from, int length);
    }

    /// A hash of the key of a line as [ResultJson] writes it, as its bytes are; -1 where it is not written so.
    static int hash(byte[] line, int length) {
        if (!has(line, length, 0, BEFORE_ID) || !has(line, length, KEY_AT - BEFORE_KEY.length, BEFORE_KEY)) {
            return -1;
        }
        int hash = 0x811c9dc5;
        for (int i = KEY_AT; i < length && line[i] != '"'; i++) {
            if (line[i] == '\\') {
                hash = (hash ^ line[i++]) * 0x01000193;
            }
            hash = (hash ^ line[Math.min(i, length - 1)]) * 0x01000193;
        }
        return (hash ^ hash >>> 15) & Integer.MAX_VALUE;
    }

    private static boolean has(byte[] line, int length, int at, byte[] part) {
        return length >= at + part.length && Arrays.equals(line, at, at + part.length, part, 0, part.length);
    }

    boolean fits(int further) {
        return lines == 0 || length + further <= fullBytes;
    }

    void add(byte[] line, int lineLength, int hash) {
        if (length + lineLength + 1 > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + lineLength + 1));
        }
        if (lines == places.length) {
            places = Arrays.copyOf(places, 2 * lines);
        }
        places[lines++] = (long) hash << PLACE_BITS | length;
        System.arraycopy(line, 0, bytes, length, lineLength);
        length += lineLength;
        bytes[length++] = '\n';
    }

    /// Gives all lines and is empty then.
    void give(Taker taker) {
        Arrays.sort(places, 0, lines);
        for (int i = 0; i < lines; i++) {
            int from = (int) (places[i] & (1L << PLACE_BITS) - 1);
            int end = from;
            while (bytes[end] != '\n') {
                end++;
            }
            taker.take(bytes, from, end - from);
        }
        lines = 0;
        length = 0;
    }
}
