package org.qingyuan.finding;

/// A number that is not known exactly: an interval with its best value, `low <= best <= high`. A 95 % interval
/// unless the documentation of the field says what else.
///
/// @param unit the unit without prefix, `H/s`, `Sol/s`, `W`, `kWh/day`
public record Estimate(double low, double best, double high, String unit) {
    public Estimate {
        if (!(low <= best && best <= high && low >= 0) || Double.isInfinite(high)) {
            throw new IllegalArgumentException("not an interval: " + low + " " + best + " " + high + " " + unit);
        }
    }

    /// The interval multiplied by an exact factor.
    public Estimate times(double factor, String newUnit) {
        return new Estimate(low * factor, best * factor, high * factor, newUnit);
    }
}
