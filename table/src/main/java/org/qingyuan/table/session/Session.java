package org.qingyuan.table.session;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;

/// One DuckDB database in memory with one connection to it. It sees only the paths of its options, loads no extension,
/// keeps its settings locked, and spills to a folder of its own that is removed when it is closed; after a crash
/// whoever owns the private folder around it removes both.
///
/// Errors: a full disk, too little memory, an unreadable file and an interrupt are [Failure]s; a wrong statement is an
/// IllegalStateException. Used by one thread at a time, but for [#cancel].
public final class Session implements AutoCloseable {
    /// Said by the driver in place of an error that came before the first row of a streamed result.
    private static final String LOST_ERROR = "Invalid result set";

    private final SessionOptions options;
    private final Path folder;
    private final Connection connection;
    private final SqlFaults faults;
    private volatile @Nullable Statement running;
    private volatile boolean cancelled;
    private boolean reading;

    private Session(SessionOptions options, Path folder, Connection connection) {
        this.options = options;
        this.folder = folder;
        this.connection = connection;
        this.faults = new SqlFaults(folder.toString());
    }

    /// Opens a session.
    ///
    /// @throws IOException where its folder cannot be made
    public static Session open(SessionOptions options) throws IOException {
        // 0700 where the file system knows permissions
        Path folder = Files.createTempDirectory(options.folder(), "session-");
        Properties properties = new Properties();
        properties.setProperty("jdbc_stream_results", "true");
        try {
            Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", properties);
            Session session = new Session(options, folder, connection);
            for (String setting : Settings.of(options, folder)) {
                session.execute(setting);
            }
            return session;
        } catch (SQLException | RuntimeException e) {
            remove(folder);
            throw new Failure(ErrorCode.INTERNAL, Map.of("where", "DuckDB", "what", String.valueOf(e.getMessage())), e);
        }
    }

    public SessionOptions options() {
        return options;
    }

    /// The session's own folder, for files that must not outlive it.
    public Path folder() {
        return folder;
    }

    /// Runs one statement that gives no rows: CREATE, INSERT, COPY, SET VARIABLE.
    ///
    /// @param values of the question marks in it: String, Long, Integer, Boolean, BigDecimal, LocalDate, LocalDateTime
    /// @return rows written
    public long execute(String sql, Object... values) {
        begin();
        try (PreparedStatement statement = prepare(sql, values)) {
            running = statement;
            statement.execute();
            return Math.max(0, statement.getLargeUpdateCount());
        } catch (SQLException e) {
            throw failure(sql, e);
        } finally {
            end();
        }
    }

    /// Runs one statement and gives its rows in order, in constant memory.
    ///
    /// @param values as for [#execute]
    public void query(String sql, RowReader reader, Object... values) throws IOException {
        begin();
        try (PreparedStatement statement = prepare(sql, values)) {
            running = statement;
            try (ResultSet result = statement.executeQuery()) {
                Row row = new Row(result, faults);
                while (!cancelled && result.next()) {
                    reader.read(row);
                }
            }
        } catch (SQLException e) {
            throw failure(sql, isLost(e) ? found(sql, values, e) : e);
        } finally {
            end();
        }
        if (cancelled) {
            throw interrupted(null);
        }
    }

    /// The first column of the only row, an integer: for counts.
    public long count(String sql, Object... values) {
        long[] count = new long[1];
        try {
            query(sql, row -> count[0] = row.integer(0), values);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return count[0];
    }

    /// Ends the statement that runs, and every later one, with [ErrorCode#INTERRUPTED]. For any thread.
    public void cancel() {
        cancelled = true;
        Statement statement = running;
        if (statement != null) {
            try {
                statement.cancel();
            } catch (SQLException e) {
                // it has ended by itself
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw faults.failure(e);
        } finally {
            remove(folder);
        }
    }

    private PreparedStatement prepare(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private void begin() {
        if (reading) {
            throw new IllegalStateException("the session is used while its rows are read");
        }
        if (cancelled) {
            throw interrupted(null);
        }
        reading = true;
    }

    private void end() {
        running = null;
        reading = false;
    }

    private RuntimeException failure(String sql, SQLException fault) {
        if (cancelled) {
            return interrupted(fault);
        }
        RuntimeException failure = faults.failure(fault);
        return failure instanceof Failure ? failure : new IllegalStateException(fault.getMessage() + "\n" + sql, fault);
    }

    private static Failure interrupted(@Nullable SQLException fault) {
        return new Failure(ErrorCode.INTERRUPTED, Map.of("where", "DuckDB", "what", ""), fault);
    }

    private static boolean isLost(SQLException fault) {
        return String.valueOf(fault.getMessage()).contains(LOST_ERROR);
    }

    /// Runs the statement again without its rows, so that the error that the driver lost is met once more.
    private SQLException found(String sql, Object[] values, SQLException lost) {
        try (PreparedStatement statement = prepare("EXPLAIN ANALYZE " + sql, values)) {
            running = statement;
            statement.execute();
            return lost;
        } catch (SQLException e) {
            return isLost(e) ? lost : e;
        }
    }

    private static void remove(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException fault) throws IOException {
                Files.deleteIfExists(dir);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
