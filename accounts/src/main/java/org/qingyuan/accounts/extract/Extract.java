package org.qingyuan.accounts.extract;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a bank handed over: the raw relations that a session holds, and what the bank says about them.
///
/// @param tables the relations present, each with its columns' types as DuckDB names them; at least customers and
///     accounts. A column that the source lacks is not among them
/// @param files names as findings and rejects write them, by the relations' `file_no`
/// @param extractedOn the last day of which the extract holds rows; `null` = the day of the cut-off
/// @param transactionsFrom the date from which transactions are complete; `null` = the earliest row's
/// @param accountsComplete whether closed accounts are in the extract too
/// @param lastActivityCounts which codes the column `last_activity_on` counts, as [CodeTable#counting] writes them;
///     `null` = not declared, so the column is not used
/// @param refused rows that the reader could not use
public record Extract(
        Map<CanonicalTable, Map<String, String>> tables,
        List<String> files,
        @Nullable LocalDate extractedOn,
        @Nullable LocalDate transactionsFrom,
        boolean accountsComplete,
        @Nullable Set<String> lastActivityCounts,
        List<RefusedRow> refused) {
    /// Whether the source has the column.
    public boolean has(CanonicalTable table, String column) {
        Map<String, String> columns = tables.get(table);
        return columns != null && columns.containsKey(column);
    }
}
