package org.qingyuan.accounts.extract;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.qingyuan.table.raw.ColumnType;
import org.qingyuan.table.raw.RawTable;
import org.qingyuan.table.session.Sql;

/// SQL that reads the cells of one raw table, by the type that the source gave each column.
///
/// @param table whose cells they are
/// @param blanks for each column of text a condition that holds where it is blank
record Cells(RawTable table, Map<String, String> blanks) {
    private static final String NULL_DATE = "NULL::DATE";

    private ColumnType type(String column) {
        return table.columns().getOrDefault(column, ColumnType.ABSENT);
    }

    boolean absent(String column) {
        return type(column) == ColumnType.ABSENT;
    }

    /// The cell as it stands, null where there is none.
    String raw(String column) {
        return raw(table, column);
    }

    /// A row's number in the smallest type that holds every number of the table.
    static String number(RawTable table, String number) {
        return table.rows() <= Integer.MAX_VALUE ? number + "::INTEGER" : number;
    }

    static String raw(RawTable table, String column) {
        String name = Sql.name(column);
        return table.columns().get(column) == ColumnType.TEXT ? name : name + "::VARCHAR";
    }

    String blank(String column) {
        return switch (type(column)) {
            case TEXT -> Objects.requireNonNull(blanks.get(column));
            case ABSENT -> "true";
            case DATE, TIMESTAMP, DECIMAL -> Sql.name(column) + " IS NULL";
        };
    }

    /// The text, null where blank.
    String known(String column) {
        return absent(column) ? "NULL::VARCHAR" : "CASE WHEN NOT " + blank(column) + " THEN " + raw(column) + " END";
    }

    /// One of the words, null where it is none of them.
    String word(String column, List<String> words) {
        return "CASE WHEN " + among(column, words) + " THEN " + raw(column) + " END";
    }

    String among(String column, List<String> words) {
        return "coalesce(" + Macros.among(raw(column), words) + ", false)";
    }

    /// The date, null where blank or bad.
    String date(String column) {
        return switch (type(column)) {
            case DATE -> "CASE WHEN isfinite(" + Sql.name(column) + ") THEN " + Sql.name(column) + " END";
            case TIMESTAMP ->
                "CASE WHEN " + Sql.name(column) + " = date_trunc('day', " + Sql.name(column) + ") THEN "
                        + Sql.name(column) + "::DATE END";
            case ABSENT -> NULL_DATE;
            case TEXT, DECIMAL -> "iso_date(" + raw(column) + ")";
        };
    }

    /// The instant of a booking, local, null where blank or bad; a date is its midnight.
    String time(String column) {
        return switch (type(column)) {
            case DATE -> "CASE WHEN isfinite(" + Sql.name(column) + ") THEN " + Sql.name(column) + "::TIMESTAMP END";
            case TIMESTAMP -> "CASE WHEN isfinite(" + Sql.name(column) + ") THEN " + Sql.name(column) + " END";
            case ABSENT -> "NULL::TIMESTAMP";
            case TEXT, DECIMAL -> "iso_time(" + raw(column) + ")";
        };
    }

    /// Whether the booking has a time of day.
    String timed(String column) {
        return switch (type(column)) {
            case TIMESTAMP -> "true";
            case DATE, ABSENT -> "false";
            case TEXT, DECIMAL -> "strlen(" + raw(column) + ") = 19";
        };
    }

    /// Yuan, null where the cell has not exactly two decimals.
    String amount(String column) {
        if (type(column) != ColumnType.DECIMAL) {
            return "yuan(" + raw(column) + ")";
        }
        String cast = "TRY_CAST(" + Sql.name(column) + " AS DECIMAL(18, 2))";
        return "CASE WHEN " + cast + " = " + Sql.name(column) + " THEN " + cast + " END";
    }
}
