package org.qingyuan.store;

import java.sql.ResultSetMetaData;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Copies all tables from one engine into another, as they are: what is encrypted stays so.
final class TableCopy {
    /// Each after those that it refers to.
    private static final List<String> TABLES = List.of(
            "head",
            "campaign",
            "import_run",
            "case_file",
            "tally",
            "step",
            "arrival",
            "finding",
            "placed",
            "entry",
            "contact",
            "deadline",
            "done",
            "store");

    private static final int BATCH = 1000;

    private TableCopy() {}

    static void copy(Session from, Session to) {
        for (String table : TABLES) {
            copy(table, from, to);
        }
    }

    private static void copy(String table, Session from, Session to) {
        List<@Nullable Object[]> waiting = new ArrayList<>();
        String[] insert = {""};
        from.each("SELECT * FROM " + table, row -> {
            ResultSetMetaData columns = row.getMetaData();
            @Nullable Object[] values = new @Nullable Object[columns.getColumnCount()];
            for (int i = 0; i < values.length; i++) {
                Object value = row.getObject(i + 1);
                values[i] = value instanceof Number number ? (Object) number.longValue() : value;
            }
            if (insert[0].isEmpty()) {
                insert[0] = insert(table, columns);
            }
            waiting.add(values);
            if (waiting.size() == BATCH) {
                to.updateAll(insert[0], waiting);
                waiting.clear();
            }
            return true;
        });
        if (!waiting.isEmpty()) {
            to.updateAll(insert[0], waiting);
        }
    }

    private static String insert(String table, ResultSetMetaData columns) throws java.sql.SQLException {
        StringBuilder names = new StringBuilder();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            names.append(i == 1 ? "" : ", ").append(columns.getColumnName(i));
        }
        return "INSERT INTO " + table + " (" + names + ") VALUES (?" + ", ?".repeat(columns.getColumnCount() - 1) + ")";
    }
}
