package org.qingyuan.casework.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.qingyuan.access.Actor;
import org.qingyuan.casework.cases.Act;
import org.qingyuan.casework.cases.CaseDesk;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.CaseWriter;
import org.qingyuan.casework.cases.Deadline;
import org.qingyuan.casework.cases.Event;
import org.qingyuan.casework.cases.Transition;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;

/// Does what is due. What was done is no longer due, in the same transaction, so that running twice, or twice at once,
/// does each thing once. A case that cannot be handled stops no other: it is named, and stays due for the next run.
public final class Ticking {
    private static final int BATCH = 200;

    /// Where more than so many cannot be handled, it is not the cases that are wrong.
    private static final int MAX_STUCK = 1000;

    private final CaseDesk desk;
    private final Notifying notifying;

    public Ticking(CaseDesk desk, Notifying notifying) {
        this.desk = desk;
        this.notifying = notifying;
    }

    /// What a run did.
    ///
    /// @param counts how many things of each purpose were done; what fell away without a step is not counted
    /// @param stuck what could not be done
    public record Done(Map<Deadline.Purpose, Long> counts, List<Stuck> stuck) {
        public Done {
            counts = Collections.unmodifiableMap(counts);
            stuck = List.copyOf(stuck);
        }

        public long count(Deadline.Purpose purpose) {
            return counts.getOrDefault(purpose, 0L);
        }
    }

    /// Something that is due and could not be done.
    ///
    /// @param why word of the error, or what went wrong
    public record Stuck(Deadline deadline, String why) {}

    /// Goes on until nothing is due that can be done, what follows from it included.
    ///
    /// @throws Failure when the machine fails, or when too many cases cannot be handled
    public Done tick(Instant now) {
        Map<Deadline.Purpose, Long> counts = new EnumMap<>(Deadline.Purpose.class);
        Map<Deadline, String> stuck = new LinkedHashMap<>();
        List<Deadline> due = due(now, stuck.keySet());
        while (!due.isEmpty()) {
            batch(due, now, stuck).forEach(purpose -> counts.merge(purpose, 1L, Long::sum));
            due = due(now, stuck.keySet());
        }
        return new Done(
                counts,
                stuck.entrySet().stream()
                        .map(each -> new Stuck(each.getKey(), each.getValue()))
                        .toList());
    }

    private List<Deadline> due(Instant now, Set<Deadline> stuck) {
        return desk.store()
                .read(reader -> reader.due(now, BATCH + stuck.size()).stream()
                        .filter(each -> !stuck.contains(each))
                        .limit(BATCH)
                        .toList());
    }

    /// All in one transaction; where that fails, each in its own.
    private List<Deadline.Purpose> batch(List<Deadline> due, Instant now, Map<Deadline, String> stuck) {
        int looked = BATCH + stuck.size();
        try {
            return desk.store().write(writer -> apply(writer, due, now, looked));
        } catch (RuntimeException e) {
            throwUnlessOfCase(e);
        }
        List<Deadline.Purpose> done = new ArrayList<>();
        for (Deadline each : due) {
            try {
                done.addAll(desk.store().write(writer -> apply(writer, List.of(each), now, looked)));
            } catch (RuntimeException e) {
                throwUnlessOfCase(e);
                if (stuck.size() == MAX_STUCK) {
                    throw e;
                }
                stuck.put(each, e instanceof Failure failure ? failure.code().word() : e.toString());
            }
        }
        return done;
    }

    /// A disk that is full or a store that is locked is no matter of one case.
    private static void throwUnlessOfCase(RuntimeException e) {
        if (e instanceof Failure failure
                && failure.code().kind() != ErrorCode.Kind.USER
                && failure.code().kind() != ErrorCode.Kind.DATA) {
            throw e;
        }
    }

    /// What somebody else did in the meantime is no longer due.
    private List<Deadline.Purpose> apply(CaseWriter writer, List<Deadline> due, Instant now, int looked) {
        Set<Deadline> still = new HashSet<>(writer.due(now, looked));
        List<Deadline.Purpose> done = new ArrayList<>();
        for (Deadline each : due) {
            if (still.contains(each)) {
                writer.remove(each);
                writer.find(each.caseId())
                        .filter(file -> apply(writer, file, each, now))
                        .ifPresent(file -> done.add(each.purpose()));
            }
        }
        return done;
    }

    /// Of several reminders, or a reminder and the end of its notice, only the last says anything.
    private boolean apply(CaseWriter writer, CaseFile file, Deadline deadline, Instant now) {
        Event event = event(deadline.purpose());
        boolean isLate = event == Event.REMIND && desk.clocks(writer, file).isLate(deadline, file, now);
        if (isLate || Transition.of(file.status().state(), event).isEmpty()) {
            return false;
        }
        CaseFile after = desk.act(writer, file, Act.of(event, Actor.CLOCK, now));
        if (event == Event.REMIND) {
            notifying.remind(writer, after, now);
        }
        return true;
    }

    private static Event event(Deadline.Purpose purpose) {
        return switch (purpose) {
            case REMIND -> Event.REMIND;
            case LAPSE -> Event.LAPSE;
            case ESCALATE -> Event.ESCALATE;
            case LAPSE_INTERIM -> Event.LAPSE_INTERIM;
        };
    }
}
