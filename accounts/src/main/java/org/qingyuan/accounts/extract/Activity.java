package org.qingyuan.accounts.extract;

import java.time.LocalDate;
import org.qingyuan.table.session.Session;

/// What moved, and when.
///
/// Leaves in the session:
/// - `reversal`: the bookings that reverse another, and `reversed (number, transaction_id)`: those that they name
/// - `cancelled (number, before)`: the bookings that a reversal cancels, as seen at the cut-off or later
/// - `movement`: see [Movements]
/// - `sub (account_id, parent_id, open, frozen, product_protected, foreign_currency, balance, last_activity_on)`: the
///   sub-accounts in use
/// - `activity (account_id, last_on, moved_since, since_on, unknown_on, unknown_since)`: of each account with all its
///   sub-accounts, closed ones too, the last holder-initiated movement up to the cut-off, whether there is one since
/// and
///   the last of those, and the same of bookings of unknown codes; only accounts that have any of it
final class Activity {
    /// Reversals of reversals are followed no further than this.
    private static final int MAX_CHAIN = 64;

    private final Session session;
    private final LocalDate cutOff;
    private final String asOf;

    Activity(Session session, LocalDate asOf) {
        this.session = session;
        this.cutOff = asOf;
        this.asOf = "DATE '" + asOf + "'";
    }

    void find() {
        reversals();
        subAccounts();
        activity();
    }

    private void reversals() {
        session.execute("CREATE OR REPLACE TEMP TABLE reversal AS SELECT transaction_id, reversal_of, day,"
                + " NULL::BOOLEAN AS holds_before, NULL::BOOLEAN AS holds FROM booking WHERE reversal_of IS NOT NULL");
        session.execute(
                "CREATE OR REPLACE TEMP TABLE reversed AS SELECT number, transaction_id FROM typed_transactions t"
                        + " SEMI JOIN reversal r ON r.reversal_of = t.transaction_id");
        session.execute("CREATE OR REPLACE TEMP TABLE cancelled (number BIGINT, before BOOLEAN)");
        if (session.count("SELECT count(*) FROM reversal") > 0) {
            settle("holds_before", "day <= " + asOf);
            settle("holds", "true");
            session.execute("INSERT INTO cancelled SELECT number, true FROM reversed x SEMI JOIN (FROM reversal WHERE"
                    + " holds_before) r ON r.reversal_of = x.transaction_id UNION ALL SELECT number, false FROM reversed x"
                    + " SEMI JOIN (FROM reversal WHERE holds) r ON r.reversal_of = x.transaction_id");
        }
        Movements.view(session, "movement", "booking", cutOff);
    }

    /// A reversal holds unless one that holds cancels it; only those that meet the condition take part.
    private void settle(String column, String condition) {
        session.execute("UPDATE reversal SET " + column + " = false WHERE NOT (" + condition + ")");
        for (int i = 0; i < MAX_CHAIN; i++) {
            long held = session.execute("UPDATE reversal AS r SET " + column + " = true WHERE " + column
                    + " IS NULL AND NOT EXISTS (SELECT 1 FROM reversal o WHERE o.reversal_of = r.transaction_id AND"
                    + " coalesce(o." + column + ", true))");
            long dropped = session.execute("UPDATE reversal AS r SET " + column + " = false WHERE " + column
                    + " IS NULL AND EXISTS (SELECT 1 FROM reversal o WHERE o.reversal_of = r.transaction_id AND o."
                    + column + ")");
            if (held + dropped == 0) {
                break;
            }
        }
        session.execute("UPDATE reversal SET " + column + " = false WHERE " + column + " IS NULL");
    }

    private void subAccounts() {
        session.execute("CREATE OR REPLACE TEMP TABLE sub AS SELECT account_id, parent_id, open, frozen,"
                + " product_protected, foreign_currency, balance, last_activity_on FROM edge SEMI JOIN held"
                + " ON held.account_no = edge.number");
    }

    /// What accounts did themselves, then what their sub-accounts did: bookings are many, sub-accounts few.
    private void activity() {
        session.execute("CREATE OR REPLACE TEMP TABLE own_activity AS SELECT account_id,"
                + " max(day) FILTER (counts AND day <= " + asOf + ") AS last_on,"
                + " coalesce(bool_or(counts AND day > " + asOf + "), false) AS moved_since,"
                + " max(day) FILTER (counts AND day > " + asOf + ") AS since_on,"
                + " max(day) FILTER (unknown AND day <= " + asOf + ") AS unknown_on,"
                + " coalesce(bool_or(unknown AND day > " + asOf + "), false) AS unknown_since"
                + " FROM movement WHERE counts OR unknown GROUP BY account_id");
        session.execute("INSERT INTO own_activity SELECT account_id, CASE WHEN last_activity_on <= " + asOf
                + " THEN last_activity_on END, last_activity_on > " + asOf
                + ", CASE WHEN last_activity_on > " + asOf
                + " THEN last_activity_on END, NULL, false FROM sub WHERE last_activity_on IS NOT NULL");
        session.execute("CREATE OR REPLACE TEMP TABLE activity AS WITH RECURSIVE"
                + " up AS (SELECT s.parent_id AS account_id, o.* EXCLUDE (account_id) FROM own_activity o JOIN sub s"
                + " USING (account_id) UNION ALL SELECT s.parent_id, u.* EXCLUDE (account_id) FROM up u JOIN sub s"
                + " USING (account_id))"
                + " SELECT account_id, max(last_on) AS last_on, bool_or(moved_since) AS moved_since,"
                + " max(since_on) AS since_on,"
                + " max(unknown_on) AS unknown_on, bool_or(unknown_since) AS unknown_since"
                + " FROM (FROM own_activity UNION ALL FROM up) GROUP BY account_id");
        session.execute("DROP TABLE own_activity");
    }
}
