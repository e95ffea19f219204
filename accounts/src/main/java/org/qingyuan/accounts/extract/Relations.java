package org.qingyuan.accounts.extract;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.qingyuan.accounts.extract.CodeTable.Direction;
import org.qingyuan.accounts.extract.CodeTable.Mark;
import org.qingyuan.table.session.Session;
import org.qingyuan.table.session.Sql;

/// The typed views over the raw tables. `typed_customers` and the others show every row, with null where a cell is
/// blank or bad; the relations below show only rows that are not rejected. `stated_accounts` is `typed_accounts` with
/// the phone as it stands.
///
/// `customer` and `account` have `file_no` and `"row"`, `booking` and `explanation` also `line`; and they have
/// - `customer`: customer_no (the row's number), legal_entity, customer_id, person, id_type, id_number (plain),
///   identity (text that only records of one identity share), named (the number and its type are known), nameless and
///   placeless (no name, no address), phone (plain), phone_verified_on, expires_missing, expires_on, registered_on
/// - `account`: account_no (the row's number), legal_entity, branch, account_id, parent_id, customer_id, account_class,
///   classed (a class stands there, known or not), unit_kind, status, open, frozen, foreign_currency, balance,
///   opened_on, last_activity_on (null where it may not be used), products, product_protected
/// - `own_phone`, accounts that have a phone of their own: legal_entity, account_no, customer_id, holder_no (the
///   customer's number, or one that is nobody else's), phone (plain)
/// - `booking`: number (the row's), transaction_id, account_id, booked_at, timed, day, code, debit, amount, channel,
///   reversal_of, counterparty, counts, unknown
/// - `explanation`: phone (plain), customer_id, registered_on
final class Relations {
    /// Columns that follow from the others.
    private static final String IDENTITY = "id_type IS NOT NULL AND id_number IS NOT NULL AS named,"
            + " CASE WHEN id_type IS NOT NULL AND id_number IS NOT NULL THEN id_type || ' ' || id_number"
            + " ELSE '#' || customer_id END AS identity";

    private final Session session;
    private final Extract extract;
    private final Terms terms;
    private final boolean lastActivity;
    private final Map<CanonicalTable, Cells> cells;

    /// @param lastActivity whether the column `last_activity_on` may be used
    /// @param cells of the tables that the extract has
    Relations(Session session, Extract extract, Terms terms, boolean lastActivity, Map<CanonicalTable, Cells> cells) {
        this.session = session;
        this.extract = extract;
        this.terms = terms;
        this.lastActivity = lastActivity;
        this.cells = cells;
    }

    /// Makes the views of all rows.
    void typed(Products products) throws IOException {
        customers();
        accounts(products);
        transactions();
        explanations();
    }

    private Cells cells(CanonicalTable table) {
        return Objects.requireNonNull(cells.get(table));
    }

    private void customers() throws IOException {
        Cells cells = cells(CanonicalTable.CUSTOMERS);
        PlainCell number = plain(cells, "id_number", "number", Plain::upper);
        PlainCell phone = plain(cells, "phone", "phone", this::phone);
        view(
                "typed_customers",
                "SELECT *, " + IDENTITY + " FROM (SELECT * EXCLUDE (plain_number),"
                        + " lifted(id_type, number_known(plain_number)) AS id_number FROM (SELECT file_no, \"row\", number, line, "
                        + cells.raw("legal_entity") + " AS legal_entity, " + cells.raw("customer_id")
                        + " AS customer_id, "
                        + cells.raw("kind") + " = 'person' AS person, "
                        + cells.word("id_type", ClosedLists.ID_TYPE) + " AS id_type, "
                        + number.value() + " AS plain_number, "
                        + cells.blank("name") + " AS nameless, nullif(" + phone.value() + ", '') AS phone, "
                        + cells.date("phone_verified_on") + " AS phone_verified_on, "
                        + cells.blank("address") + " AS placeless, "
                        + "coalesce(" + cells.raw("id_expires_on") + " = 'missing', false) AS expires_missing, "
                        + cells.date("id_expires_on") + " AS expires_on, "
                        + cells.date("registered_on") + " AS registered_on FROM "
                        + cells.table().relation() + number.join() + phone.join() + "))");
    }

