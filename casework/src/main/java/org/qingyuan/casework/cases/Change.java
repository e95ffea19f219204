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
                step.has(Detail.ASSIGNEE) ? step.text(Detail.ASSIGNEE) : before.assignee(),
                before.opening() + step.number(Detail.OPENING),
                before.isTip(),
                before.isIncomplete() || step.has(Detail.INCOMPLETE),
                answered(),
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
        return step.state() != before.state() || step.has(Detail.DUE) ? step.instant(Detail.DUE) : before.dueAt();
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

    private @Nullable Actor maker() {
        if (step.event() == Event.PROPOSE) {
            return step.actor();
        }
        return keepsProposal() ? before.maker() : null;
    }

    private @Nullable Actor checker() {
        if (step.event() == Event.APPROVE) {
            return step.actor();
        }
        return keepsProposal() && step.event() != Event.PROPOSE ? before.checker() : null;
    }

    private Interim interim() {
        Interim interim = before.interim();
        return switch (step.event()) {
            case PROPOSE_INTERIM -> new Interim(Interim.Phase.PROPOSED, step.text(Detail.MEASURES), step.actor(), null);
            case APPROVE_INTERIM ->
                new Interim(Interim.Phase.IN_FORCE, interim.measures(), interim.maker(), step.instant(Detail.UNTIL));
            case REJECT_INTERIM, LIFT_INTERIM, LAPSE_INTERIM -> Interim.NONE;
            default -> interim;
        };
    }
}
