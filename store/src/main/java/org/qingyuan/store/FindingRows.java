package org.qingyuan.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qingyuan.casework.cases.Arrivals;
import org.qingyuan.casework.cases.KeptFinding;

/// The table of findings: each content that an id ever had is a row of its own, and belongs to the import that brought
/// it.
final class FindingRows {
    /// Those of a case by start and id, each in its newest content.
    private static final String OF_CASE = "(SELECT p.number, p.id, p.revision, p.start_at"
            + " FROM arrival a JOIN placed p ON p.arrival = a.number WHERE a.case_id = ? AND NOT EXISTS"
            + " (SELECT 1 FROM arrival b JOIN placed g ON g.arrival = b.number WHERE b.case_id = a.case_id"
            + " AND g.id = p.id AND g.revision > p.revision) ORDER BY p.start_at, p.id LIMIT ?) AS found";

    static final String BODY_OF_CASE = "SELECT found.id, found.revision, f.body FROM " + OF_CASE
            + " JOIN finding f ON f.number = found.number ORDER BY found.start_at, found.id";
    static final String ARRIVED =
            "SELECT number, id, revision, digest, opens, start_at, arrival FROM placed WHERE arrival IN";
    static final String BY_ARRIVAL = " ORDER BY arrival, id, revision";
    static final String KNOWN = "SELECT id, revision, digest, arrival FROM placed WHERE (arrival, id) IN";

    /// What is taken together is kept together.
    private static final Comparator<KeptFinding> BY_MATTER = Comparator.comparing(
                    (KeptFinding finding) -> finding.matter().key())
            .thenComparing(KeptFinding::id);

    private final Session session;
    private final ArrivalRows arrivals;
    private final Map<Id, Known> seen = new HashMap<>();

    /// An id with the key that it was made from: what has the same id and another key is another finding.
    private record Id(String key, String id) {
        static Id of(KeptFinding finding) {
            return new Id(finding.matter().key(), finding.id());
        }
    }

    FindingRows(Session session) {
        this.session = session;
        this.arrivals = new ArrivalRows(session);
    }

    private static String id(ResultSet row, int column) throws SQLException {
        return HexFormat.of().formatHex(row.getBytes(column));
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
        return session.all(BODY_OF_CASE, row -> finding(id(row, 1), row.getLong(2), row.getBytes(3)), caseId, atMost);
    }

