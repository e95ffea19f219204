package org.qingyuan.policy;

import java.util.Locale;

/// What must hold before a holder gets at once what was asked for. Each has a text in both languages under `condition.`
/// and its word.
public enum Condition {
    /// A valid identity document was shown by the holder, or by a relative with the holder's.
    IDENTITY_SHOWN(true),
    /// The holder has no other normal class I account at the bank.
    NO_OTHER_CLASS_ONE(true),
    /// The explanation was looked into, and found right.
    REASON_VERIFIED(true),
    /// No loan, card, product or standing order hangs on the account, and it is not frozen.
    NOTHING_ATTACHED(true),
    /// The balance was paid out or carried over.
    BALANCE_PAID(true),
    /// The account is named, and is one of those that were found.
    ACCOUNT_NAMED(false),
    /// The account into which the other goes is named, and is another one.
    TARGET_NAMED(false);

    private final boolean isAttested;

    Condition(boolean isAttested) {
        this.isAttested = isAttested;
    }

    /// Whether somebody at the counter must have seen it; what is left is seen by the program.
    public boolean isAttested() {
        return isAttested;
    }

    /// The word in packs, steps and message keys: lower case with hyphens.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The condition of a word.
    ///
    /// @throws IllegalArgumentException when there is none
    public static Condition from(String word) {
        for (Condition condition : values()) {
            if (condition.word().equals(word)) {
                return condition;
            }
        }
        throw new IllegalArgumentException(word);
    }
}
