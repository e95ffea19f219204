package org.qingyuan.accounts.rule;

import org.qingyuan.table.session.Session;

/// What protects an account, gathered over the account itself, its sub-accounts at any depth and the accounts above it.
///
/// A freeze or a protected product counts on the account, on an open sub-account and on any account above; a foreign
/// currency or a balance below zero on the account and on an open sub-account. The balance is the sum over the account
/// and all its sub-accounts.
public final class Guard {
    private static final String SUB_FLAGS = "s.open AND s.frozen AS frozen, s.open AND s.product_protected AS"
            + " product_protected, s.open AND s.foreign_currency AS foreign_currency, s.open AND s.balance < 0 AS"
            + " overdrawn, s.balance";

    private Guard() {}

    /// Leaves `guard (account_id, frozen, product_protected, foreign_currency, overdrawn, balance)` with a line for
    /// each
    /// account of a table that has the columns of `account`.
    public static void of(Session session, String accounts) {
        session.execute("CREATE OR REPLACE TEMP TABLE guard AS WITH RECURSIVE"
                + " below AS (SELECT c.account_id, s.account_id AS member FROM " + accounts
                + " c JOIN sub s ON s.parent_id = c.account_id UNION ALL SELECT b.account_id, s.account_id FROM below b"
                + " JOIN sub s ON s.parent_id = b.member),"
                + " above AS (SELECT c.account_id, c.parent_id AS member FROM " + accounts
                + " c WHERE c.parent_id IS NOT NULL UNION ALL SELECT a.account_id, s.parent_id FROM above a JOIN sub s"
                + " ON s.account_id = a.member)"
                + " SELECT account_id, bool_or(frozen) AS frozen, bool_or(product_protected) AS product_protected,"
                + " bool_or(foreign_currency) AS foreign_currency, bool_or(overdrawn) AS overdrawn,"
                + " sum(balance) AS balance FROM ("
                + "SELECT account_id, frozen, product_protected, foreign_currency, balance < 0 AS overdrawn, balance FROM "
                + accounts + " UNION ALL SELECT b.account_id, " + SUB_FLAGS
                + " FROM below b JOIN sub s ON s.account_id = b.member"
                + " UNION ALL SELECT x.account_id, p.frozen, p.product_protected, false, false, 0 FROM above x JOIN"
                + " parent p ON p.account_id = x.member) GROUP BY account_id");
    }
}
