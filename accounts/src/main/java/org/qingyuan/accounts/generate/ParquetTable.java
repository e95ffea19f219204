package org.qingyuan.accounts.generate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.qingyuan.accounts.extract.CanonicalTable;
import org.qingyuan.table.session.Session;
import org.qingyuan.table.session.Sql;

/// A canonical table as Parquet with typed columns.
public final class ParquetTable {
    private static final Map<String, String> TYPES = Map.of(
            "phone_verified_on", "DATE",
            "registered_on", "DATE",
            "opened_on", "DATE",
            "closed_on", "DATE",
            "last_activity_on", "DATE",
            "booked_at", "TIMESTAMP",
            "balance", "DECIMAL(18, 2)",
            "amount", "DECIMAL(18, 2)");

    private ParquetTable() {}

    /// The type of a column: `DATE`, `TIMESTAMP`, `DECIMAL(18, 2)` or `VARCHAR`.
    public static String type(String column) {
        return TYPES.getOrDefault(column, "VARCHAR");
    }

    /// Writes the rows of a file in their order. A cell that is not of its column's type has nothing there.
    ///
    /// @param csv in the canonical layout: UTF-8, comma, a header, every column
    public static void write(Session session, CanonicalTable table, Path csv, Path parquet) {
        List<String> columns = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (String column : table.columns()) {
            String name = Sql.name(column);
            String type = TYPES.get(column);
            columns.add(type == null ? name : "TRY_CAST(nullif(" + name + ", '') AS " + type + ") AS " + name);
            names.add(Sql.text(column) + ": 'VARCHAR'");
        }
        session.execute("COPY (SELECT " + String.join(", ", columns) + " FROM read_csv(" + Sql.text(csv.toString())
                + ", header = true, auto_detect = false, delim = ',', quote = '\"', escape = '\"', nullstr = '\\0',"
                + " columns = {" + String.join(", ", names) + "})) TO "
                + Sql.text(parquet.toString()) + " (FORMAT parquet, COMPRESSION zstd)");
    }
}
