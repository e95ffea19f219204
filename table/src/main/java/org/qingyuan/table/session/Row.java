package org.qingyuan.table.session;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The row under the cursor of a query. Columns are counted from 0, in the order of the query. Asking for a value that
/// is null where the method does not allow it, or for another type than the column has, is a programmer's mistake.
public final class Row {
    private final ResultSet result;
    private final SqlFaults faults;

    Row(ResultSet result, SqlFaults faults) {
        this.result = result;
        this.faults = faults;
    }

    private interface Getter<T extends @Nullable Object> {
        T get(ResultSet result, int column) throws SQLException;
    }

    private <T extends @Nullable Object> T value(int column, Getter<T> getter) {
        try {
            return getter.get(result, column + 1);
        } catch (SQLException e) {
            throw faults.failure(e);
        }
    }

    /// VARCHAR, or any other type as text; `null` where it is null.
    public @Nullable String optionalText(int column) {
        return value(column, ResultSet::getString);
    }

    public String text(int column) {
        return Objects.requireNonNull(optionalText(column), () -> "nothing in column " + column);
    }

    /// Any integer type up to 64 bits, which `count(*)` is; `sum` of integers is wider: cast it to BIGINT.
    public long integer(int column) {
        if (isNull(column)) {
            throw new NullPointerException("column " + column);
        }
        return value(column, ResultSet::getLong);
    }

    /// BOOLEAN.
    public boolean flag(int column) {
        if (isNull(column)) {
            throw new NullPointerException("column " + column);
        }
        return value(column, ResultSet::getBoolean);
    }

    public boolean isNull(int column) {
        return value(column, ResultSet::getObject) == null;
    }

    /// DECIMAL with its scale, or `null`.
    public @Nullable BigDecimal decimal(int column) {
        return value(column, ResultSet::getBigDecimal);
    }

    /// DATE, or `null`.
    public @Nullable LocalDate date(int column) {
        return value(column, (from, at) -> from.getObject(at, LocalDate.class));
    }

    /// TIMESTAMP without zone, or `null`.
    public @Nullable LocalDateTime timestamp(int column) {
        return value(column, (from, at) -> from.getObject(at, LocalDateTime.class));
    }

    /// A list of VARCHAR, or of any other type as text; a null list is an empty one, a null in it is blank.
    public List<String> texts(int column) {
        return value(column, Row::elements);
    }

    private static List<String> elements(ResultSet from, int at) throws SQLException {
        Array array = from.getArray(at);
        List<String> texts = new ArrayList<>();
        if (array != null) {
            for (Object element : (Object[]) array.getArray()) {
                texts.add(element == null ? "" : element.toString());
            }
        }
        return texts;
    }
}
