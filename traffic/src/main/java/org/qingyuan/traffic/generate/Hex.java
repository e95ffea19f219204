package org.qingyuan.traffic.generate;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/// Lower-case hexadecimal text.
final class Hex {
    private static final HexFormat LOWER = HexFormat.of();

    private Hex() {}

    static String random(RandomGenerator random, int bytes) {
        byte[] drawn = new byte[bytes];
        random.nextBytes(drawn);
        return LOWER.formatHex(drawn);
    }

    /// Most significant digit first.
    static String of(long value, int digits) {
        return LOWER.toHexDigits(value, digits);
    }

    /// Least significant byte first.
    static String littleEndian(long value, int bytes) {
        return of(bytes == 8 ? Long.reverseBytes(value) : Long.reverseBytes(value) >>> (64 - 8 * bytes), 2 * bytes);
    }

    static String text(String text) {
        return LOWER.formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    static String zeros(int bytes) {
        return "00".repeat(bytes);
    }
}
