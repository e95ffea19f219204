package org.qingyuan.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Estimate;
import org.qingyuan.registry.Efficiency;

/// Totals of many sessions over the observed window. Session rates are never added: the work is, and it is divided by
/// the window. Hash rates of different algorithms are never added either; energy is.
///
/// @param algorithms by name
/// @param watts mean power over the window of all algorithms whose power is known, `null` when none is
/// @param energyPerDay the same in kWh/day. The ends of the parts are added, so that the interval is at least a 95 %
/// one
public record Totals(
        List<Total> algorithms,
        @Nullable Estimate watts,
        @Nullable Estimate energyPerDay) {
    /// What one session adds.
    ///
    /// @param efficiency hardware at the session's start, `null` where none is known
    public record Contribution(
            String algorithm, Work work, @Nullable Efficiency efficiency) {}

    /// One algorithm over the window.
    ///
    /// @param rate `null` when no rate can be given
    /// @param watts `null` when no rate or no efficiency is known for a part of the work
    public record Total(
            String algorithm,
            Work work,
            @Nullable Estimate rate,
            @Nullable Estimate watts) {
        /// In kWh/day, `null` as `watts`.
        public @Nullable Estimate energyPerDay() {
            return watts == null ? null : Power.energyPerDay(watts);
        }
    }

    /// Sums the sessions over a window.
    ///
    /// @param seconds [ObservedWindow#seconds]
    public static Totals of(List<Contribution> sessions, double seconds) {
        Map<String, List<Contribution>> byAlgorithm = new TreeMap<>();
        for (Contribution session : sessions) {
            byAlgorithm
                    .computeIfAbsent(session.algorithm, key -> new ArrayList<>())
                    .add(session);
        }
        List<Total> totals = new ArrayList<>();
        byAlgorithm.forEach((algorithm, parts) -> totals.add(total(algorithm, parts, seconds)));
        Estimate watts = null;
        for (Total total : totals) {
            watts = total.watts == null ? watts : plus(watts, total.watts);
        }
        return new Totals(List.copyOf(totals), watts, watts == null ? null : Power.energyPerDay(watts));
    }

    private static Total total(String algorithm, List<Contribution> parts, double seconds) {
        Work work = sum(parts.stream().map(Contribution::work).toList());
        Estimate rate = HashRate.applies(work, seconds) ? HashRate.of(work, seconds) : null;
        return new Total(algorithm, work, rate, rate == null ? null : watts(parts, rate, seconds));
    }

    /// Sessions under one row of the hardware table share its error, so each such group has its own power. One group,
    /// the usual case, is exactly the algorithm's rate times its efficiency.
    private static @Nullable Estimate watts(List<Contribution> parts, Estimate rate, double seconds) {
        Map<String, List<Contribution>> byRow = new TreeMap<>();
        for (Contribution part : parts) {
            String row = part.efficiency == null ? "" : part.efficiency.from().toString();
            byRow.computeIfAbsent(row, key -> new ArrayList<>()).add(part);
        }
        Estimate watts = null;
        for (List<Contribution> group : byRow.values()) {
            Efficiency efficiency = group.getFirst().efficiency;
            Work work = sum(group.stream().map(Contribution::work).toList());
            if (efficiency == null || !HashRate.applies(work, seconds)) {
                return null;
            }
            Estimate part = byRow.size() == 1 ? rate : HashRate.of(work, seconds);
            watts = plus(watts, Power.of(part, efficiency).watts());
        }
        return watts;
    }

    /// Adds in an order of its own, so that the last digit does not depend on the order of the sessions.
    private static Work sum(List<Work> works) {
        List<Work> sorted = works.stream().sorted(PeakRate.BY_SIZE).toList();
        Work sum = Work.none(sorted.getFirst().unit());
        for (Work work : sorted) {
            sum = sum.plus(work);
        }
        return sum;
    }

    private static Estimate plus(@Nullable Estimate one, Estimate other) {
        return one == null
                ? other
                : new Estimate(
                        one.low() + other.low(), one.best() + other.best(), one.high() + other.high(), other.unit());
    }
}
