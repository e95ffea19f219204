package org.qingyuan.store;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.CaseQuery;
import org.qingyuan.casework.cases.CaseText;
import org.qingyuan.casework.cases.Head;
import org.qingyuan.casework.cases.State;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;
import org.qingyuan.finding.Subject;

/// The table of cases: each whole and encrypted, with the columns by which it is found beside.
final class CaseRows {
    /// Sorts behind every id that begins with the digits before it.
    private static final String BEHIND = "~";

    private final Session session;
    private final String where;
    private final CasesAhead ahead = new CasesAhead();
    private final Map<Counted, Long> uncounted = new LinkedHashMap<>();

    /// What is counted together.
    private record Counted(String campaign, State state) {}

    CaseRows(Session session, String where) {
        this.session = session;
        this.where = where;
    }

    static byte[] matter(Seal seal, String site, String key) {
        return seal.searchable("matter", site, key);
    }

    static byte[] key(Seal seal, String key) {
        return seal.searchable("key", key);
    }

    static byte[] subject(Seal seal, Subject subject) {
        return seal.searchable("subject", subject.kind(), subject.id());
    }

    static byte[] holder(Seal seal, String holder) {
        return seal.searchable("holder", holder);
    }

    private static String place(String id, long version) {
        return "case/" + id + "/" + version;
    }

    private CaseFile file(ResultSet row) throws SQLException {
        String id = row.getString(1);
        long version = row.getLong(2);
        CaseFile file = CaseText.file(session.seal().open(place(id, version), row.getBytes(3)));
        if (!file.head().id().equals(id) || file.status().version() != version) {
            throw new Seal.BrokenSeal(place(id, version));
        }
        return file;
    }

    List<String> ids(String prefix, int atMost) {
        return session.all(
                "SELECT id FROM case_file WHERE id >= ? AND id < ? ORDER BY id LIMIT ?",
                row -> row.getString(1),
                prefix,
                prefix + BEHIND,
                atMost);
    }

    Optional<CaseFile> find(String id) {
        return ahead.find(id)
                .or(() -> session.first("SELECT id, version, body FROM case_file WHERE id = ?", this::file, id));
    }

    List<CaseFile> ofKey(String site, String key) {
        byte[] matter = matter(session.seal(), site, key);
        return ahead.ofMatter(matter)
                .orElseGet(() -> session.all(
                        "SELECT id, version, body FROM case_file WHERE matter = ? ORDER BY opened_at DESC, id",
                        this::file,
                        (Object) matter));
    }

    /// Reads cases that will be asked for one by one. Only where nobody else can write.
    void lookAhead(List<String> ids) {
        List<String> unknown =
                ids.stream().distinct().filter(id -> ahead.find(id).isEmpty()).toList();
        session.eachOf("SELECT id, version, body FROM case_file WHERE id IN", "", unknown, row -> {
            ahead.know(file(row));
            return true;
        });
    }

    /// The same for all cases of matters.
    void lookAheadOf(List<byte[]> matters) {
        Map<ByteBuffer, List<CaseFile>> found = new LinkedHashMap<>();
        matters.forEach(matter -> found.put(ByteBuffer.wrap(matter), new ArrayList<>()));
        session.eachOf(
                "SELECT id, version, body, matter FROM case_file WHERE matter IN",
                " ORDER BY opened_at DESC, id",
                matters,
                row -> {
                    CaseFile file = file(row);
                    List<CaseFile> files =
                            found.computeIfAbsent(ByteBuffer.wrap(row.getBytes(4)), matter -> new ArrayList<>());
                    files.add(ahead.find(file.head().id()).orElse(file));
                    return true;
                });
        matters.forEach(matter -> ahead.know(matter, found.getOrDefault(ByteBuffer.wrap(matter), List.of())));
    }

    List<CaseFile> ofSubject(Subject subject, int atMost) {
        return session.all(
                "SELECT id, version, body FROM case_file WHERE subject = ? ORDER BY opened_at DESC, id LIMIT ?",
                this::file,
                subject(session.seal(), subject),
                atMost);
    }

    /// What the reader may not see, though a column says that he may, has been moved by somebody else.
    List<CaseFile> page(CaseQuery query) {
        PageQuery page = new PageQuery(query, session.seal(), query.after() == null ? null : after(query));
        if (page.isEmpty()) {
            return List.of();
        }
        List<CaseFile> files = session.all(page.sql(), this::file, page.values());
        for (CaseFile file : files) {
            if (!query.reader().sees(file.head().place())) {
                throw new Seal.BrokenSeal(place(file.head().id(), file.status().version()));
            }
        }
        return files;
    }

    private PageQuery.Position after(CaseQuery query) {
        String id = String.valueOf(query.after());
        return find(id).filter(file -> query.reader().sees(file.head().place()))
                .map(file -> new PageQuery.Position(dueAt(file), id))
                .orElseThrow(() -> new Failure(ErrorCode.CASE_UNKNOWN, Map.of("where", where, "what", id)));
    }

    Map<State, Long> counts(String campaign) {
        writeCounts();
        Map<State, Long> counts = new EnumMap<>(State.class);
        session.each(
                "SELECT state, cases FROM tally WHERE campaign = ? AND cases > 0",
                row -> {
                    counts.put(State.of(row.getString(1)), row.getLong(2));
                    return true;
                },
                campaign);
        return counts;
    }

