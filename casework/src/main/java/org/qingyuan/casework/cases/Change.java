package org.qingyuan.casework.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.qingyuan.access.Actor;

/// What a step makes of a status.
record Change(Status before, Step step) {
    Status status() {
        return new Status(
                step.state(),
                step.version(),
                step.event() == Event.CHANGE_POLICY ? step.text(Detail.POLICY) : before.policy(),
                dueAt(),
                isOfStaff(Detail.ASSIGNEE) ? step.text(Detail.ASSIGNEE) : before.assignee(),
                before.opening() + opening(),
                before.isTip() || step.event() == Event.ATTACH && step.has(Detail.TIP),
                before.isIncomplete() || isOfStaff(Detail.INCOMPLETE),
                answered(),
                asked(),
                appealed(),
                interim(),
                measures(),
                maker(),
                checker(),
                step.event() == Event.NOTIFY ? step.at() : before.notifiedAt(),
                step.event() == Event.EXECUTE ? executedAt() : before.executedAt(),
                step.event() == Event.DISMISS ? step.instant(Detail.REST_UNTIL) : before.restUntil(),
                step.reason().isBlank() ? before.reason() : step.reason());
    }

    /// A step that leads to another state, or names a time, sets the clock anew; any other leaves it.
    private @Nullable Instant dueAt() {
        return step.state() != before.state() || isOfStaff(Detail.DUE) ? step.instant(Detail.DUE) : before.dueAt();
    }

    /// Findings come by an import alone.
    private long opening() {
        return step.event() == Event.ATTACH || step.event() == Event.RECUR ? step.number(Detail.OPENING) : 0;
    }

    /// What a party sends along beside its word changes nothing.
    private boolean isOfStaff(Detail detail) {
        return step.has(detail) && !step.actor().role().isParty();
    }

    private Instant executedAt() {
        Instant told = step.instant(Detail.EXECUTED_AT);
        return told == null ? step.at() : told;
    }

    private boolean answered() {
        return switch (step.event()) {
            case RESPOND -> true;
            case NOTIFY -> false;
            default -> before.isAnswered();
        };
    }

    /// A later request takes the place of an earlier one; a mere answer leaves it open.
    private String asked() {
        return switch (step.event()) {
            case RESPOND -> step.has(Detail.REQUEST) ? step.text(Detail.REQUEST) : before.asked();
            case NOTIFY, GRANT_REQUEST, REFUSE_REQUEST -> "";
            default -> before.asked();
        };
    }

    private boolean appealed() {
        return switch (step.event()) {
            case APPEAL -> true;
            case GRANT_APPEAL, REFUSE_APPEAL -> false;
            default -> before.isAppealed();
        };
    }

    /// A proposal stands until it is carried out or falls away.
    private boolean keepsProposal() {
        return switch (step.state()) {
            case DISPOSITION_PROPOSED, DISPOSITION_APPROVED, EXECUTED, VERIFYING, CLOSED, RECURRED -> true;
            case SUSPECTED, UNDER_CHECK, CONFIRMED, DISMISSED, NOTIFIED, RESPONDED, OVERDUE, WITHDRAWN, MERGED -> false;
        };
    }

    private String measures() {
        if (step.event() == Event.PROPOSE) {
            return step.text(Detail.MEASURES);
        }
        return keepsProposal() ? before.measures() : "";
    }

    /// Known as long as the proposal stands, and until an appeal is decided: an answer that makes the proposal fall
    /// away
    /// does not let its maker or checker decide.
    private @Nullable Actor maker() {
        if (step.event() == Event.PROPOSE) {
            return step.actor();
        }
        return keepsProposal() || appealed() ? before.maker() : null;
    }

    private @Nullable Actor checker() {
        if (step.event() == Event.APPROVE) {
            return step.actor();
        }
        return (keepsProposal() || appealed()) && step.event() != Event.PROPOSE ? before.checker() : null;
    }

    private Interim interim() {
        Interim interim = before.interim();
        return switch (step.event()) {
            case PROPOSE_INTERIM -> new Interim(Interim.Phase.PROPOSED, step.text(Detail.MEASURES), step.actor(), null);
            case APPROVE_INTERIM ->
                new Interim(Interim.Phase.IN_FORCE, interim.measures(), interim.maker(), step.instant(Detail.UNTIL));
            case REJECT_INTERIM -> Interim.NONE;
            case LIFT_INTERIM, LAPSE_INTERIM ->
                new Interim(Interim.Phase.OVER, interim.measures(), interim.maker(), interim.until());
            case RECUR -> interim.phase() == Interim.Phase.OVER ? Interim.NONE : interim;
            default -> interim;
        };
    }
}
