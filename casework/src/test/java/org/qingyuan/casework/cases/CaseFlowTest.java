package org.qingyuan.casework.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qingyuan.access.Actor;
import org.qingyuan.access.Role;
import org.qingyuan.finding.Failure;

/// What due process promises, said without the table.
class CaseFlowTest {
    private static final Actor SAME_USER = People.person(Role.CHECKER, "zhao", "ma-user");
    private static final Actor SAME_NAME = People.person(Role.CHECKER, "ma", "another-user");

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CHECKER")
    void nobodyButACheckerDecides(Role role) {
        Actor actor = People.person(role, "somebody");
        assertThat(Story.of(Kind.MINING).proposed().refusal(Event.APPROVE, actor))
                .isEqualTo("role-refused " + role.word());
        assertThat(Story.of(Kind.MINING).proposed().refusal(Event.REJECT, actor))
                .isEqualTo("role-refused " + role.word());
        Story appealed = Story.of(Kind.MINING).approved().then(Event.APPEAL, Story.ORGANISATION);
        assertThat(appealed.refusal(Event.GRANT_APPEAL, actor)).isEqualTo("role-refused " + role.word());
        assertThat(appealed.refusal(Event.REFUSE_APPEAL, actor)).isEqualTo("role-refused " + role.word());
    }

    @Test
    void nobodyChecksAnOwnProposalUnderAnyName() {
        Story story = Story.of(Kind.MINING).proposed();
        assertThat(story.refusal(Event.APPROVE, SAME_USER)).isEqualTo("guard-refused not-own-proposal");
        assertThat(story.refusal(Event.APPROVE, SAME_NAME)).isEqualTo("guard-refused not-own-proposal");
        assertThat(story.refusal(Event.REJECT, SAME_USER)).isEqualTo("guard-refused not-own-proposal");
        assertThat(story.then(Event.APPROVE, Story.CHECKER).state()).isEqualTo(State.DISPOSITION_APPROVED);
    }

    @Test
    void inAStoreOfASingleUserOnePersonMayDoBoth() {
        Story story = Story.ofSingleUser().proposed();
        assertThat(story.refusal(Event.APPROVE, Story.MAKER)).isEqualTo("role-refused maker");
        assertThat(story.refusal(story.act(Event.APPROVE, SAME_USER).with(Detail.SEEN, "1")))
                .isEqualTo("guard-refused version-seen");
        story.then(Event.APPROVE, SAME_USER).then(Event.APPEAL, Story.ORGANISATION);
        assertThat(story.then(Event.GRANT_APPEAL, SAME_USER).state()).isEqualTo(State.UNDER_CHECK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "7", "06", " 6", "6 ", "+6", "six", "-6", "６"})
    void anApprovalOfAnotherVersionFails(String seen) {
        Story story = Story.of(Kind.MINING).proposed();
        assertThat(story.file().status().version()).isEqualTo(6);
        assertThat(story.refusal(story.act(Event.APPROVE, Story.CHECKER).with(Detail.SEEN, seen)))
                .isEqualTo("guard-refused version-seen");
    }

    @Test
    void anApprovalThatNamesNoVersionFails() {
        Story story = Story.of(Kind.MINING).proposed();
        assertThat(story.refusal(
                        Act.of(Event.APPROVE, Story.CHECKER, story.now()).because("fine")))
                .isEqualTo("guard-refused version-seen");
    }

    @Test
    void whateverHappensAfterAProposalMakesItsApprovalTooOld() {
        Story story = Story.of(Kind.MINING).proposed();
        Act late = story.act(Event.APPROVE, Story.CHECKER);
        story.then(Act.of(Event.ATTACH, Story.ANALYST, story.now()));
        assertThat(story.refusal(late)).isEqualTo("guard-refused version-seen");
    }

