package org.qingyuan.accounts.rule;

import java.util.List;
import java.util.Map;
import org.qingyuan.finding.Severity;

/// One rule as its SQL file declares it.
///
/// @param id `accounts.long-inactive`
/// @param version raised when the same input could give another answer
/// @param titleZh its name in Chinese
/// @param titleEn its name in English
/// @param parameters its thresholds, in the header's order
/// @param proposed what a finding proposes, `to-long-suspended`; a word below `proposed.`
/// @param basis the instruments behind it
/// @param need what an extract must hold for the rule to run
/// @param reads the tables on which it depends, `customers` and so on
/// @param refutedBy what would show a finding wrong, as message keys
/// @param steps the statements by name, in their order
public record Rule(
        String id,
        int version,
        Severity severity,
        String titleZh,
        String titleEn,
        List<Parameter> parameters,
        String proposed,
        String basis,
        Need need,
        List<String> reads,
        List<String> refutedBy,
        Map<String, String> steps) {
    /// The id without its `accounts.`: the prefix of its parameters and the rule's part of a key.
    public String name() {
        return id.substring(id.indexOf('.') + 1);
    }

    /// What an extract must hold.
    public enum Need {
        /// Customers and accounts, which every extract has.
        ACCOUNTS,
        /// Closed accounts too.
        COMPLETE_ACCOUNTS,
        /// Transactions back to the cut-off of `period`, or a declared date of the last one.
        LAST_MOVEMENTS,
        /// Transactions, however far back.
        TRANSACTIONS,
        /// Transactions back to `quiet` before the window of `windowDays`.
        TRANSACTIONS_OF_WINDOW
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
            /// A number of days, from 0; the rule compares with the day that lies so far before the cut-off.
            DAYS,
            /// A date, ISO.
            DATE,
            /// Yuan with two decimals, from 0.
            AMOUNT,
            /// A whole number from 0.
            COUNT
        }
    }
}
