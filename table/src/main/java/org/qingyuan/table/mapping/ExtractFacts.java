package org.qingyuan.table.mapping;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the bank declares of an extract as a whole.
///
/// @param extractedOn the day on which the rows were taken, or `null` where the as-of date is meant
/// @param transactionsFrom the first day from which all transactions are there, or `null` where the earliest row tells
/// @param accountsComplete whether closed accounts are included
/// @param lastActivityCounts the codes that the column `last_activity_on` counts, in the order given, or `null` where
///     the column is not to be used
public record ExtractFacts(
        @Nullable LocalDate extractedOn,
        @Nullable LocalDate transactionsFrom,
        boolean accountsComplete,
        @Nullable List<String> lastActivityCounts) {
    /// Nothing declared.
    public static final ExtractFacts NONE = new ExtractFacts(null, null, false, null);

    public ExtractFacts {
        lastActivityCounts = lastActivityCounts == null ? null : List.copyOf(lastActivityCounts);
    }
}
