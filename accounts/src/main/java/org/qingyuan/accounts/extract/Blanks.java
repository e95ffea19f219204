package org.qingyuan.accounts.extract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.qingyuan.table.raw.ColumnType;
import org.qingyuan.table.raw.RawTable;
import org.qingyuan.table.session.Session;
import org.qingyuan.table.session.Sql;

/// The texts of an extract that mean nothing stands there: blanks, and the standard's placeholders with or without
/// blanks around them. A column has few different ones, so each is looked at once, and no row after that.
final class Blanks {
    /// More different blank texts in a column than this are looked at row by row.
    private static final int MOST = 500;

    /// A cell longer than this is no placeholder.
    private static final int MAX_PLACEHOLDER = 64;

    private final Session session;
    private final Set<String> nothing;

    /// Defines the macro `is_blank` for cells that are looked at one by one.
    Blanks(Session session, Set<String> placeholders) {
        this.session = session;
        this.nothing = forms(placeholders);
        String none = Macros.literals(nothing);
        session.execute("CREATE OR REPLACE MACRO is_blank(x) AS (x IS NULL OR x IN (" + none + ")"
                + " OR ((x < '!' OR suffix(x, ' ') OR suffix(x, '\u3000') OR unicode(x) IN (" + wideBlanks()
                + ")) AND length(x) <= " + MAX_PLACEHOLDER
                + " AND trim(x, " + Sql.text(Plain.BLANKS) + ") IN (" + none + ")))");
    }

    /// Code points of the blanks beyond ASCII.
    private static String wideBlanks() {
        return Plain.BLANKS
                .codePoints()
                .filter(code -> code > ' ')
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", "));
    }

    private static Set<String> forms(Set<String> placeholders) {
        Set<String> forms = new TreeSet<>(Set.of(""));
        for (String placeholder : placeholders) {
            String upper = Plain.upper(placeholder);
            for (String form : List.of(placeholder, upper, upper.toLowerCase(Locale.ROOT))) {
                forms.add(form);
                forms.add(Plain.wide(form));
            }
        }
        return forms;
    }

    /// For each column of text a condition that holds where it is blank.
    Map<String, String> of(RawTable table) throws IOException {
        Map<String, String> conditions = new LinkedHashMap<>();
        for (Map.Entry<String, ColumnType> column : table.columns().entrySet()) {
            if (column.getValue() == ColumnType.TEXT) {
                conditions.put(column.getKey(), condition(table.relation(), Sql.name(column.getKey())));
            }
        }
        return conditions;
    }

    private String condition(String relation, String column) throws IOException {
        List<String> found = new ArrayList<>();
        session.query(
                "SELECT DISTINCT " + column + " FROM " + relation + " WHERE " + mayBe(column) + " AND is_blank("
                        + column + ") LIMIT " + (MOST + 1),
                row -> found.add(row.text(0)));
        if (found.size() > MOST) {
            return "is_blank(" + column + ")";
        }
        return found.isEmpty()
                ? column + " IS NULL"
                : "(" + column + " IS NULL OR "
                        + Macros.among(column, found.stream().sorted().toList()) + ")";
    }

    /// Holds for every blank text but null, by comparisons that files can answer for many rows at once.
    private String mayBe(String column) {
        StringBuilder begins = new StringBuilder("(" + column + " < '!' OR " + column + " >= chr(127)");
        nothing.stream()
                .filter(form -> !form.isEmpty() && form.charAt(0) > ' ' && form.charAt(0) < 0x7F)
                .map(form -> form.charAt(0))
                .distinct()
                .forEach(first -> begins.append(" OR ")
                        .append(column)
                        .append(" >= ")
                        .append(Sql.text(String.valueOf(first)))
                        .append(" AND ")
                        .append(column)
                        .append(" < chr(")
                        .append(first + 1)
                        .append(')'));
        return begins + ")";
    }
}
