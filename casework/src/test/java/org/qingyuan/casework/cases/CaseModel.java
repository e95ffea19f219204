package org.qingyuan.casework.cases;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qingyuan.access.Actor;
import org.qingyuan.access.Role;

/// What the rules say of one case, written once more without the table: a state, some flags, and numbers of persons.
/// It says what may happen, and follows what did.
final class CaseModel {
    private static final Set<State> OVER = EnumSet.of(State.DISMISSED, State.CLOSED, State.WITHDRAWN, State.MERGED);
    private static final Set<State> WAITING = EnumSet.of(
            State.NOTIFIED, State.RESPONDED, State.OVERDUE, State.DISPOSITION_PROPOSED, State.DISPOSITION_APPROVED);
    private static final int NOBODY = -1;

    private final boolean isMining;
    State state = State.SUSPECTED;
    long version = 1;
    long opening;
    boolean isAnswered;
    String asked = "";
    boolean isAppealed;
    String interim = "none";
    int interimMaker = NOBODY;

    @Nullable
    Instant interimUntil;

    int maker = NOBODY;
    int checker = NOBODY;

    @Nullable
    Instant dueAt;

    @Nullable
    Instant notifiedAt;

    @Nullable
    Instant executedAt;

    CaseModel(boolean isMining, long opening) {
        this.isMining = isMining;
        this.opening = opening;
    }

    /// Somebody who may ask for something.
    ///
    /// @param person the same for all names of one human being
    /// @param isOfThis whether the case is in scope
    record Player(Actor actor, int person, boolean isOfThis) {
        boolean is(Role... roles) {
            return Set.of(roles).contains(actor.role());
        }
    }

    private boolean isIn(State first, State... more) {
        return EnumSet.of(first, more).contains(state);
    }

    /// Every state after the notice.
    private boolean isTold() {
        return WAITING.contains(state) || isIn(State.EXECUTED, State.VERIFYING, State.CLOSED, State.RECURRED);
    }

    private boolean isBeforeExecution() {
        return WAITING.contains(state) || isIn(State.SUSPECTED, State.UNDER_CHECK, State.CONFIRMED, State.RECURRED);
    }

    private boolean isOpen() {
        return !OVER.contains(state);
    }

    /// The state after it, or `null` where it must not happen.
    @Nullable
    State next(Player who, Step step) {
        return who.isOfThis() && isAllowed(who, step) ? after(step.event()) : null;
    }

