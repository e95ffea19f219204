package org.qingyuan.casework.cases;

import static org.qingyuan.access.Role.ANALYST;
import static org.qingyuan.access.Role.CHECKER;
import static org.qingyuan.access.Role.HOLDER;
import static org.qingyuan.access.Role.MAKER;
import static org.qingyuan.access.Role.ORGANISATION;
import static org.qingyuan.access.Role.SYSTEM;
import static org.qingyuan.casework.cases.State.CLOSED;
import static org.qingyuan.casework.cases.State.CONFIRMED;
import static org.qingyuan.casework.cases.State.DISMISSED;
import static org.qingyuan.casework.cases.State.DISPOSITION_APPROVED;
import static org.qingyuan.casework.cases.State.DISPOSITION_PROPOSED;
import static org.qingyuan.casework.cases.State.EXECUTED;
import static org.qingyuan.casework.cases.State.MERGED;
import static org.qingyuan.casework.cases.State.NOTIFIED;
import static org.qingyuan.casework.cases.State.OVERDUE;
import static org.qingyuan.casework.cases.State.RECURRED;
import static org.qingyuan.casework.cases.State.RESPONDED;
import static org.qingyuan.casework.cases.State.SUSPECTED;
import static org.qingyuan.casework.cases.State.UNDER_CHECK;
import static org.qingyuan.casework.cases.State.VERIFYING;
import static org.qingyuan.casework.cases.State.WITHDRAWN;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qingyuan.access.Role;

