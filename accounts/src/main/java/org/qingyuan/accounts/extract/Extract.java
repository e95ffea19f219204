package org.qingyuan.accounts.extract;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qingyuan.table.raw.ColumnType;
import org.qingyuan.table.raw.RawTable;

/// What a bank handed over: the raw tables that a session holds, and what the bank says about them.
///
/// @param tables at least customers and accounts, none of them with faults
/// @param extractedOn the last day of which the extract holds rows; `null` = the day of the cut-off
/// @param transactionsFrom the date from which transactions are complete; `null` = the earliest row's
/// @param accountsComplete whether closed accounts are in the extract too
/// @param lastActivityCounts which codes the column `last_activity_on` counts, as [CodeTable#counting] writes them;
///     `null` = not declared, so the column is not used
public record Extract(
        Map<CanonicalTable, RawTable> tables,
        @Nullable LocalDate extractedOn,
        @Nullable LocalDate transactionsFrom,
        boolean accountsComplete,
        @Nullable Set<String> lastActivityCounts) {
    /// Whether the source has the table and, in one of its files at least, the column.
    public boolean has(CanonicalTable table, String column) {
        RawTable raw = tables.get(table);
        return raw != null && raw.columns().getOrDefault(column, ColumnType.ABSENT) != ColumnType.ABSENT;
    }

    /// The raw table, which the extract must have.
    public RawTable get(CanonicalTable table) {
        return Objects.requireNonNull(tables.get(table), table::word);
    }

    /// The raw table; `null` where the extract has none.
    public @Nullable RawTable table(CanonicalTable table) {
        return tables.get(table);
    }
}
