package org.qingyuan.estimate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Rounds what is only known approximately.
public final class Rounding {
    private Rounding() {}

    /// The value to so many significant digits, a half to the even neighbour. What is not finite stays.
    ///
    /// @param digits at least 1
    public static double significant(double value, int digits) {
        if (digits < 1) {
            throw new IllegalArgumentException("significant digits: " + digits);
        }
        if (!Double.isFinite(value)) {
            return value;
        }
        return BigDecimal.valueOf(value)
                .round(new MathContext(digits, RoundingMode.HALF_EVEN))
                .doubleValue();
    }
}
