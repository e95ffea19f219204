package org.qingyuan.table.raw;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.qingyuan.table.mapping.Mapping;
import org.qingyuan.table.session.Session;
import org.qingyuan.table.session.SessionOptions;
import org.qingyuan.table.session.Sql;

/// What a test reads: relations as lines of text.
record Reading(Session session, Map<String, RawTable> tables) implements AutoCloseable {
    private static final long MEMORY = 256L << 20;

    /// @param temporary a folder for the session, apart from the extract
    static Reading of(Path temporary, Path extract, Mapping mapping, TableShape... shapes) throws IOException {
        Session session = Session.open(
                SessionOptions.ofMachine(temporary, 2, List.of(extract)).withMemory(MEMORY));
        try {
            return new Reading(session, RawTables.openAll(session, extract, List.of(shapes), mapping));
        } catch (IOException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    RawTable table(String name) {
        return Objects.requireNonNull(tables.get(name));
    }

    /// The rows of a relation in order, `ROW@LINE` or `FILE:ROW@LINE` and the values; null is `~`.
    List<String> rows(String relation, Collection<String> columns) throws IOException {
        List<String> cells = new ArrayList<>();
        columns.forEach(column -> cells.add("coalesce(" + Sql.name(column) + "::VARCHAR, '~')"));
        List<String> rows = new ArrayList<>();
        session.query(
                "SELECT file_no, \"row\", line, concat_ws('|', " + String.join(", ", cells) + ") FROM " + relation
                        + " ORDER BY file_no, \"row\"",
                row -> rows.add((row.integer(0) == 0 ? "" : row.integer(0) + ":") + row.integer(1) + "@"
                        + row.integer(2) + " " + row.text(3)));
        return rows;
    }

    @Override
    public void close() throws IOException {
        session.close();
    }
}
