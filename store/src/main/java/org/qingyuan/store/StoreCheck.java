package org.qingyuan.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.CaseStore.LogHead;
import org.qingyuan.casework.cases.FieldText;
import org.qingyuan.casework.cases.LoggedStep;
import org.qingyuan.casework.cases.Step;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;

/// Looks at everything that a store keeps, and names what is wrong.
public final class StoreCheck {
    /// The most that are named; how many there are is told.
    static final int MAX_NAMED = 1000;

    private static final String ATTACHMENT = "sha256:";

    private final SqlCaseStore store;
    private final Session session;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Long> counted = new TreeMap<>();
    private final TreeSet<String> named = new TreeSet<>();
    private long found;
    private long cases;
    private long findings;

    /// What can be wrong.
    public enum Flaw {
        /// A page, an index or a reference of the database itself.
        DATABASE,
        /// The chain does not fit from a step on.
        LOG,
        /// A case cannot be read, or is not what its steps make.
        CASE,
        /// A number of cases is not what was counted.
        COUNT,
        /// A finding cannot be read, or is not what was read in.
        FINDING,
        /// Something else cannot be read: a campaign, an import, an entry, a contact.
        RECORD,
        /// A step names an attachment that is not there.
        ATTACHMENT_MISSING,
        /// An attachment is not what it was.
        ATTACHMENT_CHANGED;

        /// Key of its sentence in the message files; the argument is `what`.
        public String messageKey() {
            return "store.flaw." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /// One thing that is wrong.
    ///
    /// @param what id or number by which it is found
    public record Problem(Flaw flaw, String what) {}

    /// What a check saw.
    ///
    /// @param head the end of the log, `null` where it is broken
    /// @param problems the first thousand
    /// @param found how many there are
    public record Result(
            @Nullable LogHead head, long cases, long findings, long attachments, List<Problem> problems, long found) {
        /// Whether all is as it was written.
        public boolean isSound() {
            return found == 0;
        }
    }

    StoreCheck(SqlCaseStore store, Session session) {
        this.store = store;
        this.session = session;
    }

    Result result() {
        part(() -> store.engine().integrity(session).forEach(what -> note(Flaw.DATABASE, what)));
        @Nullable LogHead[] head = {null};
        part(() -> head[0] = log());
        part(this::cases);
        part(this::counts);
        part(this::findings);
        part(this::records);
        long attachments = attachments();
        return new Result(head[0], cases, findings, attachments, List.copyOf(problems), found);
    }

    /// A page that cannot be read ends its part and not the whole.
    private void part(Runnable work) {
        try {
            work.run();
        } catch (Trouble e) {
            if (store.engine().code(e.said()) != ErrorCode.STORE_CORRUPT) {
                throw e;
            }
            note(Flaw.DATABASE, store.engine().what(e.said()));
        }
    }

    private void note(Flaw flaw, String what) {
        found++;
        if (problems.size() < MAX_NAMED) {
            problems.add(new Problem(flaw, what));
        }
    }

    private @Nullable LogHead log() {
        try {
            return new Log(session, store.where()).verify(this::names);
        } catch (Failure e) {
            if (e.code() != ErrorCode.LOG_BROKEN) {
                throw e;
            }
            note(Flaw.LOG, "" + e.arguments().get("what"));
        } catch (Seal.BrokenSeal | IllegalArgumentException | java.time.DateTimeException e) {
            note(Flaw.LOG, "" + e.getMessage());
        }
        return null;
    }

    private void names(LoggedStep logged) {
        for (String evidence : logged.step().evidence()) {
            if (evidence.startsWith(ATTACHMENT)) {
                named.add(evidence.substring(ATTACHMENT.length()));
            }
        }
    }

    private void cases() {
        CaseRows rows = new CaseRows(session, store.where());
        Log log = new Log(session, store.where());
        rows.each((id, file, columns) -> {
            cases++;
            if (file == null || !columns.equals(rows.columnsOf(file)) || !isFold(file, log)) {
                note(Flaw.CASE, id);
            }
            if (file != null) {
                counted.merge(
                        file.head().campaign() + " " + file.status().state().word(), 1L, Long::sum);
            }
        });
    }

    private static boolean isFold(CaseFile file, Log log) {
        try {
            CaseFile made = null;
            for (LoggedStep logged : log.steps(file.head().id())) {
                Step step = logged.step();
                made = made == null ? CaseFile.opened(file.head(), step) : made.after(step);
            }
            return file.equals(made);
        } catch (Seal.BrokenSeal | IllegalArgumentException | java.time.DateTimeException e) {
            return false;
        }
    }

    private void counts() {
        Map<String, Long> kept = new TreeMap<>();
        session.each("SELECT campaign, state, cases FROM tally WHERE cases <> 0", row -> {
            kept.put(row.getString(1) + " " + row.getString(2), row.getLong(3));
            return true;
        });
        TreeSet<String> keys = new TreeSet<>(kept.keySet());
        keys.addAll(counted.keySet());
        for (String key : keys) {
            if (!kept.getOrDefault(key, 0L).equals(counted.getOrDefault(key, 0L))) {
                note(Flaw.COUNT, key);
            }
        }
    }

    private void findings() {
        new FindingRows(session).each((id, finding) -> {
            findings++;
            if (finding == null || !finding.digest().equals(SealedFiles.digest(finding.line()))) {
                note(Flaw.FINDING, id);
            }
        });
    }

    private void records() {
        EntryRows rows = new EntryRows(session);
        for (String name : session.all("SELECT name FROM campaign ORDER BY name", row -> row.getString(1))) {
            readable("campaign/" + name, () -> rows.campaign(name));
        }
        for (String id : session.all("SELECT id FROM import_run ORDER BY id", row -> row.getString(1))) {
            readable("import/" + id, () -> rows.importRun(id));
        }
        session.each("SELECT id, version, body FROM entry ORDER BY id", row -> {
            String place = "entry/" + row.getString(1) + "/" + row.getLong(2);
            byte[] body = row.getBytes(3);
            readable(place, () -> FieldText.read(session.seal().open(place, body)));
            return true;
        });
        session.each("SELECT kind, id, body FROM contact ORDER BY kind, id", row -> {
            String place = EntryRows.place(row.getString(1), row.getBytes(2));
            byte[] body = row.getBytes(3);
            readable(place, () -> StoreText.contact(session.seal().open(place, body)));
            return true;
        });
    }

    private void readable(String what, Runnable reading) {
        try {
            reading.run();
        } catch (Seal.BrokenSeal | IllegalArgumentException | java.time.DateTimeException e) {
            note(Flaw.RECORD, what);
        }
    }

    /// Their names are gathered first: reading one may need a connection of its own.
    private long attachments() {
        TreeSet<String> kept = new TreeSet<>();
        store.attachments().each(kept::add);
        for (String digest : kept) {
            try {
                store.attachments().read(digest);
            } catch (Failure e) {
                note(Flaw.ATTACHMENT_CHANGED, digest);
            }
        }
        for (String digest : named) {
            if (!kept.contains(digest)) {
                note(Flaw.ATTACHMENT_MISSING, digest);
            }
        }
        return kept.size();
    }
}
