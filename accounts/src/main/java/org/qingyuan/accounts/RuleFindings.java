package org.qingyuan.accounts;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qingyuan.accounts.FindingMaker.Figure;
import org.qingyuan.accounts.FindingMaker.ListedAccount;
import org.qingyuan.accounts.FindingMaker.Movement;
import org.qingyuan.accounts.extract.Extract;
import org.qingyuan.accounts.rule.Rule;
import org.qingyuan.accounts.rule.RuleRun;
import org.qingyuan.accounts.rule.Thresholds;
import org.qingyuan.finding.Finding;
import org.qingyuan.table.session.Row;
import org.qingyuan.table.session.Session;
import org.qingyuan.table.session.Sql;

/// Writes the findings of one rule in their order. One query gives the parts of each finding one after another: its
/// head, its customers, its accounts, its bookings; no more than one key is held at a time.
final class RuleFindings {
    /// Columns of text that a part may use.
    private static final int TEXTS = 11;

    private static final String LISTED =
            " JOIN listed l ON l.rule = n.rule AND l.legal_entity = n.legal_entity AND l.handle = n.handle";

    private final Session session;
    private final Rule rule;
    private final FindingMaker maker;
    private final LocalDate asOf;
    private final List<String> figureNames = new ArrayList<>();
    private final List<String> figureTypes = new ArrayList<>();
    private final List<Finding> sameKey = new ArrayList<>();
    private @Nullable Draft draft;

    /// One finding while its parts arrive.
    static final class Draft {
        final long hitNo;
        final String key;
        final String legalEntity;
        final String subject;
        final List<Figure> figures = new ArrayList<>();
        final List<FindingMaker.Pointer> customers = new ArrayList<>();
        final List<ListedAccount> accounts = new ArrayList<>();
        final List<Movement> movements = new ArrayList<>();

        Draft(long hitNo, String key, String legalEntity, String subject) {
            this.hitNo = hitNo;
            this.key = key;
            this.legalEntity = legalEntity;
            this.subject = subject;
        }
    }

    RuleFindings(
            Session session,
            Extract extract,
            Parameters parameters,
            Rule rule,
            Thresholds thresholds,
            boolean acceptedUnattributable) {
        this.session = session;
        this.rule = rule;
        this.asOf = parameters.asOf();
        this.maker = new FindingMaker(extract, parameters, rule, thresholds, acceptedUnattributable);
    }

    void write(ScreenListener listener) throws IOException {
        figures();
        session.query(parts(), row -> {
            take(row, listener);
        });
        finish(listener);
        flush(listener);
    }

    /// The columns of the rule's table after `reason` are its figures.
    private void figures() throws IOException {
        session.query("SELECT column_name, column_type FROM (DESCRIBE hit_" + RuleRun.suffix(rule) + ")", row -> {
            figureNames.add(row.text(0));
            figureTypes.add(row.text(1));
        });
        int first = figureNames.indexOf("reason") + 1;
        figureNames.subList(0, first).clear();
        figureTypes.subList(0, first).clear();
    }

    private String parts() {
        String name = Sql.text(rule.name());
        List<String> head = new ArrayList<>(List.of("n.legal_entity", "n.subject"));
        for (String figure : figureNames) {
            head.add("h." + Sql.name(figure) + "::VARCHAR");
        }
        String numbered = "(FROM numbered WHERE reason IS NULL AND rule = " + name + ") n";
        return "SELECT * FROM ("
                + select("n.hit_no, n.key, 0, '', 0, 0", head)
                + " FROM " + numbered + " JOIN hit_" + RuleRun.suffix(rule)
                + " h ON h.legal_entity = n.legal_entity AND h.handle = n.handle"
                + " UNION ALL "
                + select("n.hit_no, n.key, 1, c.customer_id, s.file_no, s.\"row\"", List.of("c.customer_id"))
                + " FROM " + numbered
                + " JOIN hit_customer c ON c.rule = n.rule AND c.legal_entity = n.legal_entity AND"
                + " c.handle = n.handle JOIN shown_customer s ON s.customer_id = c.customer_id"
                + " UNION ALL " + select("n.hit_no, n.key, 2, a.account_id, a.file_no, a.\"row\"", accountTexts())
                + " FROM " + numbered + LISTED + " JOIN shown_account a ON a.account_id ="
                + " l.account_id LEFT JOIN guard g ON g.account_id = a.account_id LEFT JOIN activity m ON m.account_id ="
                + " a.account_id LEFT JOIN shown_customer c ON c.customer_id = a.customer_id"
                + " UNION ALL " + bookings(numbered)
                + ") ORDER BY hit_no, part, sort, \"row\", file_no";
    }

