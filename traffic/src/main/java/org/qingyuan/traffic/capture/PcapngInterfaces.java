package org.qingyuan.traffic.capture;

import java.util.Arrays;

/// The interfaces of the current section of a pcapng file, by their number. At most [#MOST]; packets of further ones
/// are rejected as `unknown-interface`.
final class PcapngInterfaces {
    static final int MOST = 65_536;

    private static final int BODY = 16;
    private static final int RESOLUTION_OPTION = 9;
    private static final int OFFSET_OPTION = 14;
    private static final int DEFAULT_RESOLUTION = 6;
    private static final int BINARY = 0x80;
    private static final long LATEST = (1L << 62) - 1;
    private static final long[] TEN = {
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
    };

    private int count;
    private int[] linkTypes = new int[4];
    private int[] snapLengths = new int[4];
    private byte[] resolutions = new byte[4];
    private long[] offsetSeconds = new long[4];

    void clear() {
        count = 0;
    }

    boolean has(int id) {
        return id >= 0 && id < count;
    }

    int linkType(int id) {
        return linkTypes[id];
    }

    /// Most bytes captured of a packet; unlimited is `Integer.MAX_VALUE`.
    int snapLength(int id) {
        return snapLengths[id];
    }

    boolean nanos(int id) {
        int resolution = resolutions[id];
        return (resolution & BINARY) == 0 ? resolution > 6 : (resolution & 127) >= 20;
    }

    /// Reads the interface block that lies wholly in the buffer.
    void add(RecordBuffer buffer, int at, int length, boolean bigEndian) {
        if (length < BODY + 4 || count == MOST) {
            return;
        }
        if (count == linkTypes.length) {
            grow();
        }
        int snapLength = buffer.int32(at + 12, bigEndian);
        linkTypes[count] = buffer.int16(at + 8, bigEndian);
        snapLengths[count] = snapLength <= 0 ? Integer.MAX_VALUE : snapLength;
        resolutions[count] = DEFAULT_RESOLUTION;
        offsetSeconds[count] = 0;
        readOptions(buffer, at + BODY, at + length - 4, bigEndian);
        count++;
    }

    private void readOptions(RecordBuffer buffer, int from, int end, boolean bigEndian) {
        int at = from;
        while (end - at >= 4) {
            int code = buffer.int16(at, bigEndian);
            int size = buffer.int16(at + 2, bigEndian);
            at += 4;
            if (code == 0 || size > end - at) {
                return;
            }
            if (code == RESOLUTION_OPTION && size >= 1) {
                resolutions[count] = buffer.bytes[at];
            } else if (code == OFFSET_OPTION && size >= 8) {
                long first = buffer.int32(at, bigEndian) & 0xffff_ffffL;
                long second = buffer.int32(at + 4, bigEndian) & 0xffff_ffffL;
                offsetSeconds[count] = bigEndian ? first << 32 | second : second << 32 | first;
            }
            at += size + 3 & ~3;
        }
    }

    private void grow() {
        int size = count * 2;
        linkTypes = Arrays.copyOf(linkTypes, size);
        snapLengths = Arrays.copyOf(snapLengths, size);
        resolutions = Arrays.copyOf(resolutions, size);
        offsetSeconds = Arrays.copyOf(offsetSeconds, size);
    }

    /// Ticks of an interface as nanoseconds since 1970 UTC, held within 0..2^62-1.
    long timeNanos(int id, long ticks) {
        int resolution = resolutions[id];
        long offset = offsetSeconds[id];
        if (resolution == DEFAULT_RESOLUTION && offset == 0 && ticks >>> 52 == 0) {
            return Math.min(ticks * 1000, LATEST);
        }
        long seconds;
        long nanos;
        if ((resolution & BINARY) != 0) {
            int bits = resolution & 127;
            seconds = bits > 63 ? 0 : ticks >>> bits;
            nanos = binaryFraction(bits > 63 ? ticks : ticks & (1L << bits) - 1, bits);
        } else if (resolution <= 9) {
            seconds = Long.divideUnsigned(ticks, TEN[resolution]);
            nanos = Long.remainderUnsigned(ticks, TEN[resolution]) * TEN[9 - resolution];
        } else {
            long whole = resolution <= 18 ? Long.divideUnsigned(ticks, TEN[resolution - 9]) : fine(ticks, resolution);
            seconds = whole / TEN[9];
            nanos = whole % TEN[9];
        }
        return held(seconds, offset, nanos);
    }

    /// Nanoseconds of ticks of 10^-19 s or finer.
    private static long fine(long ticks, int resolution) {
        long rest = Long.divideUnsigned(ticks, TEN[9]);
        for (int digits = resolution - 18; digits > 0 && rest > 0; digits--) {
            rest /= 10;
        }
        return rest;
    }

    /// `fraction / 2^bits` of a second as nanoseconds.
    private static long binaryFraction(long fraction, int bits) {
        if (bits <= 32) {
            return fraction * TEN[9] >>> bits;
        }
        if (bits > 93) {
            return 0;
        }
        long high = Math.unsignedMultiplyHigh(fraction, TEN[9]);
        long low = fraction * TEN[9];
        return bits >= 64 ? high >>> bits - 64 : high << 64 - bits | low >>> bits;
    }

    private static long held(long seconds, long offset, long nanos) {
        long most = LATEST / TEN[9];
        if (seconds < 0 || seconds > most || offset > most) {
            return LATEST;
        }
        return offset < -most ? 0 : Math.clamp((seconds + offset) * TEN[9] + nanos, 0, LATEST);
    }
}