/// One row of the table of what may happen: in one of these states, this event, by one of these roles, where all
/// guards hold, leads to the next state. What no row allows does not happen. Several rows of one event differ by their
/// states or by guards of which one alone can hold; those come last, so that what is refused names what is wrong.
///
/// @param next `null` where the state stays
public record Transition(
        Set<State> from,
        Event event,
        Set<Role> roles,
        List<Guard> guards,
        @Nullable State next) {
    private static final Set<State> ALL = EnumSet.allOf(State.class);
    private static final Set<State> LIVE = EnumSet.complementOf(EnumSet.of(DISMISSED, CLOSED, WITHDRAWN, MERGED));

    /// Told, and not yet carried out.
    private static final Set<State> HEARD =
            EnumSet.of(NOTIFIED, OVERDUE, RESPONDED, DISPOSITION_PROPOSED, DISPOSITION_APPROVED);

    private static final Set<State> BEFORE_EXECUTION =
            union(EnumSet.of(SUSPECTED, UNDER_CHECK, CONFIRMED, RECURRED), HEARD);
    private static final Set<State> AFTER_NOTICE = union(HEARD, EnumSet.of(EXECUTED, VERIFYING, CLOSED, RECURRED));

    private static final Set<Role> STAFF = EnumSet.of(ANALYST, MAKER, CHECKER);

    /// Whoever brings the party's word: the party itself, or who received it.
    private static final Set<Role> VOICE = EnumSet.of(ORGANISATION, HOLDER, ANALYST);

    /// The table.
    public static final List<Transition> TABLE = List.of(
            row(union(LIVE, EnumSet.of(DISMISSED, CLOSED)), Event.ATTACH, EnumSet.of(ANALYST), null),
            row(LIVE, Event.LEARN_ORGANISATION, EnumSet.of(ANALYST), null),
            row(LIVE, Event.ASSIGN, STAFF, null),
            row(EnumSet.of(SUSPECTED, RECURRED), Event.CHECK, EnumSet.of(ANALYST), UNDER_CHECK, Guard.NO_OPEN_APPEAL),
            row(EnumSet.of(SUSPECTED, UNDER_CHECK, NOTIFIED, RESPONDED, OVERDUE), Event.FILE, VOICE, null),
            row(
                    EnumSet.of(UNDER_CHECK),
                    Event.CONFIRM,
                    EnumSet.of(ANALYST),
                    CONFIRMED,
                    Guard.REASON_GIVEN,
                    Guard.GROUND_TO_ACCUSE),
            row(
                    EnumSet.of(SUSPECTED, UNDER_CHECK, CONFIRMED, RESPONDED),
                    Event.DISMISS,
                    EnumSet.of(ANALYST),
                    DISMISSED,
                    Guard.REASON_GIVEN),
            row(
                    EnumSet.of(CONFIRMED),
                    Event.NOTIFY,
                    EnumSet.of(ANALYST, MAKER),
                    NOTIFIED,
                    Guard.GROUND_TO_ACCUSE,
                    Guard.ADDRESSEE_KNOWN,
                    Guard.NO_OPEN_APPEAL),
            row(union(LIVE, EnumSet.of(DISMISSED, CLOSED)), Event.DELIVER, EnumSet.of(ANALYST), null),
            row(EnumSet.of(NOTIFIED, OVERDUE), Event.REMIND, EnumSet.of(SYSTEM), null),
            row(EnumSet.of(NOTIFIED), Event.LAPSE, EnumSet.of(SYSTEM), OVERDUE, Guard.DEADLINE_PASSED),
            // an answer is always heard: what was proposed or approved without it falls away
            row(HEARD, Event.RESPOND, VOICE, RESPONDED),
            row(
                    EnumSet.of(RESPONDED),
                    Event.GRANT_REQUEST,
                    EnumSet.of(ANALYST),
                    CLOSED,
                    Guard.OF_ACCOUNTS,
                    Guard.REQUEST_OPEN,
                    Guard.NO_OPEN_APPEAL),
            row(EnumSet.of(RESPONDED), Event.REFUSE_REQUEST, STAFF, null, Guard.REQUEST_OPEN, Guard.REASON_GIVEN),
            row(HEARD, Event.LEAVE_OUT, EnumSet.of(MAKER), null, Guard.OF_ACCOUNTS, Guard.REASON_GIVEN),
            row(LIVE, Event.ESCALATE, EnumSet.of(SYSTEM), null),
            row(
                    EnumSet.of(RESPONDED, OVERDUE),
                    Event.PROPOSE,
                    EnumSet.of(MAKER),
                    DISPOSITION_PROPOSED,
                    Guard.MEASURES_NAMED,
                    Guard.REASON_GIVEN,
                    Guard.REQUEST_ANSWERED,
                    Guard.NO_OPEN_APPEAL),
            row(
                    EnumSet.of(DISPOSITION_PROPOSED),
                    Event.APPROVE,
                    EnumSet.of(CHECKER),
                    DISPOSITION_APPROVED,
                    Guard.VERSION_SEEN,
                    Guard.NOT_OWN_PROPOSAL,
                    Guard.NO_OPEN_APPEAL),
            row(
                    EnumSet.of(DISPOSITION_PROPOSED),
                    Event.REJECT,
                    EnumSet.of(CHECKER),
                    RESPONDED,
                    Guard.REASON_GIVEN,
                    Guard.NOT_OWN_PROPOSAL,
                    Guard.ANSWERED),
            row(
                    EnumSet.of(DISPOSITION_PROPOSED),
                    Event.REJECT,
                    EnumSet.of(CHECKER),
                    OVERDUE,
                    Guard.REASON_GIVEN,
                    Guard.NOT_OWN_PROPOSAL,
                    Guard.NOT_ANSWERED),
            row(
                    EnumSet.of(DISPOSITION_APPROVED),
                    Event.EXECUTE,
                    EnumSet.of(ANALYST, MAKER),
                    EXECUTED,
                    Guard.NO_OPEN_APPEAL),
            row(
                    EnumSet.of(EXECUTED),
                    Event.VERIFY,
                    EnumSet.of(ANALYST),
                    VERIFYING,
                    Guard.OF_MINING,
                    Guard.NO_OPEN_APPEAL),
            row(EnumSet.of(VERIFYING), Event.QUIET, EnumSet.of(ANALYST), CLOSED, Guard.NO_OPEN_APPEAL),
            row(
                    EnumSet.of(EXECUTED, VERIFYING, CLOSED),
                    Event.RECUR,
                    EnumSet.of(ANALYST),
                    RECURRED,
                    Guard.OF_MINING,
                    Guard.AFTER_EXECUTION),
            row(
                    EnumSet.of(EXECUTED),
                    Event.CLOSE,
                    EnumSet.of(ANALYST),
                    CLOSED,
                    Guard.OF_ACCOUNTS,
                    Guard.REASON_GIVEN,
                    Guard.NO_OPEN_APPEAL),
            row(HEARD, Event.KEEP, EnumSet.of(ANALYST, MAKER), CLOSED, Guard.OF_ACCOUNTS, Guard.AFTER_NOTICE),
            row(BEFORE_EXECUTION, Event.WITHDRAW, EnumSet.of(CHECKER), WITHDRAWN, Guard.REASON_GIVEN),
            row(
                    BEFORE_EXECUTION,
                    Event.MERGE,
                    EnumSet.of(ANALYST),
                    MERGED,
                    Guard.OTHER_CASE,
                    Guard.REASON_GIVEN,
                    Guard.NO_OPEN_APPEAL),
            row(AFTER_NOTICE, Event.APPEAL, VOICE, null, Guard.REASON_GIVEN, Guard.NO_OPEN_APPEAL),
            row(
                    AFTER_NOTICE,
                    Event.GRANT_APPEAL,
                    EnumSet.of(CHECKER),
                    UNDER_CHECK,
                    Guard.APPEAL_OPEN,
                    Guard.REASON_GIVEN,
                    Guard.NOT_INVOLVED),
            row(
                    AFTER_NOTICE,
                    Event.REFUSE_APPEAL,
                    EnumSet.of(CHECKER),
                    null,
                    Guard.APPEAL_OPEN,
                    Guard.REASON_GIVEN,
                    Guard.NOT_INVOLVED),
            row(
                    LIVE,
                    Event.PROPOSE_INTERIM,
                    EnumSet.of(MAKER),
                    null,
                    Guard.NO_INTERIM,
                    Guard.MEASURES_NAMED,
                    Guard.REASON_GIVEN),
            row(
                    LIVE,
                    Event.APPROVE_INTERIM,
                    EnumSet.of(CHECKER),
                    null,
                    Guard.INTERIM_PROPOSED,
                    Guard.VERSION_SEEN,
                    Guard.NOT_OWN_INTERIM,
                    Guard.END_NAMED,
                    Guard.NO_OPEN_APPEAL),
            row(
                    ALL,
                    Event.REJECT_INTERIM,
                    EnumSet.of(CHECKER),
                    null,
                    Guard.INTERIM_PROPOSED,
                    Guard.NOT_OWN_INTERIM,
                    Guard.REASON_GIVEN),
            row(ALL, Event.LIFT_INTERIM, STAFF, null, Guard.INTERIM_IN_FORCE, Guard.REASON_GIVEN),
            row(ALL, Event.LAPSE_INTERIM, EnumSet.of(SYSTEM), null, Guard.INTERIM_OVER),
            row(LIVE, Event.CHANGE_POLICY, EnumSet.of(CHECKER), null, Guard.REASON_GIVEN));

    public Transition {
        from = Set.copyOf(from);
        roles = Set.copyOf(roles);
        guards = List.copyOf(guards);
    }

    private static Transition row(
            Set<State> from, Event event, Set<Role> roles, @Nullable State next, Guard... guards) {
        return new Transition(from, event, roles, List.of(guards), next);
    }

    private static Set<State> union(Set<State> some, Set<State> more) {
        Set<State> all = EnumSet.copyOf(some);
        all.addAll(more);
        return all;
    }

    /// The rows of an event in a state.
    public static List<Transition> of(State state, Event event) {
        List<Transition> rows = new ArrayList<>();
        for (Transition row : TABLE) {
            if (row.event == event && row.from.contains(state)) {
                rows.add(row);
            }
        }
        return rows;
    }

    /// The state after it.
    public State after(State before) {
        return next == null ? before : next;
    }
}
