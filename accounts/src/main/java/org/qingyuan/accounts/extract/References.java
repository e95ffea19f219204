package org.qingyuan.accounts.extract;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.qingyuan.finding.RejectReason;
import org.qingyuan.table.session.Session;
import org.qingyuan.table.session.Sql;

/// Finds the rows that cannot be used because of other rows: repeated ids, names of nobody, another legal entity,
/// circles of sub-accounts. Adds them to `reject_row`; a row that is rejected already stays as it is.
///
/// A row that is rejected itself still answers for what names it: what hangs on it is touched, not rejected.
final class References {
    /// Deeper sub-accounts are rejected.
    static final int MAX_DEPTH = 64;

    private final Session session;
    private final Extract extract;

    References(Session session, Extract extract) {
        this.session = session;
        this.extract = extract;
    }

    void run() throws IOException {
        repeated(CanonicalTable.CUSTOMERS, "customer_id");
        repeated(CanonicalTable.ACCOUNTS, "account_id");
        customersOfAccounts();
        parents();
        circles();
        if (extract.table(CanonicalTable.TRANSACTIONS) != null) {
            repeated(CanonicalTable.TRANSACTIONS, "transaction_id");
            orphans(
                    CanonicalTable.TRANSACTIONS,
                    "account_id",
                    CanonicalTable.ACCOUNTS,
                    RejectReason.ORPHAN_TRANSACTION);
        }
        if (extract.table(CanonicalTable.EXPLANATIONS) != null) {
            orphans(
                    CanonicalTable.EXPLANATIONS,
                    "customer_id",
                    CanonicalTable.CUSTOMERS,
                    RejectReason.ORPHAN_EXPLANATION);
        }
    }

    /// Rejects rows of a relation that has `file_no`, `"row"`, `line` and the column.
    private void reject(CanonicalTable table, String column, RejectReason reason, String detail, String rows) {
        session.execute("INSERT INTO reject_row SELECT DISTINCT " + table.number()
                + ", t.file_no, t.\"row\", t.number, t.line, "
                + Sql.text(column) + ", " + Sql.text(reason.word()) + ", left(" + detail + ", 256), false FROM " + rows
                + " t WHERE NOT EXISTS (SELECT 1 FROM reject_row r WHERE r.table_no = " + table.number()
                + " AND r.number = t.number)");
    }

    /// Leaves `repeated_TABLE` with the ids that stand in several rows. Numbers made of the ids are sorted first, which
    /// leaves out every id whose number comes once.
    private void repeated(CanonicalTable table, String column) {
        String repeated = "repeated_" + table.word();
        String rows = rows(table, column);
        session.execute("CREATE OR REPLACE TEMP TABLE " + repeated + " AS SELECT " + column + " FROM " + rows
                + " WHERE hash(" + column + ") IN (SELECT h FROM (SELECT h, lag(h) OVER (ORDER BY h) AS before FROM"
                + " (SELECT hash(" + column + ") AS h FROM " + rows + ")) WHERE h = before) GROUP BY " + column
                + " HAVING count(*) > 1");
        if (session.count("SELECT count(*) FROM " + repeated) > 0) {
            String row = "(FROM " + rows + " SEMI JOIN " + repeated + " USING (" + column + "))";
            reject(table, column, RejectReason.REPEATED_ID, column, row);
        }
    }

    /// Where the rows stand, and columns of them as they stand.
    private String rows(CanonicalTable table, String... columns) {
        StringBuilder cells = new StringBuilder();
        for (String column : columns) {
            cells.append(", ")
                    .append(Cells.raw(extract.get(table), column))
                    .append(" AS ")
                    .append(column);
        }
        return "(SELECT file_no, \"row\", number, line" + cells + " FROM "
                + extract.get(table).relation() + ")";
    }

    /// Ids of a table as `id`, those of rows that the reader refused among them.
    private String ids(CanonicalTable table, String column) {
        return "(SELECT " + column + " AS id FROM " + rows(table, column) + " UNION ALL SELECT " + column + " FROM "
                + extract.get(table).rejectRelation() + " WHERE " + column + " IS NOT NULL)";
    }

