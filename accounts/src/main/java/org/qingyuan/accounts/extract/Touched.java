package org.qingyuan.accounts.extract;

import org.qingyuan.table.session.Session;

/// What the rejected rows name: nobody may be accused whom one of them could clear.
///
/// Leaves in the session:
/// - `touched (account_id)`: accounts of a rejected row, those above a rejected sub-account, those below a rejected
///   parent, those of a rejected customer
/// - `touched_booking (account_id)`: accounts of a rejected transaction, and those above them
/// - `named_account (account_id, parent_id, customer_id, classed, phone, legal_entity)`: what rejected accounts
/// say
/// - `named_customer (customer_id, legal_entity, identity, phone)`: what rejected customers say
/// - `named_explanation (phone, customer_id)`: what rejected explanations say
final class Touched {
    private final Session session;
    private final Extract extract;

    Touched(Session session, Extract extract) {
        this.session = session;
        this.extract = extract;
    }

    void find() {
        customers();
        accounts();
        bookings();
        explanations();
    }

    private boolean has(CanonicalTable table) {
        return extract.table(table) != null
                && session.count("SELECT count(*) FROM reject_row WHERE table_no = " + table.number()) > 0;
    }

    private void create(String name, String columns, CanonicalTable table, String typed, String refused) {
        session.execute("CREATE OR REPLACE TEMP TABLE " + name + " (" + columns + ")");
        if (has(table)) {
            session.execute("INSERT INTO " + name + " SELECT DISTINCT " + typed + " FROM refused_" + table.word());
            session.execute("INSERT INTO " + name + " SELECT DISTINCT " + refused + " FROM "
                    + extract.get(table).rejectRelation());
        }
    }

    private void customers() {
        String type = "CASE WHEN id_type IN (" + Macros.literals(ClosedLists.ID_TYPE) + ") THEN id_type END";
        create(
                "named_customer",
                "customer_id VARCHAR, legal_entity VARCHAR, identity VARCHAR, phone VARCHAR",
                CanonicalTable.CUSTOMERS,
                "customer_id, legal_entity, identity, phone",
                "customer_id, legal_entity, " + type + " || ' ' || lifted(" + type
                        + ", number_known(number_plain(id_number))), nullif(phone_plain(phone), '')");
    }

    private void accounts() {
        String columns = "account_id, parent_id, customer_id, classed, phone, legal_entity";
        create(
                "named_account",
                "account_id VARCHAR, parent_id VARCHAR, customer_id VARCHAR, classed BOOLEAN, phone VARCHAR,"
                        + " legal_entity VARCHAR",
                CanonicalTable.ACCOUNTS,
                columns,
                "account_id, CASE WHEN NOT is_blank(parent_account_id) THEN parent_account_id END, customer_id,"
                        + " NOT is_blank(account_class),"
                        + " nullif(phone_plain(phone), ''), legal_entity");
        session.execute("CREATE OR REPLACE TEMP TABLE touched (account_id VARCHAR)");
        if (session.count("SELECT count(*) FROM named_account") > 0) {
            session.execute("INSERT INTO touched WITH RECURSIVE edges AS (SELECT account_id, parent_id FROM edge UNION"
                    + " SELECT account_id, parent_id FROM named_account WHERE parent_id IS NOT NULL),"
                    + " up(id) AS (SELECT parent_id FROM named_account WHERE parent_id IS NOT NULL UNION SELECT"
                    + " e.parent_id FROM up JOIN edges e ON e.account_id = up.id),"
                    + " down(id) AS (SELECT account_id FROM named_account WHERE account_id IS NOT NULL UNION SELECT"
                    + " e.account_id FROM down JOIN edges e ON e.parent_id = down.id)"
                    + " SELECT id FROM up UNION SELECT id FROM down");
        }
        if (session.count("SELECT count(*) FROM named_customer") > 0) {
            session.execute("INSERT INTO touched SELECT account_id FROM account SEMI JOIN named_customer USING"
                    + " (customer_id) ANTI JOIN touched USING (account_id)");
        }
    }

    private void bookings() {
        session.execute("CREATE OR REPLACE TEMP TABLE touched_booking (account_id VARCHAR)");
        if (has(CanonicalTable.TRANSACTIONS)) {
            session.execute("INSERT INTO touched_booking WITH RECURSIVE up(id) AS (SELECT DISTINCT account_id FROM "
                    + "refused_transactions UNION SELECT account_id FROM "
                    + extract.get(CanonicalTable.TRANSACTIONS).rejectRelation()
                    + " WHERE account_id IS NOT NULL UNION SELECT e.parent_id FROM up JOIN edge e ON e.account_id ="
                    + " up.id) SELECT id FROM up");
        }
    }

    private void explanations() {
        create(
                "named_explanation",
                "phone VARCHAR, customer_id VARCHAR",
                CanonicalTable.EXPLANATIONS,
                "phone, customer_id",
                "nullif(phone_plain(phone), ''), customer_id");
    }

    /// A condition that holds where a rejected row of the table names nothing that could be found again.
    static String namesNothing(CanonicalTable table) {
        return switch (table) {
            case CUSTOMERS -> "is_blank(customer_id) AND is_blank(id_number) AND is_blank(phone)";
            case ACCOUNTS -> "is_blank(account_id) AND is_blank(customer_id)";
            case TRANSACTIONS -> "is_blank(account_id)";
            case EXPLANATIONS -> "is_blank(phone) AND is_blank(customer_id)";
        };
    }

    /// How many rejected rows of the table are unattributable.
    long unattributable(CanonicalTable table) {
        if (!has(table)) {
            return 0;
        }
        String condition = " WHERE " + namesNothing(table);
        return session.count("SELECT count(*) FROM " + extract.get(table).rejectRelation() + condition)
                + session.count("SELECT count(*) FROM refused_" + table.word() + condition);
    }
}
