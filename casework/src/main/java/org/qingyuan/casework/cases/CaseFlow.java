package org.qingyuan.casework.cases;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qingyuan.access.Actor;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;

/// Decides by the table whether something may happen to a case. Pure.
final class CaseFlow {
    private final boolean isSingleUser;

    /// @param isSingleUser whether one person may be maker and checker
    CaseFlow(boolean isSingleUser) {
        this.isSingleUser = isSingleUser;
    }

    /// The step of an event.
    ///
    /// @param asked the step with the state in which the case is now; the state after it is found here
    /// @throws Failure `CASE_UNKNOWN` when the actor may not see the case, `STATE_REFUSED`, `ROLE_REFUSED` or
    ///     `GUARD_REFUSED`, in this order
    Step decide(CaseFile file, Step asked) {
        Actor actor = asked.actor();
        if (!actor.sees(file.head().place())) {
            throw new Failure(
                    ErrorCode.CASE_UNKNOWN,
                    Map.of("where", "", "what", file.head().id()));
        }
        List<Transition> rows = Transition.of(file.status().state(), asked.event());
        if (rows.isEmpty()) {
            throw refused(
                    ErrorCode.STATE_REFUSED,
                    file,
                    asked.event(),
                    file.status().state().word(),
                    "caseState");
        }
        Guard failed = null;
        for (Transition row : rows) {
            if (!row.roles().contains(actor.role())) {
                continue;
            }
            Guard first = firstFailed(row, file, asked);
            if (first == null) {
                return in(row.after(file.status().state()), asked);
            }
            failed = failed == null ? first : failed;
        }
        throw failed == null
                ? refused(
                        ErrorCode.ROLE_REFUSED,
                        file,
                        asked.event(),
                        actor.role().word(),
                        "caseRole")
                : failed.refusal(file, asked.event());
    }

    private @Nullable Guard firstFailed(Transition row, CaseFile file, Step asked) {
        for (Guard guard : row.guards()) {
            if (!guard.holds(file, asked) && !(isSingleUser && guard.isFourEyes())) {
                return guard;
            }
        }
        return null;
    }

    private static Step in(State state, Step asked) {
        return new Step(
                asked.caseId(),
                asked.version(),
                asked.event(),
                state,
                asked.actor(),
                asked.at(),
                asked.policy(),
                asked.reason(),
                asked.evidence(),
                asked.details());
    }

    static Failure refused(ErrorCode code, CaseFile file, Event event, String why, String family) {
        return new Failure(
                code,
                Map.of(
                        "where",
                        file.head().id(),
                        "what",
                        event.word(),
                        "why",
                        why,
                        "caseEvent",
                        event.word(),
                        family,
                        why));
    }
}
