package org.qingyuan.casework.disposition;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qingyuan.access.Actor;
import org.qingyuan.access.Role;
import org.qingyuan.casework.Finds;
import org.qingyuan.casework.World;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.Detail;
import org.qingyuan.casework.cases.Event;
import org.qingyuan.casework.cases.State;
import org.qingyuan.casework.notice.Notice;
import org.qingyuan.casework.notice.Notifying;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Subject;

/// Told on 2 March with thirty days, so that the last day to answer is 1 April.
class BatchingTest {
    private static final LocalDate FRESH = LocalDate.of(2026, 4, 10);
    private static final Actor OTHER_CHECKER = World.person(Role.CHECKER, "deng", "");

    private final World world = new World();
    private final Map<String, Fresh.Verdict> verdicts = new HashMap<>();

    /// An account of a customer that did not move, with so much on it.
    private static Finding sleeping(String customer, String proposed, String... balances) {
        List<Map<String, Object>> accounts = new ArrayList<>();
        for (String balance : balances) {
            accounts.add(Map.of(
                    "accountId", customer + "-" + accounts.size(), "branch", "b", "balance", new BigDecimal(balance)));
        }
        return Finds.finding(
                "f-" + customer,
                "accounts.long-inactive",
                "accounts/long-inactive/rcb/" + customer,
                new Subject("customer", customer),
                null,
                "2026-01-31",
                "2026-01-31",
                Map.of("legalEntity", "rcb", "proposed", proposed, "accounts", accounts));
    }

    private void bring(Finding... findings) {
        world.bring(World.ACCOUNTS, findings[0].id(), World.ANALYST, "run", List.of(findings), 100);
        for (Finding finding : findings) {
            verdicts.put(finding.key(), new Fresh.Verdict.Stands(finding));
        }
    }

    /// Told, reached, and overdue.
    private void overdue() {
        world.cases().forEach(file -> deliver(world.notified(file)));
        world.at("2026-04-10T01:00:00Z");
        world.ticking.tick(world.now());
    }

    private void deliver(Notice notice) {
        world.notifying.deliver(notice.id(), true, world.sender());
    }

    private Batching.Doer by(Actor actor) {
        return new Batching.Doer(actor, world.now());
    }

    private Batching.Proposed propose() {
        return world.batching.propose(World.ACCOUNTS, new Fresh(FRESH, verdicts), by(World.MAKER));
    }

    private List<Row> rows(Batch batch) {
        List<Row> rows = new ArrayList<>();
        world.batching.rows(batch, rows::add);
        return rows;
    }

    private CaseFile of(String customer) {
        return world.cases().stream()
                .filter(file -> file.head().place().holder().equals(customer))
                .findFirst()
                .orElseThrow();
    }

    private @Nullable String why(String customer) {
        return world.steps(of(customer)).getLast().details().get(Detail.LEFT_OUT.word());
    }

    @BeforeEach
    void threeThatSleep() {
        bring(
                sleeping("C1", "to-long-suspended", "10.00"),
                sleeping("C2", "to-long-suspended", "20.00", "0.50"),
                sleeping("C3", "close-empty", "0.00"));
    }

    @Test
    void whatStillStandsIsProposedWithItsSumsByMeasure() {
        overdue();
        Batching.Proposed proposed = propose();
        assertThat(proposed.batch().state()).isEqualTo(Batch.State.PROPOSED);
        assertThat(proposed.batch().sums())
                .containsOnlyKeys("close", "to-long-suspended")
                .containsEntry("to-long-suspended", new Batch.Sum(3, new BigDecimal("30.50")));
        assertThat(proposed.left()).isEmpty();
        assertThat(world.steps(of("C2")).getLast().evidence()).containsExactly("f-C2");
        assertThat(of("C2").status().state()).isEqualTo(State.DISPOSITION_PROPOSED);
    }

