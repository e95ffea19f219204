package org.qingyuan.table.raw;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.qingyuan.table.session.Session;
import org.qingyuan.table.session.Sql;

/// Brings staged text into the database: rows into Parquet parts in the session's folder, rejects into their relation.
/// The staged text is removed at once.
final class Loader {
    /// What the staged text never is: a line that the database would refuse.
    private static final String READ =
            ", auto_detect = false, header = false, delim = '\u001f', quote = '', escape = '',"
                    + " new_line = '\\n', max_line_size = 4194304, columns = ";

    private static final List<String> REJECT = List.of("reading", "column", "fault", "detail");

    private final Session session;

    Loader(Session session) {
        this.session = session;
    }

    /// @return the Parquet part
    Path rows(PartSink.Part part) throws IOException {
        List<String> names =
                part.plan().columns().stream().map(StagePlan.Column::name).toList();
        List<String> cells = new ArrayList<>();
        for (String name : names) {
            cells.add(part.escaped() ? unescaped(name) + " AS " + Sql.name(name) : Sql.name(name));
        }
        Path target = Path.of(part.path() + ".parquet");
        session.execute("COPY (SELECT \"row\", \"row\" + ahead AS line, " + String.join(", ", cells) + " FROM "
                + scan(part.path(), names) + ") TO " + Sql.text(target.toString()) + " (FORMAT parquet)");
        Files.delete(part.path());
        return target;
    }

    /// Makes the relations of what cannot be read, empty.
    void rejectRelations(TableShape shape) {
        List<String> columns = new ArrayList<>();
        shape.columns().forEach(name -> columns.add(Sql.name(name) + " VARCHAR"));
        session.execute("CREATE OR REPLACE TABLE " + all(shape.name())
                + " (file_no INTEGER, \"row\" BIGINT, line BIGINT, reading INTEGER, \"column\" VARCHAR, fault VARCHAR,"
                + " detail VARCHAR, " + String.join(", ", columns) + ")");
        for (int reading = 1; reading <= 2; reading++) {
            session.execute("CREATE OR REPLACE VIEW "
                    + (reading == 1 ? "rejected_" : "shifted_") + shape.name() + " AS SELECT * EXCLUDE (reading)"
                    + " FROM " + all(shape.name()) + " WHERE reading = " + reading);
        }
    }

    void rejects(PartSink.RejectPart part) throws IOException {
        List<String> names = new ArrayList<>(REJECT);
        names.addAll(part.shape().columns());
        List<String> cells = new ArrayList<>();
        for (String name : names) {
            cells.add(
                    name.equals("reading")
                            ? "reading::INTEGER"
                            : "CASE WHEN " + Sql.name(name) + " <> '\u001a0' THEN " + unescaped(name) + " END");
        }
        session.execute("INSERT INTO " + all(part.shape().name()) + " SELECT " + part.fileNo()
                + ", \"row\", \"row\" + ahead, " + String.join(", ", cells) + " FROM " + scan(part.path(), names));
        Files.delete(part.path());
    }

    private static String all(String table) {
        return "all_rejected_" + table;
    }

    private static String scan(Path path, List<String> names) {
        List<String> columns = new ArrayList<>();
        names.forEach(name -> columns.add(Sql.text(name) + ": 'VARCHAR'"));
        return "read_csv(" + Sql.text(path.toString()) + READ + "{'row': 'BIGINT', 'ahead': 'BIGINT', "
                + String.join(", ", columns) + "}, force_not_null = " + Sql.list(names) + ")";
    }

    private static String unescaped(String name) {
        return "replace(replace(replace(replace(" + Sql.name(name)
                + ", '\u001an', chr(10)), '\u001ar', chr(13)), '\u001au', '\u001f'), '\u001as', '\u001a')";
    }
}