    private void accounts(Products products) throws IOException {
        Cells cells = cells(CanonicalTable.ACCOUNTS);
        PlainCell phone = plain(cells, "phone", "phone", this::phone);
        view(
                "stated_accounts",
                "SELECT file_no, \"row\", number, line, "
                        + cells.raw("legal_entity") + " AS legal_entity, " + cells.known("branch") + " AS branch, "
                        + cells.raw("account_id") + " AS account_id, "
                        + cells.known("parent_account_id") + " AS parent_id, "
                        + cells.raw("customer_id") + " AS customer_id, "
                        + cells.word("account_class", ClosedLists.ACCOUNT_CLASS) + " AS account_class, "
                        + "NOT " + cells.blank("account_class") + " AS classed, "
                        + cells.word("unit_kind", ClosedLists.UNIT_KIND) + " AS unit_kind, "
                        + cells.raw("status") + " AS status, " + cells.raw("status") + " <> 'closed' AS open, "
                        + cells.raw("freeze") + " IN ('no_debit', 'no_credit', 'both') AS frozen, "
                        + cells.raw("currency") + " <> " + Sql.text(terms.currency()) + " AS foreign_currency, "
                        + cells.amount("balance") + " AS balance, " + cells.date("opened_on") + " AS opened_on, "
                        + cells.raw("phone") + " AS phone, "
                        + (lastActivity ? cells.date("last_activity_on") : "NULL::DATE") + " AS last_activity_on, "
                        + "coalesce(" + cells.raw("products") + ", '') AS products, "
                        + products.protects() + " AS product_protected FROM "
                        + cells.table().relation());
        view(
                "typed_accounts",
                "SELECT s.* REPLACE (nullif(" + phone.value() + ", '') AS phone) FROM stated_accounts s"
                        + phone.join());
    }

    private void transactions() {
        if (extract.table(CanonicalTable.TRANSACTIONS) == null) {
            view(
                    "typed_transactions",
                    "SELECT 0 AS file_no, 0::BIGINT AS"
                            + " \"row\", 0::BIGINT AS number, 0::BIGINT AS line, '' AS transaction_id, '' AS account_id, NULL::TIMESTAMP AS booked_at,"
                            + " false AS timed, NULL::DATE AS day, '' AS code, true AS debit, 0::DECIMAL(18, 2) AS amount,"
                            + " '' AS channel, '' AS reversal_of, '' AS counterparty, false AS counts, false AS unknown"
                            + " WHERE false");
            return;
        }
        Cells cells = cells(CanonicalTable.TRANSACTIONS);
        String code = "coalesce(" + cells.raw("code") + ", '')";
        view(
                "typed_transactions",
                "SELECT *, booked_at::DATE AS day, "
                        + marked("code", Mark.COUNTS) + " AS counts, NOT (" + marked("code", Mark.COUNTS) + " OR "
                        + marked("code", Mark.DOES_NOT_COUNT)
                        + ") AS unknown FROM (SELECT file_no, \"row\", number, line, "
                        + cells.raw("transaction_id") + " AS transaction_id, " + cells.raw("account_id")
                        + " AS account_id, "
                        + cells.time("booked_at") + " AS booked_at, " + cells.timed("booked_at") + " AS timed, " + code
                        + " AS code, "
                        + cells.raw("direction") + " = 'debit' AS debit, " + cells.amount("amount") + " AS amount, "
                        + cells.known("channel") + " AS channel, " + cells.known("reversal_of") + " AS reversal_of, "
                        + cells.known("counterparty") + " AS counterparty FROM "
                        + cells.table().relation() + ")");
    }

    private String marked(String code, Mark mark) {
        List<String> sides = new ArrayList<>();
        for (Direction direction : Direction.values()) {
            List<String> codes = terms.codes().marks().entrySet().stream()
                    .filter(row -> row.getValue() == mark && row.getKey().direction() == direction)
                    .map(row -> row.getKey().code())
                    .sorted()
                    .toList();
            if (!codes.isEmpty()) {
                sides.add((direction == Direction.DEBIT ? "debit" : "NOT debit") + " AND " + Macros.among(code, codes));
            }
        }
        return sides.isEmpty() ? "false" : sides.stream().collect(joining(" OR ", "(", ")"));
    }

    private void explanations() throws IOException {
        if (extract.table(CanonicalTable.EXPLANATIONS) == null) {
            view(
                    "typed_explanations",
                    "SELECT 0 AS file_no, 0::BIGINT AS"
                            + " \"row\", 0::BIGINT AS number, 0::BIGINT AS line, '' AS phone, '' AS customer_id, NULL::DATE AS registered_on"
                            + " WHERE false");
            return;
        }
        Cells cells = cells(CanonicalTable.EXPLANATIONS);
        PlainCell phone = plain(cells, "phone", "phone", this::phone);
        view(
                "typed_explanations",
                "SELECT file_no, \"row\", number, line, nullif("
                        + phone.value() + ", '') AS phone, " + cells.raw("customer_id") + " AS customer_id, "
                        + cells.date("registered_on") + " AS registered_on FROM "
                        + cells.table().relation() + phone.join());
    }

