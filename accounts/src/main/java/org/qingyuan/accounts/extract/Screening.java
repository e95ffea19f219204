package org.qingyuan.accounts.extract;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.qingyuan.accounts.extract.CodeTable.Direction;
import org.qingyuan.accounts.extract.CodeTable.Mark;
import org.qingyuan.finding.Reject;
import org.qingyuan.finding.RejectReason;
import org.qingyuan.table.raw.RawTable;
import org.qingyuan.table.session.Session;

/// Checks an extract in a session and prepares there what the rules read. The steps must be called in the order in
/// which
/// they stand here.
public final class Screening {
    private final Session session;
    private final Extract extract;
    private final Terms terms;
    private final boolean lastActivity;
    private @Nullable List<Alike> bookings;

    public Screening(Session session, Extract extract, Terms terms) {
        this.session = session;
        this.extract = extract;
        this.terms = terms;
        this.lastActivity = extract.lastActivityCounts() != null
                && extract.has(CanonicalTable.ACCOUNTS, "last_activity_on")
                && extract.lastActivityCounts().equals(terms.codes().counting());
    }

    /// Whether the column `last_activity_on` is used: it is declared, and counts what the standard counts.
    public boolean lastActivityUsed() {
        return lastActivity;
    }

    /// Finds every row that cannot be used.
    public void check() throws IOException {
        Macros.define(session, terms.placeholders());
        LocalDate last = extract.extractedOn() == null ? terms.asOf() : extract.extractedOn();
        Map<CanonicalTable, Cells> cells = cells(new Blanks(session, terms.placeholders()));
        Products products = Products.of(
                session, Objects.requireNonNull(cells.get(CanonicalTable.ACCOUNTS)), terms.protectedProducts());
        new RowChecks(session, last, cells, products).run(extract);
        Relations relations = new Relations(session, extract, terms, lastActivity, cells);
        relations.typed(products);
        new References(session, extract).run();
        relations.accepted();
    }

    private Map<CanonicalTable, Cells> cells(Blanks blanks) throws IOException {
        Map<CanonicalTable, Cells> cells = new EnumMap<>(CanonicalTable.class);
        for (CanonicalTable table : CanonicalTable.values()) {
            RawTable raw = extract.table(table);
            if (raw != null) {
                cells.put(table, new Cells(raw, blanks.of(raw)));
            }
        }
        return cells;
    }

    /// Takes the rejected rows, in order of table, file, row.
    public interface RejectReader {
        void read(CanonicalTable table, Reject reject) throws IOException;
    }

    public void rejects(RejectReader reader) throws IOException {
        session.query(
                "SELECT table_no, file_no, line, \"column\", reason, detail FROM reject_row"
                        + " ORDER BY table_no, file_no, \"row\", reason",
                row -> {
                    CanonicalTable table = CanonicalTable.of((int) row.integer(0));
                    String file =
                            extract.get(table).files().get((int) row.integer(1)).name();
                    reader.read(
                            table,
                            new Reject(file, row.integer(2), row.optionalText(3), reason(row.text(4)), row.text(5)));
                });
    }

    private static RejectReason reason(String word) {
        for (RejectReason reason : RejectReason.values()) {
            if (reason.word().equals(word)) {
                return reason;
            }
        }
        throw new IllegalStateException("no reject reason " + word);
    }

    /// Rejected rows that name nothing, by table; tables without any are left out.
    public Map<CanonicalTable, Long> unattributable() {
        Map<CanonicalTable, Long> counts = new TreeMap<>();
        Touched touched = new Touched(session, extract);
        for (CanonicalTable table : CanonicalTable.values()) {
            long count = touched.unattributable(table);
            if (count > 0) {
                counts.put(table, count);
            }
        }
        return counts;
    }

    /// Bookings that are alike, so that they are gone through once.
    ///
    /// @param code with the direction, `09/debit`
    private record Alike(String code, boolean unknown, boolean after, long count, LocalDate first) {}

    private List<Alike> bookings() throws IOException {
        if (bookings == null) {
            List<Alike> alike = new ArrayList<>();
            session.query(
                    "SELECT code, debit::INTEGER, (day > DATE '" + terms.asOf()
                            + "')::INTEGER AS after, count(*), min(day) FROM booking GROUP BY ALL",
                    row -> alike.add(alike(
                            row.text(0),
                            row.integer(1) == 1 ? Direction.DEBIT : Direction.CREDIT,
                            row.integer(2) == 1,
                            row.integer(3),
                            Objects.requireNonNull(row.date(4)))));
            bookings = alike;
        }
        return bookings;
    }

    private Alike alike(String code, Direction direction, boolean after, long count, LocalDate first) {
        return new Alike(
                code + "/" + direction.word(), terms.codes().of(code, direction) == Mark.UNKNOWN, after, count, first);
    }

    /// The day of the earliest booking; `null` where there is none.
    public @Nullable LocalDate earliestBooking() throws IOException {
        return bookings().stream()
                .map(Alike::first)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /// Prepares what the rules read: who is touched, what moved.
    public void prepare() {
        new Touched(session, extract).find();
        new Activity(session, terms.asOf()).find();
    }

    /// What the run says of the rows beside the rejects, by counter; those of zero are left out.
    public Map<String, Long> counters() throws IOException {
        String asOf = "DATE '" + terms.asOf() + "'";
        Map<String, String> queries = new TreeMap<>();
        queries.put("opened-after-as-of", "SELECT count(*) FROM held WHERE opened_on > " + asOf);
        queries.put("registered-after-as-of", "SELECT count(*) FROM customer WHERE registered_on > " + asOf);
        queries.put(
                "accounts-of-rejected-customers",
                "SELECT count(*) FROM account SEMI JOIN named_customer USING (customer_id)");
        queries.put(
                "transactions-of-rejected-accounts",
                "SELECT count(*) FROM booking SEMI JOIN named_account USING (account_id)");
        queries.put("reversals", "SELECT count(*) FROM reversal");
        queries.put(
                "reversals-of-unknown",
                "SELECT count(*) FROM reversal ANTI JOIN reversed x ON x.transaction_id = reversal_of");
        Map<String, Long> counters = new TreeMap<>();
        long after =
                bookings().stream().filter(Alike::after).mapToLong(Alike::count).sum();
        if (after > 0) {
            counters.put("after-as-of", after);
        }
        queries.forEach((name, query) -> {
            long count = session.count(query);
            if (count > 0) {
                counters.put(name, count);
            }
        });
        return counters;
    }

    /// How many bookings have a code that the table does not know, by code and direction, `09/debit`; sorted.
    public Map<String, Long> unknownCodes() throws IOException {
        Map<String, Long> codes = new TreeMap<>();
        bookings().stream()
                .filter(Alike::unknown)
                .forEach(alike -> codes.merge(alike.code(), alike.count(), Long::sum));
        return codes;
    }
}
