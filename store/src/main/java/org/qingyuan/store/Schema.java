package org.qingyuan.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;

/// The tables, and how an older store becomes a newer one. To look at a number costs nothing, so the migrations, which
/// take a second to start, start only when there is something to do.
final class Schema {
    /// The newest migration.
    static final int VERSION = 1;

    private static final String HISTORY = "flyway_schema_history";

    private Schema() {}

    /// Whether nothing is there; brings what is older up to date.
    ///
    /// @throws Failure `STORE_SCHEMA` when a newer program made it
    static boolean isMissing(Engine engine, String where) throws SQLException {
        int version = version(engine);
        if (version > VERSION) {
            throw new Failure(ErrorCode.STORE_SCHEMA, Map.of("where", where, "what", version + " > " + VERSION));
        }
        if (version > 0 && version < VERSION) {
            migrate(engine, where);
        }
        return version == 0;
    }

    /// The number of the newest migration that was carried out, 0 where there was none.
    private static int version(Engine engine) throws SQLException {
        Connection connection = engine.reader();
        try (Statement statement = connection.createStatement()) {
            if (!hasHistory(connection)) {
                return 0;
            }
            try (ResultSet row = statement.executeQuery("SELECT version FROM " + HISTORY
                    + " WHERE version IS NOT NULL ORDER BY installed_rank DESC LIMIT 1")) {
                return row.next() ? Integer.parseInt(row.getString(1)) : 0;
            }
        } finally {
            engine.giveBack(connection);
        }
    }

    private static boolean hasHistory(Connection connection) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(null, null, HISTORY, null)) {
            return tables.next();
        }
    }

    /// Carries out what is missing.
    static void migrate(Engine engine, String where) {
        try {
            Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(engine.migrations())
                    .locations("classpath:org/qingyuan/store/migration")
                    .placeholders(engine.words())
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            if (e.getCause() instanceof SQLException said) {
                throw new Trouble(said);
            }
            throw new Failure(ErrorCode.STORE_SCHEMA, Map.of("where", where, "what", "" + VERSION), e);
        }
    }
}
