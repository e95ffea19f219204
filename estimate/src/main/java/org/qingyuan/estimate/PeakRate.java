package org.qingyuan.estimate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Estimate;

/// The highest rate of sessions of one algorithm that ran at the same time, each taken as even over its duration.
///
/// The sum of rates y_i/T_i is again a weighted Poisson sum, with weights w/T_i: its interval is that of [HashRate]
/// over the shares of these sessions, in their own time.
///
/// @param from first instant at which it held
/// @param sessions how many ran then
public record PeakRate(Instant from, int sessions, Estimate rate) {
    static final Comparator<Work> BY_SIZE = Comparator.comparingDouble(Work::hashes)
            .thenComparingDouble(Work::squares)
            .thenComparingDouble(Work::stale)
            .thenComparingDouble(Work::largestWeight)
            .thenComparingLong(Work::shares);

    /// A session from its first to its last packet.
    public record Session(Instant start, Instant end, Work work) {
        private double seconds() {
            return ObservedWindow.seconds(start, end);
        }

        private double rate() {
            return work.hashes() / seconds();
        }

        /// The work of one second.
        private Work perSecond() {
            double seconds = seconds();
            return new Work(
                    work.unit(),
                    work.shares(),
                    work.hashes() / seconds,
                    work.squares() / (seconds * seconds),
                    work.largestWeight() / seconds,
                    work.stale() / seconds);
        }
    }

    /// A session that begins or ends.
    private record Turn(Instant at, Session session, boolean begins) {}

    /// The peak of these sessions, of one algorithm and unit; the earliest where there are several. `null` when no
    /// session has a rate. A session that ends as another begins does not run at the same time.
    public static @Nullable PeakRate of(List<Session> sessions) {
        List<Session> rated = sessions.stream()
                .filter(session -> session.end.isAfter(session.start))
                .filter(session -> HashRate.applies(session.work, session.seconds()))
                .toList();
        Instant at = highest(rated);
        return at == null ? null : measure(at, rated);
    }

    private static @Nullable Instant highest(List<Session> sessions) {
        double rate = 0;
        double highest = -1;
        Instant at = null;
        for (Turn turn : turns(sessions)) {
            rate += turn.begins ? turn.session.rate() : -turn.session.rate();
            // A sum that only differs by rounding is no new peak.
            if (turn.begins && rate > highest + 1e-12 * Math.abs(highest)) {
                highest = rate;
                at = turn.at;
            }
        }
        return at;
    }

    private static List<Turn> turns(List<Session> sessions) {
        List<Turn> turns = new ArrayList<>(2 * sessions.size());
        for (Session session : sessions) {
            turns.add(new Turn(session.start, session, true));
            turns.add(new Turn(session.end, session, false));
        }
        turns.sort(Comparator.comparing(Turn::at)
                .thenComparing(Turn::begins)
                .thenComparing(turn -> turn.session.work, BY_SIZE));
        return turns;
    }

    private static @Nullable PeakRate measure(Instant at, List<Session> sessions) {
        List<Work> running = sessions.stream()
                .filter(session -> !at.isBefore(session.start) && at.isBefore(session.end))
                .map(Session::perSecond)
                .sorted(BY_SIZE)
                .toList();
        Work sum = running.stream().reduce(Work.none(running.getFirst().unit()), Work::plus);
        return HashRate.applies(sum, 1) ? new PeakRate(at, running.size(), HashRate.of(sum, 1)) : null;
    }
}
