package org.qingyuan.output;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Numbers in plain notation: digits and a point, never an exponent, never trailing zeros after the point.
final class PlainNumber {
    /// Below it every whole double is exact and its own shortest form.
    private static final double EXACT = 1e15;

    private static final MathContext SIX = new MathContext(6, RoundingMode.HALF_EVEN);

    private PlainNumber() {}

    /// The shortest form that reads back as the same double; a negative zero becomes `0`.
    ///
    /// @throws IllegalArgumentException when the value is not finite
    static String exact(double value) {
        requireFinite(value);
        if (value == Math.rint(value) && Math.abs(value) < EXACT) {
            return Long.toString((long) value);
        }
        String text = Double.toString(value);
        return text.indexOf('E') < 0 ? text : plain(new BigDecimal(text));
    }

    /// Six significant digits of the double's exact value, ties to even, as C prints `%.6g`.
    ///
    /// @throws IllegalArgumentException when the value is not finite
    static String sixDigits(double value) {
        requireFinite(value);
        if (value == Math.rint(value) && Math.abs(value) < 1e6) {
            return Long.toString((long) value);
        }
        return plain(new BigDecimal(value).round(SIX));
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    private static void requireFinite(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("not a number of JSON: " + value);
        }
    }
}
