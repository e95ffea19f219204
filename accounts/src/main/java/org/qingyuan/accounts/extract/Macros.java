package org.qingyuan.accounts.extract;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.qingyuan.table.session.Session;
import org.qingyuan.table.session.Sql;

/// Functions of the session that read one cell each. What lies outside ASCII they leave to Java: `number_plain` and
/// `phone_plain` are null there.
final class Macros {
    /// GB 11643: weights of the first 17 digits of a resident number.
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    /// Values that stand in an `IN`.
    private static final int MOST_IN = 4;

    private Macros() {}

    static void define(Session session, Set<String> placeholders) {
        Set<String> plain = new TreeSet<>(Set.of(""));
        placeholders.forEach(placeholder -> plain.add(Plain.upper(placeholder)));
        session.execute("CREATE OR REPLACE MACRO iso_date(x) AS CASE WHEN strlen(x) = 10"
                + " AND TRY_CAST(x AS DATE)::VARCHAR = x THEN TRY_CAST(x AS DATE) END");
        session.execute("CREATE OR REPLACE MACRO iso_time(x) AS CASE WHEN strlen(x) = 10 THEN iso_date(x)::TIMESTAMP"
                + " WHEN strlen(x) = 19 AND x[11] = 'T'"
                + " AND strftime(TRY_CAST(x AS TIMESTAMP), '%Y-%m-%dT%H:%M:%S') = x THEN TRY_CAST(x AS TIMESTAMP) END");
        session.execute("CREATE OR REPLACE MACRO yuan(x) AS CASE WHEN"
                + " regexp_full_match(x, '-?[0-9]{1,16}\\.[0-9]{2}') THEN x::DECIMAL(18, 2) END");
        session.execute("CREATE OR REPLACE MACRO number_plain(x) AS CASE WHEN regexp_full_match(x, '[0-9A-Z]*') THEN x"
                + " WHEN length(x) = strlen(x) THEN upper(regexp_replace(x, '[\\x00-\\x20\\x7f]', '', 'g')) END");
        session.execute(
                "CREATE OR REPLACE MACRO number_known(x) AS CASE WHEN NOT " + among("x", plain) + " THEN x END");
        session.execute("CREATE OR REPLACE MACRO phone_plain(x) AS CASE WHEN regexp_full_match(x, '1[0-9]{10}') THEN x"
                + " WHEN " + among("upper(regexp_replace(x, '[\\x00-\\x20\\x7f]', '', 'g'))", plain) + " THEN ''"
                + " WHEN length(x) = strlen(x) THEN regexp_replace(regexp_replace(x, '[-\\x00-\\x20\\x7f]', '', 'g'),"
                + " '^([+]86|0086)', '') END");
        session.execute("CREATE OR REPLACE MACRO lifted(kind, x) AS CASE WHEN strlen(x) = 15"
                + " AND kind IN ('resident_id', 'household_register') AND regexp_full_match(x, '[0-9]{15}')"
                + " THEN x[1:6] || '19' || x[7:15] || '10X98765432'[1 + (" + weighted() + ") % 11] ELSE x END");
        session.execute("CREATE OR REPLACE MACRO born(kind, x) AS CASE WHEN strlen(x) = 18"
                + " AND kind IN ('resident_id', 'household_register')"
                + " THEN iso_date(x[7:10] || '-' || x[11:12] || '-' || x[13:14]) END");
    }

    /// Sum of the weighted digits of a lifted number, from the 15 digits `x`.
    private static String weighted() {
        StringBuilder sum = new StringBuilder();
        int lifted = 1 * WEIGHTS[6] + 9 * WEIGHTS[7];
        sum.append(lifted);
        for (int i = 1; i <= 15; i++) {
            int weight = WEIGHTS[i <= 6 ? i - 1 : i + 1];
            sum.append(" + ").append(weight).append(" * (ascii(x[").append(i).append("]) - 48)");
        }
        return sum.toString();
    }

    /// Holds where a text is one of the values. The database makes a join of a longer `IN`, which runs for every row
    /// even where nobody reads the column.
    static String among(String text, Collection<String> values) {
        if (values.isEmpty()) {
            return "false";
        }
        return values.size() > MOST_IN
                ? "coalesce(list_position([" + literals(values) + "], " + text + "), 0) > 0"
                : text + " IN (" + literals(values) + ")";
    }

    static String literals(Collection<String> values) {
        return values.stream().map(Sql::text).collect(Collectors.joining(", "));
    }
}