    private boolean isAllowed(Player who, Step step) {
        boolean hasReason = !step.reason().isBlank();
        return switch (step.event()) {
            case OPEN -> false;
            case ATTACH -> who.is(Role.ANALYST) && !isIn(State.WITHDRAWN, State.MERGED);
            case LEARN_ORGANISATION -> who.is(Role.ANALYST) && isOpen();
            case ASSIGN -> who.is(Role.ANALYST, Role.MAKER, Role.CHECKER) && isOpen();
            case CHECK -> who.is(Role.ANALYST) && isIn(State.SUSPECTED, State.RECURRED) && !isAppealed;
            case FILE ->
                isVoice(who)
                        && isIn(State.SUSPECTED, State.UNDER_CHECK, State.NOTIFIED, State.RESPONDED, State.OVERDUE);
            case CONFIRM -> who.is(Role.ANALYST) && isIn(State.UNDER_CHECK) && hasReason && opening > 0;
            case DISMISS ->
                who.is(Role.ANALYST)
                        && isIn(State.SUSPECTED, State.UNDER_CHECK, State.CONFIRMED, State.RESPONDED)
                        && hasReason;
            case NOTIFY -> who.is(Role.ANALYST, Role.MAKER) && isIn(State.CONFIRMED) && opening > 0 && !isAppealed;
            case DELIVER -> who.is(Role.ANALYST) && !isIn(State.WITHDRAWN, State.MERGED);
            case REMIND -> who.is(Role.SYSTEM) && isIn(State.NOTIFIED, State.OVERDUE);
            case RESPOND -> isVoice(who) && WAITING.contains(state);
            case LAPSE -> who.is(Role.SYSTEM) && isIn(State.NOTIFIED) && isReached(dueAt, step.at());
            case ESCALATE -> who.is(Role.SYSTEM) && isOpen();
            case CHANGE_POLICY -> who.is(Role.CHECKER) && isOpen() && hasReason;
            case GRANT_REQUEST ->
                who.is(Role.ANALYST) && isIn(State.RESPONDED) && !isMining && !asked.isEmpty() && !isAppealed;
            case REFUSE_REQUEST ->
                who.is(Role.ANALYST, Role.MAKER, Role.CHECKER)
                        && isIn(State.RESPONDED)
                        && !asked.isEmpty()
                        && hasReason;
            case LEAVE_OUT -> who.is(Role.MAKER) && WAITING.contains(state) && !isMining && hasReason;
            case PROPOSE, APPROVE, REJECT, EXECUTE -> isDispositionAllowed(who, step, hasReason);
            case VERIFY -> who.is(Role.ANALYST) && isIn(State.EXECUTED) && isMining && !isAppealed;
            case QUIET -> who.is(Role.ANALYST) && isIn(State.VERIFYING) && !isAppealed;
            case RECUR ->
                who.is(Role.ANALYST)
                        && isIn(State.EXECUTED, State.VERIFYING, State.CLOSED)
                        && isMining
                        && isLater(step, executedAt);
            case CLOSE -> who.is(Role.ANALYST) && isIn(State.EXECUTED) && !isMining && hasReason && !isAppealed;
            case KEEP ->
                who.is(Role.ANALYST, Role.MAKER) && WAITING.contains(state) && !isMining && isLater(step, notifiedAt);
            case WITHDRAW -> who.is(Role.CHECKER) && isBeforeExecution() && hasReason;
            case MERGE ->
                who.is(Role.ANALYST)
                        && isBeforeExecution()
                        && hasReason
                        && !isAppealed
                        && !step.text(Detail.INTO).isEmpty()
                        && !step.text(Detail.INTO).equals(step.caseId());
            case APPEAL -> isVoice(who) && isTold() && hasReason && !isAppealed;
            case GRANT_APPEAL, REFUSE_APPEAL ->
                who.is(Role.CHECKER)
                        && isTold()
                        && isAppealed
                        && hasReason
                        && who.person() != maker
                        && who.person() != checker;
            case PROPOSE_INTERIM, APPROVE_INTERIM, REJECT_INTERIM, LIFT_INTERIM, LAPSE_INTERIM ->
                isInterimAllowed(who, step, hasReason);
        };
    }

    private static boolean isVoice(Player who) {
        return who.is(Role.ORGANISATION, Role.HOLDER, Role.ANALYST);
    }

    private boolean isDispositionAllowed(Player who, Step step, boolean hasReason) {
        if (step.event() == Event.PROPOSE) {
            return who.is(Role.MAKER)
                    && isIn(State.RESPONDED, State.OVERDUE)
                    && hasReason
                    && !step.text(Detail.MEASURES).isEmpty()
                    && (asked.isEmpty() || asked.equals(step.text(Detail.MEASURES)))
                    && !isAppealed;
        }
        if (step.event() == Event.EXECUTE) {
            return who.is(Role.MAKER, Role.ANALYST) && isIn(State.DISPOSITION_APPROVED) && !isAppealed;
        }
        boolean isOther = who.is(Role.CHECKER) && isIn(State.DISPOSITION_PROPOSED) && who.person() != maker;
        return step.event() == Event.REJECT ? isOther && hasReason : isOther && hasSeen(step) && !isAppealed;
    }

    private boolean isInterimAllowed(Player who, Step step, boolean hasReason) {
        boolean isOther = who.is(Role.CHECKER) && interim.equals("proposed") && who.person() != interimMaker;
        if (step.event() == Event.PROPOSE_INTERIM) {
            return who.is(Role.MAKER)
                    && isOpen()
                    && hasReason
                    && interim.equals("none")
                    && !step.text(Detail.MEASURES).isEmpty();
        }
        if (step.event() == Event.APPROVE_INTERIM) {
            return isOther && isOpen() && hasSeen(step) && !isAppealed && isShort(step);
        }
        if (step.event() == Event.REJECT_INTERIM) {
            return isOther && hasReason;
        }
        return interim.equals("in force")
                && (step.event() == Event.LIFT_INTERIM
                        ? who.is(Role.ANALYST, Role.MAKER, Role.CHECKER) && hasReason
                        : who.is(Role.SYSTEM) && isReached(interimUntil, step.at()));
    }

