package org.qingyuan.registry;

import java.time.LocalDate;

/// What hardware of a time needs for one hash, at the wall and without cooling (PUE), in J/H or J/Sol.
///
/// @param from first day for which it holds; it holds until a later row of the algorithm begins
/// @param low the most efficient machines in use
/// @param best the fleet
/// @param high the least efficient machines in use
/// @param source where the figures are from
public record Efficiency(String algorithm, LocalDate from, double low, double best, double high, String source) {
    public Efficiency {
        if (!(low > 0 && low <= best && best <= high && high < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("not an interval: " + low + " " + best + " " + high);
        }
    }
}
