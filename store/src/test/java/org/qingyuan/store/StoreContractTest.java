package org.qingyuan.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.qingyuan.access.Place;
import org.qingyuan.casework.cases.Arrivals;
import org.qingyuan.casework.cases.Campaign;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.CaseStore.LogHead;
import org.qingyuan.casework.cases.CaseWriter;
import org.qingyuan.casework.cases.Contact;
import org.qingyuan.casework.cases.Deadline;
import org.qingyuan.casework.cases.Detail;
import org.qingyuan.casework.cases.Entry;
import org.qingyuan.casework.cases.Event;
import org.qingyuan.casework.cases.ImportRun;
import org.qingyuan.casework.cases.KeptFinding;
import org.qingyuan.casework.cases.LoggedStep;
import org.qingyuan.casework.cases.State;
import org.qingyuan.casework.cases.Step;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;
import org.qingyuan.finding.Subject;

/// What every store keeps to, on each engine.
@ParameterizedClass
@EnumSource(EngineKind.class)
@org.jspecify.annotations.NullUnmarked
class StoreContractTest {
    private static final String ID = "00000000000000aa";

    private final EngineKind kind;

    @TempDir
    Path folder;

    private StoreAddress address;
    private SqlCaseStore store;

    StoreContractTest(EngineKind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void make() {
        address = kind.address(folder);
        store = Stores.create(address, kind.options(folder), false);
        write(writer -> writer.add(Made.campaign("c")));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void write(java.util.function.Consumer<CaseWriter> work) {
        store.write(writer -> {
            work.accept(writer);
            return true;
        });
    }

    private CaseFile opened() {
        CaseFile file = Made.opened(ID, "c");
        write(writer -> writer.open(file, Made.first(ID, Map.of())));
        return file;
    }

    private CaseFile find(String id) {
        return store.read(reader -> reader.find(id)).orElseThrow();
    }

    private static ErrorCode codeOf(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(Failure.class, work)
                .code();
    }

    @Test
    void aCaseComesBackAsItWasWithItsSteps() {
        CaseFile file = opened();
        Step check = Made.check(file);
        CaseFile checked = file.after(check);
        write(writer -> writer.record(checked, check));
        assertThat(find(ID)).isEqualTo(checked);
        assertThat(store.<List<LoggedStep>>read(reader -> reader.steps(ID)).stream()
                        .map(LoggedStep::step))
                .containsExactly(Made.first(ID, Map.of()), check);
        assertThat(store.<List<String>>read(reader -> reader.caseIds("0000", 5)))
                .containsExactly(ID);
        assertThat(store.<List<String>>read(reader -> reader.caseIds("1", 5))).isEmpty();
        assertThat(store.<List<CaseFile>>read(reader -> reader.ofKey("site", "mining/" + ID)))
                .containsExactly(checked);
        assertThat(store.<List<CaseFile>>read(reader -> reader.ofKey("sit", "emining/" + ID)))
                .isEmpty();
        assertThat(store.ofSubject(new Subject("address", "10.0.0.1"), 5)).containsExactly(checked);
    }

    @Test
    void isThereAfterItWasClosed() {
        CaseFile file = opened();
        store.close();
        store = Stores.open(address, kind.options(folder));
        assertThat(find(ID)).isEqualTo(file);
        assertThat(store.isSingleUser()).isFalse();
    }

    @Test
    void refusesAVersionThatIsNotTheNext() {
        CaseFile file = opened();
        Step check = Made.check(file);
        write(writer -> writer.record(file.after(check), check));
        assertThat(codeOf(() -> write(writer -> writer.record(file.after(check), check))))
                .isEqualTo(ErrorCode.CASE_CHANGED);
        assertThat(store.verifyLog(step -> {}).number()).isEqualTo(2);
    }

    @Test
    void refusesACaseThatItsStepsDoNotMake() {
        CaseFile file = opened();
        Step check = Made.check(file);
        CaseFile other = Made.opened(ID, "c", new Place("110000", "org-2", ""));
        assertThatThrownBy(() -> write(writer -> writer.record(other.after(check), check)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> write(writer -> writer.open(other.after(check), Made.first(ID, Map.of()))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(find(ID)).isEqualTo(file);
    }

    @Test
    void nothingStaysOfAWriteThatFails() {
        assertThatThrownBy(() -> write(writer -> {
                    writer.open(Made.opened(ID, "c"), Made.first(ID, Map.of()));
                    writer.put(new Entry("e", "notice", ID, "", "sent", 1, Map.of()));
                    writer.isFirst("command");
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(store.<Optional<CaseFile>>read(reader -> reader.find(ID))).isEmpty();
        assertThat(store.<Optional<Entry>>read(reader -> reader.entry("e"))).isEmpty();
        assertThat(store.<Map<State, Long>>read(reader -> reader.counts("c"))).isEmpty();
        assertThat(store.verifyLog(step -> {}).number()).isZero();
        assertThat(store.<Boolean>write(writer -> writer.isFirst("command"))).isTrue();
    }

    @Test
    void whoReadsCannotWrite() {
        assertThatThrownBy(() -> store.read(reader -> {
                    ((CaseWriter) reader).put(new Entry("e", "notice", "", "", "sent", 1, Map.of()));
                    return true;
                }))
                .isInstanceOf(Failure.class);
    }

    @Test
    void aCampaignHasOneName() {
        assertThat(codeOf(() -> write(writer -> writer.add(Made.campaign("c")))))
                .isEqualTo(ErrorCode.CAMPAIGN_EXISTS);
        write(writer -> writer.add(Made.campaign("a")));
        assertThat(store.<List<Campaign>>read(reader -> reader.campaigns()))
                .containsExactly(Made.campaign("a"), Made.campaign("c"));
        assertThat(store.<Optional<Campaign>>read(reader -> reader.campaign("c")))
                .contains(Made.campaign("c"));
        assertThat(store.<Optional<Campaign>>read(reader -> reader.campaign("b")))
                .isEmpty();
    }

    @Test
    void countsFollowTheStates() {
        CaseFile file = opened();
        CaseFile other = Made.opened(Made.id(1), "c");
        write(writer -> writer.open(other, Made.first(Made.id(1), Map.of())));
        assertThat(store.<Map<State, Long>>read(reader -> reader.counts("c")))
                .containsExactly(Map.entry(State.SUSPECTED, 2L));
        Step check = Made.check(file);
        write(writer -> writer.record(file.after(check), check));
        assertThat(store.<Map<State, Long>>read(reader -> reader.counts("c")))
                .isEqualTo(Map.of(State.SUSPECTED, 1L, State.UNDER_CHECK, 1L));
    }

    @Test
    void anOrganisationThatWasLearnedIsFoundByIt() {
        CaseFile file = Made.opened(ID, "c", new Place("", "", ""));
        write(writer -> writer.open(file, Made.first(ID, Map.of())));
        Step learn = Made.next(
                file,
                Event.LEARN_ORGANISATION,
                State.SUSPECTED,
                Map.of(Detail.ORGANISATION, "org-9", Detail.AREA, "320505", Detail.DUE, "2026-12-01T00:00:00Z"));
        write(writer -> writer.record(file.after(learn), learn));
        assertThat(page("320500")).containsExactly(ID);
        assertThat(page("110000")).isEmpty();
        assertThat(store.check().problems()).isEmpty();
    }

    private List<String> page(String scope) {
        return store
                .read(reader -> reader.page(new org.qingyuan.casework.cases.CaseQuery(
                        null, java.util.Set.of(), null, Made.actor(org.qingyuan.access.Role.MAKER, scope), null, 10)))
                .stream()
                .map(file -> file.head().id())
                .toList();
    }

    @Test
    void findingsArriveOnceAndWaitForTheirCase() {
        KeptFinding attempt = Made.finding(1, "k", "", false);
        KeptFinding session = Made.finding(3, "k", "org-1", true);
        KeptFinding earlier = Made.finding(2, "k", "org-1", true);
        write(writer -> writer.keep("run-1", List.of(session, attempt, earlier)));
        List<Arrivals> arrivals = store.read(reader -> reader.arrivals("run-1", 10));
        assertThat(arrivals).hasSize(2);
        Arrivals opening = arrivals.stream()
                .filter(each -> each.matter().organisation().equals("org-1"))
                .findFirst()
                .orElseThrow();
        assertThat(opening.findings()).isEqualTo(2);
        assertThat(opening.opening()).isEqualTo(2);
        assertThat(opening.leading()).isEqualTo(earlier);
        assertThat(opening.lastStart()).isEqualTo(session.start().text());
        assertThat(opening.ids()).containsExactly(earlier.id(), session.id());
        assertThat(store.<List<Arrivals>>read(reader -> reader.arrivals("run-1", 1)))
                .hasSize(1);
        assertThat(store.<List<Arrivals>>read(reader -> reader.arrivals("run-2", 1)))
                .isEmpty();
        write(writer -> {
            writer.open(Made.opened(ID, "c"), Made.first(ID, Map.of()));
            writer.take("run-1", session.matter(), ID);
            writer.take("run-1", attempt.matter(), "");
        });
        assertThat(store.<List<Arrivals>>read(reader -> reader.arrivals("run-1", 10)))
                .isEmpty();
        assertThat(store.<List<KeptFinding>>read(reader -> reader.findings(ID, 10)))
                .containsExactly(earlier, session);
        assertThat(store.<Long>write(writer -> writer.takeWaiting(session.matter(), ID)))
                .isEqualTo(1);
        assertThat(store.<List<KeptFinding>>read(reader -> reader.findings(ID, 10)))
                .containsExactly(attempt, earlier, session);
        assertThat(store.<List<KeptFinding>>read(reader -> reader.findings(ID, 2)))
                .containsExactly(attempt, earlier);
    }

    @Test
    void theSameFindingIsKeptOnceAndAnotherContentBesides() {
        KeptFinding old = Made.finding(1, "k", "org-1", true, "old");
        KeptFinding renewed = Made.finding(1, "k", "org-1", true, "new");
        write(writer -> writer.keep("run-1", List.of(old, old)));
        write(writer -> writer.keep("run-2", List.of(old)));
        assertThat(store.<List<Arrivals>>read(reader -> reader.arrivals("run-2", 10)))
                .isEmpty();
        write(writer -> writer.keep("run-3", List.of(renewed)));
        Arrivals revised = store.read(reader -> reader.arrivals("run-3", 10)).getFirst();
        assertThat(revised.revised()).isEqualTo(1);
        assertThat(revised.opening()).isZero();
        assertThat(store.<Map<String, String>>read(
                        reader -> reader.digests(List.of(old, Made.finding(2, "k", "org-1", true)))))
                .isEqualTo(Map.of(old.id(), renewed.digest()));
        write(writer -> writer.keep("run-4", List.of(old)));
        assertThat(store.<List<Arrivals>>read(reader -> reader.arrivals("run-4", 10)))
                .isEmpty();
        write(writer -> {
            writer.open(Made.opened(ID, "c"), Made.first(ID, Map.of()));
            writer.take("run-1", old.matter(), ID);
            writer.take("run-3", old.matter(), ID);
        });
        assertThat(store.<List<KeptFinding>>read(reader -> reader.findings(ID, 10)))
                .containsExactly(renewed);
    }

    @Test
    void whatComesAfterACaseTookIsAFurtherArrival() {
        KeptFinding first = Made.finding(1, "k", "org-1", true);
        KeptFinding second = Made.finding(2, "k", "org-1", true);
        write(writer -> {
            writer.keep("run-1", List.of(first));
            writer.open(Made.opened(ID, "c"), Made.first(ID, Map.of()));
            writer.take("run-1", first.matter(), ID);
            writer.keep("run-1", List.of(second, first));
        });
        assertThat(store.<List<Arrivals>>read(reader -> reader.arrivals("run-1", 10)))
                .singleElement()
                .satisfies(arrivals -> assertThat(arrivals.ids()).containsExactly(second.id()));
        assertThat(store.<List<String>>read(reader -> reader.findingIds(ID, 9))).containsExactly(first.id());
        write(writer -> writer.take("run-1", second.matter(), ID));
        assertThat(store.<List<String>>read(reader -> reader.findingIds(ID, 9)))
                .containsExactly(first.id(), second.id());
        assertThat(store.<List<String>>read(reader -> reader.findingIds(ID, 1))).containsExactly(first.id());
    }

    @Test
    void theSameIdOfAnotherKeyIsAnotherFinding() {
        KeptFinding one = Made.finding(1, "k", "org-1", true, "one");
        KeptFinding other = Made.finding(1, "l", "org-1", true, "other");
        write(writer -> writer.keep("run-1", List.of(one, other)));
        assertThat(store.<Map<String, String>>read(reader -> reader.digests(List.of(other))))
                .isEqualTo(Map.of(other.id(), other.digest()));
        assertThat(store.<List<Arrivals>>read(reader -> reader.arrivals("run-1", 10)))
                .hasSize(2)
                .allSatisfy(arrivals -> assertThat(arrivals.revised()).isZero());
        assertThat(store.check().problems()).isEmpty();
    }

    @Test
    void moreThanIsAskedForAtOnceIsFoundWhole() {
        int findings = 1300;
        List<KeptFinding> all = new ArrayList<>();
        for (int i = 0; i < findings; i++) {
            all.add(Made.finding(i, "k" + i % 600, "", true));
        }
        write(writer -> writer.keep("run-1", all));
        List<Arrivals> arrivals = store.read(reader -> reader.arrivals("run-1", 1000));
        assertThat(arrivals).hasSize(600);
        assertThat(arrivals.stream().mapToLong(Arrivals::findings).sum()).isEqualTo(findings);
        assertThat(store.<Map<String, String>>read(reader -> reader.digests(all)))
                .hasSize(findings);
        write(writer -> writer.keep("run-2", all));
        assertThat(store.<List<Arrivals>>read(reader -> reader.arrivals("run-2", 1000)))
                .isEmpty();
    }

    @Test
    void whatHappensToACaseWithinOneTransactionKeepsItsOrder() {
        Instant at = Instant.parse("2026-12-01T00:00:00Z");
        Deadline first = new Deadline(ID, Deadline.Purpose.ESCALATE, 0, at);
        Deadline second = new Deadline(ID, Deadline.Purpose.ESCALATE, 0, at.plusSeconds(1));
        write(writer -> {
            CaseFile file = Made.opened(ID, "c");
            writer.open(file, Made.first(ID, Map.of()));
            writer.set(first);
            writer.set(second);
            Step check = Made.check(file);
            writer.record(file.after(check), check);
            writer.remove(ID, Deadline.Purpose.ESCALATE);
            assertThat(writer.due(at.plusSeconds(9), 9)).isEmpty();
            writer.set(second);
            writer.remove(second);
            writer.set(first);
            Step assign = Made.next(
                    writer.find(ID).orElseThrow(), Event.ASSIGN, State.UNDER_CHECK, Map.of(Detail.ASSIGNEE, "li"));
            writer.record(writer.find(ID).orElseThrow().after(assign), assign);
            assertThat(writer.counts("c")).isEqualTo(Map.of(State.UNDER_CHECK, 1L));
            assertThat(writer.ofKey("site", "mining/" + ID))
                    .containsExactly(writer.find(ID).orElseThrow());
        });
        assertThat(store.<List<Deadline>>read(reader -> reader.due(at.plusSeconds(9), 9)))
                .containsExactly(first);
        assertThat(find(ID).status().assignee()).isEqualTo("li");
        assertThat(store.check().problems()).isEmpty();
    }

    @Test
    void theDigestOfArrivalsIsOverTheSortedLines() {
        List<KeptFinding> findings = List.of(Made.finding(2, "k", "", true), Made.finding(1, "k", "", true));
        write(writer -> writer.keep("run-1", findings));
        String lines = findings.get(1).id() + " " + findings.get(1).digest() + "\n"
                + findings.get(0).id() + " " + findings.get(0).digest() + "\n";
        assertThat(store.<List<Arrivals>>read(reader -> reader.arrivals("run-1", 10))
                        .getFirst()
                        .digest())
                .isEqualTo(SealedFiles.digest(lines.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    @Test
    void anImportIsKeptAndReplaced() {
        assertThat(store.<Optional<ImportRun>>read(reader -> reader.importRun("run")))
                .isEmpty();
        write(writer -> writer.keep("run", List.of(Made.finding(1, "k", "", true))));
        assertThat(store.<Optional<ImportRun>>read(reader -> reader.importRun("run")))
                .isEmpty();
        write(writer -> writer.put(Made.run("run", 5)));
        ImportRun done = Made.run("run", -1);
        write(writer -> writer.put(done));
        assertThat(store.<Optional<ImportRun>>read(reader -> reader.importRun("run")))
                .contains(done);
    }

    @Test
    void anEntryCountsItsChanges() {
        opened();
        Entry sent = new Entry("e1", "notice", ID, "batch-1", "sent", 1, Map.of("to", "张三\n=1+1"));
        write(writer -> writer.put(sent));
        assertThat(codeOf(() -> write(writer -> writer.put(sent)))).isEqualTo(ErrorCode.CASE_CHANGED);
        Entry arrived = sent.in("arrived", Map.of("at", "noon"));
        write(writer -> writer.put(arrived));
        assertThat(codeOf(() -> write(writer -> writer.put(arrived)))).isEqualTo(ErrorCode.CASE_CHANGED);
        Entry loose = new Entry("e2", "notice", "", "batch-1", "sent", 1, Map.of());
        write(writer -> writer.put(loose));
        assertThat(store.<Optional<Entry>>read(reader -> reader.entry("e1"))).contains(arrived);
        assertThat(store.<List<Entry>>read(reader -> reader.entriesOfCase(ID, "notice")))
                .containsExactly(arrived);
        assertThat(store.<List<Entry>>read(reader -> reader.entriesOfCase(ID, "request")))
                .isEmpty();
        assertThat(store.<List<Entry>>read(reader -> reader.entriesOfGroup("notice", "batch-1", "", 9)))
                .containsExactly(arrived, loose);
        assertThat(store.<List<Entry>>read(reader -> reader.entriesOfGroup("notice", "batch-1", "e1", 9)))
                .containsExactly(loose);
    }

    @Test
    void aContactIsReplaced() {
        Contact contact = new Contact("customer", "c-1", "张三", "13800000000", "", "", "zh");
        write(writer -> writer.put(contact));
        Contact moved = new Contact("customer", "c-1", "张三", "", "", "苏州", "zh");
        write(writer -> writer.put(moved));
        assertThat(store.<Optional<Contact>>read(reader -> reader.contact("customer", "c-1")))
                .contains(moved);
        assertThat(store.<Optional<Contact>>read(reader -> reader.contact("organisation", "c-1")))
                .isEmpty();
    }

    @Test
    void deadlinesComeByTimeAndEachOnce() {
        opened();
        Instant at = Instant.parse("2026-12-01T00:00:00.000000001Z");
        Deadline escalate = new Deadline(ID, Deadline.Purpose.ESCALATE, 0, at);
        Deadline first = new Deadline(ID, Deadline.Purpose.REMIND, 0, at);
        Deadline second = new Deadline(ID, Deadline.Purpose.REMIND, 1, at.plusSeconds(1));
        write(writer -> List.of(second, escalate, first).forEach(writer::set));
        assertThat(store.<List<Deadline>>read(reader -> reader.due(at.minusNanos(1), 9)))
                .isEmpty();
        assertThat(store.<List<Deadline>>read(reader -> reader.due(at, 9))).containsExactly(first, escalate);
        assertThat(store.<List<Deadline>>read(reader -> reader.due(at.plusSeconds(9), 9)))
                .containsExactly(first, escalate, second);
        write(writer -> writer.remove(first));
        assertThat(store.<List<Deadline>>read(reader -> reader.due(at, 9))).containsExactly(escalate);
        write(writer -> writer.remove(ID, Deadline.Purpose.REMIND));
        Deadline later = new Deadline(ID, Deadline.Purpose.ESCALATE, 0, at.plusSeconds(7));
        write(writer -> writer.set(later));
        assertThat(store.<List<Deadline>>read(reader -> reader.due(at.plusSeconds(9), 9)))
                .containsExactly(later);
    }

    @Test
    void aCommandIsCarriedOutOnce() {
        assertThat(store.<Boolean>write(writer -> writer.isFirst("key"))).isTrue();
        assertThat(store.<Boolean>write(writer -> writer.isFirst("key"))).isFalse();
        assertThat(store.<Boolean>write(writer -> writer.isFirst("key "))).isTrue();
    }

    @Test
    void theLogHasNumbersWithoutGapsAndAHeadThatIsProvedWithoutAKey() {
        assertThat(store.verifyLog(step -> {})).isEqualTo(new LogHead(0, "0".repeat(64)));
        opened();
        CaseFile file = find(ID);
        Step check = Made.check(file);
        write(writer -> writer.record(file.after(check), check));
        List<Long> numbers = new ArrayList<>();
        LogHead head = store.verifyLog(step -> numbers.add(step.number()));
        assertThat(numbers).containsExactly(1L, 2L);
        StoreOptions keyless = kind.options(folder).withKeyFile(folder.resolve("nowhere"));
        assertThat(Stores.proveLog(address, keyless)).isEqualTo(head);
    }

    @Test
    void manyWritersAtOnceLoseNothing() throws Exception {
        opened();
        int writers = 4;
        int steps = 15;
        try (ExecutorService pool = Executors.newFixedThreadPool(writers);
                SqlCaseStore second = Stores.open(address, kind.options(folder))) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                SqlCaseStore mine = i % 2 == 0 ? store : second;
                all.add(pool.submit(() -> {
                    for (int j = 0; j < steps; j++) {
                        assign(mine);
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get(60, TimeUnit.SECONDS);
            }
        }
        assertThat(find(ID).status().version()).isEqualTo(1 + writers * steps);
        assertThat(store.verifyLog(step -> {}).number()).isEqualTo(1 + writers * steps);
        assertThat(store.check().problems()).isEmpty();
    }

    private static void assign(SqlCaseStore store) {
        store.write(writer -> {
            CaseFile file = writer.find(ID).orElseThrow();
            Step step = Made.next(file, Event.ASSIGN, file.status().state(), Map.of(Detail.ASSIGNEE, "li"));
            writer.record(file.after(step), step);
            return true;
        });
    }

    @Test
    void aWriterThatWaitsTooLongIsToldSo() throws Exception {
        StoreOptions hasty = kind.options(folder).withPatience(java.time.Duration.ofMillis(50));
        try (SqlCaseStore second = Stores.open(address, hasty)) {
            write(writer -> assertThat(codeOf(() -> second.write(other -> other.isFirst("x"))))
                    .isEqualTo(ErrorCode.STORE_LOCKED));
        }
    }

    @Test
    void aReaderSeesOneState() {
        opened();
        store.read(reader -> {
            assertThat(reader.counts("c")).containsEntry(State.SUSPECTED, 1L);
            write(writer -> writer.open(Made.opened(Made.id(5), "c"), Made.first(Made.id(5), Map.of())));
            assertThat(reader.counts("c")).containsEntry(State.SUSPECTED, 1L);
            return true;
        });
        assertThat(store.<Map<State, Long>>read(reader -> reader.counts("c"))).containsEntry(State.SUSPECTED, 2L);
    }
}