    private boolean hasSeen(Step step) {
        return step.text(Detail.SEEN).equals("" + version);
    }

    private static boolean isShort(Step step) {
        Instant until = step.instant(Detail.UNTIL);
        return until != null
                && until.isAfter(step.at())
                && until.getEpochSecond() - step.at().getEpochSecond() <= 8 * 86_400;
    }

    private static boolean isReached(@Nullable Instant bound, Instant at) {
        return bound != null && at.compareTo(bound) >= 0;
    }

    private static boolean isLater(Step step, @Nullable Instant bound) {
        Instant occurred = step.instant(Detail.OCCURRED_AT);
        return bound != null && occurred != null && occurred.compareTo(bound) > 0;
    }

    private State after(Event event) {
        return switch (event) {
            case CHECK, GRANT_APPEAL -> State.UNDER_CHECK;
            case CONFIRM -> State.CONFIRMED;
            case DISMISS -> State.DISMISSED;
            case NOTIFY -> State.NOTIFIED;
            case RESPOND -> State.RESPONDED;
            case LAPSE -> State.OVERDUE;
            case PROPOSE -> State.DISPOSITION_PROPOSED;
            case APPROVE -> State.DISPOSITION_APPROVED;
            case REJECT -> isAnswered ? State.RESPONDED : State.OVERDUE;
            case EXECUTE -> State.EXECUTED;
            case VERIFY -> State.VERIFYING;
            case QUIET, CLOSE, KEEP, GRANT_REQUEST -> State.CLOSED;
            case RECUR -> State.RECURRED;
            case WITHDRAW -> State.WITHDRAWN;
            case MERGE -> State.MERGED;
            case OPEN,
                    ATTACH,
                    LEARN_ORGANISATION,
                    ASSIGN,
                    FILE,
                    DELIVER,
                    REMIND,
                    ESCALATE,
                    REFUSE_REQUEST,
                    LEAVE_OUT,
                    APPEAL,
                    REFUSE_APPEAL,
                    PROPOSE_INTERIM,
                    APPROVE_INTERIM,
                    REJECT_INTERIM,
                    LIFT_INTERIM,
                    LAPSE_INTERIM,
                    CHANGE_POLICY -> state;
        };
    }

    /// Follows what happened.
    void follow(Player who, Step step) {
        State next = after(step.event());
        if (next != state || step.has(Detail.DUE)) {
            dueAt = step.instant(Detail.DUE);
        }
        state = next;
        version++;
        remember(who, step);
        if (isProposalGone() && !isAppealed) {
            maker = NOBODY;
            checker = NOBODY;
        }
    }

    private boolean isProposalGone() {
        return !isIn(
                State.DISPOSITION_PROPOSED,
                State.DISPOSITION_APPROVED,
                State.EXECUTED,
                State.VERIFYING,
                State.CLOSED,
                State.RECURRED);
    }

    private void remember(Player who, Step step) {
        String event = step.event().word();
        switch (event) {
            case "attach", "recur" -> opening += step.number(Detail.OPENING);
            case "notify" -> {
                notifiedAt = step.at();
                isAnswered = false;
                asked = "";
            }
            case "respond" -> {
                isAnswered = true;
                asked = step.has(Detail.REQUEST) ? step.text(Detail.REQUEST) : asked;
            }
            case "grant-request", "refuse-request" -> asked = "";
            case "propose" -> {
                maker = who.person();
                checker = NOBODY;
            }
            case "approve" -> checker = who.person();
            case "execute" -> executedAt = Objects.requireNonNullElse(step.instant(Detail.EXECUTED_AT), step.at());
            case "appeal" -> isAppealed = true;
            case "grant-appeal", "refuse-appeal" -> isAppealed = false;
            case "propose-interim" -> {
                interim = "proposed";
                interimMaker = who.person();
            }
            case "approve-interim" -> {
                interim = "in force";
                interimUntil = step.instant(Detail.UNTIL);
            }
            case "reject-interim" -> interim = "none";
            case "lift-interim", "lapse-interim" -> interim = "over";
            default -> {
                // says nothing of who may do what
            }
        }
        if (event.equals("recur") && interim.equals("over")) {
            interim = "none";
        }
    }
}
