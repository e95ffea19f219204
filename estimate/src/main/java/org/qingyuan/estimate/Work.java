package org.qingyuan.estimate;

/// The work that accepted shares prove: enough to compute intervals and totals later without the shares.
///
/// Two works may be added when they are of one algorithm, whatever their sessions.
///
/// @param unit `H`, or `Sol` for Equihash
/// @param shares accepted shares of known weight
/// @param hashes sum of their weights; a weight is the expected number of hashes of one share
/// @param squares sum of the squared weights
/// @param largestWeight the largest weight announced, whether or not a share reached it
/// @param stale weights of stale shares: real work that was not accepted, no part of `hashes`
public record Work(String unit, long shares, double hashes, double squares, double largestWeight, double stale) {
    public Work {
        if (shares < 0 || !(hashes >= 0 && squares >= 0 && largestWeight >= 0 && stale >= 0)) {
            throw new IllegalArgumentException("negative work");
        }
    }

    /// No work yet.
    public static Work none(String unit) {
        return new Work(unit, 0, 0, 0, 0, 0);
    }

    /// Both together.
    ///
    /// @throws IllegalArgumentException when the units differ
    public Work plus(Work other) {
        if (!unit.equals(other.unit)) {
            throw new IllegalArgumentException(unit + " and " + other.unit);
        }
        return new Work(
                unit,
                shares + other.shares,
                hashes + other.hashes,
                squares + other.squares,
                Math.max(largestWeight, other.largestWeight),
                stale + other.stale);
    }

    /// This work with one more accepted share.
    public Work accepted(double weight) {
        return new Work(
                unit, shares + 1, hashes + weight, squares + weight * weight, Math.max(largestWeight, weight), stale);
    }
}
