package org.qingyuan.table.raw;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Reject;
import org.qingyuan.finding.RejectReason;
import org.qingyuan.table.session.Session;
import org.qingyuan.table.session.Sql;

/// Gathers what is known of one table's files and makes its relations. Used by the session's thread alone.
final class TableBuilder {
    private final TableShape shape;
    private final List<SourceFile> sources;
    private final RawFile[] files;
    private final Map<Integer, FileRows> rows = new TreeMap<>();
    private final List<Reject> faults = new ArrayList<>();
    private final Set<String> unknown = new TreeSet<>();

    /// Where the rows of a file are.
    ///
    /// @param types of the columns that it has, as the database names them
    private record FileRows(List<Path> paths, boolean staged, Map<String, String> types) {}

    TableBuilder(TableShape shape, List<SourceFile> sources) {
        this.shape = shape;
        this.sources = sources;
        this.files = new RawFile[sources.size()];
    }

    TableShape shape() {
        return shape;
    }

    List<SourceFile> sources() {
        return sources;
    }

    void addParquet(int fileNo, ParquetFiles.Footer footer) {
        SourceFile source = sources.get(fileNo);
        faults.addAll(footer.faults());
        unknown.addAll(footer.unknown());
        rows.put(fileNo, new FileRows(List.of(source.path()), false, footer.types()));
        setFile(fileNo, "parquet", footer.rows(), 0);
    }

    /// A staged part, and the Parquet made of it.
    void addPart(PartSink.Part part, Path parquet) {
        staged(part.fileNo(), part.plan()).paths().add(parquet);
    }

    /// How a text file was read, after all of its parts.
    void addText(int fileNo, StagePlan plan) {
        faults.addAll(plan.faults());
        unknown.addAll(plan.unknown());
        staged(fileNo, plan);
    }

    private FileRows staged(int fileNo, StagePlan plan) {
        return rows.computeIfAbsent(fileNo, no -> {
            Map<String, String> types = new LinkedHashMap<>();
            plan.columns().forEach(column -> types.put(column.name(), "VARCHAR"));
            return new FileRows(new ArrayList<>(), true, types);
        });
    }

    void addFault(Reject fault) {
        faults.add(fault);
    }

    void setFile(int fileNo, String format, long count, long rejected) {
        SourceFile source = sources.get(fileNo);
        files[fileNo] =
                new RawFile(source.name(), source.path(), format, source.bytes(), source.modified(), count, rejected);
    }

    /// Makes the relation of the rows that can be read, and tells of the table.
    RawTable finish(Session session) {
        Map<String, ColumnType> columns = new LinkedHashMap<>();
        shape.columns().forEach(column -> columns.put(column, kind(column)));
        // readers tell of their files in the order in which they end
        faults.sort(Comparator.comparing(Reject::file).thenComparingLong(Reject::line));
        RawTable table = new RawTable(shape.name(), List.of(files), columns, faults, List.copyOf(unknown));
        List<String> selects = new ArrayList<>();
        long before = 0;
        for (int fileNo = 0; fileNo < files.length; fileNo++) {
            FileRows file = rows.get(fileNo);
            if (file != null && faults.isEmpty() && !file.paths().isEmpty()) {
                selects.add(select(fileNo, before, file, columns));
            }
            before += files[fileNo].rows();
        }
        String empty = "SELECT 0::INTEGER AS file_no, 0::BIGINT AS \"row\", 0::BIGINT AS line, 0::BIGINT AS number, "
                + cells(Map.of(), columns) + " WHERE false";
        session.execute("CREATE OR REPLACE VIEW " + table.relation() + " AS "
                + (selects.isEmpty() ? empty : String.join(" UNION ALL ", selects)));
        return table;
    }

    private ColumnType kind(String column) {
        ColumnType kind = ColumnType.ABSENT;
        for (Map.Entry<Integer, FileRows> file : rows.entrySet()) {
            String type = file.getValue().types().get(column);
            ColumnType next = type == null ? ColumnType.ABSENT : ParquetFiles.kind(type);
            if (kind != ColumnType.ABSENT && next != ColumnType.ABSENT && kind != next) {
                String name = sources.get(file.getKey()).name();
                faults.add(new Reject(name, 0, column, RejectReason.BAD_TYPE, kind + " <> " + next));
            }
            kind = kind == ColumnType.ABSENT ? next : kind;
        }
        return kind;
    }

    private static String select(int fileNo, long before, FileRows file, Map<String, ColumnType> columns) {
        String place = file.staged()
                ? "\"row\", line, \"row\" + " + before + " AS number"
                : "file_row_number + 1 AS \"row\", file_row_number + 1 AS line, file_row_number + " + (before + 1)
                        + " AS number";
        String scan = "read_parquet(" + Sql.list(file.paths()) + (file.staged() ? ")" : ", file_row_number = true)");
        return "SELECT " + fileNo + "::INTEGER AS file_no, " + place + ", " + cells(file.types(), columns) + " FROM "
                + scan;
    }

    private static String cells(Map<String, String> types, Map<String, ColumnType> columns) {
        List<String> cells = new ArrayList<>();
        columns.forEach((column, kind) -> cells.add(cell(column, types.get(column), kind)));
        return String.join(", ", cells);
    }

    private static String cell(String column, @Nullable String type, ColumnType kind) {
        String name = Sql.name(column);
        if (type == null) {
            String as = kind == ColumnType.DECIMAL ? "DECIMAL(18, 2)" : kind.sql();
            return "NULL::" + as + " AS " + name;
        }
        return switch (ParquetFiles.kind(type)) {
            case TEXT, TIMESTAMP, ABSENT -> type.equals(kind.sql()) ? name : name + "::" + kind.sql() + " AS " + name;
            case DATE, DECIMAL -> name;
        };
    }
}