    private void orphans(CanonicalTable table, String column, CanonicalTable target, RejectReason reason) {
        reject(
                table,
                column,
                reason,
                column,
                "(SELECT t.* FROM " + rows(table, column) + " t ANTI JOIN " + ids(target, column) + " i ON i.id = t."
                        + column + ")");
    }

    /// Leaves `held (account_no, customer_no, account_class, open, sub, opened_on)`: every account with the number of
    /// its customer's row, null where there is none in its legal entity. Few and small columns, because rules read it
    /// again and again.
    private void customersOfAccounts() {
        String customers = rows(CanonicalTable.CUSTOMERS, "legal_entity", "customer_id");
        session.execute("CREATE OR REPLACE TEMP TABLE held AS SELECT "
                + Cells.number(extract.get(CanonicalTable.ACCOUNTS), "a.number") + " AS account_no, "
                + Cells.number(extract.get(CanonicalTable.CUSTOMERS), "c.number") + " AS customer_no,"
                + " TRY_CAST(a.account_class AS ENUM(" + Macros.literals(ClosedLists.ACCOUNT_CLASS)
                + ")) AS account_class, a.open, a.parent_id IS NOT NULL AS sub, a.opened_on FROM stated_accounts a"
                + " LEFT JOIN (SELECT number, legal_entity, customer_id FROM " + customers
                + " ANTI JOIN repeated_customers USING (customer_id) UNION ALL SELECT min(number), legal_entity,"
                + " customer_id FROM " + customers + " SEMI JOIN repeated_customers USING (customer_id)"
                + " GROUP BY legal_entity, customer_id) c"
                + " ON c.customer_id = a.customer_id AND c.legal_entity = a.legal_entity");
        session.execute("CREATE OR REPLACE TEMP TABLE suspect AS FROM "
                + rows(CanonicalTable.ACCOUNTS, "legal_entity", "customer_id")
                + " a SEMI JOIN (FROM held WHERE customer_no IS NULL) h ON h.account_no = a.number");
        named("customer_id", ids(CanonicalTable.CUSTOMERS, "customer_id"), RejectReason.ORPHAN_ACCOUNT);
    }

    /// Rows of `suspect` name nobody, or somebody of another legal entity.
    private void named(String column, String ids, RejectReason nobody) {
        if (session.count("SELECT count(*) FROM suspect") == 0) {
            return;
        }
        session.execute("CREATE OR REPLACE TEMP TABLE known AS SELECT DISTINCT id FROM " + ids
                + " i SEMI JOIN suspect s ON s." + column + " = i.id");
        String missing = column.equals("parent_id") ? "parent_account_id" : column;
        reject(
                CanonicalTable.ACCOUNTS,
                missing,
                nobody,
                column,
                "(SELECT * FROM suspect s WHERE NOT EXISTS (SELECT 1 FROM known k WHERE k.id = s." + column + "))");
        reject(
                CanonicalTable.ACCOUNTS,
                "legal_entity",
                RejectReason.ENTITY_MISMATCH,
                "legal_entity",
                "(SELECT * FROM suspect s WHERE EXISTS (SELECT 1 FROM known k WHERE k.id = s." + column + ")"
                        + " AND NOT EXISTS (SELECT 1 FROM " + refused(column) + " f WHERE f.id = s." + column + "))");
    }

    /// Ids of rows that only the reader knows: their legal entity is not compared.
    private String refused(String column) {
        return column.equals("parent_id")
                ? "(SELECT account_id AS id FROM "
                        + extract.get(CanonicalTable.ACCOUNTS).rejectRelation() + ")"
                : "(SELECT customer_id AS id FROM "
                        + extract.get(CanonicalTable.CUSTOMERS).rejectRelation() + ")";
    }

