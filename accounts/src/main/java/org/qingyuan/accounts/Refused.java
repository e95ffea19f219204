package org.qingyuan.accounts;

/// Why a rule did not run.
///
/// @param detail what is missing or differs, as a person reads it: dates, codes, files; never a sentence
public record Refused(Reason reason, String detail) {
    /// The closed reasons; each has a text under `refused.` and its word.
    public enum Reason {
        /// Closed accounts are not in the extract.
        ACCOUNTS_INCOMPLETE("accounts-incomplete"),
        /// There are no transactions.
        NO_TRANSACTIONS("no-transactions"),
        /// Transactions do not reach back far enough.
        TRANSACTIONS_TOO_SHORT("transactions-too-short"),
        /// The date of the last activity counts other codes than the standard.
        LAST_ACTIVITY_DIFFERS("last-activity-differs"),
        /// A row was refused of which nothing says whom it speaks about.
        UNATTRIBUTABLE_ROWS("unattributable-rows");

        private final String word;

        Reason(String word) {
            this.word = word;
        }

        /// Lower case with hyphens.
        public String word() {
            return word;
        }
    }
}
