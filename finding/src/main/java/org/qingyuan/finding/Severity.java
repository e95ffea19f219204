package org.qingyuan.finding;

import java.util.Locale;

/// How urgent a finding is, lowest first. A rule's row fixes it; it is never computed ad hoc.
public enum Severity {
    INFO,
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    /// The word written into results: lower case.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The severity of a written word.
    ///
    /// @throws IllegalArgumentException when the word names none
    public static Severity of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