    List<String> idsOfCase(String caseId, int atMost) {
        return session.all(
                "SELECT found.id FROM " + OF_CASE + " ORDER BY found.start_at, found.id",
                row -> id(row, 1),
                caseId,
                atMost);
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

    /// What is known of findings, an entry for each; asked for once a transaction.
    private Map<Id, Known> known(Collection<KeptFinding> findings) {
        Set<Id> unseen = new LinkedHashSet<>();
        for (KeptFinding finding : findings) {
            Id id = Id.of(finding);
            if (seen.putIfAbsent(id, new Known()) == null) {
                unseen.add(id);
            }
        }
        Map<String, List<Long>> of =
                arrivals.ofKeys(unseen.stream().map(Id::key).collect(Collectors.toCollection(LinkedHashSet::new)));
        Map<Long, String> keys = new HashMap<>();
        of.forEach((key, numbers) -> numbers.forEach(number -> keys.put(number, key)));
        List<Object> pairs = new ArrayList<>();
        for (Id id : unseen) {
            for (long number : of.getOrDefault(id.key, List.of())) {
                pairs.add(number);
                pairs.add(HexFormat.of().parseHex(id.id));
            }
        }
        session.eachOfPairs(KNOWN, pairs, row -> {
            Known known = seen.get(new Id(String.valueOf(keys.get(row.getLong(4))), id(row, 1)));
            if (known != null) {
                known.add(row.getLong(2), HexFormat.of().formatHex(row.getBytes(3)));
            }
            return true;
        });
        return seen;
    }

    Map<String, String> digests(Collection<KeptFinding> findings) {
        Map<Id, Known> known = known(findings);
        Map<String, String> digests = new HashMap<>();
        for (KeptFinding finding : findings) {
            Known of = known.get(Id.of(finding));
            if (of != null && of.revision > 0) {
                digests.put(finding.id(), of.newest);
            }
        }
        return digests;
    }

    /// A finding that is not known yet with this content.
    private record Fresh(KeptFinding finding, long revision) {}

    void keep(long importNumber, List<KeptFinding> findings) {
        Map<Id, Known> known = known(findings);
        List<Fresh> fresh = new ArrayList<>();
        for (KeptFinding finding : findings.stream().sorted(BY_MATTER).toList()) {
            Known before = known.computeIfAbsent(Id.of(finding), id -> new Known());
            if (!before.digests.contains(finding.digest())) {
                before.add(before.revision + 1, finding.digest());
                fresh.add(new Fresh(finding, before.revision));
            }
        }
        if (!fresh.isEmpty()) {
            add(
                    fresh,
                    arrivals.numbers(
                            importNumber, fresh.stream().map(Fresh::finding).toList()));
        }
    }

    private void add(List<Fresh> fresh, Map<KeptFinding.Matter, Long> numbers) {
        long number = session.first("SELECT coalesce(max(number), 0) FROM finding", row -> row.getLong(1))
                .orElse(0L);
        List<@Nullable Object[]> bodies = new ArrayList<>();
        List<@Nullable Object[]> places = new ArrayList<>();
        for (Fresh each : fresh) {
            KeptFinding finding = each.finding;
            number++;
            String place = place(finding.id(), each.revision);
            bodies.add(new @Nullable Object[] {number, session.seal().seal(place, StoreText.write(finding))});
            places.add(new @Nullable Object[] {
                number,
                HexFormat.of().parseHex(finding.id()),
                each.revision,
                HexFormat.of().parseHex(finding.digest()),
                numbers.get(finding.matter()),
                finding.opens() ? 1 : 0,
                Columns.sortable(finding.start())
            });
        }
        session.updateAll("INSERT INTO finding (number, body) VALUES (?, ?)", bodies);
        session.updateAll(
                "INSERT INTO placed (number, id, revision, digest, arrival, opens, start_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                places);
    }

    /// The matters of arrivals, as they are searched for.
    record Found(List<Arrivals> arrivals, List<byte[]> matters) {}

    Found arrivals(long importNumber, int atMost) {
        Map<Long, ArrivalRows.Arrived> open = arrivals.open(importNumber, atMost);
        Map<Long, Arriving> arriving = new HashMap<>();
        session.eachOf(ARRIVED, BY_ARRIVAL, sorted(open.keySet()), row -> {
            arriving.computeIfAbsent(row.getLong(7), number -> new Arriving()).add(row);
            return true;
        });
        Map<Long, KeptFinding> bodies = bodies(arriving.values());
        List<Arrivals> found = new ArrayList<>();
        List<byte[]> matters = new ArrayList<>();
        open.forEach((number, arrived) -> {
            Arriving of = arriving.get(number);
            if (of != null) {
                found.add(of.arrivals(body(bodies, of.first()), body(bodies, of.last())));
                matters.add(arrived.matter());
            }
        });
        return new Found(found, matters);
    }

    private static List<Long> sorted(Collection<Long> numbers) {
        return numbers.stream().sorted().toList();
    }

    /// The first and the last finding of each, by number.
    private Map<Long, KeptFinding> bodies(Collection<Arriving> arriving) {
        Map<Long, Arriving.Row> wanted = new HashMap<>();
        for (Arriving each : arriving) {
            wanted.put(each.first().number(), each.first());
            wanted.put(each.last().number(), each.last());
        }
        Map<Long, KeptFinding> bodies = new HashMap<>();
        session.eachOf("SELECT number, body FROM finding WHERE number IN", "", sorted(wanted.keySet()), row -> {
            Arriving.Row of = wanted.get(row.getLong(1));
            if (of != null) {
                bodies.put(of.number(), finding(of.id(), of.revision(), row.getBytes(2)));
            }
            return true;
        });
        return bodies;
    }

    private static KeptFinding body(Map<Long, KeptFinding> bodies, Arriving.Row row) {
        KeptFinding body = bodies.get(row.number());
        if (body == null) {
            throw new Seal.BrokenSeal(place(row.id(), row.revision()));
        }
        return body;
    }

    ArrivalRows arrivals() {
        return arrivals;
    }

    /// Gives every finding by id and revision, `null` where it cannot be read, with the digest that its row has.
    void each(Checked listener) {
        session.each(
                "SELECT p.id, p.revision, f.body, p.digest, a.matter, a.organisation FROM placed p"
                        + " LEFT JOIN arrival a ON a.number = p.arrival"
                        + " LEFT JOIN finding f ON f.number = p.number ORDER BY p.id, p.revision",
                row -> {
                    String id = id(row, 1);
                    KeptFinding finding = opened(id, row);
                    boolean fits = finding != null
                            && finding.digest().equals(HexFormat.of().formatHex(row.getBytes(4)))
                            && Arrays.equals(
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