    @Test
    void anAppealSuspendsTheExecutionUntilItIsDecided() {
        Story story = Story.of(Kind.MINING).approved().then(Event.APPEAL, Story.HOLDER);
        assertThat(story.refusal(Event.EXECUTE, Story.MAKER)).isEqualTo("guard-refused no-open-appeal");
        story.then(Event.REFUSE_APPEAL, Story.OTHER_CHECKER);
        assertThat(story.then(Event.EXECUTE, Story.MAKER).state()).isEqualTo(State.EXECUTED);
    }

    @Test
    void anAppealSuspendsTheApprovalToo() {
        Story story = Story.of(Kind.MINING).proposed().then(Event.APPEAL, Story.HOLDER);
        assertThat(story.refusal(Event.APPROVE, Story.CHECKER)).isEqualTo("guard-refused no-open-appeal");
    }

    @Test
    void anAppealThatIsGrantedBringsTheCaseBackToItsCheck() {
        Story story = Story.of(Kind.MINING).approved().then(Event.APPEAL, Story.ORGANISATION);
        story.then(Event.GRANT_APPEAL, Story.OTHER_CHECKER);
        assertThat(story.state()).isEqualTo(State.UNDER_CHECK);
        assertThat(story.file().status())
                .extracting(Status::isAppealed, Status::measures, Status::maker, Status::checker)
                .containsExactly(false, "", null, null);
    }

