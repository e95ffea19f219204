package org.qingyuan.accounts.extract;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
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

    /// A cell longer than this is no placeholder.
    private static final int MAX_PLACEHOLDER = 64;

    private Macros() {}

    static void define(Session session, Set<String> placeholders) {
        Set<String> nothing = new TreeSet<>(Set.of(""));
        Set<String> plain = new TreeSet<>(Set.of(""));
        for (String placeholder : placeholders) {
            String upper = Plain.upper(placeholder);
            plain.add(upper);
            for (String form : List.of(placeholder, upper, upper.toLowerCase(Locale.ROOT))) {
                nothing.add(form);
                nothing.add(Plain.wide(form));
            }
        }
        String none = literals(nothing);
        session.execute("CREATE OR REPLACE MACRO is_blank(x) AS (x IS NULL OR x IN (" + none + ")"
                + " OR ((x < '!' OR suffix(x, ' ') OR suffix(x, '\u3000') OR unicode(x) IN (" + wideBlanks()
                + ")) AND length(x) <= " + MAX_PLACEHOLDER
                + " AND trim(x, " + Sql.text(Plain.BLANKS) + ") IN (" + none + ")))");
        session.execute("CREATE OR REPLACE MACRO iso_date(x) AS CASE WHEN strlen(x) = 10 AND x[5] = '-'"
                + " AND TRY_CAST(x AS DATE)::VARCHAR = x THEN TRY_CAST(x AS DATE) END");
        session.execute("CREATE OR REPLACE MACRO iso_time(x) AS CASE WHEN strlen(x) = 10 THEN iso_date(x)::TIMESTAMP"
                + " WHEN strlen(x) = 19 AND x[11] = 'T'"
                + " AND strftime(TRY_CAST(x AS TIMESTAMP), '%Y-%m-%dT%H:%M:%S') = x THEN TRY_CAST(x AS TIMESTAMP) END");
        session.execute("CREATE OR REPLACE MACRO yuan(x) AS CASE WHEN"
                + " regexp_full_match(x, '-?[0-9]{1,16}\\.[0-9]{2}') THEN x::DECIMAL(18, 2) END");
        String placeholderList = literals(plain);
        session.execute("CREATE OR REPLACE MACRO number_plain(x) AS CASE WHEN regexp_full_match(x, '[0-9A-Z]*') THEN x"
                + " WHEN length(x) = strlen(x) THEN upper(regexp_replace(x, '[\\x00-\\x20\\x7f]', '', 'g')) END");
        session.execute(
                "CREATE OR REPLACE MACRO number_known(x) AS CASE WHEN x NOT IN (" + placeholderList + ") THEN x END");
        session.execute("CREATE OR REPLACE MACRO phone_plain(x) AS CASE WHEN regexp_full_match(x, '1[0-9]{10}') THEN x"
                + " WHEN upper(regexp_replace(x, '[\\x00-\\x20\\x7f]', '', 'g')) IN (" + placeholderList + ") THEN ''"
                + " WHEN length(x) = strlen(x) THEN regexp_replace(regexp_replace(x, '[-\\x00-\\x20\\x7f]', '', 'g'),"
                + " '^([+]86|0086)', '') END");
        session.execute("CREATE OR REPLACE MACRO lifted(kind, x) AS CASE WHEN strlen(x) = 15"
                + " AND kind IN ('resident_id', 'household_register') AND regexp_full_match(x, '[0-9]{15}')"
                + " THEN x[1:6] || '19' || x[7:15] || '10X98765432'[1 + (" + weighted() + ") % 11] ELSE x END");
        session.execute("CREATE OR REPLACE MACRO born(kind, x) AS CASE WHEN strlen(x) = 18"
                + " AND kind IN ('resident_id', 'household_register')"
                + " THEN iso_date(x[7:10] || '-' || x[11:12] || '-' || x[13:14]) END");
    }

    /// Code points of the blanks beyond ASCII.
    private static String wideBlanks() {
        return Plain.BLANKS
                .codePoints()
                .filter(code -> code > ' ')
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", "));
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

    static String literals(Collection<String> values) {
        return values.stream().map(Sql::text).collect(Collectors.joining(", "));
    }
}
