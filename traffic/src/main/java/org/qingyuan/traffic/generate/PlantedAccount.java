package org.qingyuan.traffic.generate;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qingyuan.traffic.generate.Ledger.Submit;
import org.qingyuan.traffic.generate.Ledger.Work;

/// The ledger as the capture shows it, for one algorithm.
final class PlantedAccount {
    private final Visibility visibility;
    private final Planted planted;
    private final Ledger ledger;
    private final String algorithm;
    private final List<Work> seen;
    private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    private double hashes;
    private double squares;
    private double stale;

    PlantedAccount(Visibility visibility, Planted planted, String algorithm) {
        this.visibility = visibility;
        this.planted = planted;
        this.ledger = planted.ledger();
        this.algorithm = algorithm;
        this.seen = ledger.works.stream().filter(w -> visible(w.spot())).toList();
        for (Submit submit : ledger.submits) {
            if (ledger.works.get(submit.work()).algorithm().equals(algorithm)) {
                enter(submit);
            }
        }
    }

    private boolean visible(Spot spot) {
        return visibility.shows(planted, spot);
    }

    private void enter(Submit submit) {
        boolean asked = visible(submit.spot());
        boolean answered = submit.answer() != null && visible(submit.answer());
        if (!asked && !(answered && submit.outcome() == Outcome.ACCEPTED && blindToClient())) {
            return;
        }
        Outcome outcome = answered || submit.outcome() == Outcome.IMPLAUSIBLE ? submit.outcome() : Outcome.UNANSWERED;
        counts.merge(outcome, 1L, Long::sum);
        Double weight = asked ? weight(submit) : null;
        if (weight != null && outcome == Outcome.ACCEPTED) {
            hashes += weight;
            squares += weight * weight;
        } else if (weight != null && outcome == Outcome.STALE) {
            stale += weight;
        }
    }

    /// Whether the tap sees nothing that the client hands in.
    private boolean blindToClient() {
        return ledger.submits.stream().noneMatch(s -> visible(s.spot()));
    }

    private @Nullable Double weight(Submit submit) {
        Work work = ledger.works.get(submit.work());
        if (visible(work.spot())) {
            return visible(work.scale()) ? (Double) work.weight() : null;
        }
        return work.carriesScale() ? neighbours(submit.work()) : inForce(submit);
    }

    /// The weight of the visible jobs around one that the capture does not hold.
    private @Nullable Double neighbours(int index) {
        Work before = null;
        Work after = null;
        for (int i = 0; i < ledger.works.size(); i++) {
            if (visible(ledger.works.get(i).spot())) {
                before = i < index ? ledger.works.get(i) : before;
                after = i > index && after == null ? ledger.works.get(i) : after;
            }
        }
        if (before == null || after == null) {
            return before != null ? (Double) before.weight() : after != null ? (Double) after.weight() : null;
        }
        return before.weight() == after.weight() ? (Double) before.weight() : null;
    }

    /// The scale in force, unless it was announced after the work that the capture does not hold.
    private @Nullable Double inForce(Submit submit) {
        Work last = null;
        for (Work work : ledger.works) {
            if (work.scale().timeNanos() < submit.spot().timeNanos() && visible(work.scale())) {
                last = work;
            }
        }
        long lost = ledger.works.get(submit.work()).spot().timeNanos();
        return last != null && last.scale().timeNanos() <= lost ? (Double) last.weight() : null;
    }

    Truth.Shares shares() {
        return new Truth.Shares(
                counted(Outcome.ACCEPTED),
                counted(Outcome.STALE),
                counted(Outcome.REJECTED),
                counted(Outcome.UNANSWERED),
                counted(Outcome.IMPLAUSIBLE));
    }

    private long counted(Outcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }

    Truth.Work work(String unit) {
        double largest = seen.stream()
                .filter(w -> w.algorithm().equals(algorithm) && visible(w.scale()))
                .mapToDouble(Work::weight)
                .max()
                .orElse(0);
        return new Truth.Work(unit, hashes, squares, largest, stale);
    }

    double ratedSeconds(PlantedTraffic traffic) {
        if (ledger.works.stream().anyMatch(w -> !w.algorithm().equals(algorithm))) {
            return currentNanos() / 1e9;
        }
        boolean late = !seen.isEmpty() && !visible(seen.get(0).scale());
        long from = late ? firstScaled(traffic.end) : traffic.start;
        return (traffic.end - from) / 1e9;
    }

    /// How long the jobs of the algorithm were current.
    private long currentNanos() {
        long total = 0;
        for (int i = 0; i < seen.size(); i++) {
            long from = seen.get(i).spot().timeNanos();
            long to = i + 1 < seen.size()
                    ? seen.get(i + 1).spot().timeNanos()
                    : visibility.endOf(ledger.works.get(0).spot().talk());
            total += seen.get(i).algorithm().equals(algorithm) ? to - from : 0;
        }
        return total;
    }

    private long firstScaled(long otherwise) {
        return seen.stream()
                .filter(w -> visible(w.scale()))
                .mapToLong(w -> w.spot().timeNanos())
                .findFirst()
                .orElse(otherwise);
    }

    boolean rateKnown(PlantedTraffic traffic) {
        return traffic.bytes[0] > 0
                && traffic.bytes[1] > 0
                && seen.stream()
                        .anyMatch(w -> visible(w.scale()) && w.algorithm().equals(algorithm));
    }

    /// The rate that was planted for one of several algorithms: its shares were drawn with the weight as it is.
    double meanRate() {
        return ledger.rates.getOrDefault(algorithm, 0.0);
    }
}
