package org.qingyuan.casework.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.qingyuan.access.Actor;
import org.qingyuan.access.Place;

/// A case as it stands: what its steps make of it. The same steps always make the same.
public record CaseFile(Head head, Status status) {
    /// A case after its first step.
    ///
    /// @throws IllegalArgumentException when the step is not the first of that case
    public static CaseFile opened(Head head, Step first) {
        if (first.event() != Event.OPEN
                || first.version() != 1
                || !first.caseId().equals(head.id())) {
            throw new IllegalArgumentException(first.event() + " " + first.version());
        }
        return new CaseFile(
                head,
                new Status(
                        first.state(),
                        1,
                        first.policy(),
                        first.instant(Detail.DUE),
                        first.text(Detail.ASSIGNEE),
                        first.number(Detail.OPENING),
                        first.has(Detail.TIP),
                        first.has(Detail.INCOMPLETE),
                        false,
                        "",
                        false,
                        Interim.NONE,
                        "",
                        null,
                        null,
                        null,
                        null,
                        null,
                        first.reason()));
    }

    /// The case after a further step.
    ///
    /// @throws IllegalArgumentException when the step does not follow
    public CaseFile after(Step step) {
        if (step.version() != status.version() + 1 || !step.caseId().equals(head.id())) {
            throw new IllegalArgumentException(step.caseId() + " " + step.version());
        }
        return new CaseFile(headAfter(step), new Change(status, step).status());
    }

    private Head headAfter(Step step) {
        if (step.event() != Event.LEARN_ORGANISATION || !step.has(Detail.ORGANISATION)) {
            return head;
        }
        return new Head(
                head.id(),
                head.campaign(),
                head.kind(),
                head.site(),
                head.key(),
                head.subject(),
                new Place(
                        step.text(Detail.AREA),
                        step.text(Detail.ORGANISATION),
                        head.place().holder()),
                step.text(Detail.ORGANISATION_NAME),
                step.text(Detail.ORGANISATION_KIND),
                head.openedAt());
    }

    /// Whether the actor may be who proposed the disposition.
    public boolean isByMaker(Actor actor) {
        return isSame(status.maker(), actor);
    }

    /// Whether the actor may be who approved it.
    public boolean isByChecker(Actor actor) {
        return isSame(status.checker(), actor);
    }

    private static boolean isSame(@Nullable Actor one, Actor other) {
        return one != null && one.isSamePersonAs(other);
    }

    /// Whether its matter rests: dismissed, and the time is not over.
    public boolean isResting(Instant now) {
        Instant until = status.restUntil();
        return status.state() == State.DISMISSED && until != null && now.isBefore(until);
    }
}
