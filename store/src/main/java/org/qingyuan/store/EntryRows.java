package org.qingyuan.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qingyuan.casework.cases.Campaign;
import org.qingyuan.casework.cases.Contact;
import org.qingyuan.casework.cases.Deadline;
import org.qingyuan.casework.cases.Entry;
import org.qingyuan.casework.cases.FieldText;
import org.qingyuan.casework.cases.ImportRun;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;

/// The smaller tables: campaigns, imports, entries, contacts, deadlines, and what was carried out.
final class EntryRows {
    private static final String ENTRY = "SELECT id, kind, case_id, entry_group, state, version, body FROM entry";
    private static final String DEADLINE = "SELECT case_id, purpose, ordinal, at FROM deadline";

    private final Session session;
    private final Map<String, Campaign> campaigns = new HashMap<>();
    private final Map<String, Long> importNumbers = new HashMap<>();
    private final Set<List<Object>> set = new HashSet<>();

    EntryRows(Session session) {
        this.session = session;
    }

    /// A campaign never changes, so it is asked for once a transaction.
    Optional<Campaign> campaign(String name) {
        if (!campaigns.containsKey(name)) {
            session.first("SELECT name, body FROM campaign WHERE name = ?", this::campaign, name)
                    .ifPresent(found -> campaigns.put(name, found));
        }
        return Optional.ofNullable(campaigns.get(name));
    }

    List<Campaign> campaigns() {
        return session.all("SELECT name, body FROM campaign ORDER BY name", this::campaign);
    }

    private Campaign campaign(ResultSet row) throws SQLException {
        return StoreText.campaign(session.seal().open("campaign/" + row.getString(1), row.getBytes(2)));
    }

    void add(Campaign campaign) {
        int added = session.update(
                "INSERT INTO campaign (name, body) VALUES (?, ?) ON CONFLICT (name) DO NOTHING",
                campaign.name(),
                session.seal().seal("campaign/" + campaign.name(), StoreText.write(campaign)));
        if (added == 0) {
            throw new Failure(ErrorCode.CAMPAIGN_EXISTS, Map.of("where", campaign.name(), "what", campaign.name()));
        }
    }

    Optional<ImportRun> importRun(String id) {
        return session.first(
                "SELECT body FROM import_run WHERE id = ? AND body IS NOT NULL",
                row -> StoreText.importRun(session.seal().open("import/" + id, row.getBytes(1))),
                id);
    }

    Optional<Long> importNumber(String id) {
        if (!importNumbers.containsKey(id)) {
            session.first("SELECT number FROM import_run WHERE id = ?", row -> row.getLong(1), id)
                    .ifPresent(found -> importNumbers.put(id, found));
        }
        return Optional.ofNullable(importNumbers.get(id));
    }

    /// The number of an import; it gets one where it has none.
    long numbered(String id) {
        return importNumber(id).orElseGet(() -> {
            session.update(
                    "INSERT INTO import_run (number, id) SELECT coalesce(max(number), 0) + 1, ? FROM import_run", id);
            return importNumber(id).orElseThrow();
        });
    }

    void put(ImportRun run) {
        long number = numbered(run.id());
        session.update(
                "UPDATE import_run SET body = ? WHERE number = ?",
                session.seal().seal("import/" + run.id(), StoreText.write(run)),
                number);
    }

    private static String place(String id, long version) {
        return "entry/" + id + "/" + version;
    }

    private Entry entry(ResultSet row) throws SQLException {
        String id = row.getString(1);
        long version = row.getLong(6);
        String caseId = row.getString(3);
        return new Entry(
                id,
                row.getString(2),
                caseId == null ? "" : caseId,
                row.getString(4),
                row.getString(5),
                version,
                FieldText.read(session.seal().open(place(id, version), row.getBytes(7))));
    }

    Optional<Entry> entry(String id) {
        return session.first(ENTRY + " WHERE id = ?", this::entry, id);
    }

    List<Entry> ofCase(String caseId, String kind) {
        return session.all(ENTRY + " WHERE case_id = ? AND kind = ? ORDER BY id", this::entry, caseId, kind);
    }

