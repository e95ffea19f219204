package org.qingyuan.table.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Copies UTF-8 (RFC 3629) and marks what is none: overlong forms, surrogates, values above U+10FFFF, stray bytes.
final class Utf8Transcoder implements Transcoder {
    static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    static final long NOT_ASCII = 0x8080_8080_8080_8080L;

    private int consumed;

    @Override
    public int worst(int bytes) {
        return bytes;
    }

    @Override
    public int transcode(byte[] source, int from, int to, byte[] target, int at, boolean last) {
        int p = from;
        int out = at;
        while (p < to) {
            int ascii = copyAscii(source, p, to, target, out);
            p += ascii;
            out += ascii;
            if (p == to) {
                break;
            }
            int length = length(source, p, to);
            if (length > to - p && !last) {
                break;
            }
            if (length == 0 || length > to - p) {
                target[out++] = BAD;
                p++;
            } else {
                System.arraycopy(source, p, target, out, length);
                p += length;
                out += length;
            }
        }
        consumed = p;
        return out;
    }

    @Override
    public int consumed() {
        return consumed;
    }

    /// Copies bytes below 128 up to the first other one; how many.
    static int copyAscii(byte[] source, int from, int to, byte[] target, int at) {
        int p = from;
        int out = at;
        while (p + 8 <= to) {
            long eight = (long) LONGS.get(source, p);
            if ((eight & NOT_ASCII) != 0) {
                break;
            }
            LONGS.set(target, out, eight);
            p += 8;
            out += 8;
        }
        while (p < to && source[p] >= 0) {
            target[out++] = source[p++];
        }
        return p - from;
    }

    /// Bytes of the character at a position, 0 where there is none. Where the text ends within it and all is well so
    /// far, more than are left.
    private static int length(byte[] source, int p, int to) {
        int first = source[p] & 255;
        int length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
        int known = Math.min(length, to - p);
        for (int i = 1; i < known; i++) {
            int next = source[p + i] & 255;
            if (next < (i == 1 ? lowest(first) : 0x80) || next > (i == 1 ? highest(first) : 0xbf)) {
                return 0;
            }
        }
        return length;
    }

    private static int lowest(int first) {
        return first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
    }

    private static int highest(int first) {
        return first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
    }
}
