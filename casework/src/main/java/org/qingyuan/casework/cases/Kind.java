package org.qingyuan.casework.cases;

import java.util.Locale;

/// Of which world a case is.
public enum Kind {
    MINING,
    ACCOUNTS;

    /// The word in packs, results and message keys; also the first part of a finding's key.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The kind of a word.
    ///
    /// @throws IllegalArgumentException when there is none
    public static Kind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
