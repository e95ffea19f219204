package org.qingyuan.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qingyuan.casework.cases.Arrivals;
import org.qingyuan.casework.cases.KeptFinding;

/// The table of findings: each content that an id ever had is a row of its own, and belongs to the import that brought
/// it.
final class FindingRows {
    /// Ids that are asked for at a time.
    private static final int CHUNK = 250;

    static final String BODY_OF_CASE =
            "SELECT p.id, p.revision, f.body FROM placed p JOIN finding f ON f.number = p.number"
                    + " WHERE p.case_id = ? AND NOT EXISTS (SELECT 1 FROM placed g WHERE g.id = p.id"
                    + " AND g.revision > p.revision AND g.case_id = p.case_id) ORDER BY p.start_at, p.id LIMIT ?";

    static final String ARRIVED = "SELECT id, revision, digest, matter, organisation, opens, start_at FROM placed"
            + " WHERE brought_by = ? AND taken = 0 ORDER BY matter, organisation, id, revision";
    static final String TAKE = "UPDATE placed SET taken = 1, case_id = ?"
            + " WHERE brought_by = ? AND matter = ? AND organisation = ? AND taken = 0";
    static final String TAKE_WAITING = "UPDATE placed SET case_id = ?"
            + " WHERE matter = ? AND organisation IN (?, '') AND taken = 1 AND case_id IS NULL";

    /// What is taken together is kept together.
    private static final Comparator<KeptFinding> BY_MATTER = Comparator.comparing(
                    (KeptFinding finding) -> finding.matter().key())
            .thenComparing(KeptFinding::id);

    private final Session session;

    FindingRows(Session session) {
        this.session = session;
    }

    private static String place(String id, long revision) {
        return "finding/" + id + "/" + revision;
    }

    private KeptFinding finding(String id, long revision, byte[] body) {
        KeptFinding finding = StoreText.finding(session.seal().open(place(id, revision), body));
        if (!finding.id().equals(id)) {
            throw new Seal.BrokenSeal(place(id, revision));
        }
        return finding;
    }

    List<KeptFinding> ofCase(String caseId, int atMost) {
        return session.all(
                BODY_OF_CASE, row -> finding(row.getString(1), row.getLong(2), row.getBytes(3)), caseId, atMost);
    }

    /// What is known of an id.
    private static final class Known {
        private long revision;
        private String newest = "";
        private final Set<String> digests = new HashSet<>();

        void add(long further, String digest) {
            if (further > revision) {
                revision = further;
                newest = digest;
            }
            digests.add(digest);
        }
    }

    private Map<String, Known> known(Collection<String> ids) {
        Map<String, Known> known = new HashMap<>();
        List<String> sorted = ids.stream().distinct().sorted().toList();
        String sql = "SELECT id, revision, digest FROM placed WHERE id IN (?" + ", ?".repeat(CHUNK - 1) + ")";
        for (int from = 0; from < sorted.size(); from += CHUNK) {
            Object[] values = new Object[CHUNK];
            for (int i = 0; i < CHUNK; i++) {
                values[i] = sorted.get(Math.min(from + i, sorted.size() - 1));
            }
            session.each(
                    sql,
                    row -> {
                        known.computeIfAbsent(row.getString(1), id -> new Known())
                                .add(row.getLong(2), HexFormat.of().formatHex(row.getBytes(3)));
                        return true;
                    },
                    values);
        }
        return known;
    }

    Map<String, String> digests(Collection<String> ids) {
        Map<String, String> digests = new HashMap<>();
        known(ids).forEach((id, known) -> digests.put(id, known.newest));
        return digests;
    }

    void keep(long importNumber, List<KeptFinding> findings) {
        Map<String, Known> known = known(findings.stream().map(KeptFinding::id).toList());
        long number = session.first("SELECT coalesce(max(number), 0) FROM finding", row -> row.getLong(1))
                .orElse(0L);
        List<@Nullable Object[]> bodies = new ArrayList<>();
        List<@Nullable Object[]> places = new ArrayList<>();
        for (KeptFinding finding : findings.stream().sorted(BY_MATTER).toList()) {
            Known before = known.computeIfAbsent(finding.id(), id -> new Known());
            if (!before.digests.contains(finding.digest())) {
                before.add(before.revision + 1, finding.digest());
                number++;
                String place = place(finding.id(), before.revision);
                bodies.add(new @Nullable Object[] {number, session.seal().seal(place, StoreText.write(finding))});
                places.add(placed(number, importNumber, finding, before.revision));
            }
        }
        session.updateAll("INSERT INTO finding (number, body) VALUES (?, ?)", bodies);
        session.updateAll(
                "INSERT INTO placed (number, id, revision, digest, brought_by, matter, organisation, opens, start_at,"
                        + " taken, case_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, NULL)",
                places);
    }

