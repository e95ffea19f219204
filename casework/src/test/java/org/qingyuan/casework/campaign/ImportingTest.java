package org.qingyuan.casework.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qingyuan.casework.Finds.SCHOOL;
import static org.qingyuan.casework.Finds.UNIVERSITY;
import static org.qingyuan.casework.Finds.attempt;
import static org.qingyuan.casework.Finds.customer;
import static org.qingyuan.casework.Finds.session;
import static org.qingyuan.casework.Finds.unconfirmed;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.qingyuan.access.Role;
import org.qingyuan.casework.Finds;
import org.qingyuan.casework.World;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.Detail;
import org.qingyuan.casework.cases.Event;
import org.qingyuan.casework.cases.ImportRun;
import org.qingyuan.casework.cases.State;
import org.qingyuan.finding.Finding;

class ImportingTest {
    private static final String A = "10.20.3.7";
    private static final String EARLY = "2026-03-01T00:00:00Z";

    private final World world = new World();

    @Test
    void theSameFileTwiceChangesNothing() {
        Finding[] file = {session("f1", A, SCHOOL, EARLY), attempt("f2", A, SCHOOL, EARLY)};
        ImportRun first = world.bring("a", file);
        long logged = world.logged();
        assertThat(world.afterDays(1).bring("a", file)).isEqualTo(first);
        assertThat(world.logged()).isEqualTo(logged).isEqualTo(1);
        assertThat(world.findings(world.only())).containsExactly("f1", "f2");
        assertThat(first.counts()).isEqualTo(new ImportRun.Counts(2, 0, 0, 0, 1, 1, 0, 0));
    }

    @Test
    void knownFindingsOfAnotherFileChangeNothingButTheCount() {
        world.bring("a", session("f1", A, SCHOOL, EARLY));
        ImportRun second = world.bring("b", session("f1", A, SCHOOL, EARLY));
        assertThat(second.counts()).isEqualTo(new ImportRun.Counts(1, 1, 0, 0, 0, 0, 0, 0));
        assertThat(world.logged()).isEqualTo(1);
    }

    @Test
    void aFindingTwiceInOneFileIsKnownTheSecondTime() {
        ImportRun run = world.bring("a", session("f1", A, SCHOOL, EARLY), session("f1", A, SCHOOL, EARLY));
        assertThat(run.counts()).isEqualTo(new ImportRun.Counts(2, 1, 0, 0, 1, 1, 0, 0));
    }

    @Test
    void otherContentOfAKnownFindingIsARevision() {
        world.bring("a", session("f1", A, SCHOOL, EARLY));
        ImportRun second = world.bring("b", session("f1", A, SCHOOL, "2026-03-01T00:00:01Z"));
        assertThat(second.counts()).isEqualTo(new ImportRun.Counts(1, 0, 1, 0, 0, 1, 0, 0));
        assertThat(world.events(world.only())).containsExactly(Event.OPEN, Event.ATTACH);
        assertThat(world.steps(world.only()).getLast().text(Detail.REVISED)).isEqualTo("1");
        assertThat(world.only().status().opening()).isEqualTo(1);
        assertThat(world.findings(world.only())).containsExactly("f1");
    }

    @Test
    void whatOpensNoCaseWaitsAndJoinsWhenOneOpens() {
        ImportRun run = world.bring("a", attempt("f1", A, SCHOOL, EARLY), unconfirmed("f2", A, SCHOOL, EARLY));
        assertThat(run.counts()).isEqualTo(new ImportRun.Counts(2, 0, 0, 0, 0, 0, 0, 2));
        assertThat(world.cases()).isEmpty();
        world.bring("b", session("f3", A, SCHOOL, EARLY));
        assertThat(world.findings(world.only())).containsExactly("f1", "f2", "f3");
        assertThat(world.only().status().opening()).isEqualTo(1);
    }

    @Test
    void whatOpensNoCaseJoinsOneThatIsOpen() {
        world.bring("a", session("f1", A, SCHOOL, EARLY));
        ImportRun run = world.bring("b", attempt("f2", A, SCHOOL, EARLY), unconfirmed("f3", A, SCHOOL, EARLY));
        assertThat(run.counts()).isEqualTo(new ImportRun.Counts(2, 0, 0, 0, 0, 1, 0, 0));
        assertThat(world.only().status().opening()).isEqualTo(1);
    }

