package org.qingyuan.casework.cases;

import java.util.Locale;

/// What can happen to a case. Who may do it, and where it leads, stands in [Transition].
public enum Event {
    OPEN,
    /// Further findings of the same matter came.
    ATTACH,
    LEARN_ORGANISATION,
    ASSIGN,
    CHECK,
    /// What was seen on the spot was filed.
    FILE,
    CONFIRM,
    DISMISS,
    NOTIFY,
    /// A channel said whether the notice arrived.
    DELIVER,
    REMIND,
    RESPOND,
    /// The party gets what it asked for.
    GRANT_REQUEST,
    REFUSE_REQUEST,
    LAPSE,
    ESCALATE,
    /// The case was looked at for a batch and is not in it; a person decides, or it waits.
    LEAVE_OUT,
    PROPOSE,
    APPROVE,
    REJECT,
    EXECUTE,
    VERIFY,
    /// A re-test found nothing, and the tap was alive.
    QUIET,
    RECUR,
    CLOSE,
    /// The holder's own transaction after the notice settled it.
    KEEP,
    WITHDRAW,
    MERGE,
    APPEAL,
    GRANT_APPEAL,
    REFUSE_APPEAL,
    PROPOSE_INTERIM,
    APPROVE_INTERIM,
    REJECT_INTERIM,
    LIFT_INTERIM,
    LAPSE_INTERIM,
    CHANGE_POLICY;

    /// The word in steps, commands and message keys: lower case with hyphens.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The event of a word.
    ///
    /// @throws IllegalArgumentException when there is none
    public static Event of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