    @Test
    void neitherMakerNorCheckerDecidesOnTheAppeal() {
        Story story = Story.of(Kind.MINING).approved().then(Event.APPEAL, Story.ORGANISATION);
        for (Event decision : List.of(Event.GRANT_APPEAL, Event.REFUSE_APPEAL)) {
            for (Actor involved : List.of(Story.CHECKER, SAME_USER, SAME_NAME)) {
                assertThat(story.refusal(decision, involved)).isEqualTo("guard-refused not-involved");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "NOTIFIED",
                "OVERDUE",
                "RESPONDED",
                "DISPOSITION_PROPOSED",
                "DISPOSITION_APPROVED",
                "EXECUTED",
                "VERIFYING",
                "CLOSED",
                "RECURRED"
            })
    void everyStateAfterTheNoticeCanBeAppealed(State state) {
        for (Role voice : List.of(Role.ORGANISATION, Role.HOLDER, Role.ANALYST)) {
            Scene scene = Scene.in(state).by(voice).because("not ours");
            assertThat(scene.decide(Event.APPEAL).state()).isEqualTo(state);
        }
    }

    @Test
    void anInterimMeasureTakesTwoPersons() {
        Story story = Story.of(Kind.MINING).then(Event.PROPOSE_INTERIM, Story.MAKER);
        assertThat(story.refusal(Event.APPROVE_INTERIM, SAME_USER)).isEqualTo("guard-refused not-own-interim");
        assertThat(story.refusal(Event.APPROVE_INTERIM, SAME_NAME)).isEqualTo("guard-refused not-own-interim");
        assertThat(story.refusal(Event.PROPOSE_INTERIM, Story.MAKER)).isEqualTo("guard-refused no-interim");
        story.then(Event.APPROVE_INTERIM, Story.CHECKER);
        assertThat(story.state()).isEqualTo(State.SUSPECTED);
        assertThat(story.refusal(Event.PROPOSE_INTERIM, Story.MAKER)).isEqualTo("guard-refused no-interim");
    }

    @Test
    void anInterimMeasureLapsesAtItsEndAndNoSooner() {
        Story story = Story.of(Kind.MINING).then(Event.PROPOSE_INTERIM, Story.MAKER);
        Instant until = story.now().plusSeconds(60);
        story.then(story.act(Event.APPROVE_INTERIM, Story.CHECKER).with(Detail.UNTIL, until.toString()));
        assertThat(story.file().status().interim().until()).isEqualTo(until);
        assertThat(story.at(until.minusNanos(1)).refusal(Event.LAPSE_INTERIM, Actor.CLOCK))
                .isEqualTo("guard-refused interim-over");
        assertThat(story.at(until).refusal(Event.LAPSE_INTERIM, Story.CHECKER)).isEqualTo("role-refused checker");
        story.then(Event.LAPSE_INTERIM, Actor.CLOCK);
        assertThat(story.file().status().interim().phase()).isNotEqualTo(Interim.Phase.IN_FORCE);
        assertThat(story.refusal(Event.LAPSE_INTERIM, Actor.CLOCK)).isEqualTo("guard-refused interim-over");
    }

    @Test
    void theTimeToAnswerEndsAtItsEndAndNoSooner() {
        Story story = Story.of(Kind.MINING).notified();
        Instant due = Objects.requireNonNull(story.file().status().dueAt());
        assertThat(story.at(due.minusNanos(1)).refusal(Event.LAPSE, Actor.CLOCK))
                .isEqualTo("guard-refused deadline-passed");
        assertThat(story.at(due).then(Event.LAPSE, Actor.CLOCK).state()).isEqualTo(State.OVERDUE);
    }

    @Test
    void onlyWhatBeganAfterTheExecutionRecurs() {
        Story story = Story.of(Kind.MINING).executed();
        Instant executed = Objects.requireNonNull(story.file().status().executedAt());
        Act same = story.act(Event.RECUR, Story.ANALYST).with(Detail.OCCURRED_AT, executed.toString());
        assertThat(story.refusal(same)).isEqualTo("guard-refused after-execution");
        assertThat(story.refusal(Event.RECUR, Story.ANALYST)).isEqualTo("guard-refused after-execution");
        story.then(same.with(Detail.OCCURRED_AT, executed.plusNanos(1).toString()));
        assertThat(story.state()).isEqualTo(State.RECURRED);
        assertThat(story.then(Event.CHECK, Story.ANALYST).state()).isEqualTo(State.UNDER_CHECK);
    }

    @Test
    void aTransactionOnlyKeepsAnAccountWhenItCameAfterTheNotice() {
        Story story = Story.of(Kind.ACCOUNTS).notified();
        Instant told = Objects.requireNonNull(story.file().status().notifiedAt());
        Act same = story.act(Event.KEEP, Story.ANALYST).with(Detail.OCCURRED_AT, told.toString());
        assertThat(story.refusal(same)).isEqualTo("guard-refused after-notice");
        story.then(same.with(Detail.OCCURRED_AT, told.plusNanos(1).toString()));
        assertThat(story.state()).isEqualTo(State.CLOSED);
    }

    @Test
    void attemptsAloneNeitherConfirmNorNotify() {
        Story story = Story.ofAttempts()
                .then(Act.of(Event.ATTACH, Story.ANALYST, Story.BEGIN).with(Detail.FINDINGS, "900"));
        story.then(Event.CHECK, Story.ANALYST);
        assertThat(story.refusal(Event.CONFIRM, Story.ANALYST)).isEqualTo("guard-refused ground-to-accuse");
        Scene confirmed = Scene.in(State.CONFIRMED).by(Role.MAKER);
        assertThatThrownBy(() -> confirmed.decide(Event.NOTIFY))
                .isInstanceOfSatisfying(
                        Failure.class, e -> assertThat(e.arguments()).containsEntry("why", "ground-to-accuse"));
        assertThat(Story.ofTip().notified().state()).isEqualTo(State.NOTIFIED);
    }

    @Test
    void anAnswerMakesFallAwayWhatWasProposedOrApprovedWithoutIt() {
        for (Story story :
                List.of(Story.of(Kind.MINING).proposed(), Story.of(Kind.MINING).approved())) {
            Act approval = story.act(Event.APPROVE, Story.CHECKER);
            story.then(Event.RESPOND, Story.HOLDER);
            assertThat(story.state()).isEqualTo(State.RESPONDED);
            assertThat(story.file().status())
                    .extracting(Status::measures, Status::maker, Status::checker)
                    .containsExactly("", null, null);
            assertThat(story.refusal(approval)).startsWith("state-refused");
            assertThat(story.refusal(Event.EXECUTE, Story.MAKER)).startsWith("state-refused");
        }
    }

    @Test
    void nothingIsCarriedOutWithoutAnApprovedProposal() {
        assertThat(leadingTo(State.EXECUTED)).containsExactly(Event.EXECUTE);
        assertThat(Transition.of(State.DISPOSITION_APPROVED, Event.EXECUTE)).hasSize(1);
        assertThat(from(Event.EXECUTE)).containsExactly(State.DISPOSITION_APPROVED);
        assertThat(leadingTo(State.DISPOSITION_APPROVED)).containsExactly(Event.APPROVE);
        assertThat(from(Event.APPROVE)).containsExactly(State.DISPOSITION_PROPOSED);
        assertThat(from(Event.PROPOSE)).containsExactlyInAnyOrder(State.RESPONDED, State.OVERDUE);
        assertThat(from(Event.NOTIFY)).containsExactly(State.CONFIRMED);
    }

    private static Set<Event> leadingTo(State state) {
        Set<Event> events = new TreeSet<>();
        Transition.TABLE.stream().filter(row -> row.next() == state).forEach(row -> events.add(row.event()));
        return events;
    }

    private static Set<State> from(Event event) {
        Set<State> states = EnumSet.noneOf(State.class);
        Transition.TABLE.stream().filter(row -> row.event() == event).forEach(row -> states.addAll(row.from()));
        return states;
    }

    @Test
    void whatEndedStaysAsItIsButForARecurrenceAndAnAppeal() {
        for (Transition row : Transition.TABLE) {
            for (State state : row.from()) {
                if (state.isEnd() && row.next() != null) {
                    assertThat(state).isEqualTo(State.CLOSED);
                    assertThat(row.event()).isIn(Event.RECUR, Event.GRANT_APPEAL);
                }
            }
        }
    }

    @Test
    void aCaseOfMiningIsClosedByARetestAlone() {
        Story mining = Story.of(Kind.MINING).executed();
        assertThat(mining.refusal(Event.CLOSE, Story.ANALYST)).isEqualTo("guard-refused of-accounts");
        mining.then(Event.VERIFY, Story.ANALYST).then(Event.QUIET, Story.ANALYST);
        assertThat(mining.state()).isEqualTo(State.CLOSED);
        Story accounts = Story.of(Kind.ACCOUNTS).executed();
        assertThat(accounts.refusal(Event.VERIFY, Story.ANALYST)).isEqualTo("guard-refused of-mining");
        assertThat(accounts.then(Event.CLOSE, Story.ANALYST).state()).isEqualTo(State.CLOSED);
    }

    @Test
    void aDismissedMatterRestsUntilItsExpiry() {
        Story story = Story.of(Kind.MINING).then(Event.CHECK, Story.ANALYST);
        Instant until = story.now().plusSeconds(180 * 86_400L);
        story.then(story.act(Event.DISMISS, Story.ANALYST).with(Detail.REST_UNTIL, until.toString()));
        assertThat(story.file().isResting(until.minusNanos(1))).isTrue();
        assertThat(story.file().isResting(until)).isFalse();
        assertThat(Story.of(Kind.MINING).file().isResting(Story.BEGIN)).isFalse();
    }

    @Test
    void aCaseIsNotMergedWithItself() {
        Story story = Story.of(Kind.MINING);
        assertThat(story.refusal(story.act(Event.MERGE, Story.ANALYST).with(Detail.INTO, Scene.ID)))
                .isEqualTo("guard-refused other-case");
        assertThat(story.then(Event.MERGE, Story.ANALYST).state()).isEqualTo(State.MERGED);
    }

    @Test
    void stepsOnlyFollowInTheirOrder() {
        Story story = Story.of(Kind.MINING).confirmed();
        for (Step step : story.steps) {
            assertThatIllegalArgumentException().isThrownBy(() -> story.file().after(step));
        }
        Step first = story.steps.getFirst();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CaseFile.opened(story.file().head(), story.steps.get(1)));
        assertThat(CaseFile.opened(story.file().head(), first))
                .isEqualTo(Story.of(Kind.MINING).file());
    }
}
