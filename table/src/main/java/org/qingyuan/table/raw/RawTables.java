package org.qingyuan.table.raw;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.qingyuan.finding.Reject;
import org.qingyuan.finding.RejectReason;
import org.qingyuan.table.session.Session;
import org.qingyuan.table.session.Sql;

/// Brings the tables of an extract before a session.
public final class RawTables {
    private RawTables() {}

    /// Opens a table of an extract in the canonical layout: `NAME.csv`, `NAME.parquet`, or a folder `NAME` of such
    /// parts. The session must be allowed to read the folder.
    ///
    /// @return nothing where the folder has no such file
    public static Optional<RawTable> open(Session session, Path folder, TableShape shape) throws IOException {
        List<Path> paths = find(folder, shape.name());
        if (paths.isEmpty()) {
            return Optional.empty();
        }
        List<Reject> faults = new ArrayList<>();
        List<RawFile> files = new ArrayList<>();
        Map<String, ColumnType> columns = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        List<String> selects = new ArrayList<>();
        for (Path path : paths) {
            String name = folder.relativize(path).toString().replace('\\', '/');
            boolean parquet = name.endsWith(".parquet");
            String scan = parquet
                    ? "read_parquet(" + Sql.text(path.toString()) + ", file_row_number = true)"
                    : "(SELECT row_number() OVER () - 1 AS file_row_number, * FROM read_csv("
                            + Sql.text(path.toString()) + ", header = true, all_varchar = true, delim = ',',"
                            + " quote = '\"', escape = '\"', nullstr = '\\0'))";
            Map<String, String> types = new HashMap<>();
            session.query(
                    "SELECT column_name, column_type FROM (DESCRIBE FROM " + scan + ")",
                    row -> types.put(row.text(0), row.text(1)));
            List<String> picked = new ArrayList<>();
            for (String column : Stream.concat(shape.required().stream(), shape.optional().stream())
                    .toList()) {
                String type = types.remove(column);
                if (type == null && shape.required().contains(column)) {
                    faults.add(new Reject(name, 1, column, RejectReason.MISSING_COLUMN, column));
                }
                ColumnType kind = type == null ? ColumnType.ABSENT : kind(type);
                columns.merge(column, kind, (a, b) -> a == ColumnType.ABSENT ? b : a);
                picked.add(
                        switch (kind) {
                            case ABSENT -> "NULL::VARCHAR AS " + Sql.name(column);
                            case TEXT -> Sql.name(column) + "::VARCHAR AS " + Sql.name(column);
                            case DATE, DECIMAL, TIMESTAMP -> Sql.name(column);
                        });
            }
            types.remove("file_row_number");
            unknown.addAll(types.keySet());
            selects.add("SELECT " + files.size()
                    + "::INTEGER AS file_no, file_row_number + 1 AS \"row\", file_row_number + " + (parquet ? 1 : 2)
                    + " AS line, " + String.join(", ", picked) + " FROM " + scan);
            long rows = session.count("SELECT count(*) FROM " + scan);
            files.add(new RawFile(name, parquet ? "parquet" : "csv", Files.size(path), rows, 0));
        }
        RawTable table = new RawTable(shape.name(), files, columns, faults, unknown);
        session.execute("CREATE OR REPLACE VIEW " + table.relation() + " AS " + String.join(" UNION ALL ", selects));
        session.execute("CREATE OR REPLACE TABLE " + table.rejectRelation()
                + " AS SELECT file_no, \"row\", line, NULL::VARCHAR AS \"column\", NULL::VARCHAR AS reason, NULL::VARCHAR AS detail, "
                + String.join(
                        ", ",
                        columns.keySet().stream()
                                .map(c -> Sql.name(c) + "::VARCHAR AS " + Sql.name(c))
                                .toList())
                + " FROM " + table.relation() + " LIMIT 0");
        return Optional.of(table);
    }

    private static ColumnType kind(String type) {
        if (type.startsWith("DECIMAL")) {
            return ColumnType.DECIMAL;
        }
        return switch (type) {
            case "DATE" -> ColumnType.DATE;
            case "TIMESTAMP" -> ColumnType.TIMESTAMP;
            default -> ColumnType.TEXT;
        };
    }

    private static List<Path> find(Path folder, String name) throws IOException {
        Path parts = folder.resolve(name);
        if (Files.isDirectory(parts)) {
            try (Stream<Path> files = Files.list(parts)) {
                return files.filter(Files::isRegularFile).sorted().toList();
            }
        }
        return Stream.of(".csv", ".parquet")
                .map(suffix -> folder.resolve(name + suffix))
                .filter(Files::isRegularFile)
                .toList();
    }
}
