package org.qingyuan.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.ErrorCode;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;

/// One file. Readers see the state at which they began and disturb nobody (write-ahead log); there is one writer at a
/// time, within this process by a lock and among processes by the file's.
final class SqliteEngine implements Engine {
    private static final int IDLE_READERS = 4;
    private static final int CACHE_KIB = 32 << 10;

    /// The writer comes back to the same pages of the indexes, so it keeps more of them, and moves them from the log
    /// into the file less often: after so many pages of 4 KiB.
    private static final int WRITER_CACHE_KIB = 96 << 10;

    private static final int MOVED_AFTER_PAGES = 16 << 10;

    private final SQLiteDataSource source;
    private final Duration patience;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final ReentrantLock writing = new ReentrantLock();
    private volatile @Nullable Connection writer;

    SqliteEngine(Path file, Duration patience) {
        this.patience = patience;
        this.source = source(file, patience);
    }

    private SqliteEngine(SQLiteDataSource source, Duration patience) {
        this.patience = patience;
        this.source = source;
    }

    /// A file that nobody writes and that may lie where nobody can.
    static SqliteEngine unchanging(Path file, Duration patience) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return new SqliteEngine(source, patience);
    }

    private static SQLiteDataSource source(Path file, Duration patience) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout((int) Math.min(Integer.MAX_VALUE, patience.toMillis()));
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setCacheSize(-CACHE_KIB);
        config.setPragma(SQLiteConfig.Pragma.TEMP_STORE, "MEMORY");
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    @Override
    public Connection reader() throws SQLException {
        Connection connection = idle.pollFirst();
        if (connection == null) {
            connection = source.getConnection();
            execute(connection, "PRAGMA query_only = ON");
            execute(connection, "PRAGMA cell_size_check = ON");
        }
        execute(connection, "BEGIN");
        return connection;
    }

    /// The driver's own transactions begin the next one at once, and with it take the file's lock: so by statement.
    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public Connection writer() throws SQLException {
        if (!isMine()) {
            throw new SQLException("SQLITE_BUSY", "", SQLiteErrorCode.SQLITE_BUSY.code);
        }
        try {
            Connection connection = writer;
            if (connection == null) {
                connection = source.getConnection();
                execute(connection, "PRAGMA cache_size = -" + WRITER_CACHE_KIB);
                execute(connection, "PRAGMA wal_autocheckpoint = " + MOVED_AFTER_PAGES);
                writer = connection;
            }
            execute(connection, "BEGIN IMMEDIATE");
            return connection;
        } catch (SQLException e) {
            writing.unlock();
            throw e;
        }
    }

    /// Writes one state of it into an empty file, without the room that nothing fills.
    void copyInto(Path file) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, file.toString());
            statement.execute();
        }
    }

    /// Makes the file one that can be read where nobody can write.
    void settle() throws SQLException {
        try (Connection connection = source.getConnection()) {
            execute(connection, "PRAGMA journal_mode = DELETE");
        }
    }

    private boolean isMine() {
        try {
            return writing.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        execute(connection, "COMMIT");
    }

    @Override
    public void giveBack(Connection connection) {
        try {
            execute(connection, "ROLLBACK");
        } catch (SQLException e) {
            // it was over
        }
        if (connection.equals(writer)) {
            writing.unlock();
        } else if (idle.size() < IDLE_READERS) {
            idle.addFirst(connection);
        } else {
            closed(connection);
        }
    }

    private static void closed(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            // nothing is held by it any more
        }
    }

    @Override
    public String lock() {
        return "";
    }

    @Override
    public Map<String, String> words() {
        return Map.of("number", "INTEGER", "text", "TEXT", "bytes", "BLOB", "strict", "STRICT");
    }

    @Override
    public DataSource migrations() {
        return source;
    }

    @Override
    public ErrorCode code(SQLException said) {
        return switch (said.getErrorCode() & 0xff) {
            case 5, 6 -> ErrorCode.STORE_LOCKED;
            case 8 -> ErrorCode.STORE_READ_ONLY;
            case 11, 26 -> ErrorCode.STORE_CORRUPT;
            case 13 -> ErrorCode.DISK_FULL;
            case 14 -> ErrorCode.STORE_UNREACHABLE;
            default -> ErrorCode.STORE_FAILED;
        };
    }

    @Override
    public String what(SQLException said) {
        return SQLiteErrorCode.getErrorCode(said.getErrorCode()).name();
    }

    /// The file's lock was waited for already.
    @Override
    public boolean isWorthAnotherTry(SQLException said) {
        return (said.getErrorCode() & 0xff) == SQLiteErrorCode.SQLITE_BUSY.code
                && said.getErrorCode() != SQLiteErrorCode.SQLITE_BUSY.code;
    }

    @Override
    public List<String> integrity(Session session) {
        List<String> wrong = new ArrayList<>(session.all("PRAGMA integrity_check(100)", row -> row.getString(1)));
        wrong.removeIf("ok"::equals);
        wrong.addAll(session.all(
                "PRAGMA foreign_key_check",
                row -> row.getString(1) + " " + row.getLong(2) + " -> " + row.getString(3)));
        return wrong;
    }

    @Override
    public void close() {
        for (Connection connection = idle.poll(); connection != null; connection = idle.poll()) {
            closed(connection);
        }
        writing.lock();
        try {
            closed(writer);
            writer = null;
        } finally {
            writing.unlock();
        }
    }
}
