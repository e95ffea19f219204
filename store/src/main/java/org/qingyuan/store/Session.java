package org.qingyuan.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Failure;

/// Statements within one transaction, by the thread that began it. Every method throws [Trouble] with what the database
/// said. What was postponed is carried out before anything else is asked, so nobody sees that it was.
final class Session implements AutoCloseable {
    /// What is fetched at a time of a long result.
    private static final int FETCH = 500;

    /// Values that are asked for at a time.
    private static final int CHUNK = 250;

    private final Connection connection;
    private final @Nullable Seal seal;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private final Postponed postponed = new Postponed();

    /// @param seal `null` where nothing is to be read that is encrypted
    Session(Connection connection, @Nullable Seal seal) {
        this.connection = connection;
        this.seal = seal;
    }

    Seal seal() {
        if (seal == null) {
            throw new IllegalStateException("no key");
        }
        return seal;
    }

    /// Does it before anything else is asked, or the transaction ends.
    ///
    /// @param subject what is changed; changes of one subject keep their order
    void later(String subject, String sql, @Nullable Object... values) {
        postpone(subject, sql, new Postponed.Waiting(values, null));
    }

    /// The same for what must touch one row.
    ///
    /// @param unlessOne what it means when it does not
    void laterOne(String subject, Supplier<Failure> unlessOne, String sql, @Nullable Object... values) {
        postpone(subject, sql, new Postponed.Waiting(values, unlessOne));
    }

    private void postpone(String subject, String sql, Postponed.Waiting row) {
        if (!postponed.fits(subject, sql)) {
            flush();
        }
        postponed.add(subject, sql, row);
    }

    /// Carries out what was postponed.
    void flush() {
        if (!postponed.isEmpty()) {
            postponed.taken().forEach((sql, alike) -> flush(sql, alike.rows()));
        }
    }

    private void flush(String sql, List<Postponed.Waiting> rows) {
        int[] touched = batch(sql, rows.stream().map(Postponed.Waiting::values).toList());
        for (int i = 0; i < touched.length; i++) {
            Supplier<Failure> unlessOne = rows.get(i).unlessOne();
            if (unlessOne != null && touched[i] != 1) {
                throw unlessOne.get();
            }
        }
    }

    private int[] batch(String sql, List<@Nullable Object[]> rows) {
        try {
            PreparedStatement statement = prepared(sql);
            for (@Nullable Object[] row : rows) {
                fill(statement, row);
                statement.addBatch();
            }
            return statement.executeBatch();
        } catch (SQLException e) {
            throw new Trouble(e);
        }
    }

    /// How many rows it touched.
    int update(String sql, @Nullable Object... values) {
        flush();
        try {
            return filled(sql, values).executeUpdate();
        } catch (SQLException e) {
            throw new Trouble(e);
        }
    }

    /// Does it for each list of values.
    void updateAll(String sql, List<@Nullable Object[]> rows) {
        flush();
        if (!rows.isEmpty()) {
            batch(sql, rows);
        }
    }

    <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... values) {
        flush();
        try (ResultSet found = filled(sql, values).executeQuery()) {
            return found.next() ? Optional.of(row.of(found)) : Optional.empty();
        } catch (SQLException e) {
            throw new Trouble(e);
        }
    }

    <T> List<T> all(String sql, Row<T> row, @Nullable Object... values) {
        List<T> rows = new ArrayList<>();
        each(sql, found -> rows.add(row.of(found)), values);
        return rows;
    }

    /// Gives one row after the other until there is none, or the listener has enough. The listener must not ask the
    /// same statement again.
    void each(String sql, Listener listener, @Nullable Object... values) {
        flush();
        try (ResultSet found = filled(sql, values).executeQuery()) {
            boolean goesOn = true;
            while (goesOn && found.next()) {
                goesOn = listener.take(found);
            }
        } catch (SQLException e) {
            throw new Trouble(e);
        }
    }

    /// The same for any number of values: the statement is asked for so many at a time.
    ///
    /// @param sql ends where `(?, ?)` is to follow
    /// @param rest what follows then
    /// @param before values that come first
    void eachOf(String sql, String rest, List<?> values, Listener listener, @Nullable Object... before) {
        String whole = sql + " (?" + ", ?".repeat(CHUNK - 1) + ")" + rest;
        for (int from = 0; from < values.size(); from += CHUNK) {
            @Nullable Object[] all = Arrays.copyOf(before, before.length + CHUNK);
            for (int i = 0; i < CHUNK; i++) {
                all[before.length + i] = values.get(Math.min(from + i, values.size() - 1));
            }
            each(whole, listener, all);
        }
    }

    /// The same for pairs.
    void eachOfPairs(String sql, List<?> pairs, Listener listener) {
        String whole = sql + " (VALUES (?, ?)" + ", (?, ?)".repeat(CHUNK - 1) + ")";
        for (int from = 0; from < pairs.size(); from += 2 * CHUNK) {
            @Nullable Object[] all = new @Nullable Object[2 * CHUNK];
            for (int i = 0; i < all.length; i++) {
                all[i] = pairs.get(Math.min(from + i, pairs.size() - 2 + i % 2));
            }
            each(whole, listener, all);
        }
    }

    private PreparedStatement filled(String sql, @Nullable Object[] values) throws SQLException {
        PreparedStatement statement = prepared(sql);
        fill(statement, values);
        return statement;
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statement.setFetchSize(FETCH);
            prepared.put(sql, statement);
        }
        return statement;
    }

    private static void fill(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            switch (value) {
                case null -> statement.setNull(i + 1, Types.NULL);
                case byte[] bytes -> statement.setBytes(i + 1, bytes);
                case Long number -> statement.setLong(i + 1, number);
                case Integer number -> statement.setLong(i + 1, number);
                case String text -> statement.setString(i + 1, text);
                default -> throw new IllegalArgumentException(value.getClass().getName());
            }
        }
    }

    /// Ends the statements; a transaction that still goes on is its owner's.
    @Override
    public void close() {
        for (PreparedStatement statement : prepared.values()) {
            try {
                statement.close();
            } catch (SQLException e) {
                // the connection is gone, and the statement with it
            }
        }
    }

    /// Makes something of the row on which a result stands.
    @FunctionalInterface
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /// Takes the row on which a result stands, and says whether it wants more.
    @FunctionalInterface
    interface Listener {
        boolean take(ResultSet row) throws SQLException;
    }
}