    void add(CaseFile file) {
        Head head = file.head();
        Seal seal = session.seal();
        byte[] matter = matter(seal, head.site(), head.key());
        session.later(
                head.id(),
                "INSERT INTO case_file (id, campaign, matter, subject, opened_at, state, version, assignee, area,"
                        + " area_wide, area_middle, organisation, holder, due_at, body)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                head.id(),
                head.campaign(),
                matter,
                subject(seal, head.subject()),
                Columns.nanos(head.openedAt()),
                file.status().state().word(),
                file.status().version(),
                file.status().assignee(),
                head.place().area(),
                Columns.wide(head.place().area()),
                Columns.middle(head.place().area()),
                organisation(file),
                holder(file),
                dueAt(file),
                body(file));
        count(head.campaign(), file.status().state(), 1);
        ahead.forget(matter);
        ahead.know(file);
    }

    /// Fails with `CASE_CHANGED`, now or later, when it is not at the version before.
    void change(CaseFile before, CaseFile after) {
        Head head = after.head();
        session.laterOne(
                head.id(),
                () -> changed(head.id(), after.status().version() - 1),
                "UPDATE case_file SET state = ?, version = ?, assignee = ?, area = ?, area_wide = ?, area_middle = ?,"
                        + " organisation = ?, holder = ?, due_at = ?, body = ? WHERE id = ? AND version = ?",
                after.status().state().word(),
                after.status().version(),
                after.status().assignee(),
                head.place().area(),
                Columns.wide(head.place().area()),
                Columns.middle(head.place().area()),
                organisation(after),
                holder(after),
                dueAt(after),
                body(after),
                head.id(),
                after.status().version() - 1);
        ahead.know(after);
        if (before.status().state() != after.status().state()) {
            count(head.campaign(), before.status().state(), -1);
            count(head.campaign(), after.status().state(), 1);
        }
    }

    Failure changed(String id, long version) {
        return new Failure(ErrorCode.CASE_CHANGED, Map.of("where", id, "what", "" + version));
    }

    private void count(String campaign, State state, long by) {
        uncounted.merge(new Counted(campaign, state), by, Long::sum);
    }

    /// Writes the sums of what was counted.
    void writeCounts() {
        uncounted.forEach((counted, by) -> {
            if (by != 0) {
                session.update(
                        "INSERT INTO tally (campaign, state, cases) VALUES (?, ?, ?)"
                                + " ON CONFLICT (campaign, state) DO UPDATE SET cases = tally.cases + excluded.cases",
                        counted.campaign,
                        counted.state.word(),
                        by);
            }
        });
        uncounted.clear();
    }

    private static @Nullable String organisation(CaseFile file) {
        String id = file.head().place().organisation();
        return id.isEmpty() ? null : id;
    }

    private byte @Nullable [] holder(CaseFile file) {
        String id = file.head().place().holder();
        return id.isEmpty() ? null : holder(session.seal(), id);
    }

    private byte[] body(CaseFile file) {
        return session.seal().seal(place(file.head().id(), file.status().version()), CaseText.write(file));
    }

    private static long dueAt(CaseFile file) {
        Instant at = file.status().dueAt();
        return at == null ? Columns.NEVER : Columns.nanos(at);
    }

    /// What the columns of a case must be, in one text, to compare.
    String columnsOf(CaseFile file) {
        Seal seal = session.seal();
        Head head = file.head();
        byte[] holder = holder(file);
        return String.join(
                "|",
                head.campaign(),
                hex(matter(seal, head.site(), head.key())),
                hex(subject(seal, head.subject())),
                file.status().state().word(),
                file.status().assignee(),
                head.place().area(),
                Columns.wide(head.place().area()),
                Columns.middle(head.place().area()),
                "" + organisation(file),
                holder == null ? "null" : hex(holder),
                "" + Columns.nanos(head.openedAt()),
                "" + dueAt(file));
    }

    /// Gives every case, by id, with its columns as [#columnsOf] writes them.
    void each(Checked listener) {
        session.each(
                "SELECT id, version, body, campaign, matter, subject, state, assignee, area, area_wide, area_middle,"
                        + " organisation, holder, opened_at, due_at FROM case_file ORDER BY id",
                row -> {
                    String id = row.getString(1);
                    byte[] holder = row.getBytes(13);
                    String columns = String.join(
                            "|",
                            row.getString(4),
                            hex(row.getBytes(5)),
                            hex(row.getBytes(6)),
                            row.getString(7),
                            row.getString(8),
                            row.getString(9),
                            row.getString(10),
                            row.getString(11),
                            "" + row.getString(12),
                            holder == null ? "null" : hex(holder),
                            "" + row.getLong(14),
                            "" + row.getLong(15));
                    listener.take(id, opened(row), columns);
                    return true;
                });
    }

    private @Nullable CaseFile opened(ResultSet row) throws SQLException {
        try {
            return file(row);
        } catch (Seal.BrokenSeal | IllegalArgumentException e) {
            return null;
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /// Takes a case, `null` where it cannot be read, and its columns.
    interface Checked {
        void take(String id, @Nullable CaseFile file, String columns);
    }
}
