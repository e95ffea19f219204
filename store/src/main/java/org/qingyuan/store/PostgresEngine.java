package org.qingyuan.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;

/// A database of a PostgreSQL server, 15 or newer. Readers see one state throughout (repeatable read). Writers lock the
/// end of the log first, so they stand in one row, and the log's order is the order of their commits.
final class PostgresEngine implements Engine {
    private static final int CONNECTIONS = 8;
    private static final int OLDEST = 15;

    private final HikariDataSource pool;

    private PostgresEngine(HikariDataSource pool) {
        this.pool = pool;
    }

    /// @throws Failure when the server cannot be reached, lets nobody in, or is too old
    static PostgresEngine of(StoreAddress.Server server, @Nullable String password, Duration patience) {
        try {
            PostgresEngine engine = new PostgresEngine(new HikariDataSource(config(server, password, patience)));
            engine.requireVersion(server);
            return engine;
        } catch (HikariPool.PoolInitializationException e) {
            SQLException said = e.getCause() instanceof SQLException found ? found : new SQLException("?", "08001", e);
            throw new Failure(codeOf(said), Map.of("where", server.text(), "what", whatOf(said)), said);
        }
    }

    private void requireVersion(StoreAddress.Server server) {
        try (Connection connection = pool.getConnection()) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST) {
                pool.close();
                throw new Failure(
                        ErrorCode.STORE_SCHEMA,
                        Map.of("where", server.text(), "what", "PostgreSQL " + version + " < " + OLDEST));
            }
        } catch (SQLException e) {
            pool.close();
            throw new Failure(codeOf(e), Map.of("where", server.text(), "what", whatOf(e)), e);
        }
    }

    private static HikariConfig config(StoreAddress.Server server, @Nullable String password, Duration patience) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:postgresql://" + server.host() + ":" + server.port() + "/" + server.database());
        config.setUsername(server.user());
        if (password != null) {
            config.setPassword(password);
        }
        server.settings().forEach(config::addDataSourceProperty);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("options", "-c lock_timeout=" + Math.max(1, patience.toMillis()));
        config.setAutoCommit(false);
        config.setMinimumIdle(0);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(Math.max(1000, patience.toMillis()));
        config.setInitializationFailTimeout(1);
        return config;
    }

    @Override
    public Connection reader() throws SQLException {
        Connection connection = pool.getConnection();
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return connection;
    }

    @Override
    public Connection writer() throws SQLException {
        return pool.getConnection();
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        connection.commit();
    }

    @Override
    public void giveBack(Connection connection) {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            // the pool throws it away
        }
    }

    @Override
    public String lock() {
        return " FOR UPDATE";
    }

    /// Texts compare by their bytes, as they do in the other engine.
    @Override
    public Map<String, String> words() {
        return Map.of("number", "BIGINT", "text", "TEXT COLLATE \"C\"", "bytes", "BYTEA", "strict", "");
    }

    @Override
    public DataSource migrations() {
        return pool;
    }

    @Override
    public ErrorCode code(SQLException said) {
        return codeOf(said);
    }

    private static ErrorCode codeOf(SQLException said) {
        String state = said.getSQLState() == null ? "" : said.getSQLState();
        return switch (state) {
            case "53100" -> ErrorCode.DISK_FULL;
            case "25006" -> ErrorCode.STORE_READ_ONLY;
            case "55P03", "40001", "40P01" -> ErrorCode.STORE_LOCKED;
            case "XX001", "XX002" -> ErrorCode.STORE_CORRUPT;
            case "3D000" -> ErrorCode.STORE_UNKNOWN;
            default ->
                state.startsWith("08")
                                || state.startsWith("28")
                                || state.startsWith("53")
                                || state.startsWith("57P")
                                || said instanceof java.sql.SQLTransientConnectionException
                        ? ErrorCode.STORE_UNREACHABLE
                        : ErrorCode.STORE_FAILED;
        };
    }

    @Override
    public String what(SQLException said) {
        return whatOf(said);
    }

    private static String whatOf(SQLException said) {
        ServerErrorMessage message = said instanceof PSQLException found ? found.getServerErrorMessage() : null;
        String state = said.getSQLState() == null ? "" : said.getSQLState();
        return message == null ? "SQLSTATE " + state : "SQLSTATE " + state + " " + message.getMessage();
    }

    @Override
    public boolean isWorthAnotherTry(SQLException said) {
        return "40001".equals(said.getSQLState()) || "40P01".equals(said.getSQLState());
    }

    /// Its pages are looked at by the server itself, where checksums are switched on, as they are read.
    @Override
    public List<String> integrity(Session session) {
        return List.of();
    }

    @Override
    public void close() {
        pool.close();
    }
}
