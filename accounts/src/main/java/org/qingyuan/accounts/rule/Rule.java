package org.qingyuan.accounts.rule;

import java.util.List;
import org.qingyuan.finding.Severity;

/// One rule as the header of its SQL file declares it.
///
/// @param id `accounts.long-inactive`
/// @param version raised when the same input could give another answer
/// @param titleZh its name in Chinese
/// @param titleEn its name in English
/// @param parameters its thresholds, in the header's order
/// @param proposed what a finding proposes, `to-long-suspended`; a word below `proposed.`
/// @param basis the instruments behind it
/// @param sql the statement below the header
public record Rule(
        String id,
        int version,
        Severity severity,
        String titleZh,
        String titleEn,
        List<Parameter> parameters,
        String proposed,
        String basis,
        String sql) {
    /// The id without its `accounts.`: the prefix of its parameters and the rule's part of a key.
    public String name() {
        return id.substring(id.indexOf('.') + 1);
    }

    /// A threshold.
    ///
    /// @param name without the rule, `period`
    /// @param defaultValue what holds where a policy says nothing; blank = unset
    public record Parameter(String name, Kind kind, String defaultValue) {
        /// What a threshold's text may be.
        public enum Kind {
            /// `java.time.Period`, `P3Y`; not negative.
            PERIOD,
            /// A date, ISO.
            DATE,
            /// Yuan with two decimals.
            AMOUNT,
            /// A whole number from 0.
            COUNT
        }
    }
}
