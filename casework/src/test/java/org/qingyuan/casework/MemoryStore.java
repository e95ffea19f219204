package org.qingyuan.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.qingyuan.casework.cases.Arrivals;
import org.qingyuan.casework.cases.Campaign;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.CaseQuery;
import org.qingyuan.casework.cases.CaseReader;
import org.qingyuan.casework.cases.CaseStore;
import org.qingyuan.casework.cases.CaseText;
import org.qingyuan.casework.cases.CaseWriter;
import org.qingyuan.casework.cases.Contact;
import org.qingyuan.casework.cases.Deadline;
import org.qingyuan.casework.cases.Entry;
import org.qingyuan.casework.cases.ImportRun;
import org.qingyuan.casework.cases.KeptFinding;
import org.qingyuan.casework.cases.LoggedStep;
import org.qingyuan.casework.cases.State;
import org.qingyuan.casework.cases.Step;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;

/// A store in memory, for one thread: a transaction that throws leaves nothing behind.
public final class MemoryStore implements CaseStore {
    private final boolean isSingleUser;
    private Content content = new Content();

    public MemoryStore(boolean isSingleUser) {
        this.isSingleUser = isSingleUser;
    }

    @Override
    public <T> T read(Function<CaseReader, T> work) {
        return work.apply(content.copy());
    }

    @Override
    public <T> T write(Function<CaseWriter, T> work) {
        Content draft = content.copy();
        T result = work.apply(draft);
        content = draft;
        return result;
    }

    @Override
    public boolean isSingleUser() {
        return isSingleUser;
    }

    @Override
    public LogHead verifyLog(Consumer<LoggedStep> listener) {
        content.log.forEach(listener);
        return new LogHead(content.log.size(), "");
    }

    @Override
    public void close() {
        // nothing is held
    }

    /// A finding and where it went: a blank id while it waits, `null` while nobody took it.
    private record Held(String importId, KeptFinding finding, boolean isRevision, Optional<String> caseId) {
        Held to(String id) {
            return new Held(importId, finding, isRevision, Optional.of(id));
        }
    }

    private static final class Content implements CaseWriter {
        private final Map<String, Campaign> campaigns = new TreeMap<>();
        private final Map<String, CaseFile> files = new TreeMap<>();
        private final List<LoggedStep> log = new ArrayList<>();
        private final List<Held> held = new ArrayList<>();
        private final Map<String, ImportRun> imports = new HashMap<>();
        private final Map<String, Entry> entries = new TreeMap<>();
        private final Map<String, Contact> contacts = new HashMap<>();
        private final Set<Deadline> deadlines = new HashSet<>();
        private final Set<String> keys = new HashSet<>();

        Content copy() {
            Content copy = new Content();
            copy.campaigns.putAll(campaigns);
            copy.files.putAll(files);
            copy.log.addAll(log);
            copy.held.addAll(held);
            copy.imports.putAll(imports);
            copy.entries.putAll(entries);
            copy.contacts.putAll(contacts);
            copy.deadlines.addAll(deadlines);
            copy.keys.addAll(keys);
            return copy;
        }

        @Override
        public Optional<Campaign> campaign(String name) {
            return Optional.ofNullable(campaigns.get(name));
        }

        @Override
        public List<Campaign> campaigns() {
            return List.copyOf(campaigns.values());
        }

        @Override
        public List<String> caseIds(String prefix, int atMost) {
            return files.keySet().stream()
                    .filter(id -> id.startsWith(prefix))
                    .limit(atMost)
                    .toList();
        }

        @Override
        public Optional<CaseFile> find(String id) {
            return Optional.ofNullable(files.get(id));
        }

        @Override
        public List<CaseFile> page(CaseQuery query) {
            List<CaseFile> all = files.values().stream()
                    .filter(file ->
                            query.campaign() == null || file.head().campaign().equals(query.campaign()))
                    .filter(file -> query.states().isEmpty()
                            || query.states().contains(file.status().state()))
                    .filter(file ->
                            query.assignee() == null || file.status().assignee().equals(query.assignee()))
                    .filter(file -> query.reader().sees(file.head().place()))
                    .sorted(Comparator.comparing((CaseFile file) ->
                                    Objects.requireNonNullElse(file.status().dueAt(), Instant.MAX))
                            .thenComparing(file -> file.head().id()))
                    .toList();
            int from = 0;
            for (int i = 0; i < all.size(); i++) {
                if (all.get(i).head().id().equals(query.after())) {
                    from = i + 1;
                }
            }
            return all.subList(from, Math.min(all.size(), from + query.limit()));
        }

