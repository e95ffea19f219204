package org.qingyuan.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qingyuan.casework.cases.Arrivals;
import org.qingyuan.casework.cases.Campaign;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.CaseQuery;
import org.qingyuan.casework.cases.CaseStore.LogHead;
import org.qingyuan.casework.cases.CaseWriter;
import org.qingyuan.casework.cases.Contact;
import org.qingyuan.casework.cases.Deadline;
import org.qingyuan.casework.cases.Entry;
import org.qingyuan.casework.cases.ImportRun;
import org.qingyuan.casework.cases.KeptFinding;
import org.qingyuan.casework.cases.LoggedStep;
import org.qingyuan.casework.cases.State;
import org.qingyuan.casework.cases.Step;

/// One transaction. Whoever only reads is given it as a reader, on a connection that cannot write.
final class SqlTransaction implements CaseWriter {
    private final CaseRows cases;
    private final FindingRows findings;
    private final EntryRows entries;
    private final Log log;
    private @Nullable LogHead end;

    SqlTransaction(Session session, String where) {
        this.cases = new CaseRows(session, where);
        this.findings = new FindingRows(session);
        this.entries = new EntryRows(session);
        this.log = new Log(session, where);
    }

    /// Keeps other writers out from here on.
    SqlTransaction locked(String lock) {
        end = log.head(lock);
        return this;
    }

    /// Writes where the log ends now; the last thing before the transaction ends.
    void finish() {
        cases.writeCounts();
        if (end != null) {
            log.keepHead(end);
        }
    }

    private void append(Step step) {
        if (end == null) {
            throw new IllegalStateException("only reads");
        }
        end = log.append(end, step);
    }

    @Override
    public void add(Campaign campaign) {
        entries.add(campaign);
    }

    @Override
    public void open(CaseFile opened, Step first) {
        if (!CaseFile.opened(opened.head(), first).equals(opened)) {
            throw new IllegalArgumentException("not what the first step makes: " + first.caseId());
        }
        cases.add(opened);
        append(first);
    }

    @Override
    public void record(CaseFile after, Step step) {
        CaseFile before = cases.find(step.caseId())
                .filter(file -> file.status().version() == step.version() - 1)
                .orElseThrow(() -> cases.changed(step.caseId(), step.version() - 1));
        if (!before.after(step).equals(after)) {
            throw new IllegalArgumentException("not what the step makes: " + step.caseId() + " " + step.version());
        }
        cases.change(before, after);
        append(step);
    }

    @Override
    public void keep(String importId, List<KeptFinding> kept) {
        findings.keep(entries.numbered(importId), kept);
    }

    @Override
    public void take(String importId, KeptFinding.Matter matter, String caseId) {
        entries.importNumber(importId).ifPresent(number -> findings.arrivals().take(number, matter, caseId));
    }

    @Override
    public long takeWaiting(KeptFinding.Matter matter, String caseId) {
        return findings.arrivals().takeWaiting(matter, caseId);
    }

    @Override
    public void put(ImportRun run) {
        entries.put(run);
    }

    @Override
    public void put(Entry entry) {
        entries.put(entry);
    }

    @Override
    public void put(Contact contact) {
        entries.put(contact);
    }

    @Override
    public void set(Deadline deadline) {
        entries.set(deadline);
    }

    @Override
    public void remove(String caseId, Deadline.Purpose purpose) {
        entries.remove(caseId, purpose);
    }

    @Override
    public void remove(Deadline deadline) {
        entries.remove(deadline);
    }

    @Override
    public boolean isFirst(String idempotencyKey) {
        return entries.isFirst(idempotencyKey);
    }

    @Override
    public Optional<Campaign> campaign(String name) {
        return entries.campaign(name);
    }

    @Override
    public List<Campaign> campaigns() {
        return entries.campaigns();
    }

    @Override
    public List<String> caseIds(String prefix, int atMost) {
        return cases.ids(prefix, atMost);
    }

    @Override
    public Optional<CaseFile> find(String id) {
        return cases.find(id);
    }

    @Override
    public List<CaseFile> page(CaseQuery query) {
        return cases.page(query);
    }

    @Override
    public Map<State, Long> counts(String campaign) {
        return cases.counts(campaign);
    }

    @Override
    public List<CaseFile> ofKey(String site, String key) {
        return cases.ofKey(site, key);
    }

    @Override
    public List<LoggedStep> steps(String caseId) {
        return log.steps(caseId);
    }

    @Override
    public List<KeptFinding> findings(String caseId, int atMost) {
        return findings.ofCase(caseId, atMost);
    }

    @Override
    public List<String> findingIds(String caseId, int atMost) {
        return findings.idsOfCase(caseId, atMost);
    }

    @Override
    public Map<String, String> digests(Collection<KeptFinding> some) {
        return findings.digests(some);
    }

    @Override
    public Optional<ImportRun> importRun(String id) {
        return entries.importRun(id);
    }

    /// Whoever writes will ask for the cases of each, which are read ahead.
    @Override
    public List<Arrivals> arrivals(String importId, int atMost) {
        Optional<Long> number = entries.importNumber(importId);
        if (number.isEmpty()) {
            return List.of();
        }
        FindingRows.Found found = findings.arrivals(number.get(), atMost);
        if (end != null) {
            cases.lookAheadOf(found.matters());
            findings.arrivals().lookAheadOf(found.matters());
        }
        return found.arrivals();
    }

    @Override
    public List<Entry> entriesOfCase(String caseId, String kind) {
        return entries.ofCase(caseId, kind);
    }

    @Override
    public List<Entry> entriesOfGroup(String kind, String group, String afterId, int atMost) {
        return entries.ofGroup(kind, group, afterId, atMost);
    }

    @Override
    public Optional<Entry> entry(String id) {
        return entries.entry(id);
    }

    @Override
    public Optional<Contact> contact(String kind, String id) {
        return entries.contact(kind, id);
    }

    @Override
    public List<Deadline> due(Instant now, int atMost) {
        List<Deadline> due = entries.due(now, atMost);
        if (end != null) {
            cases.lookAhead(due.stream().map(Deadline::caseId).toList());
        }
        return due;
    }

    List<CaseFile> ofSubject(org.qingyuan.finding.Subject subject, int atMost) {
        return cases.ofSubject(subject, atMost);
    }
}
