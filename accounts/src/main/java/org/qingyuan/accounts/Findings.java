package org.qingyuan.accounts;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.qingyuan.accounts.extract.Extract;
import org.qingyuan.accounts.extract.Movements;
import org.qingyuan.accounts.rule.Guard;
import org.qingyuan.accounts.rule.Rule;
import org.qingyuan.accounts.rule.RuleRun;
import org.qingyuan.accounts.rule.Thresholds;
import org.qingyuan.finding.Moment;
import org.qingyuan.finding.Outcome;
import org.qingyuan.finding.Subject;
import org.qingyuan.table.session.Session;
import org.qingyuan.table.session.Sql;

/// Makes findings and outcomes of what the rules hit: a second pass over the extract fetches the rows of those found,
/// for all rules at once, and everything leaves in the order of the results.
final class Findings {
    private final Session session;
    private final Extract extract;
    private final Parameters parameters;
    private final Map<Rule, Thresholds> rules;
    private final boolean acceptedUnattributable;

    /// @param acceptedUnattributable whether rows were accepted of which nothing says whom they speak about
    Findings(
            Session session,
            Extract extract,
            Parameters parameters,
            Map<Rule, Thresholds> rules,
            boolean acceptedUnattributable) {
        this.session = session;
        this.extract = extract;
        this.parameters = parameters;
        this.rules = rules;
        this.acceptedUnattributable = acceptedUnattributable;
    }

    /// Numbers the hits in the order of the results and fetches the rows that prove them.
    void prepare() {
        gather();
        accounts();
        subjects();
        numbers();
        bookings();
    }

    private void gather() {
        session.execute("CREATE OR REPLACE TEMP TABLE hits (rule VARCHAR, legal_entity VARCHAR, id VARCHAR,"
                + " customer_id VARCHAR, handle VARCHAR, reason VARCHAR)");
        session.execute("CREATE OR REPLACE TEMP TABLE hit_account (rule VARCHAR, legal_entity VARCHAR, handle VARCHAR,"
                + " account_id VARCHAR)");
        session.execute("CREATE OR REPLACE TEMP TABLE hit_customer (rule VARCHAR, legal_entity VARCHAR, handle VARCHAR,"
                + " customer_id VARCHAR)");
        for (Rule rule : rules.keySet()) {
            String name = Sql.text(rule.name());
            String suffix = RuleRun.suffix(rule);
            session.execute("INSERT INTO hits SELECT " + name
                    + ", legal_entity, id, customer_id, handle, reason FROM hit_" + suffix);
            session.execute("INSERT INTO hit_account SELECT DISTINCT " + name
                    + ", a.legal_entity, a.handle, a.account_id FROM accounts_" + suffix + " a SEMI JOIN (FROM hit_"
                    + suffix + " WHERE reason IS NULL) h ON h.legal_entity = a.legal_entity AND h.handle = a.handle");
            session.execute("INSERT INTO hit_customer SELECT DISTINCT " + name
                    + ", legal_entity, handle, customer_id FROM customers_" + suffix);
        }
    }

    /// Finds the smallest customer of each identity that is named.
    private void subjects() {
        session.execute("CREATE OR REPLACE TEMP TABLE named AS SELECT customer_id FROM hits UNION SELECT customer_id"
                + " FROM hit_customer UNION SELECT customer_id FROM shown_account");
        session.execute("CREATE OR REPLACE TEMP TABLE shown_customer AS SELECT file_no, \"row\", customer_id,"
                + " legal_entity, identity, named, phone_verified_on, born(id_type, id_number) AS born FROM customer"
                + " SEMI JOIN named USING (customer_id)");
        session.execute("CREATE OR REPLACE TEMP TABLE smallest AS SELECT c.legal_entity, c.identity,"
                + " min(c.customer_id) AS customer_id FROM customer c SEMI JOIN (FROM shown_customer WHERE named) s ON"
                + " s.legal_entity = c.legal_entity AND s.identity = c.identity WHERE c.named GROUP BY ALL");
        session.execute("CREATE OR REPLACE TEMP TABLE subject AS SELECT n.customer_id,"
                + " coalesce(m.customer_id, n.customer_id) AS subject FROM named n"
                + " LEFT JOIN shown_customer s ON s.customer_id = n.customer_id"
                + " LEFT JOIN smallest m ON m.legal_entity = s.legal_entity AND m.identity = s.identity");
    }

    private static String part(String text) {
        return "replace(replace(" + text + ", '%', '%25'), '/', '%2F')";
    }

    private void numbers() {
        session.execute("CREATE OR REPLACE TEMP TABLE numbered AS SELECT *, 'accounts/' || rule || '/' || "
                + part("legal_entity") + " || '/' || " + part("coalesce(id, subject)") + " AS key,"
                + " row_number() OVER (ORDER BY rule, key, handle) AS hit_no FROM (SELECT h.rule, h.legal_entity, h.id,"
                + " h.handle, h.reason, h.customer_id, CASE WHEN any_value(h.id) ="
                + " any_value(h.customer_id) THEN any_value(h.id) ELSE min(s.subject) END AS subject FROM hits h"
                + " LEFT JOIN (SELECT rule, legal_entity, handle, customer_id FROM hits UNION SELECT rule, legal_entity,"
                + " handle, customer_id FROM hit_customer) c ON c.rule = h.rule AND c.legal_entity = h.legal_entity AND"
                + " c.handle = h.handle LEFT JOIN subject s ON s.customer_id = c.customer_id GROUP BY h.rule, h.legal_entity, h.id, h.handle, h.reason,"
                + " h.customer_id)");
    }