    private void parents() {
        session.execute("CREATE OR REPLACE TEMP TABLE edge AS SELECT file_no, \"row\", number, line, legal_entity,"
                + " account_id, parent_id, open, frozen, product_protected, foreign_currency, balance, last_activity_on"
                + " FROM stated_accounts WHERE parent_id IS NOT NULL");
        session.execute(
                "CREATE OR REPLACE TEMP TABLE parent AS SELECT account_id, legal_entity, frozen,"
                        + " product_protected FROM stated_accounts SEMI JOIN (SELECT DISTINCT parent_id FROM edge) e ON e.parent_id = account_id");
        session.execute("CREATE OR REPLACE TEMP TABLE suspect AS SELECT * FROM edge e WHERE NOT EXISTS (SELECT 1 FROM"
                + " parent p WHERE p.account_id = e.parent_id AND p.legal_entity = e.legal_entity)");
        named(
                "parent_id",
                "(SELECT account_id AS id FROM parent UNION ALL SELECT account_id AS id FROM "
                        + extract.get(CanonicalTable.ACCOUNTS).rejectRelation() + ")",
                RejectReason.ORPHAN_SUB_ACCOUNT);
        session.execute("CREATE OR REPLACE TEMP TABLE usable_edge AS SELECT * FROM edge e WHERE NOT EXISTS (SELECT 1"
                + " FROM reject_row r WHERE r.table_no = 1 AND r.number = e.number)");
    }

    /// Goes down from the accounts that are no sub-accounts, level by level; what is never reached hangs on a circle.
    private void circles() throws IOException {
        session.execute("CREATE OR REPLACE TEMP TABLE reached AS SELECT account_id, 1 AS level FROM usable_edge e WHERE"
                + " NOT EXISTS (SELECT 1 FROM usable_edge p WHERE p.account_id = e.parent_id)");
        int level = 1;
        while (level < MAX_DEPTH
                && session.execute("INSERT INTO reached SELECT e.account_id, " + (level + 1) + " FROM usable_edge e"
                                + " SEMI JOIN (FROM reached WHERE level = " + level
                                + ") r ON r.account_id = e.parent_id")
                        > 0) {
            level++;
        }
        Map<String, String> parents = new HashMap<>();
        session.query(
                "SELECT account_id, parent_id FROM usable_edge ANTI JOIN reached USING (account_id)",
                row -> parents.put(row.text(0), row.text(1)));
        session.execute("CREATE OR REPLACE TEMP TABLE circle (account_id VARCHAR)");
        session.execute("CREATE OR REPLACE TEMP TABLE too_deep (account_id VARCHAR)");
        for (String account : onCircles(parents)) {
            session.execute("INSERT INTO circle VALUES (?)", account);
        }
        for (String account : unreachable(parents)) {
            session.execute("INSERT INTO too_deep VALUES (?)", account);
        }
        rejectEdges("circle", RejectReason.SUB_ACCOUNT_CYCLE);
        rejectEdges("too_deep", RejectReason.TOO_DEEP);
    }

    private void rejectEdges(String accounts, RejectReason reason) {
        reject(
                CanonicalTable.ACCOUNTS,
                "parent_account_id",
                reason,
                "parent_id",
                "(SELECT * FROM usable_edge SEMI JOIN " + accounts + " USING (account_id))");
    }

    /// Accounts that are their own sub-accounts at some depth.
    private static Set<String> onCircles(Map<String, String> parents) {
        Set<String> circles = new HashSet<>();
        Set<String> seen = new HashSet<>();
        for (String start : parents.keySet()) {
            Set<String> path = new HashSet<>();
            String at = start;
            while (at != null && seen.add(at)) {
                path.add(at);
                at = parents.get(at);
            }
            for (String on = at; on != null && path.remove(on); on = parents.get(on)) {
                circles.add(on);
            }
        }
        return circles;
    }

    /// Accounts whose chain of parents ends, only too far down.
    private static Set<String> unreachable(Map<String, String> parents) {
        Set<String> deep = new HashSet<>(parents.keySet());
        Set<String> hanging = onCircles(parents);
        Map<String, Boolean> onCircle = new HashMap<>();
        for (String start : parents.keySet()) {
            Set<String> path = new HashSet<>();
            String at = start;
            while (at != null && !hanging.contains(at) && !onCircle.containsKey(at) && path.add(at)) {
                at = parents.get(at);
            }
            boolean circular = at != null && (hanging.contains(at) || onCircle.getOrDefault(at, false));
            path.forEach(each -> onCircle.put(each, circular));
        }
        deep.removeIf(each -> hanging.contains(each) || onCircle.getOrDefault(each, false));
        return deep;
    }
}
