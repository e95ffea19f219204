package org.qingyuan.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Statements within one transaction, by the thread that began it. Every method throws [Trouble] with what the database
/// said.
final class Session implements AutoCloseable {
    /// What is fetched at a time of a long result.
    private static final int FETCH = 500;

    private final Connection connection;
    private final @Nullable Seal seal;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

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

    /// How many rows it touched.
    int update(String sql, @Nullable Object... values) {
        try {
            return filled(sql, values).executeUpdate();
        } catch (SQLException e) {
            throw new Trouble(e);
        }
    }

    /// Does it for each list of values.
    void updateAll(String sql, List<@Nullable Object[]> rows) {
        try {
            PreparedStatement statement = prepared(sql);
            for (@Nullable Object[] row : rows) {
                fill(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new Trouble(e);
        }
    }

    <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... values) {
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
        try (ResultSet found = filled(sql, values).executeQuery()) {
            boolean goesOn = true;
            while (goesOn && found.next()) {
                goesOn = listener.take(found);
            }
        } catch (SQLException e) {
            throw new Trouble(e);
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
