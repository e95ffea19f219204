package org.qingyuan.accounts;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.qingyuan.accounts.extract.CanonicalTable;
import org.qingyuan.accounts.extract.Extract;
import org.qingyuan.accounts.rule.Rule;
import org.qingyuan.accounts.rule.Thresholds;

/// Says which rules an extract allows.
///
/// @param transactionsFrom the date from which transactions are complete; `null` without any
/// @param lastActivity whether the column of the last activity may be used
/// @param counting what the standard counts
/// @param unattributable refused rows that name nobody, by table; empty where they are accepted
record Permission(
        Extract extract,
        @Nullable LocalDate transactionsFrom,
        boolean lastActivity,
        SortedSet<String> counting,
        Map<CanonicalTable, Long> unattributable) {
    /// Why the rule may not run, `null` when it may.
    @Nullable
    Refused refusal(Rule rule, Thresholds thresholds) {
        Refused missing = switch (rule.need()) {
            case ACCOUNTS -> null;
            case COMPLETE_ACCOUNTS ->
                extract.accountsComplete() ? null : new Refused(Refused.Reason.ACCOUNTS_INCOMPLETE, "accountsComplete");
            case TRANSACTIONS -> transactionsFrom == null ? none() : null;
            case LAST_MOVEMENTS ->
                lastActivity || reaches(thresholds.cutOff("period")) ? null : noMovements(thresholds);
            case TRANSACTIONS_OF_WINDOW ->
                reaches(thresholds.quietBeforeWindow()) ? null : tooShort(thresholds.quietBeforeWindow());
        };
        return missing != null ? missing : unattributable(rule);
    }

    private boolean reaches(LocalDate day) {
        return transactionsFrom != null && !transactionsFrom.isAfter(day);
    }

    private static Refused none() {
        return new Refused(Refused.Reason.NO_TRANSACTIONS, CanonicalTable.TRANSACTIONS.word());
    }

    private Refused tooShort(LocalDate needed) {
        return transactionsFrom == null
                ? none()
                : new Refused(Refused.Reason.TRANSACTIONS_TOO_SHORT, transactionsFrom + " > " + needed);
    }

    private Refused noMovements(Thresholds thresholds) {
        if (extract.lastActivityCounts() != null
                && !extract.lastActivityCounts().equals(counting)) {
            return new Refused(
                    Refused.Reason.LAST_ACTIVITY_DIFFERS,
                    new TreeSet<>(extract.lastActivityCounts()) + " <> " + counting);
        }
        return tooShort(thresholds.cutOff("period"));
    }

    private @Nullable Refused unattributable(Rule rule) {
        for (CanonicalTable table : unattributable.keySet()) {
            if (rule.reads().contains(table.word())) {
                return new Refused(Refused.Reason.UNATTRIBUTABLE_ROWS, table.word() + ": " + unattributable.get(table));
            }
        }
        return null;
    }
}
