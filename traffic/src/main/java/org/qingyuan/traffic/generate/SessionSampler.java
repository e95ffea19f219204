package org.qingyuan.traffic.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;

/// Draws when a miner of known hash rate finds shares, without any packet. Finding is a Poisson process whose
/// intensity is `rate / weight`, where the weight is the expected number of hashes of the work in hand; under varDiff
/// the pool changes the weight by the shares it saw. Pure: the same generator state gives the same sample.
final class SessionSampler {
    private SessionSampler() {}

    /// A found share.
    ///
    /// @param at seconds since the first work
    /// @param weight expected hashes of the work that it solves
    public record Share(double at, double weight) {}

    /// From when on work has which weight.
    public record Step(double at, double weight) {}

    /// How a pool adapts the weight: every `retargetSeconds` it compares the mean time between shares with
    /// `targetSeconds` and, when they differ by more than the tolerance, asks for work that would meet it.
    ///
    /// @param first weight of the first work
    /// @param tolerance share of the target time, 0.3 = within 30 %
    /// @param min smallest weight that the pool gives
    /// @param max largest weight that the pool gives
    /// @param announceable the nearest weight that the dialect can announce
    public record VarDiff(
            double first,
            double targetSeconds,
            double retargetSeconds,
            double tolerance,
            double min,
            double max,
            DoubleUnaryOperator announceable) {
        /// The habit of the widespread pool programs: 15 s a share, looked at every 90 s, 30 % tolerance.
        public static VarDiff usual(double first, DoubleUnaryOperator announceable) {
            return new VarDiff(first, 15, 90, 0.3, first / 64, first * 65_536, announceable);
        }

        private double next(double weight, int shares, double seconds) {
            double meanSeconds = seconds / Math.max(shares, 0.5);
            if (Math.abs(meanSeconds - targetSeconds) <= tolerance * targetSeconds) {
                return weight;
            }
            double wished = weight * targetSeconds / meanSeconds;
            return announceable.applyAsDouble(Math.max(min, Math.min(max, wished)));
        }
    }

    /// What was drawn.
    ///
    /// @param rate the true rate, hashes or solutions a second
    /// @param seconds from the first work to the end of the observation
    /// @param steps at least one, the first at 0
    /// @param shares in the order of time
    public record Sample(double rate, double seconds, List<Step> steps, List<Share> shares) {
        /// Sum of the weights of the shares.
        public double work() {
            return shares.stream().mapToDouble(Share::weight).sum();
        }

        /// Sum of their squares.
        public double squares() {
            return shares.stream().mapToDouble(s -> s.weight() * s.weight()).sum();
        }

        /// The largest weight announced, whether or not a share has it.
        public double largestWeight() {
            return steps.stream().mapToDouble(Step::weight).max().orElse(0);
        }

        /// Whether all announced weights are equal.
        public boolean equalWeights() {
            return steps.stream().allMatch(s -> s.weight() == steps.get(0).weight());
        }
    }

    /// Shares of one constant weight.
    public static Sample constant(RandomGenerator random, double rate, double weight, double seconds) {
        List<Share> shares = new ArrayList<>();
        find(random, rate, weight, 0, seconds, shares);
        return new Sample(rate, seconds, List.of(new Step(0, weight)), shares);
    }

    /// Shares under varDiff.
    public static Sample varDiff(RandomGenerator random, double rate, VarDiff rule, double seconds) {
        List<Share> shares = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        double weight = rule.first();
        steps.add(new Step(0, weight));
        for (double from = 0; from < seconds; from += rule.retargetSeconds()) {
            double to = Math.min(seconds, from + rule.retargetSeconds());
            int before = shares.size();
            find(random, rate, weight, from, to, shares);
            double next = rule.next(weight, shares.size() - before, to - from);
            if (next != weight && to < seconds) {
                weight = next;
                steps.add(new Step(to, weight));
            }
        }
        return new Sample(rate, seconds, steps, shares);
    }

    private static void find(
            RandomGenerator random, double rate, double weight, double from, double to, List<Share> shares) {
        double at = from + exponential(random, weight / rate);
        while (at < to) {
            shares.add(new Share(at, weight));
            at += exponential(random, weight / rate);
        }
    }

    /// An exponential waiting time; `StrictMath`, so that every machine draws the same.
    static double exponential(RandomGenerator random, double mean) {
        return -StrictMath.log(1 - random.nextDouble()) * mean;
    }
}