        @Override
        public Map<State, Long> counts(String campaign) {
            Map<State, Long> counts = new TreeMap<>();
            files.values().stream()
                    .filter(file -> file.head().campaign().equals(campaign))
                    .forEach(file -> counts.merge(file.status().state(), 1L, Long::sum));
            return counts;
        }

        @Override
        public List<CaseFile> ofKey(String site, String key) {
            return files.values().stream()
                    .filter(file ->
                            file.head().site().equals(site) && file.head().key().equals(key))
                    .sorted(Comparator.comparing((CaseFile file) -> file.head().openedAt())
                            .reversed()
                            .thenComparing(file -> file.head().id()))
                    .toList();
        }

        @Override
        public List<LoggedStep> steps(String caseId) {
            return log.stream()
                    .filter(logged -> logged.step().caseId().equals(caseId))
                    .toList();
        }

        @Override
        public List<KeptFinding> findings(String caseId, int atMost) {
            Map<String, KeptFinding> newest = new LinkedHashMap<>();
            held.stream()
                    .filter(each -> each.caseId().equals(Optional.of(caseId)))
                    .forEach(each -> newest.put(each.finding().id(), each.finding()));
            return newest.values().stream()
                    .sorted(Comparator.comparing(KeptFinding::start).thenComparing(KeptFinding::id))
                    .limit(atMost)
                    .toList();
        }

        @Override
        public List<String> findingIds(String caseId, int atMost) {
            return findings(caseId, atMost).stream().map(KeptFinding::id).toList();
        }

        @Override
        public Map<String, String> digests(Collection<KeptFinding> findings) {
            Map<String, String> digests = new HashMap<>();
            held.stream()
                    .filter(each -> findings.stream().anyMatch(finding -> isSame(each.finding(), finding)))
                    .forEach(each ->
                            digests.put(each.finding().id(), each.finding().digest()));
            return digests;
        }

        private static boolean isSame(KeptFinding one, KeptFinding other) {
            return one.id().equals(other.id())
                    && one.matter().key().equals(other.matter().key());
        }

        @Override
        public Optional<ImportRun> importRun(String id) {
            return Optional.ofNullable(imports.get(id));
        }

        @Override
        public List<Arrivals> arrivals(String importId, int atMost) {
            Map<KeptFinding.Matter, List<Held>> groups = new LinkedHashMap<>();
            held.stream()
                    .filter(each ->
                            each.importId().equals(importId) && each.caseId().isEmpty())
                    .forEach(each -> groups.computeIfAbsent(each.finding().matter(), matter -> new ArrayList<>())
                            .add(each));
            return groups.entrySet().stream()
                    .limit(atMost)
                    .map(group -> arrivals(group.getKey(), group.getValue()))
                    .toList();
        }

        private static Arrivals arrivals(KeptFinding.Matter matter, List<Held> group) {
            List<KeptFinding> all = group.stream().map(Held::finding).toList();
            List<KeptFinding> telling = all.stream().anyMatch(KeptFinding::opens)
                    ? all.stream().filter(KeptFinding::opens).toList()
                    : all;
            List<String> ids = all.stream().map(KeptFinding::id).sorted().toList();
            return new Arrivals(
                    matter,
                    all.size(),
                    group.stream()
                            .filter(each -> each.finding().opens() && !each.isRevision())
                            .count(),
                    group.stream().filter(Held::isRevision).count(),
                    ids.subList(0, Math.min(ids.size(), Step.MAX_EVIDENCE)),
                    "0".repeat(64),
                    telling.stream()
                            .min(Comparator.comparing(KeptFinding::start))
                            .orElseThrow(),
                    telling.stream()
                            .map(each -> each.start().text())
                            .max(Comparator.naturalOrder())
                            .orElseThrow());
        }

        @Override
        public List<Entry> entriesOfCase(String caseId, String kind) {
            return entries.values().stream()
                    .filter(each -> each.caseId().equals(caseId) && each.kind().equals(kind))
                    .toList();
        }

