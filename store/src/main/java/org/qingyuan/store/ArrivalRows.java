package org.qingyuan.store;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qingyuan.casework.cases.KeptFinding;

/// The table of arrivals: what one import brought for one matter is one row, however many findings it is, so that a
/// case
/// takes all of them by changing that row.
final class ArrivalRows {
    static final String OPEN = "SELECT number, matter, organisation FROM arrival WHERE brought_by = ? AND taken = 0"
            + " ORDER BY matter, organisation LIMIT ?";
    static final String TAKE = "UPDATE arrival SET taken = 1, case_id = ?"
            + " WHERE brought_by = ? AND matter = ? AND organisation = ? AND taken = 0";
    static final String WAITING = "SELECT number FROM arrival"
            + " WHERE matter = ? AND organisation IN (?, '') AND taken = 1 AND case_id IS NULL";

    static final String OF_KEYS = "SELECT number, key FROM arrival WHERE key IN";

    private final Session session;
    private final Map<KeptFinding.Matter, byte[]> matters = new HashMap<>();

    /// Whether anything waits for a case, by matter, as far as it was asked ahead.
    private final Map<ByteBuffer, Boolean> waits = new HashMap<>();

    ArrivalRows(Session session) {
        this.session = session;
    }

    /// An arrival that nobody has taken.
    record Arrived(long number, byte[] matter, String organisation) {}

    private byte[] matter(KeptFinding.Matter matter) {
        return matters.computeIfAbsent(matter, each -> CaseRows.matter(session.seal(), each.site(), each.key()));
    }

    /// The numbers of the arrivals to which findings of an import belong; those that are not there yet are made.
    Map<KeptFinding.Matter, Long> numbers(long importNumber, List<KeptFinding> findings) {
        Set<KeptFinding.Matter> wanted = new LinkedHashSet<>();
        findings.forEach(finding -> wanted.add(finding.matter()));
        Map<List<Object>, Long> known = known(importNumber, wanted);
        long last = wanted.size() == known.size() ? 0 : last();
        Map<KeptFinding.Matter, Long> numbers = new HashMap<>();
        List<@Nullable Object[]> further = new ArrayList<>();
        for (KeptFinding.Matter each : wanted) {
            Long number = known.get(List.of(ByteBuffer.wrap(matter(each)), each.organisation()));
            if (number == null) {
                number = ++last;
                further.add(new @Nullable Object[] {
                    number, importNumber, CaseRows.key(session.seal(), each.key()), matter(each), each.organisation()
                });
            }
            numbers.put(each, number);
        }
        session.updateAll(
                "INSERT INTO arrival (number, brought_by, key, matter, organisation, taken, case_id)"
                        + " VALUES (?, ?, ?, ?, ?, 0, NULL)",
                further);
        return numbers;
    }

    private Map<List<Object>, Long> known(long importNumber, Set<KeptFinding.Matter> wanted) {
        Map<List<Object>, Long> known = new HashMap<>();
        session.eachOf(
                "SELECT number, matter, organisation FROM arrival WHERE brought_by = ? AND taken = 0 AND matter IN",
                "",
                wanted.stream().map(this::matter).toList(),
                row -> {
                    known.put(List.of(ByteBuffer.wrap(row.getBytes(2)), row.getString(3)), row.getLong(1));
                    return true;
                },
                importNumber);
        return known;
    }

    /// The numbers of all arrivals of keys, whoever brought them.
    Map<String, List<Long>> ofKeys(Set<String> keys) {
        Map<ByteBuffer, String> searched = new LinkedHashMap<>();
        List<byte[]> all = new ArrayList<>();
        for (String key : keys) {
            byte[] each = CaseRows.key(session.seal(), key);
            searched.put(ByteBuffer.wrap(each), key);
            all.add(each);
        }
        Map<String, List<Long>> found = new HashMap<>();
        session.eachOf(OF_KEYS, "", all, row -> {
            String key = String.valueOf(searched.get(ByteBuffer.wrap(row.getBytes(2))));
            return found.computeIfAbsent(key, each -> new ArrayList<>()).add(row.getLong(1));
        });
        return found;
    }

    private long last() {
        return session.first("SELECT coalesce(max(number), 0) FROM arrival", row -> row.getLong(1))
                .orElse(0L);
    }

    /// By matter and organisation.
    Map<Long, Arrived> open(long importNumber, int atMost) {
        Map<Long, Arrived> open = new LinkedHashMap<>();
        session.each(
                OPEN,
                row -> {
                    open.put(row.getLong(1), new Arrived(row.getLong(1), row.getBytes(2), row.getString(3)));
                    return true;
                },
                importNumber,
                atMost);
        return open;
    }

    /// Asks for many matters at once whether anything waits. Only where nobody else can write.
    void lookAheadOf(List<byte[]> some) {
        some.forEach(matter -> waits.put(ByteBuffer.wrap(matter), false));
        session.eachOf(
                "SELECT DISTINCT matter FROM arrival WHERE taken = 1 AND case_id IS NULL AND matter IN",
                "",
                some,
                row -> {
                    waits.put(ByteBuffer.wrap(row.getBytes(1)), true);
                    return true;
                });
    }

    void take(long importNumber, KeptFinding.Matter matter, String caseId) {
        byte[] searchable = matter(matter);
        if (caseId.isEmpty()) {
            waits.remove(ByteBuffer.wrap(searchable));
        }
        session.later(
                "arrival " + matter,
                TAKE,
                caseId.isEmpty() ? null : caseId,
                importNumber,
                searchable,
                matter.organisation());
    }

    long takeWaiting(KeptFinding.Matter matter, String caseId) {
        byte[] searchable = matter(matter);
        if (Boolean.FALSE.equals(waits.get(ByteBuffer.wrap(searchable)))) {
            return 0;
        }
        List<Long> numbers = session.all(WAITING, row -> row.getLong(1), searchable, matter.organisation());
        long findings = 0;
        for (long number : numbers) {
            findings += session.first("SELECT count(*) FROM placed WHERE arrival = ?", row -> row.getLong(1), number)
                    .orElse(0L);
            session.update("UPDATE arrival SET case_id = ? WHERE number = ?", caseId, number);
        }
        return findings;
    }
}