    @Test
    void aReawakenedAccountOpensNothing() {
        ImportRun run = accounts("a", customer("f1", "accounts.reawakened", "C1"));
        assertThat(run.counts().loose()).isEqualTo(1);
        accounts("b", customer("f2", "accounts.long-inactive", "C1"));
        assertThat(world.findings(world.only())).containsExactly("f1", "f2");
        assertThat(world.only().head().place().holder()).isEqualTo("C1");
        assertThat(world.only().head().place().area()).isEqualTo("rcb/east");
    }

    private ImportRun accounts(String file, Finding... findings) {
        return world.bring(World.ACCOUNTS, file, World.ANALYST, "run", List.of(findings), 100);
    }

    @Test
    void anOrganisationThatIsLearnedLaterEntersAsAStepAndBringsWhatWaited() {
        world.bring("a", attempt("f0", A, SCHOOL, EARLY));
        world.bring("b", session("f1", A, null, EARLY));
        world.bring("c", session("f2", A, SCHOOL, EARLY));
        CaseFile file = world.only();
        assertThat(world.events(file)).contains(Event.LEARN_ORGANISATION).last().isEqualTo(Event.ATTACH);
        assertThat(file.head().place().organisation()).isEqualTo("school");
        assertThat(file.head().place().area()).isEqualTo("321300");
        assertThat(file.head().organisationKind()).isEqualTo("school");
        assertThat(world.findings(file)).containsExactly("f0", "f1", "f2");
    }

    @Test
    void whatComesWithoutOrganisationJoinsTheCaseOfItsKey() {
        world.bring("a", session("f1", A, SCHOOL, EARLY));
        world.bring("b", session("f2", A, null, EARLY));
        assertThat(world.findings(world.only())).containsExactly("f1", "f2");
        assertThat(world.only().head().place().organisation()).isEqualTo("school");
    }

    @Test
    void twoOrganisationsOnOneKeyAreTwoCases() {
        ImportRun run = world.bring("a", session("f1", A, SCHOOL, EARLY), session("f2", A, UNIVERSITY, EARLY));
        assertThat(run.counts().opened()).isEqualTo(2);
        assertThat(world.cases())
                .extracting(file -> file.head().place().organisation())
                .containsExactly("school", "uni");
        assertThat(world.cases())
                .allSatisfy(file -> assertThat(world.findings(file)).hasSize(1));
    }

    @Test
    void aDismissedMatterRestsUntilItsExpiryAndNotBeyond() {
        world.bring("a", session("f1", A, SCHOOL, EARLY));
        CaseFile dismissed = world.then(world.only(), Event.DISMISS, World.ANALYST);
        var until = java.util.Objects.requireNonNull(dismissed.status().restUntil());
        assertThat(until).isEqualTo("2026-08-29T16:00:00Z");
        ImportRun resting = world.at(until.minusNanos(1)).bring("b", session("f2", A, SCHOOL, "2026-08-01T00:00:00Z"));
        assertThat(resting.counts()).isEqualTo(new ImportRun.Counts(1, 0, 0, 0, 0, 1, 1, 0));
        assertThat(world.only().status().state()).isEqualTo(State.DISMISSED);
        ImportRun over = world.at(until).bring("c", session("f3", A, SCHOOL, "2026-08-02T00:00:00Z"));
        assertThat(over.counts()).isEqualTo(new ImportRun.Counts(1, 0, 0, 0, 1, 1, 0, 0));
        assertThat(world.cases()).hasSize(2);
        assertThat(world.findings(world.cases().getLast())).containsExactly("f3");
    }

    @Test
    void afterTheExpiryAnAttemptStillOpensNothing() {
        world.bring("a", session("f1", A, SCHOOL, EARLY));
        world.then(world.only(), Event.DISMISS, World.ANALYST);
        ImportRun run = world.afterDays(200).bring("b", attempt("f2", A, SCHOOL, "2026-08-01T00:00:00Z"));
        assertThat(run.counts().loose()).isEqualTo(1);
        assertThat(world.findings(world.only())).containsExactly("f1");
    }

    private CaseFile closed() {
        world.bring("a", session("f1", A, SCHOOL, EARLY));
        world.executed(world.only());
        world.then(world.only(), Event.VERIFY, World.ANALYST);
        return world.then(world.only(), Event.QUIET, World.ANALYST);
    }

