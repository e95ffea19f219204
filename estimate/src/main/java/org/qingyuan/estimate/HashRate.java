package org.qingyuan.estimate;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.qingyuan.finding.Estimate;

/// Hash rate from the work that accepted shares prove.
///
/// Shares of weight w come as a Poisson process, so that y = sum of the weights has variance v = sum of their squares.
/// The interval is that of Fay and Feuer (Statistics in Medicine 16, 1997) for weighted Poisson sums:
///
///     low  = v / 2y * chi2(0.025; 2y^2/v)
///     high = (v + M^2) / 2(y + M) * chi2(0.975; 2(y + M)^2 / (v + M^2))
///
/// both divided by T. M is the largest weight announced: with the largest seen instead, coverage falls to 79-89 %
/// where the pool moves the difficulty. With equal weights this is the exact Poisson interval; without shares it is
/// 0 .. 3.689 M/T.
public final class HashRate {
    private static final double TAIL = 0.025;

    private HashRate() {}

    /// Whether a rate can be given: some time was observed, the largest weight is known and the numbers are such that
    /// the interval is finite.
    public static boolean applies(Work work, double seconds) {
        return seconds > 0
                && (work.hashes() > 0) == (work.shares() > 0)
                && heaviest(work) > 0
                && Double.isFinite(seconds)
                && Double.isFinite(squareWithLargest(work) * 4 / seconds)
                && Double.isFinite(square(work.hashes() + heaviest(work)) * 4 / seconds)
                && (work.shares() == 0 || work.squares() > 0);
    }

    /// The rate over the time observed, in `H/s` or `Sol/s`, a 95 % interval.
    ///
    /// @param seconds the time observed, not that between the first and the last share
    /// @throws IllegalArgumentException when it does not [apply][#applies]
    public static Estimate of(Work work, double seconds) {
        if (!applies(work, seconds)) {
            throw new IllegalArgumentException("no rate from " + work + " in " + seconds + " s");
        }
        double best = work.hashes() / seconds;
        double low = work.shares() == 0 ? 0 : lower(work.hashes(), work.squares()) / seconds;
        double high = upper(work) / seconds;
        return new Estimate(Math.min(low, best), best, Math.max(high, best), work.unit() + "/s");
    }

    private static double upper(Work work) {
        double largest = heaviest(work);
        double y = work.hashes() + largest;
        double v = work.squares() + largest * largest;
        return v / (2 * y) * quantile(1 - TAIL, 2 * y * y / v);
    }

    private static double lower(double y, double v) {
        return v / (2 * y) * quantile(TAIL, 2 * y * y / v);
    }

    private static double quantile(double probability, double degrees) {
        return ChiSquaredDistribution.of(degrees).inverseCumulativeProbability(probability);
    }

    /// The largest weight announced; at least the mean weight, should the announcement be missing.
    private static double heaviest(Work work) {
        double mean = work.hashes() > 0 ? work.squares() / work.hashes() : 0;
        return Math.max(work.largestWeight(), mean);
    }

    private static double squareWithLargest(Work work) {
        return work.squares() + square(heaviest(work));
    }

    private static double square(double value) {
        return value * value;
    }
}
