package org.qingyuan.casework.notice;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.qingyuan.access.Actor;
import org.qingyuan.casework.cases.Act;
import org.qingyuan.casework.cases.CaseDesk;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.CaseWriter;
import org.qingyuan.casework.cases.Deadline;
import org.qingyuan.casework.cases.Event;
import org.qingyuan.casework.cases.Transition;

/// Does what is due. What was done is no longer due, in the same transaction, so that running twice, or twice at once,
/// does each thing once.
public final class Ticking {
    private static final int BATCH = 200;

    private final CaseDesk desk;
    private final Notifying notifying;

    public Ticking(CaseDesk desk, Notifying notifying) {
        this.desk = desk;
        this.notifying = notifying;
    }

    /// @return how many things of each purpose were done
    public Map<Deadline.Purpose, Long> tick(Instant now) {
        Map<Deadline.Purpose, Long> done = new EnumMap<>(Deadline.Purpose.class);
        boolean isMore = true;
        while (isMore) {
            List<Deadline.Purpose> batch = desk.store().write(writer -> batch(writer, now));
            batch.forEach(purpose -> done.merge(purpose, 1L, Long::sum));
            isMore = batch.size() == BATCH;
        }
        return done;
    }

    private List<Deadline.Purpose> batch(CaseWriter writer, Instant now) {
        List<Deadline> due = writer.due(now, BATCH);
        for (Deadline each : due) {
            writer.remove(each);
            if (!isLate(each, due)) {
                writer.find(each.caseId()).ifPresent(file -> apply(writer, file, each, now));
            }
        }
        return due.stream().map(Deadline::purpose).toList();
    }

    /// Of several reminders, or a reminder and the end of its notice, only the last says anything.
    private static boolean isLate(Deadline deadline, List<Deadline> due) {
        return deadline.purpose() == Deadline.Purpose.REMIND
                && due.stream()
                        .anyMatch(other -> other.caseId().equals(deadline.caseId())
                                && (other.purpose() == Deadline.Purpose.LAPSE
                                        || other.purpose() == Deadline.Purpose.REMIND
                                                && other.ordinal() > deadline.ordinal()));
    }

    private void apply(CaseWriter writer, CaseFile file, Deadline deadline, Instant now) {
        Event event = event(deadline.purpose());
        if (Transition.of(file.status().state(), event).isEmpty()) {
            return;
        }
        CaseFile after = desk.act(writer, file, Act.of(event, Actor.CLOCK, now));
        if (event == Event.REMIND) {
            notifying.remind(writer, after, now);
        }
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
