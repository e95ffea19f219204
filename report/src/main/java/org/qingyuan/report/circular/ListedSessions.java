package org.qingyuan.report.circular;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.qingyuan.finding.Estimate;
import org.qingyuan.finding.Evidence;
import org.qingyuan.finding.Finding;
import org.qingyuan.report.circular.CircularModel.Ranking;

/// The findings that a circular lists one by one: the first so many in an order, however many there are.
final class ListedSessions {
    /// The most confirmed sessions that are listed.
    static final int MAX_SESSIONS = 1_000;

    /// The most rows of the tables of unconfirmed sessions and of attempts.
    static final int MAX_OTHERS = 200;

    /// The most pieces of evidence shown for one session.
    static final int MAX_EVIDENCE = 8;

    private final int max;
    private final Comparator<MiningSession> order;
    private final PriorityQueue<MiningSession> lastFirst;
    private long total;

    private ListedSessions(int max, Comparator<MiningSession> order) {
        this.max = max;
        this.order = order.thenComparing(MiningSession::start)
                .thenComparing(session -> session.finding().id())
                .thenComparing(MiningSession::site);
        this.lastFirst = new PriorityQueue<>(this.order.reversed());
    }

    /// Most energy over the time seen first, then most traffic.
    static ListedSessions largestByEnergy() {
        return new ListedSessions(
                MAX_SESSIONS,
                Comparator.comparingDouble((MiningSession session) -> -joules(session))
                        .thenComparing(
                                Comparator.comparingLong(MiningSession::bytes).reversed()));
    }

    /// Longest first.
    static ListedSessions longest() {
        return new ListedSessions(
                MAX_OTHERS, Comparator.comparingDouble((MiningSession session) -> -session.seconds()));
    }

    /// Most attempts first.
    static ListedSessions mostOften() {
        return new ListedSessions(
                MAX_OTHERS,
                Comparator.comparingLong(
                                (MiningSession session) -> session.values().count("count"))
                        .reversed());
    }

    private static double joules(MiningSession session) {
        Estimate power = session.power();
        return power == null ? 0 : power.best() * session.seconds();
    }

    void add(MiningSession session) {
        total++;
        if (lastFirst.size() < max || order.compare(session, lastFirst.element()) < 0) {
            lastFirst.add(shortened(session));
            if (lastFirst.size() > max) {
                lastFirst.remove();
            }
        }
    }

    Ranking<MiningSession> ranking() {
        List<MiningSession> top = new ArrayList<>(lastFirst);
        top.sort(order);
        return new Ranking<>(List.copyOf(top), total);
    }

    /// Without what the list does not show: hours, and evidence beyond a few pieces.
    private static MiningSession shortened(MiningSession session) {
        Finding f = session.finding();
        Map<String, Object> fields = new LinkedHashMap<>(f.fields());
        fields.remove("hours");
        Finding shorter = new Finding(
                f.id(),
                f.key(),
                f.rule(),
                f.ruleVersion(),
                f.severity(),
                f.subject(),
                f.organisation(),
                f.start(),
                f.end(),
                f.parameters(),
                f.summary(),
                spread(f.evidence()),
                f.evidenceCount(),
                f.refutedBy(),
                fields);
        return session.with(shorter);
    }

    /// At most [#MAX_EVIDENCE], evenly spread, first and last among them.
    static List<Evidence> spread(List<Evidence> all) {
        if (all.size() <= MAX_EVIDENCE) {
            return List.copyOf(all);
        }
        List<Evidence> some = new ArrayList<>();
        for (int i = 0; i < MAX_EVIDENCE; i++) {
            some.add(all.get((int) ((long) i * (all.size() - 1) / (MAX_EVIDENCE - 1))));
        }
        return List.copyOf(some);
    }
}
