package org.qingyuan.policy;

import java.util.Locale;

/// What a pack says of one transaction code, direction by direction.
///
/// @param code the regulator's two digits, or `bank` for what the bank books by itself
public record CodeRow(String code, Meaning debit, Meaning credit) {
    /// Whether such a transaction is the holder's own act.
    public enum Meaning {
        COUNTS,
        DOES_NOT_COUNT,
        UNKNOWN;

        /// The word in packs: lower case with hyphens.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
