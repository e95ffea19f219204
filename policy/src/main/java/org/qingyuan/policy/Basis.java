package org.qingyuan.policy;

import java.util.Locale;

/// A law, notice or report on which a pack rests, and how much of it was seen.
public record Basis(Wording text, Reading reading) {
    /// How it was read. What was not read at its source is a parameter and is not to be cited as law.
    public enum Reading {
        /// The issuer's own text.
        ORIGINAL,
        /// The text as somebody else reprinted or quoted it.
        COPY,
        /// What a report says of it.
        REPORTED,
        /// Known by name only.
        UNREAD;

        /// The word in packs and message keys: lower case.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