    /// Accounts that findings list, and the sub-accounts that prove a rule of one account.
    private void accounts() {
        session.execute("CREATE OR REPLACE TEMP TABLE listed AS WITH RECURSIVE"
                + " member AS (SELECT *, 0 AS depth FROM hit_account UNION ALL SELECT m.rule, m.legal_entity, m.handle,"
                + " s.account_id, m.depth + 1 FROM member m JOIN sub s ON s.parent_id = m.account_id WHERE m.rule IN ("
                + withSubAccounts() + ")) FROM member");
        session.execute("CREATE OR REPLACE TEMP TABLE shown_account AS SELECT * FROM account SEMI JOIN listed USING"
                + " (account_id)");
        session.execute("CREATE OR REPLACE TEMP TABLE counted_account AS SELECT * FROM shown_account SEMI JOIN (FROM"
                + " listed WHERE rule IN ('over-count', 'shared-phone')) USING (account_id)");
        Guard.of(session, "counted_account");
    }

    /// The movements of the accounts that are listed, and the last one behind a finding that says since when nothing
    /// moved.
    private void bookings() {
        String sleeping = names(rule -> rule.need() == Rule.Need.LAST_MOVEMENTS);
        String awakened = names(rule -> rule.need() == Rule.Need.TRANSACTIONS_OF_WINDOW);
        session.execute(
                "CREATE OR REPLACE TEMP TABLE listed_booking AS FROM booking SEMI JOIN (FROM listed WHERE rule IN ("
                        + sleeping + ", " + awakened + ")) USING (account_id)");
        Movements.view(session, "listed_movement", "listed_booking", parameters.asOf());
        String last = "(m.booked_at, m.transaction_id)";
        StringBuilder columns = new StringBuilder();
        for (String column : List.of("file_no", "\"row\"", "transaction_id", "account_id", "code", "debit", "amount")) {
            columns.append(", max_by(m." + column + ", " + last + ") AS " + column);
        }
        session.execute("CREATE OR REPLACE TEMP TABLE last_booking AS SELECT l.rule, l.legal_entity, l.handle" + columns
                + ", max(m.booked_at) AS booked_at FROM listed l JOIN listed_movement m ON m.account_id = l.account_id"
                + " WHERE l.rule IN (" + sleeping + ") AND m.counts AND m.day <= DATE '" + parameters.asOf()
                + "' GROUP BY l.rule, l.legal_entity, l.handle");
    }

    private String withSubAccounts() {
        return names(rule -> rule.steps().containsKey("candidate"));
    }

    /// The rules as a list of texts that is never empty.
    private String names(Predicate<Rule> which) {
        List<String> names = new ArrayList<>(List.of("''"));
        rules.keySet().stream().filter(which).forEach(rule -> names.add(Sql.text(rule.name())));
        return String.join(", ", names);
    }

    /// How many findings each rule has.
    Map<String, Long> counts() throws IOException {
        Map<String, Long> counts = new TreeMap<>();
        rules.keySet().forEach(rule -> counts.put(rule.id(), 0L));
        session.query(
                "SELECT rule, count(*) FROM hits WHERE reason IS NULL GROUP BY rule",
                row -> counts.put("accounts." + row.text(0), row.integer(1)));
        return counts;
    }

    /// How many outcomes each rule has for each reason.
    Map<String, Map<String, Long>> outcomes() throws IOException {
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        session.query(
                "SELECT rule, reason, count(*) FROM hits WHERE reason IS NOT NULL GROUP BY ALL",
                row -> counts.computeIfAbsent("accounts." + row.text(0), rule -> new TreeMap<>())
                        .put(row.text(1), row.integer(2)));
        return counts;
    }

    void write(ScreenListener listener) throws IOException {
        for (Map.Entry<Rule, Thresholds> rule : rules.entrySet()) {
            new RuleFindings(session, extract, parameters, rule.getKey(), rule.getValue(), acceptedUnattributable)
                    .write(listener);
        }
    }

    void writeOutcomes(ScreenListener listener) throws IOException {
        session.query(
                "SELECT n.rule, n.key, n.subject, n.reason, n.legal_entity, CASE WHEN n.reason = 'moved-since' THEN"
                        + " greatest(m.since_on, CASE WHEN a.last_activity_on > DATE '" + parameters.asOf()
                        + "' THEN a.last_activity_on END)::VARCHAR END FROM numbered n"
                        + " LEFT JOIN activity m ON n.reason = 'moved-since' AND m.account_id = n.handle"
                        + " LEFT JOIN account a ON n.reason = 'moved-since' AND a.account_id = n.handle"
                        + " WHERE n.reason IS NOT NULL ORDER BY n.rule, n.key, n.reason, n.handle",
                row -> {
                    String reason = row.text(3);
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("legalEntity", row.text(4));
                    String movedOn = row.optionalText(5);
                    if (movedOn != null) {
                        fields.put("movedOn", new Moment.On(LocalDate.parse(movedOn)));
                    }
                    listener.outcome(new Outcome(
                            "accounts." + row.text(0),
                            row.text(1),
                            new Subject("customer", row.text(2)),
                            reason.equals("touched-by-reject") ? Outcome.Kind.UNDECIDED : Outcome.Kind.EXCLUDED,
                            reason,
                            fields));
                });
    }
}
