package org.qingyuan.traffic.generate.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// The Internet checksum (RFC 1071).
final class Checksum {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private Checksum() {}

    /// Adds the bytes as 16-bit words, not folded yet. Eight at a time: 2^16 and 2^32 are 1 modulo 2^16 - 1.
    static long sum(byte[] bytes, int offset, int length) {
        long sum = 0;
        int at = offset;
        int end = offset + length;
        for (; at + 8 <= end; at += 8) {
            long word = (long) LONGS.get(bytes, at);
            sum += (word >>> 32) + (word & 0xffff_ffffL);
        }
        for (; at + 2 <= end; at += 2) {
            sum += (bytes[at] & 255) << 8 | bytes[at + 1] & 255;
        }
        return at < end ? sum + ((bytes[at] & 255) << 8) : sum;
    }

    /// Folds a sum and takes its complement: what stands in the header.
    static int fold(long sum) {
        long folded = sum;
        while (folded >>> 16 != 0) {
            folded = (folded & 0xffff) + (folded >>> 16);
        }
        return (int) ~folded & 0xffff;
    }
}
