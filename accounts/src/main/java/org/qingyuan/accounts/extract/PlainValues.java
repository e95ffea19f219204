package org.qingyuan.accounts.extract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.qingyuan.table.session.Session;
import org.qingyuan.table.session.Sql;

/// The values of a column that lie outside ASCII, each with its plain form, as a table `(text, plain)` of the session.
final class PlainValues {
    /// Values that go into one statement.
    private static final int BATCH = 1_000;

    private PlainValues() {}

    /// Fills the table `name`.
    ///
    /// @param column an expression over `relation`
    /// @return how many values it holds
    static long store(Session session, String name, String column, String relation, UnaryOperator<String> form)
            throws IOException {
        session.execute("CREATE OR REPLACE TEMP TABLE " + name + "_text AS SELECT DISTINCT " + column + " AS text FROM "
                + relation + " WHERE strlen(" + column + ") <> length(" + column + ")");
        session.execute("CREATE OR REPLACE TEMP TABLE " + name + " (text VARCHAR, plain VARCHAR)");
        long values = session.count("SELECT count(*) FROM " + name + "_text");
        for (long from = 0; from < values; from += BATCH) {
            List<String> pairs = new ArrayList<>();
            session.query(
                    "SELECT text FROM " + name + "_text WHERE rowid >= ? AND rowid < ?",
                    row -> pairs.add("(" + Sql.text(row.text(0)) + ", " + Sql.text(form.apply(row.text(0))) + ")"),
                    from,
                    from + BATCH);
            session.execute("INSERT INTO " + name + " VALUES " + String.join(", ", pairs));
        }
        session.execute("DROP TABLE " + name + "_text");
        return values;
    }
}