        @Override
        public List<Entry> entriesOfGroup(String kind, String group, String afterId, int atMost) {
            return entries.values().stream()
                    .filter(each -> each.kind().equals(kind) && each.group().equals(group))
                    .filter(each -> each.id().compareTo(afterId) > 0)
                    .limit(atMost)
                    .toList();
        }

        @Override
        public Optional<Entry> entry(String id) {
            return Optional.ofNullable(entries.get(id));
        }

        @Override
        public Optional<Contact> contact(String kind, String id) {
            return Optional.ofNullable(contacts.get(kind + " " + id));
        }

        @Override
        public List<Deadline> due(Instant now, int atMost) {
            return deadlines.stream()
                    .filter(each -> !each.at().isAfter(now))
                    .sorted(Comparator.comparing(Deadline::at)
                            .thenComparing(Deadline::caseId)
                            .thenComparing(Deadline::purpose)
                            .thenComparingInt(Deadline::ordinal))
                    .limit(atMost)
                    .toList();
        }

        @Override
        public void add(Campaign campaign) {
            if (campaigns.putIfAbsent(campaign.name(), campaign) != null) {
                throw new Failure(ErrorCode.CAMPAIGN_EXISTS, Map.of("where", "", "what", campaign.name()));
            }
        }

        @Override
        public void open(CaseFile opened, Step first) {
            files.put(opened.head().id(), opened);
            append(first);
        }

        @Override
        public void record(CaseFile after, Step step) {
            CaseFile before = Objects.requireNonNull(files.get(after.head().id()));
            if (before.status().version() != after.status().version() - 1) {
                throw new Failure(
                        ErrorCode.CASE_CHANGED,
                        Map.of("where", "", "what", after.head().id()));
            }
            files.put(after.head().id(), CaseText.file(CaseText.write(after)));
            append(step);
        }

        private void append(Step step) {
            log.add(new LoggedStep(log.size() + 1L, CaseText.step(CaseText.write(step)), ""));
        }

        @Override
        public void keep(String importId, List<KeptFinding> findings) {
            for (KeptFinding finding : findings) {
                String digest = digests(List.of(finding)).get(finding.id());
                if (!finding.digest().equals(digest)) {
                    held.add(new Held(importId, finding, digest != null, Optional.empty()));
                }
            }
        }

        @Override
        public void take(String importId, KeptFinding.Matter matter, String caseId) {
            held.replaceAll(each -> each.importId().equals(importId)
                            && each.caseId().isEmpty()
                            && each.finding().matter().equals(matter)
                    ? each.to(caseId)
                    : each);
        }

        @Override
        public long takeWaiting(KeptFinding.Matter matter, String caseId) {
            long[] taken = {0};
            held.replaceAll(each -> {
                KeptFinding.Matter own = each.finding().matter();
                boolean fits = each.caseId().equals(Optional.of(""))
                        && own.site().equals(matter.site())
                        && own.key().equals(matter.key())
                        && (own.organisation().isEmpty() || own.organisation().equals(matter.organisation()));
                taken[0] += fits ? 1 : 0;
                return fits ? each.to(caseId) : each;
            });
            return taken[0];
        }

        @Override
        public void put(ImportRun run) {
            imports.put(run.id(), run);
        }

        @Override
        public void put(Entry entry) {
            Entry before = entries.get(entry.id());
            long version = before == null ? 0 : before.version();
            if (entry.version() != version + 1) {
                throw new Failure(ErrorCode.CASE_CHANGED, Map.of("where", "", "what", entry.id()));
            }
            entries.put(entry.id(), entry);
        }

        @Override
        public void put(Contact contact) {
            contacts.put(contact.kind() + " " + contact.id(), contact);
        }

        @Override
        public void set(Deadline deadline) {
            deadlines.removeIf(each -> each.caseId().equals(deadline.caseId())
                    && each.purpose() == deadline.purpose()
                    && each.ordinal() == deadline.ordinal());
            deadlines.add(deadline);
        }

        @Override
        public void remove(String caseId, Deadline.Purpose purpose) {
            deadlines.removeIf(each -> each.caseId().equals(caseId) && each.purpose() == purpose);
        }

        @Override
        public void remove(Deadline deadline) {
            deadlines.remove(deadline);
        }

        @Override
        public boolean isFirst(String idempotencyKey) {
            return keys.add(idempotencyKey);
        }
    }
}
