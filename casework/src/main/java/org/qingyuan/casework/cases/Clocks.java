package org.qingyuan.casework.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qingyuan.policy.CaseRules;
import org.qingyuan.policy.DayCount;

/// When things are due in a case: by whom the next step is to be done, and what happens by itself. A period of days
/// ends with the end of its last day in the campaign's zone; what is due then is due from the midnight after it.
public final class Clocks {
    private final CaseRules rules;
    private final ZoneId zone;

    public Clocks(CaseRules rules, ZoneId zone) {
        this.rules = rules;
        this.zone = zone;
    }

    /// The end of a period of days that begins at an instant.
    public Instant end(Instant from, int days, DayCount counting) {
        return endOf(rules.holidays().plus(day(from), days, counting));
    }

    /// The first instant after a day.
    public Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /// The day of an instant.
    public LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /// When the next thing must be done once a case has come into a state, `null` where nothing is. The end of a notice
    /// is told by who gives it.
    public @Nullable Instant due(State state, Instant at) {
        return switch (state) {
            case SUSPECTED, UNDER_CHECK, RECURRED -> counted(at, rules.checkDays());
            case CONFIRMED, RESPONDED, OVERDUE, DISPOSITION_PROPOSED -> counted(at, rules.approvalDays());
            case DISPOSITION_APPROVED, EXECUTED -> counted(at, rules.executionDays());
            case VERIFYING -> end(at, rules.watchDays(), DayCount.CALENDAR);
            case NOTIFIED, DISMISSED, CLOSED, WITHDRAWN, MERGED -> null;
        };
    }

    private Instant counted(Instant at, int days) {
        return end(at, days, rules.notice().counting());
    }

    /// Sets what is to happen by itself after a step, and removes what no longer is.
    ///
    /// @param at of the step
    void set(CaseWriter writer, CaseFile before, CaseFile after, Instant at) {
        if (before.status().state() != after.status().state()
                || !Objects.equals(before.status().dueAt(), after.status().dueAt())) {
            changed(writer, before, after, at);
        }
        interim(writer, before.status().interim(), after);
    }

    private void changed(CaseWriter writer, CaseFile before, CaseFile after, Instant at) {
        String id = after.head().id();
        State now = after.status().state();
        if (before.status().state() == State.NOTIFIED) {
            writer.remove(id, Deadline.Purpose.LAPSE);
            writer.remove(id, Deadline.Purpose.REMIND);
        }
        writer.remove(id, Deadline.Purpose.ESCALATE);
        Instant due = after.status().dueAt();
        if (due == null) {
            return;
        }
        if (now == State.NOTIFIED) {
            writer.set(new Deadline(id, Deadline.Purpose.LAPSE, 0, due));
            remind(writer, id, due, at);
        } else {
            writer.set(new Deadline(id, Deadline.Purpose.ESCALATE, 0, escalation(before, now, due)));
        }
    }

    /// Silence is escalated some days after the end of the notice, all else when its time is over.
    private Instant escalation(CaseFile before, State now, Instant due) {
        Instant noticeEnd = before.status().dueAt();
        return now == State.OVERDUE && before.status().state() == State.NOTIFIED && noticeEnd != null
                ? end(
                        noticeEnd.minusNanos(1),
                        rules.overdueEscalationDays(),
                        rules.notice().counting())
                : due;
    }

    /// A reminder goes out on the morning of its day, and none at or before the step that sets the time.
    private void remind(CaseWriter writer, String caseId, Instant due, Instant told) {
        LocalDate last = day(due.minusNanos(1));
        List<Integer> leads = rules.notice().reminderLeadDays();
        for (int i = 0; i < leads.size(); i++) {
            Instant at = morning(last, leads.get(i));
            if (at.isAfter(told)) {
                writer.set(new Deadline(caseId, Deadline.Purpose.REMIND, i, at));
            }
        }
    }

    private Instant morning(LocalDate last, int lead) {
        return last.minusDays(lead).atStartOfDay(zone).toInstant();
    }

    /// Whether a reminder says nothing any more: the time of its notice is over, or a later reminder is due.
    public boolean isLate(Deadline reminder, CaseFile file, Instant now) {
        Instant due = file.status().dueAt();
        if (file.status().state() != State.NOTIFIED || due == null || !now.isBefore(due)) {
            return true;
        }
        LocalDate last = day(due.minusNanos(1));
        return rules.notice().reminderLeadDays().stream()
                .skip(reminder.ordinal() + 1L)
                .anyMatch(lead -> !now.isBefore(morning(last, lead)));
    }

    private static void interim(CaseWriter writer, Interim before, CaseFile after) {
        Interim now = after.status().interim();
        Instant until = now.until();
        if (now.phase() == Interim.Phase.IN_FORCE && until != null) {
            writer.set(new Deadline(after.head().id(), Deadline.Purpose.LAPSE_INTERIM, 0, until));
        } else if (before.phase() == Interim.Phase.IN_FORCE) {
            writer.remove(after.head().id(), Deadline.Purpose.LAPSE_INTERIM);
        }
    }
}