    private String phone(String text) {
        String upper = Plain.upper(text);
        boolean nothing =
                terms.placeholders().stream().anyMatch(each -> Plain.upper(each).equals(upper));
        return nothing ? "" : Plain.phone(text);
    }

    /// A cell brought to its plain form: inside ASCII by a macro, outside by Java, value by value.
    ///
    /// @param value an expression over the rows and `join`
    /// @param join what has to be joined to the rows; empty where the source has no value outside ASCII
    private record PlainCell(String value, String join) {}

    private PlainCell plain(Cells cells, String column, String kind, UnaryOperator<String> form) throws IOException {
        if (cells.absent(column)) {
            return new PlainCell("NULL::VARCHAR", "");
        }
        String raw = cells.raw(column);
        String names = "plain_" + cells.table().name() + "_" + column;
        long values = PlainValues.store(session, names, raw, cells.table().relation(), form);
        String macro = "CASE WHEN NOT " + cells.blank(column) + " THEN " + kind + "_plain(" + raw + ") END";
        return values == 0
                ? new PlainCell(macro, "")
                : new PlainCell(
                        "coalesce(" + names + ".plain, " + macro + ")",
                        " LEFT JOIN " + names + " ON " + names + ".text = " + raw);
    }

    /// Makes the relations of the rows that are not rejected, and `refused_TABLE` of those that are. What costs more to
    /// work out than to read is worked out once.
    void accepted() {
        for (CanonicalTable table : CanonicalTable.values()) {
            table(
                    "refused_" + table.word(),
                    "FROM typed_" + table.word() + " t SEMI JOIN " + rejected(table) + " r ON r.number = t.number");
        }
        session.execute(
                "DELETE FROM held WHERE account_no IN (SELECT number FROM " + rejected(CanonicalTable.ACCOUNTS) + ")");
        customerCells();
        view(
                "account",
                "SELECT " + Cells.number(extract.get(CanonicalTable.ACCOUNTS), "number")
                        + " AS account_no, * EXCLUDE (number, phone) FROM "
                        + usable(CanonicalTable.ACCOUNTS, "stated_accounts"));
        ownPhones();
        view("booking", "FROM " + usable(CanonicalTable.TRANSACTIONS, "typed_transactions"));
        view(
                "explanation",
                "SELECT * EXCLUDE (number) FROM " + usable(CanonicalTable.EXPLANATIONS, "typed_explanations"));
    }

    /// Customers are read by every rule, and fill the memory if they are held there; so they lie in the session's
    /// folder.
    private void customerCells() {
        String file = Sql.text(session.folder().resolve("customers.parquet").toString());
        session.execute("COPY (SELECT " + Cells.number(extract.get(CanonicalTable.CUSTOMERS), "number")
                + " AS customer_no, * EXCLUDE (number, line, named, identity) FROM "
                + usable(CanonicalTable.CUSTOMERS, "typed_customers") + ") TO " + file
                + " (FORMAT parquet, COMPRESSION uncompressed, DICTIONARY_SIZE_LIMIT 1000)");
        view("customer", "SELECT *, " + IDENTITY + " FROM read_parquet(" + file + ")");
    }

    private void ownPhones() {
        table("phoned", "SELECT number, legal_entity, customer_id, phone FROM typed_accounts WHERE phone IS NOT NULL");
        table(
                "own_phone",
                "SELECT p.legal_entity, h.account_no, p.customer_id, coalesce(h.customer_no, -h.account_no)"
                        + " AS holder_no, p.phone FROM phoned p JOIN held h ON h.account_no = p.number");
        session.execute("DROP TABLE phoned");
    }

    private void table(String name, String rows) {
        session.execute("CREATE OR REPLACE TEMP TABLE " + name + " AS " + rows);
    }

    private void view(String name, String rows) {
        session.execute("CREATE OR REPLACE TEMP VIEW " + name + " AS " + rows);
    }

    private static String rejected(CanonicalTable table) {
        return "(SELECT number FROM reject_row WHERE number IS NOT NULL AND table_no = " + table.number() + ")";
    }

    private String usable(CanonicalTable table, String rows) {
        return session.count("SELECT count(*) FROM " + rejected(table)) == 0
                ? rows
                : rows + " t ANTI JOIN " + rejected(table) + " r ON r.number = t.number";
    }
}
