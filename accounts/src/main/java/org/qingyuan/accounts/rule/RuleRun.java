package org.qingyuan.accounts.rule;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qingyuan.table.session.Session;

/// Runs the statements of one rule over the relations that the checks left in a session (`customer`, `account`,
/// `activity`, `movement`, `sub`, `touched`, ...).
///
/// Leaves three tables whose names end with the rule's:
/// - `hit_RULE (legal_entity, id, customer_id, handle, reason, figures...)`: a line for each finding (reason null) and
///   each outcome; `id` is the last part of the key, null where it is the identity's smallest customer; `handle` tells
///   hits of a legal entity apart; columns after `reason` are figures, those whose names begin with `!` are not shown
/// - `accounts_RULE (legal_entity, handle, account_id)` and `customers_RULE (legal_entity, handle, customer_id)`: whom
/// a
///   hit names
public final class RuleRun {
    private static final int ADULT_YEARS = 18;

    private final Session session;
    private final Rule rule;
    private final Thresholds thresholds;
    private final Map<String, String> literals = new LinkedHashMap<>();

    /// @param transactionsFrom the date from which transactions are complete; `null` without transactions
    public RuleRun(
            Session session, Rule rule, Thresholds thresholds, LocalDate asOf, @Nullable LocalDate transactionsFrom) {
        this.session = session;
        this.rule = rule;
        this.thresholds = thresholds;
        literals.put("asOf", Thresholds.date(asOf));
        literals.put("adultBorn", Thresholds.date(asOf.minusYears(ADULT_YEARS)));
        literals.put("transactionsFrom", Thresholds.date(transactionsFrom));
        for (Rule.Parameter parameter : rule.parameters()) {
            literals.put(parameter.name(), thresholds.literal(parameter));
        }
        quietDays(asOf);
    }

    /// The rule's name as it stands at the end of its tables.
    public static String suffix(Rule rule) {
        return rule.name().replace('-', '_');
    }

    private void quietDays(LocalDate asOf) {
        if (rule.need() != Rule.Need.TRANSACTIONS_OF_WINDOW) {
            return;
        }
        session.execute("CREATE OR REPLACE TEMP TABLE quiet_day (day DATE, since DATE)");
        for (LocalDate day = thresholds.cutOff("windowDays"); !day.isAfter(asOf); day = day.plusDays(1)) {
            session.execute("INSERT INTO quiet_day VALUES (?, ?)", day, thresholds.quietBefore(day));
        }
    }

    /// Runs every step and drops what only the rule itself needs.
    public void run() {
        for (Map.Entry<String, String> step : rule.steps().entrySet()) {
            table(step.getKey(), step.getValue());
            if (step.getKey().equals("candidate")
                    && rule.steps().getOrDefault("hit", "").contains("guard")) {
                Guard.of(session, "candidate");
            }
        }
        if (!rule.steps().containsKey("accounts")) {
            table(
                    "accounts",
                    rule.steps().containsKey("candidate")
                            ? "SELECT legal_entity, handle, id AS account_id FROM hit"
                            : "SELECT legal_entity, handle, id AS account_id FROM hit WHERE false");
        }
        if (!rule.steps().containsKey("customers")) {
            table("customers", "SELECT legal_entity, handle, customer_id FROM hit");
        }
        for (String kept : new String[] {"hit", "accounts", "customers"}) {
            session.execute("DROP TABLE IF EXISTS " + kept + "_" + suffix(rule));
            session.execute("ALTER TABLE " + kept + " RENAME TO " + kept + "_" + suffix(rule));
        }
        for (String step : rule.steps().keySet()) {
            session.execute("DROP TABLE IF EXISTS " + step);
        }
    }

    private void table(String name, String statement) {
        String sql = statement;
        for (Map.Entry<String, String> literal : literals.entrySet()) {
            sql = sql.replace("{" + literal.getKey() + "}", literal.getValue());
        }
        session.execute("CREATE OR REPLACE TEMP TABLE " + name + " AS " + sql);
    }
}