    List<Entry> ofGroup(String kind, String group, String afterId, int atMost) {
        return session.all(
                ENTRY + " WHERE kind = ? AND entry_group = ? AND id > ? ORDER BY id LIMIT ?",
                this::entry,
                kind,
                group,
                afterId,
                atMost);
    }

    void put(Entry entry) {
        byte[] body = session.seal().seal(place(entry.id(), entry.version()), FieldText.write(entry.fields()));
        String caseId = entry.caseId().isEmpty() ? null : entry.caseId();
        int changed = entry.version() == 1
                ? session.update(
                        "INSERT INTO entry (id, kind, case_id, entry_group, state, version, body)"
                                + " VALUES (?, ?, ?, ?, ?, 1, ?) ON CONFLICT (id) DO NOTHING",
                        entry.id(),
                        entry.kind(),
                        caseId,
                        entry.group(),
                        entry.state(),
                        body)
                : session.update(
                        "UPDATE entry SET kind = ?, case_id = ?, entry_group = ?, state = ?, version = ?, body = ?"
                                + " WHERE id = ? AND version = ?",
                        entry.kind(),
                        caseId,
                        entry.group(),
                        entry.state(),
                        entry.version(),
                        body,
                        entry.id(),
                        entry.version() - 1);
        if (changed != 1) {
            throw new Failure(ErrorCode.CASE_CHANGED, Map.of("where", entry.id(), "what", "" + (entry.version() - 1)));
        }
    }

    private byte[] searchable(String kind, String id) {
        return session.seal().searchable("contact", kind, id);
    }

    static String place(String kind, byte[] id) {
        return "contact/" + kind + "/" + HexFormat.of().formatHex(id);
    }

    Optional<Contact> contact(String kind, String id) {
        byte[] searchable = searchable(kind, id);
        return session.first(
                "SELECT body FROM contact WHERE kind = ? AND id = ?",
                row -> StoreText.contact(session.seal().open(place(kind, searchable), row.getBytes(1))),
                kind,
                searchable);
    }

    void put(Contact contact) {
        byte[] id = searchable(contact.kind(), contact.id());
        session.update(
                "INSERT INTO contact (kind, id, body) VALUES (?, ?, ?)"
                        + " ON CONFLICT (kind, id) DO UPDATE SET body = excluded.body",
                contact.kind(),
                id,
                session.seal().seal(place(contact.kind(), id), StoreText.write(contact)));
    }

    private static Deadline deadline(ResultSet row) throws SQLException {
        return new Deadline(
                row.getString(1),
                Columns.purpose(row.getLong(2)),
                (int) row.getLong(3),
                Columns.instant(row.getLong(4)));
    }

    List<Deadline> due(Instant now, int atMost) {
        return session.all(
                DEADLINE + " WHERE at <= ? ORDER BY at, case_id, purpose, ordinal LIMIT ?",
                EntryRows::deadline,
                Columns.nanos(now),
                atMost);
    }

    /// Set twice it must be written twice, and one statement cannot.
    void set(Deadline deadline) {
        if (!set.add(List.of(deadline.caseId(), deadline.purpose(), deadline.ordinal()))) {
            session.flush();
        }
        session.later(
                deadline.caseId(),
                "INSERT INTO deadline (case_id, purpose, ordinal, at) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (case_id, purpose, ordinal) DO UPDATE SET at = excluded.at",
                deadline.caseId(),
                Columns.code(deadline.purpose()),
                deadline.ordinal(),
                Columns.nanos(deadline.at()));
    }

    void remove(String caseId, Deadline.Purpose purpose) {
        session.later(caseId, "DELETE FROM deadline WHERE case_id = ? AND purpose = ?", caseId, Columns.code(purpose));
    }

    void remove(Deadline deadline) {
        session.later(
                deadline.caseId(),
                "DELETE FROM deadline WHERE case_id = ? AND purpose = ? AND ordinal = ?",
                deadline.caseId(),
                Columns.code(deadline.purpose()),
                deadline.ordinal());
    }

    boolean isFirst(String idempotencyKey) {
        return session.update("INSERT INTO done (id) VALUES (?) ON CONFLICT (id) DO NOTHING", (Object)
                        session.seal().searchable("command", idempotencyKey))
                == 1;
    }
}
