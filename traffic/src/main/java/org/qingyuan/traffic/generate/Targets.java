package org.qingyuan.traffic.generate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/// 256-bit targets: a hash solves work when it is at most the target.
final class Targets {
    private static final BigInteger HASHES = BigInteger.ONE.shiftLeft(256);

    private Targets() {}

    /// The target that is met once in `weight` hashes.
    static BigInteger of(double weight) {
        return new BigDecimal(HASHES)
                .divide(new BigDecimal(weight), MathContext.DECIMAL128)
                .toBigInteger();
    }

    /// Expected hashes of a target: 2^256 / target.
    static double weight(BigInteger target) {
        return new BigDecimal(HASHES)
                .divide(new BigDecimal(target), new MathContext(25))
                .doubleValue();
    }

    /// 64 hexadecimal digits, most significant first.
    static String hex(BigInteger target) {
        String digits = target.toString(16);
        return "0".repeat(64 - digits.length()) + digits;
    }

    /// 64 hexadecimal digits, least significant byte first.
    static String littleEndianHex(BigInteger target) {
        String digits = hex(target);
        StringBuilder reversed = new StringBuilder(64);
        for (int i = 62; i >= 0; i -= 2) {
            reversed.append(digits, i, i + 2);
        }
        return reversed.toString();
    }

    /// Compact bits nearest to a target.
    static long bits(BigInteger exact) {
        int shift = Math.max(0, exact.bitLength() - 16);
        BigInteger target = exact.add(BigInteger.ONE.shiftLeft(shift).shiftRight(1))
                .shiftRight(shift)
                .shiftLeft(shift);
        int bytes = (target.bitLength() + 7) / 8;
        long mantissa = target.shiftRight(8 * (bytes - 3)).longValue();
        boolean sign = (mantissa & 0x80_0000) != 0;
        return sign ? (bytes + 1L) << 24 | mantissa >> 8 : (long) bytes << 24 | mantissa;
    }

    /// The target of compact bits, `1d00ffff`.
    static BigInteger ofBits(long bits) {
        return BigInteger.valueOf(bits & 0xffffff).shiftLeft(8 * ((int) (bits >>> 24) - 3));
    }
}
