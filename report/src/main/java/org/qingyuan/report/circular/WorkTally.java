package org.qingyuan.report.circular;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.qingyuan.estimate.Power;
import org.qingyuan.estimate.Totals;
import org.qingyuan.estimate.Work;
import org.qingyuan.finding.Estimate;
import org.qingyuan.registry.Efficiency;
import org.qingyuan.registry.HardwareTable;

/// Work of the sessions of one group, kept apart by algorithm and, within it, by the row of the hardware table that
/// holds when a session starts. Rates and energy are computed once, from the sum; session rates are never added.
final class WorkTally {
    private final HardwareTable hardware;
    private final ZoneId zone;
    private final Map<Kind, Map<Row, Work>> works =
            new TreeMap<>(Comparator.comparing(Kind::algorithm).thenComparing(Kind::unit));

    WorkTally(HardwareTable hardware, ZoneId zone) {
        this.hardware = hardware;
        this.zone = zone;
    }

    /// What may be added.
    private record Kind(String algorithm, String unit) {}

    /// A row of the hardware table, or that there is none for the day.
    private record Row(@Nullable Efficiency efficiency) {}

    /// Takes the work of a session that has a rate and counts by itself; another is left out.
    void add(MiningSession session) {
        Work work = session.countedWork();
        if (work != null) {
            LocalDate day = session.start().atZone(zone).toLocalDate();
            Row row = new Row(hardware.at(session.algorithm(), day));
            works.computeIfAbsent(new Kind(session.algorithm(), work.unit()), kind -> new HashMap<>())
                    .merge(row, work, Work::plus);
        }
    }

    /// Mean rate and power of each algorithm over the window, sorted by name.
    List<AlgorithmTotal> totals(double seconds) {
        List<AlgorithmTotal> totals = new ArrayList<>();
        works.forEach((kind, rows) -> totals.add(total(kind.algorithm, rows, seconds)));
        return totals;
    }

    private static AlgorithmTotal total(String algorithm, Map<Row, Work> rows, double seconds) {
        List<Totals.Contribution> all = new ArrayList<>();
        rows.forEach((row, work) -> all.add(new Totals.Contribution(algorithm, work, row.efficiency)));
        List<Totals.Contribution> known =
                all.stream().filter(part -> part.efficiency() != null).toList();
        Totals.Total total = Totals.of(all, seconds).algorithms().getFirst();
        Estimate watts = known.isEmpty() ? null : Totals.of(known, seconds).watts();
        List<Efficiency> used = new ArrayList<>();
        known.forEach(part -> used.add(part.efficiency()));
        used.sort(Comparator.comparing(Efficiency::from));
        boolean partly = watts != null && known.size() < all.size();
        return new AlgorithmTotal(
                algorithm, total.work(), total.rate(), watts, dominatedBy(total.rate(), used), used, partly);
    }

    private static String dominatedBy(@Nullable Estimate rate, List<Efficiency> used) {
        return rate == null || used.size() != 1
                ? ""
                : Power.of(rate, used.getFirst()).dominatedBy();
    }

    /// Mean power of all algorithms together at the wall; `null` when none has a row in the hardware table.
    @Nullable
    Estimate watts(double seconds) {
        Estimate sum = null;
        for (AlgorithmTotal total : totals(seconds)) {
            sum = total.watts == null ? sum : plus(sum, total.watts);
        }
        return sum;
    }

    /// Sum of two intervals: ends with ends, the cautious way, wider than independent errors would need.
    private static Estimate plus(@Nullable Estimate sum, Estimate more) {
        return sum == null
                ? more
                : new Estimate(sum.low() + more.low(), sum.best() + more.best(), sum.high() + more.high(), more.unit());
    }

    /// One algorithm over the window.
    ///
    /// @param rate mean over the window, from all accepted shares together; `null` when none can be given
    /// @param watts at the wall; `null` without a row in the hardware table
    /// @param dominatedBy `rate` or `efficiency`: what makes the interval of the power wide; blank when several rows
    ///     of the hardware table were used
    /// @param efficiencies rows of the hardware table that were used, by date
    /// @param partlyWithoutPower whether some of the work falls on days without a row
    record AlgorithmTotal(
            String algorithm,
            Work work,
            @Nullable Estimate rate,
            @Nullable Estimate watts,
            String dominatedBy,
            List<Efficiency> efficiencies,
            boolean partlyWithoutPower) {}
}
