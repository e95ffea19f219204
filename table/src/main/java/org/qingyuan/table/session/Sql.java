package org.qingyuan.table.session;

import java.util.Collection;
import java.util.stream.Collectors;

/// Pieces of a statement made safe, for the places where a question mark cannot stand.
public final class Sql {
    private Sql() {}

    /// A literal, with its quotes.
    public static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    /// An identifier, with its quotes.
    public static String name(String value) {
        return '"' + value.replace("\"", "\"\"") + '"';
    }

    /// A list of literals, `['a', 'b']`.
    public static String list(Collection<?> values) {
        return values.stream().map(value -> text(value.toString())).collect(Collectors.joining(", ", "[", "]"));
    }
}