    @Test
    void whoeverIsStoppedGoesOnAndDoesNothingTwice() {
        for (int i = 10; i < 260; i++) {
            bring(sleeping("C" + i, "to-long-suspended", "1.00"));
        }
        overdue();
        for (int transactions = 1; ; transactions++) {
            world.dieAfter(transactions);
            try {
                propose();
                break;
            } catch (RuntimeException | Error e) {
                assertThat(World.isKilled(e)).isTrue();
            }
        }
        List<Batch> batches = world.store.read(reader -> world.batching.batches(reader, World.ACCOUNTS));
        assertThat(batches).singleElement().satisfies(batch -> {
            assertThat(batch.sums().get("to-long-suspended")).isEqualTo(new Batch.Sum(253, new BigDecimal("280.50")));
            assertThat(rows(batch)).extracting(Row::id).doesNotHaveDuplicates().hasSize(254);
        });
        assertThat(world.cases())
                .allSatisfy(file -> assertThat(world.events(file))
                        .filteredOn(event -> event == Event.PROPOSE)
                        .hasSize(1));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, overdue, moved-since",
        // of the day of the notice nobody can say which came first
        "2026-03-02, overdue, moved-since",
        "2026-03-03, closed,",
        "2026-04-09, closed,"
    })
    void anOwnTransactionAfterTheNoticeKeepsTheAccount(LocalDate movedOn, String state, @Nullable String why) {
        overdue();
        verdicts.put(of("C1").head().key(), new Fresh.Verdict.Excluded("moved-since", movedOn));
        Batching.Proposed proposed = propose();
        assertThat(of("C1").status().state().word()).isEqualTo(state);
        assertThat(why("C1")).isEqualTo(why);
        assertThat(proposed.kept()).isEqualTo(why == null ? 1 : 0);
    }

    @Test
    void whoWasNeverReachedFallsOut() {
        world.cases().forEach(world::notified);
        world.at("2026-04-10T01:00:00Z");
        world.ticking.tick(world.now());
        assertThat(propose().left()).containsOnly(Map.entry("not-reached", 3L));
    }

    @Test
    void whoStandsOnAListThatWasPostedIsReached() {
        world.cases().forEach(world::confirmed);
        Notifying.Sender sender = new Notifying.Sender(World.MAKER, world.now());
        String id = world.announcing
                .announce(World.ACCOUNTS, sender, 0)
                .announcement()
                .id();
        assertThat(world.announcing.posted(id, world.sender())).isEqualTo(3);
        world.at("2026-04-10T01:00:00Z");
        world.ticking.tick(world.now());
        assertThat(propose().left()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-04-01, extract-too-early", "2026-04-02,"})
    void anExtractOfTheLastDayDoesNotSayWhatHappenedOnIt(LocalDate day, @Nullable String why) {
        overdue();
        world.batching.propose(World.ACCOUNTS, new Fresh(day, verdicts), by(World.MAKER));
        assertThat(why("C1")).isEqualTo(why);
    }

    @Test
    void moreThanTheMeasureAllowsOtherAccountsAndWhatIsLeftToAPersonFallOut() {
        bring(sleeping("C4", "to-long-suspended", "100.01"), sleeping("C5", "choose-and-downgrade", "1.00"));
        overdue();
        verdicts.put(of("C1").head().key(), new Fresh.Verdict.Stands(sleeping("C1", "to-long-suspended", "1", "2")));
        verdicts.remove(of("C3").head().key());
        propose();
        assertThat(why("C1")).isEqualTo("other-accounts");
        assertThat(why("C2")).isNull();
        assertThat(why("C3")).isEqualTo("not-found");
        assertThat(why("C4")).isEqualTo("over-limit");
        assertThat(why("C5")).isEqualTo("by-person");
    }

    @Test
    void whatStandsOnSubAccountsGoesWithTheirAccount() {
        Finding finding = sleeping("C6", "to-long-suspended", "60.00");
        Map<String, Object> fields = new HashMap<>(finding.fields());
        fields.put("figures", Map.of("balance", new BigDecimal("61.50")));
        bring(Finds.finding(
                "f-C6", finding.rule(), finding.key(), finding.subject(), null, "2026-01-31", "2026-01-31", fields));
        overdue();
        assertThat(propose().batch().sums())
                .containsEntry("to-long-suspended", new Batch.Sum(4, new BigDecimal("92.00")));
    }

    @Test
    void nobodyApprovesAnOwnBatchAndNothingHappensThen() {
        overdue();
        Batch batch = propose().batch();
        long logged = world.logged();
        Actor same = new Actor(Role.CHECKER, "else", World.MAKER.scope(), World.MAKER.way());
        assertThat(World.refusal(() -> world.batching.approve(batch.id(), batch.version(), by(same))))
                .isEqualTo("guard-refused not-own-proposal");
        assertThat(World.refusal(() -> world.batching.approve(batch.id(), batch.version() - 1, by(World.CHECKER))))
                .startsWith("batch-refused");
        assertThat(World.refusal(() -> world.batching.handOver(batch.id(), by(World.MAKER))))
                .startsWith("batch-refused");
        assertThat(World.refusal(
                        () -> world.batching.propose(World.ACCOUNTS, new Fresh(FRESH, verdicts), by(World.ANALYST))))
                .startsWith("role-refused");
        assertThat(world.logged()).isEqualTo(logged);
    }

    /// What changes rows alone is asked for its role and its scope too.
    @Test
    void nobodyHandsOverOrRecordsWhoMayNot() {
        overdue();
        Batch batch = propose().batch();
        world.batching.approve(batch.id(), batch.version(), by(World.CHECKER));
        Actor auditor = World.person(Role.AUDITOR, "shen", "");
        Actor elsewhere = World.person(Role.MAKER, "mu", "rcb/west");
        assertThat(World.refusal(() -> world.batching.handOver(batch.id(), by(auditor))))
                .isEqualTo("role-refused auditor");
        assertThat(World.refusal(() -> world.batching.handOver(batch.id(), by(elsewhere))))
                .startsWith("case-unknown");
        world.batching.handOver(batch.id(), by(World.MAKER));
        assertThat(World.refusal(() -> world.batching.handOver(batch.id(), by(elsewhere))))
                .startsWith("case-unknown");
        List<Batching.RowOutcome> failed =
                List.of(new Batching.RowOutcome(rows(batch).getFirst().id(), false, ""));
        assertThat(World.refusal(() -> world.batching.record(batch.id(), failed, by(auditor))))
                .isEqualTo("role-refused auditor");
        assertThat(rows(batch)).extracting(Row::state).containsOnly(Row.State.LISTED);
        assertThat(World.refusal(
                        () -> world.announcing.announce(World.ACCOUNTS, new Notifying.Sender(auditor, world.now()), 0)))
                .isEqualTo("role-refused auditor");
    }

    @Test
    void aCaseIsClosedOnceAllItsRowsAreDone() {
        overdue();
        Batch batch = propose().batch();
        world.batching.approve(batch.id(), batch.version(), by(World.CHECKER));
        world.batching.handOver(batch.id(), by(World.MAKER));
        List<Row> rows = rows(batch).stream()
                .filter(row -> row.caseId().equals(of("C2").head().id()))
                .toList();
        assertThat(rows).hasSize(2);
        Batching.Recorded first = record(batch, rows.getFirst(), true);
        assertThat(first.closed()).isZero();
        assertThat(of("C2").status().state()).isEqualTo(State.DISPOSITION_APPROVED);
        assertThat(record(batch, rows.getFirst(), true).done()).isZero();
        assertThat(World.refusal(() -> record(batch, rows.getFirst(), false))).startsWith("outcomes-rejected");
        assertThat(record(batch, rows.getLast(), true).closed()).isEqualTo(1);
        assertThat(of("C2").status().state()).isEqualTo(State.CLOSED);
        assertThat(world.notices(of("C2"))).extracting(Notice::letter).contains("decision", "closing");
        assertThat(world.notices(of("C2")))
                .filteredOn(notice -> notice.letter().equals("decision"))
                .singleElement()
                .satisfies(notice ->
                        assertThat(notice.text()).contains("zh unanswered").doesNotContain(batch.id()));
    }

    private Batching.Recorded record(Batch batch, Row row, boolean isDone) {
        return world.batching.record(
                batch.id(), List.of(new Batching.RowOutcome(row.id(), isDone, "")), by(World.ANALYST));
    }

    @Test
    void whatWasCarriedOutAgainstAnAppealIsNamed() {
        overdue();
        Batch batch = propose().batch();
        world.batching.approve(batch.id(), batch.version(), by(World.CHECKER));
        world.batching.handOver(batch.id(), by(World.MAKER));
        CaseFile file = of("C1");
        world.then(file, Event.APPEAL, World.ANALYST);
        Row row = rows(batch).stream()
                .filter(each -> each.caseId().equals(file.head().id()))
                .findFirst()
                .orElseThrow();
        assertThat(record(batch, row, true).conflicts())
                .containsExactly(file.head().id());
        assertThat(of("C1").status().state()).isEqualTo(State.DISPOSITION_APPROVED);
        world.telling.act(file.head().id(), world.act(Event.REFUSE_APPEAL, OTHER_CHECKER));
        assertThat(world.notices(of("C1"))).extracting(Notice::letter).contains("decision-refusal");
    }
}
