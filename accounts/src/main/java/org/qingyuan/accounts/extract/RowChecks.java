package org.qingyuan.accounts.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.qingyuan.finding.RejectReason;
import org.qingyuan.table.session.Session;
import org.qingyuan.table.session.Sql;

/// Finds the rows that cannot be used by what stands in them alone. A row is rejected once, for the first column of the
/// layout that is at fault.
///
/// Leaves `reject_row (table_no, file_no, "row", number, line, "column", reason, detail, from_reader)` in the session,
/// those that the reader refused among them; these have no number.
final class RowChecks {
    /// No more of a cell than this is kept.
    private static final int MAX_DETAIL = 256;

    /// Cells of these never stand in a reject: they tell who somebody is.
    private static final String PERSONAL = "('id_number', 'name', 'phone', 'address', 'counterparty')";

    private final Session session;
    private final String lastDay;
    private final Map<CanonicalTable, Cells> cells;
    private final Products products;

    /// @param extractedOn the last day of which rows may speak
    /// @param cells of the tables that the extract has
    /// @param products the words of the column `products`
    RowChecks(Session session, LocalDate extractedOn, Map<CanonicalTable, Cells> cells, Products products) {
        this.session = session;
        this.cells = cells;
        this.products = products;
        this.lastDay = "DATE '" + extractedOn + "'";
    }

    void run(Extract extract) {
        session.execute(
                "CREATE OR REPLACE TEMP TABLE reject_row (table_no INTEGER, file_no INTEGER, \"row\" BIGINT,"
                        + " number BIGINT, line BIGINT, \"column\" VARCHAR, reason VARCHAR, detail VARCHAR, from_reader BOOLEAN)");
        for (CanonicalTable table : CanonicalTable.values()) {
            if (cells.containsKey(table)) {
                fromReader(table, extract);
                check(table, Objects.requireNonNull(cells.get(table)));
            }
        }
    }

    private void fromReader(CanonicalTable table, Extract extract) {
        session.execute("INSERT INTO reject_row SELECT " + table.number()
                + ", file_no, \"row\", NULL, line, \"column\","
                + " fault, CASE WHEN \"column\" NOT IN " + PERSONAL + " THEN left(coalesce(detail, ''), " + MAX_DETAIL
                + ") ELSE '' END, true FROM "
                + extract.get(table).rejectRelation());
    }

    private void check(CanonicalTable table, Cells cells) {
        List<String> cases = new ArrayList<>();
        for (Fault fault : faults(table, cells)) {
            cases.add("WHEN " + fault.condition() + " THEN "
                    + Sql.text(fault.column() + '\t' + fault.reason().word()));
        }
        List<String> details = new ArrayList<>();
        for (String column : table.columns()) {
            details.add("WHEN " + Sql.text(column) + " THEN left(coalesce(" + cells.raw(column) + ", ''), " + MAX_DETAIL
                    + ")");
        }
        session.execute("INSERT INTO reject_row SELECT " + table.number() + ", file_no, \"row\", number, line,"
                + " split_part(fault, '\t', 1), split_part(fault, '\t', 2),"
                + " CASE split_part(fault, '\t', 1) " + String.join(" ", details) + " ELSE '' END, false"
                + " FROM (SELECT *, CASE " + String.join(" ", cases) + " END AS fault FROM "
                + cells.table().relation() + ") WHERE fault IS NOT NULL");
    }

    /// What is wrong with a row, if the condition holds.
    private record Fault(String column, RejectReason reason, String condition) {}

    private List<Fault> faults(CanonicalTable table, Cells cells) {
        List<Fault> faults = new ArrayList<>();
        for (String column : table.columns()) {
            if (!cells.absent(column)) {
                faults(table, column, cells, faults);
            }
        }
        return faults;
    }

    private void faults(CanonicalTable table, String column, Cells cells, List<Fault> faults) {
        String place = table.word() + '.' + column;
        switch (place) {
            case "customers.legal_entity",
                    "customers.customer_id",
                    "accounts.legal_entity",
                    "accounts.account_id",
                    "accounts.customer_id",
                    "accounts.currency",
                    "transactions.transaction_id",
                    "transactions.account_id",
                    "explanations.phone",
                    "explanations.customer_id" ->
                faults.add(new Fault(column, RejectReason.BLANK_VALUE, cells.blank(column)));
            case "customers.kind" -> faults.add(word(column, cells, ClosedLists.KIND));
            case "customers.id_type" -> faults.add(wordOrBlank(column, cells, ClosedLists.ID_TYPE));
            case "accounts.account_class" -> faults.add(wordOrBlank(column, cells, ClosedLists.ACCOUNT_CLASS));
            case "accounts.unit_kind" -> faults.add(wordOrBlank(column, cells, ClosedLists.UNIT_KIND));
            case "accounts.status" -> faults.add(word(column, cells, ClosedLists.STATUS));
            case "accounts.freeze" -> faults.add(word(column, cells, ClosedLists.FREEZE));
            case "transactions.direction" -> faults.add(word(column, cells, ClosedLists.DIRECTION));
            case "explanations.reason" -> faults.add(word(column, cells, ClosedLists.REASON));
            case "accounts.balance" ->
                faults.add(new Fault(column, RejectReason.BAD_AMOUNT, "(" + cells.amount(column) + ") IS NULL"));
            case "transactions.amount" ->
                faults.add(new Fault(
                        column, RejectReason.BAD_AMOUNT, "coalesce((" + cells.amount(column) + ") < 0, true)"));
            case "accounts.opened_on" -> {
                faults.add(new Fault(column, RejectReason.BLANK_VALUE, cells.blank(column)));
                dates(column, cells, "", faults);
            }
            case "transactions.booked_at" -> times(column, cells, faults);
            case "customers.id_expires_on" ->
                faults.add(new Fault(
                        column,
                        RejectReason.BAD_DATE,
                        "NOT " + cells.blank(column) + " AND " + cells.raw(column) + " <> 'missing' AND ("
                                + cells.date(column) + ") IS NULL"));
            case "accounts.products" ->
                faults.add(new Fault(
                        column,
                        RejectReason.UNKNOWN_VALUE,
                        "NOT " + cells.blank(column) + " AND NOT " + products.known()));
            default -> {
                if (column.endsWith("_on")) {
                    dates(column, cells, "NOT " + cells.blank(column) + " AND ", faults);
                }
            }
        }
    }

    private static Fault word(String column, Cells cells, List<String> words) {
        return new Fault(column, RejectReason.UNKNOWN_VALUE, "NOT " + cells.among(column, words));
    }

    private static Fault wordOrBlank(String column, Cells cells, List<String> words) {
        return new Fault(
                column,
                RejectReason.UNKNOWN_VALUE,
                "NOT " + cells.among(column, words) + " AND NOT " + cells.blank(column));
    }

    private void dates(String column, Cells cells, String unless, List<Fault> faults) {
        faults.add(new Fault(column, RejectReason.BAD_DATE, unless + "(" + cells.date(column) + ") IS NULL"));
        faults.add(new Fault(column, RejectReason.AFTER_EXTRACTED_ON, "(" + cells.date(column) + ") > " + lastDay));
    }

    private void times(String column, Cells cells, List<Fault> faults) {
        faults.add(new Fault(column, RejectReason.BAD_DATE, "(" + cells.time(column) + ") IS NULL"));
        faults.add(
                new Fault(column, RejectReason.AFTER_EXTRACTED_ON, "(" + cells.time(column) + ")::DATE > " + lastDay));
    }
}
