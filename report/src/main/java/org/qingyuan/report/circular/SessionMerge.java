package org.qingyuan.report.circular;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.qingyuan.finding.Finding;

/// Decides which findings of several files are one and the same session, so that a connection seen at two taps counts
/// once.
///
/// The rule: within one site, findings with the same communityId, dialect and algorithm whose times overlap (they
/// share an instant, or each overlaps a third) are one session. Of these the best observed one stands for all: a
/// confirmed one before an unconfirmed one, then the one with the most accepted work, then the longest, then the
/// smallest id, then the first read. Its numbers are taken as they are; nothing is added or averaged, so partly
/// overlapping copies understate and never overstate. Attempts are the same when their ids are. Across sites nothing
/// is merged: private addresses repeat there.
final class SessionMerge {
    private static final Comparator<Seen> BEST_FIRST = Comparator.comparing((Seen seen) -> !seen.confirmed)
            .thenComparing(Comparator.comparingDouble(Seen::hashes).reversed())
            .thenComparing(Comparator.comparingDouble(Seen::seconds).reversed())
            .thenComparing(Seen::id)
            .thenComparingInt(Seen::file)
            .thenComparingInt(Seen::ordinal);

    private final List<Seen> seen = new ArrayList<>();

    /// What of a finding decides: `key` is what must be equal.
    private record Seen(
            int file,
            int ordinal,
            String key,
            Instant start,
            Instant end,
            boolean confirmed,
            double hashes,
            String id) {
        double seconds() {
            return end.getEpochSecond() - start.getEpochSecond() + (end.getNano() - start.getNano()) * 1e-9;
        }
    }

    /// Takes the finding at a place; other rules than the two of mining are ignored.
    void add(int file, int ordinal, Finding finding) {
        MiningSession session = MiningSession.of("", finding);
        if (finding.rule().equals(MiningSession.ATTEMPT)) {
            seen.add(row(file, ordinal, "attempt " + finding.id(), session));
        } else if (finding.rule().equals(MiningSession.SESSION)) {
            String connection = session.values().textOrBlank("communityId");
            String what = connection.isEmpty() ? finding.id() : connection;
            seen.add(row(file, ordinal, what + ' ' + session.dialect() + ' ' + session.algorithm(), session));
        }
    }

    private static Seen row(int file, int ordinal, String key, MiningSession session) {
        double hashes = session.values().number("work", "hashes");
        boolean confirmed = session.isConfirmed();
        String id = session.finding().id();
        return new Seen(file, ordinal, key, session.start(), session.end(), confirmed, hashes, id);
    }

    /// The findings that another one stands for, by file and by place in the file.
    ///
    /// @param sites the site of each file
    /// @return the decision; what was added is forgotten
    Merged resolve(List<String> sites) {
        List<BitSet> dropped = new ArrayList<>();
        sites.forEach(site -> dropped.add(new BitSet()));
        seen.sort(Comparator.comparing((Seen row) -> sites.get(row.file))
                .thenComparing(Seen::key)
                .thenComparing(Seen::start)
                .thenComparing(BEST_FIRST));
        int from = 0;
        while (from < seen.size()) {
            int to = groupEnd(from, sites);
            dropAllButBest(seen.subList(from, to), dropped);
            from = to;
        }
        // What was decided needs no memory while the findings are counted.
        seen.clear();
        return new Merged(dropped);
    }

    private int groupEnd(int from, List<String> sites) {
        Seen first = seen.get(from);
        Instant end = first.end;
        int to = from + 1;
        while (to < seen.size()) {
            Seen next = seen.get(to);
            boolean same = next.key.equals(first.key) && sites.get(next.file).equals(sites.get(first.file));
            if (!same || next.start.isAfter(end)) {
                return to;
            }
            end = next.end.isAfter(end) ? next.end : end;
            to++;
        }
        return to;
    }

    private static void dropAllButBest(List<Seen> group, List<BitSet> dropped) {
        Seen best = group.stream().min(BEST_FIRST).orElseThrow();
        for (Seen row : group) {
            if (!row.equals(best)) {
                dropped.get(row.file).set(row.ordinal);
            }
        }
    }

    /// Which findings do not count.
    record Merged(List<BitSet> dropped) {
        boolean isDropped(int file, int ordinal) {
            return dropped.get(file).get(ordinal);
        }

        long count() {
            return dropped.stream().mapToLong(BitSet::cardinality).sum();
        }
    }
}