    private @Nullable Object[] placed(long number, long importNumber, KeptFinding finding, long revision) {
        KeptFinding.Matter matter = finding.matter();
        return new @Nullable Object[] {
            number,
            finding.id(),
            revision,
            HexFormat.of().parseHex(finding.digest()),
            importNumber,
            CaseRows.matter(session.seal(), matter.site(), matter.key()),
            matter.organisation(),
            finding.opens() ? 1 : 0,
            Columns.sortable(finding.start())
        };
    }

    List<Arrivals> arrivals(long importNumber, int atMost) {
        List<Arrivals> arrivals = new ArrayList<>();
        @Nullable Arriving[] current = {null};
        session.each(
                ARRIVED,
                row -> {
                    Arriving arriving = current[0];
                    if (arriving == null || !arriving.isOf(row)) {
                        finish(arriving, arrivals);
                        current[0] = arrivals.size() < atMost ? new Arriving(row) : null;
                    }
                    if (current[0] != null) {
                        current[0].add(row);
                    }
                    return current[0] != null;
                },
                importNumber);
        finish(current[0], arrivals);
        return arrivals;
    }

    private void finish(@Nullable Arriving arriving, List<Arrivals> arrivals) {
        if (arriving != null) {
            Arriving.Row first = arriving.first();
            KeptFinding leading = load(first);
            arrivals.add(arriving.arrivals(leading, first.equals(arriving.last()) ? leading : load(arriving.last())));
        }
    }

    private KeptFinding load(Arriving.Row row) {
        Optional<KeptFinding> found = session.first(
                "SELECT f.body FROM placed p JOIN finding f ON f.number = p.number WHERE p.id = ? AND p.revision = ?",
                body -> finding(row.id(), row.revision(), body.getBytes(1)),
                row.id(),
                row.revision());
        return found.orElseThrow(() -> new Seal.BrokenSeal(place(row.id(), row.revision())));
    }

    void take(long importNumber, KeptFinding.Matter matter, String caseId) {
        session.update(
                TAKE,
                caseId.isEmpty() ? null : caseId,
                importNumber,
                CaseRows.matter(session.seal(), matter.site(), matter.key()),
                matter.organisation());
    }

    long takeWaiting(KeptFinding.Matter matter, String caseId) {
        return session.update(
                TAKE_WAITING,
                caseId,
                CaseRows.matter(session.seal(), matter.site(), matter.key()),
                matter.organisation());
    }

    /// Gives every finding by id and revision, `null` where it cannot be read, with the digest that its row has.
    void each(Checked listener) {
        session.each(
                "SELECT p.id, p.revision, f.body, p.digest, p.matter, p.organisation FROM placed p"
                        + " LEFT JOIN finding f ON f.number = p.number ORDER BY p.id, p.revision",
                row -> {
                    String id = row.getString(1);
                    KeptFinding finding = opened(id, row);
                    boolean fits = finding != null
                            && finding.digest().equals(HexFormat.of().formatHex(row.getBytes(4)))
                            && java.util.Arrays.equals(
                                    row.getBytes(5),
                                    CaseRows.matter(
                                            session.seal(),
                                            finding.matter().site(),
                                            finding.matter().key()))
                            && finding.matter().organisation().equals(row.getString(6));
                    listener.take(id, fits ? finding : null);
                    return true;
                });
    }

    private @Nullable KeptFinding opened(String id, ResultSet row) throws SQLException {
        byte[] body = row.getBytes(3);
        if (body == null) {
            return null;
        }
        try {
            return finding(id, row.getLong(2), body);
        } catch (Seal.BrokenSeal | IllegalArgumentException | java.time.DateTimeException e) {
            return null;
        }
    }

    /// Takes a finding, `null` where it is not what its row says.
    interface Checked {
        void take(String id, @Nullable KeptFinding finding);
    }
}