    @Test
    void aClosedCaseTakesOlderSessionsSilently() {
        closed();
        // the very instant of the measure is not after it
        world.bring("b", session("f2", A, SCHOOL, "2026-03-02T01:00:00Z"));
        assertThat(world.only().status().state()).isEqualTo(State.CLOSED);
        assertThat(world.findings(world.only())).containsExactly("f1", "f2");
    }

    @Test
    void aClosedCaseComesBackForASessionAfterTheMeasure() {
        closed();
        world.bring("b", session("f2", A, SCHOOL, "2026-03-02T01:00:00.000001Z"));
        assertThat(world.only().status().state()).isEqualTo(State.RECURRED);
        assertThat(world.only().status().opening()).isEqualTo(2);
    }

    @Test
    void aClosedCaseDoesNotComeBackForAttempts() {
        closed();
        world.bring(
                "b",
                attempt("f2", A, SCHOOL, "2026-03-03T00:00:00Z"),
                unconfirmed("f3", A, SCHOOL, "2026-03-03T00:00:00Z"));
        assertThat(world.only().status().state()).isEqualTo(State.CLOSED);
        assertThat(world.findings(world.only())).hasSize(3);
    }

    @Test
    void anAttemptAfterTheMeasureDoesNotMakeAnOldSessionANewOne() {
        closed();
        world.bring("b", attempt("f2", A, SCHOOL, "2026-03-09T00:00:00Z"), session("f3", A, SCHOOL, EARLY));
        assertThat(world.only().status().state()).isEqualTo(State.CLOSED);
    }

    @Test
    void aCaseWhoseMeasureWasCarriedOutComesBackForANewSession() {
        world.bring("a", session("f1", A, SCHOOL, EARLY));
        world.executed(world.only());
        world.bring("b", session("f2", A, SCHOOL, "2026-03-03T00:00:00Z"));
        assertThat(world.only().status().state()).isEqualTo(State.RECURRED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Event.class,
            names = {"WITHDRAW", "MERGE"})
    void whatEndedOtherwiseNeverTakesAnything(Event end) {
        world.bring("a", session("f1", A, SCHOOL, EARLY));
        CaseFile first = world.only();
        world.then(
                first,
                world.act(end, end == Event.WITHDRAW ? World.CHECKER : World.ANALYST)
                        .with(Detail.INTO, "ffeeddccbbaa9988"));
        ImportRun waiting = world.afterDays(1).bring("b", attempt("f2", A, SCHOOL, EARLY));
        assertThat(waiting.counts().loose()).isEqualTo(1);
        world.bring("c", session("f3", A, SCHOOL, EARLY));
        assertThat(world.findings(first)).containsExactly("f1");
        assertThat(world.findings(world.cases().getLast())).containsExactly("f2", "f3");
    }

    @Test
    void otherKindsAndRulesAreCountedAsRejected() {
        ImportRun run = world.bring(
                "a",
                session("f1", A, SCHOOL, EARLY),
                customer("f2", "accounts.long-inactive", "C1"),
                Finds.of("f3", "mining.unheard-of", A, SCHOOL, EARLY, Map.of()));
        assertThat(run.counts()).isEqualTo(new ImportRun.Counts(3, 0, 0, 2, 1, 1, 0, 0));
        assertThat(world.findings(world.only())).containsExactly("f1");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void onlyAnAnalystImports(Role role) {
        String refusal = World.refusal(() -> new Importing.Act(World.person(role, "x", ""), World.BEGIN));
        assertThat(refusal).isEqualTo(role == Role.ANALYST ? "done" : "role-refused " + role.word());
    }

    @Test
    void incompleteResultsMarkEveryCaseThatTheyTouch() {
        world.bring("a", session("f1", A, SCHOOL, EARLY), session("f0", "10.20.3.9", SCHOOL, EARLY));
        List<Finding> cut = List.of(attempt("f2", A, SCHOOL, EARLY), session("f3", "10.20.3.8", SCHOOL, EARLY));
        world.bring(World.MINING, "b", World.ANALYST, "", cut, 100);
        assertThat(world.cases())
                .extracting(file -> file.head().key() + " " + file.status().isIncomplete())
                .containsExactly("mining/10.20.3.7 true", "mining/10.20.3.8 true", "mining/10.20.3.9 false");
    }
}
