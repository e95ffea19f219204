package org.qingyuan.access;

import java.util.Locale;

/// By which way an act came, and who stood there: two acts of the same identity are acts of the same person, whatever
/// name was given.
///
/// @param identity name of the operating system's user, of the session or of the token
public record Way(Kind kind, String identity) {
    /// Acts of the program's own clock.
    public static final Way CLOCK = new Way(Kind.CLOCK, "");

    /// How somebody proved who it is.
    public enum Kind {
        /// By the operating system: whoever may use the store's files.
        USER,
        SESSION,
        TOKEN,
        CLOCK;

        /// The word in steps: lower case.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
