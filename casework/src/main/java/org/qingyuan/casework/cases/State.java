package org.qingyuan.casework.cases;

import java.util.Locale;

/// Where a case stands. What leads from one to another stands in [Transition].
public enum State {
    /// Found, not looked at.
    SUSPECTED,
    /// 核查: somebody looks at the host or the account.
    UNDER_CHECK,
    CONFIRMED,
    /// Found wrong; the matter rests for a while.
    DISMISSED,
    /// The organisation or the holder was told, and has time to answer.
    NOTIFIED,
    RESPONDED,
    /// The time to answer went by.
    OVERDUE,
    DISPOSITION_PROPOSED,
    DISPOSITION_APPROVED,
    EXECUTED,
    /// 复测: watched whether it comes back.
    VERIFYING,
    /// 销号.
    CLOSED,
    RECURRED,
    /// Taken back by who opened it.
    WITHDRAWN,
    /// Goes on as another case.
    MERGED;

    /// The word in results and message keys: lower case with hyphens.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether nothing is left to be done.
    public boolean isEnd() {
        return this == DISMISSED || this == CLOSED || this == WITHDRAWN || this == MERGED;
    }

    /// The state of a word.
    ///
    /// @throws IllegalArgumentException when there is none
    public static State of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
