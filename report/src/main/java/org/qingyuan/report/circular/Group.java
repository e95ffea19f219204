package org.qingyuan.report.circular;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.qingyuan.report.circular.CircularModel.Share;

/// Confirmed sessions that share something (a holder, a region, a coin), while they are being counted.
final class Group {
    private final Set<String> clients = new HashSet<>();
    private final Set<String> algorithms = new TreeSet<>();
    private final WorkTally work;
    private long sessions;
    private long bytes;

    Group(WorkTally work) {
        this.work = work;
    }

    /// @param client what counts as the session's client, the same object in every group
    void add(MiningSession session, String client) {
        clients.add(client);
        algorithms.add(session.algorithm());
        sessions++;
        bytes += session.bytes();
        work.add(session);
    }

    List<WorkTally.AlgorithmTotal> totals(double seconds) {
        return work.totals(seconds);
    }

    Share share(double seconds) {
        return new Share(
                clients.size(),
                sessions,
                bytes,
                work.watts(seconds),
                algorithms.stream().toList());
    }
}
