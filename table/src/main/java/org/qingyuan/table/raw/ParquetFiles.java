package org.qingyuan.table.raw;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;
import org.qingyuan.finding.Reject;
import org.qingyuan.finding.RejectReason;
import org.qingyuan.table.session.Session;
import org.qingyuan.table.session.Sql;

/// Looks at Parquet files: their columns, types and rows, from their footers alone.
final class ParquetFiles {
    private static final Set<String> TEXTS = Set.of(
            "VARCHAR",
            "BOOLEAN",
            "TINYINT",
            "SMALLINT",
            "INTEGER",
            "BIGINT",
            "HUGEINT",
            "UUID",
            "UTINYINT",
            "USMALLINT",
            "UINTEGER",
            "UBIGINT");
    private static final Set<String> TIMESTAMPS = Set.of("TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS");

    private final Session session;
    private final TableShape shape;

    ParquetFiles(Session session, TableShape shape) {
        this.session = session;
        this.shape = shape;
    }

    /// What a file holds.
    ///
    /// @param types of the shape's columns that it has
    /// @param unknown names of the others
    record Footer(long rows, Map<String, String> types, List<String> unknown, List<Reject> faults) {}

    Footer footer(SourceFile file) throws IOException {
        Map<String, String> types = new LinkedHashMap<>();
        try {
            String scan = "read_parquet(" + Sql.text(file.path().toString()) + ")";
            session.query(
                    "SELECT column_name, column_type FROM (DESCRIBE FROM " + scan + ")",
                    row -> types.put(row.text(0), row.text(1)));
            return checked(file, session.count("SELECT count(*) FROM " + scan), types);
        } catch (Failure e) {
            if (e.code() != ErrorCode.FILE_UNREADABLE) {
                throw e;
            }
            String what = String.valueOf(e.arguments().get("what"));
            Reject fault = new Reject(file.name(), 0, null, RejectReason.UNREADABLE_FILE, what);
            return new Footer(0, Map.of(), List.of(), List.of(fault));
        }
    }

    private Footer checked(SourceFile file, long rows, Map<String, String> types) {
        List<Reject> faults = new ArrayList<>();
        Map<String, String> known = new LinkedHashMap<>();
        for (String column : shape.columns()) {
            String type = types.remove(column);
            if (type != null && !isReadable(type)) {
                faults.add(new Reject(file.name(), 0, column, RejectReason.BAD_TYPE, type));
            } else if (type != null) {
                known.put(column, type);
            } else if (shape.required().contains(column)) {
                faults.add(new Reject(file.name(), 0, column, RejectReason.MISSING_COLUMN, column));
            }
        }
        return new Footer(rows, known, List.copyOf(types.keySet()), faults);
    }

    private static boolean isReadable(String type) {
        return TEXTS.contains(type) || TIMESTAMPS.contains(type) || type.equals("DATE") || type.startsWith("DECIMAL");
    }

    static ColumnType kind(String type) {
        if (type.startsWith("DECIMAL")) {
            return ColumnType.DECIMAL;
        }
        if (TIMESTAMPS.contains(type)) {
            return ColumnType.TIMESTAMP;
        }
        return type.equals("DATE") ? ColumnType.DATE : ColumnType.TEXT;
    }
}