    private List<String> accountTexts() {
        return List.of(
                "a.account_id",
                "a.branch",
                "a.account_class",
                "a.status",
                "a.balance::VARCHAR",
                "greatest(m.last_on, CASE WHEN a.last_activity_on <= DATE '" + asOf
                        + "' THEN a.last_activity_on END)::VARCHAR",
                "coalesce(g.frozen OR g.product_protected OR g.foreign_currency OR g.overdrawn OR c.born > DATE '"
                        + asOf.minusYears(18) + "', false)::VARCHAR",
                "a.products",
                "a.opened_on::VARCHAR",
                "l.depth::VARCHAR");
    }

    private String bookings(String numbered) {
        List<String> texts = List.of(
                "m.transaction_id",
                "m.account_id",
                "m.code",
                "CASE WHEN m.debit THEN 'debit' ELSE 'credit' END",
                "m.amount::VARCHAR",
                "strftime(m.booked_at, '%Y-%m-%dT%H:%M:%S')");
        if (rule.need() != Rule.Need.TRANSACTIONS_OF_WINDOW) {
            return select("n.hit_no, n.key, 3, '', m.file_no, m.\"row\"", texts) + " FROM " + numbered
                    + " JOIN last_booking m ON m.rule = n.rule AND m.legal_entity = n.legal_entity AND m.handle = n.handle";
        }
        List<String> more = new ArrayList<>(texts);
        more.addAll(List.of("m.channel", "m.counterparty", "m.timed::VARCHAR", "v.phone_verified_on::VARCHAR"));
        return select(
                        "n.hit_no, n.key, 3, strftime(m.booked_at, '%Y-%m-%dT%H:%M:%S.%f') || m.transaction_id, m.file_no,"
                                + " m.\"row\"",
                        more)
                + " FROM " + numbered + LISTED + " JOIN listed_movement m ON m.account_id ="
                + " l.account_id LEFT JOIN shown_customer v ON v.customer_id = n.customer_id WHERE m.counts AND m.day <= DATE '"
                + asOf + "'";
    }

    private static String select(String fixed, List<String> texts) {
        String[] names = {"hit_no", "key", "part", "sort", "file_no", "\"row\""};
        String[] values = fixed.split(", (?![^(]*\\))");
        StringBuilder sql = new StringBuilder("SELECT ");
        for (int i = 0; i < names.length; i++) {
            sql.append(values[i]).append(" AS ").append(names[i]).append(", ");
        }
        for (int i = 0; i < TEXTS; i++) {
            sql.append(i < texts.size() ? texts.get(i) : "NULL::VARCHAR")
                    .append(" AS t")
                    .append(i);
            sql.append(i == TEXTS - 1 ? "" : ", ");
        }
        return sql.toString();
    }

    private void take(Row row, ScreenListener listener) {
        long hitNo = row.integer(0);
        if (draft == null || draft.hitNo != hitNo) {
            if (row.integer(2) != 0) {
                throw new IllegalStateException("part " + row.integer(2) + " of hit " + hitNo + " without its head");
            }
            finish(listener);
            draft = new Draft(hitNo, row.text(1), row.text(6), row.text(7));
        }
        int file = (int) row.integer(4);
        long number = row.integer(5);
        switch ((int) row.integer(2)) {
            case 0 -> {
                for (int i = 0; i < figureNames.size(); i++) {
                    draft.figures.add(new Figure(figureNames.get(i), figureTypes.get(i), row.optionalText(8 + i)));
                }
            }
            case 1 -> draft.customers.add(new FindingMaker.Pointer(row.text(6), file, number));
            case 2 -> draft.accounts.add(ListedAccount.of(row, file, number));
            default -> draft.movements.add(Movement.of(row, file, number));
        }
    }

    private void finish(ScreenListener listener) {
        if (draft == null) {
            return;
        }
        Finding finding = maker.make(draft);
        draft = null;
        if (!sameKey.isEmpty() && !sameKey.getFirst().key().equals(finding.key())) {
            flush(listener);
        }
        sameKey.add(finding);
    }

    private void flush(ScreenListener listener) {
        sameKey.sort(Comparator.comparing(Finding::id));
        sameKey.forEach(listener::finding);
        sameKey.clear();
    }
}
