package org.qingyuan.casework.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qingyuan.access.Actor;
import org.qingyuan.access.Role;

/// Ways round due process that somebody could try, and corners in which a case could stay.
class DueProcessTest {
    private static final Actor MAKER_AS_CHECKER = People.person(Role.CHECKER, "zhao", "ma-user");

    private static Story interim() {
        return Story.of(Kind.MINING)
                .then(Event.PROPOSE_INTERIM, Story.MAKER)
                .then(Event.APPROVE_INTERIM, Story.CHECKER);
    }

    @Test
    void anAnswerDoesNotLetMakerOrCheckerDecideOnAnOpenAppeal() {
        Story story = Story.of(Kind.MINING)
                .approved()
                .then(Event.APPEAL, Story.ORGANISATION)
                .then(Event.RESPOND, Story.ORGANISATION);
        assertThat(story.state()).isEqualTo(State.RESPONDED);
        assertThat(story.file().status().measures()).isEmpty();
        assertThat(story.refusal(Event.REFUSE_APPEAL, Story.CHECKER)).isEqualTo("guard-refused not-involved");
        assertThat(story.refusal(Event.REFUSE_APPEAL, MAKER_AS_CHECKER)).isEqualTo("guard-refused not-involved");
        story.then(Event.REFUSE_APPEAL, Story.OTHER_CHECKER);
        assertThat(story.file().status().maker()).isNull();
        assertThat(story.file().status().checker()).isNull();
    }

    @Test
    void aRejectionDoesNotLetTheMakerDecideOnAnOpenAppeal() {
        Story story = Story.of(Kind.MINING).proposed().then(Event.APPEAL, Story.ORGANISATION);
        story.then(Event.REJECT, Story.CHECKER);
        assertThat(story.refusal(Event.REFUSE_APPEAL, MAKER_AS_CHECKER)).isEqualTo("guard-refused not-involved");
    }

    @Test
    void anOpenAppealIsDecidedBeforeARecurrenceIsChecked() {
        Story story = Story.of(Kind.MINING).executed().then(Event.APPEAL, Story.ORGANISATION);
        Act recurrence = story.act(Event.RECUR, Story.ANALYST);
        story.then(recurrence.with(Detail.OCCURRED_AT, story.now().plusNanos(1).toString()));
        assertThat(story.refusal(Event.CHECK, Story.ANALYST)).isEqualTo("guard-refused no-open-appeal");
        story.then(Event.REFUSE_APPEAL, Story.OTHER_CHECKER).then(Event.CHECK, Story.ANALYST);
    }

    /// By the table alone: with an appeal open, wherever the case can go, somebody can still decide on it, unless the
    /// accusation itself was taken back.
    @Test
    void anOpenAppealCanBeDecidedWhereverTheCaseGoes() {
        Set<State> seen = new HashSet<>();
        Deque<State> open = new ArrayDeque<>();
        from(Event.APPEAL).forEach(open::add);
        while (!open.isEmpty()) {
            State state = open.remove();
            if (seen.add(state)) {
                Transition.TABLE.stream()
                        .filter(row -> row.from().contains(state) && row.next() != null)
                        .filter(row -> !row.guards().contains(Guard.NO_OPEN_APPEAL))
                        .filter(row -> row.event() != Event.GRANT_APPEAL)
                        .forEach(row -> open.add(row.after(state)));
            }
        }
        seen.remove(State.DISMISSED);
        seen.remove(State.WITHDRAWN);
        assertThat(from(Event.GRANT_APPEAL)).containsAll(seen);
        assertThat(from(Event.REFUSE_APPEAL)).containsAll(seen);
    }

    private static Set<State> from(Event event) {
        Set<State> states = new HashSet<>();
        Transition.TABLE.stream().filter(row -> row.event() == event).forEach(row -> states.addAll(row.from()));
        return states;
    }

    @Test
    void aSecondInterimMeasureDoesNotFollowOneThatLapsed() {
        Story story = interim();
        story.at(story.now().plusSeconds(86_400)).then(Event.LAPSE_INTERIM, Actor.CLOCK);
        assertThat(story.refusal(Event.PROPOSE_INTERIM, Story.MAKER)).isEqualTo("guard-refused no-interim");
    }

    @Test
    void aSecondInterimMeasureDoesNotFollowOneThatWasLifted() {
        Story story = interim().then(Event.LIFT_INTERIM, Story.ANALYST);
        assertThat(story.refusal(Event.PROPOSE_INTERIM, Story.MAKER)).isEqualTo("guard-refused no-interim");
    }

    @Test
    void anInterimMeasureThatWasRefusedMayBeProposedBetter() {
        Story story = Story.of(Kind.MINING)
                .then(Event.PROPOSE_INTERIM, Story.MAKER)
                .then(Event.REJECT_INTERIM, Story.CHECKER)
                .then(Event.PROPOSE_INTERIM, Story.MAKER);
        assertThat(story.file().status().interim().phase()).isEqualTo(Interim.Phase.PROPOSED);
    }

    @Test
    void whatComesBackMayBeStoppedForSomeDaysAgain() {
        Story story = interim().then(Event.LIFT_INTERIM, Story.ANALYST).executed();
        Act recurrence = story.act(Event.RECUR, Story.ANALYST);
        story.then(recurrence.with(Detail.OCCURRED_AT, story.now().plusNanos(1).toString()))
                .then(Event.PROPOSE_INTERIM, Story.MAKER);
        assertThat(story.file().status().interim().phase()).isEqualTo(Interim.Phase.PROPOSED);
    }

    @ParameterizedTest
    @CsvSource({
        "'', false",
        "PT0S, false",
        "-PT1S, false",
        "PT0.000000001S, true",
        "P8D, true",
        "P8DT0.000000001S, false"
    })
    void anInterimMeasureEndsWithinSevenDaysAfterTheFirst(String length, boolean isTaken) {
        Story story = Story.of(Kind.MINING).then(Event.PROPOSE_INTERIM, Story.MAKER);
        String until = length.isEmpty()
                ? " "
                : story.now().plus(Duration.parse(length)).toString();
        Act approval = story.act(Event.APPROVE_INTERIM, Story.CHECKER).with(Detail.UNTIL, until);
        if (isTaken) {
            assertThat(story.then(approval).file().status().interim().until()).hasToString(until);
        } else {
            assertThat(story.refusal(approval)).isEqualTo("guard-refused end-named");
        }
    }

    @Test
    void whatAPartySendsAlongChangesNothingElse() {
        for (Actor party : List.of(Story.ORGANISATION, Story.HOLDER)) {
            Story story = Story.of(Kind.MINING).notified();
            CaseFile before = story.file();
            story.then(smuggling(story.act(Event.FILE, party)));
            assertThat(story.file().head()).isEqualTo(before.head());
            assertThat(story.file().status())
                    .extracting(Status::dueAt, Status::assignee, Status::opening, Status::isTip, Status::policy)
                    .containsExactly(
                            before.status().dueAt(),
                            "",
                            1L,
                            false,
                            before.status().policy());
        }
    }

    private static Act smuggling(Act act) {
        return act.with(Detail.DUE, "2099-01-01T00:00:00Z")
                .with(Detail.ORGANISATION, "another")
                .with(Detail.ORGANISATION_NAME, "another")
                .with(Detail.AREA, "650000")
                .with(Detail.OPENING, "7")
                .with(Detail.TIP, "x")
                .with(Detail.INCOMPLETE, "true")
                .with(Detail.ASSIGNEE, "me")
                .with(Detail.POLICY, "own@1");
    }

    @Test
    void nobodyMakesAGroundToAccuseByFilingOne() {
        Story story = Story.ofAttempts().then(Event.CHECK, Story.ANALYST);
        story.then(story.act(Event.ASSIGN, Story.MAKER).with(Detail.OPENING, "5"));
        story.then(story.act(Event.FILE, Story.ANALYST).with(Detail.TIP, "x").with(Detail.OPENING, "5"));
        assertThat(story.refusal(Event.CONFIRM, Story.ANALYST)).isEqualTo("guard-refused ground-to-accuse");
    }

    @Test
    void aCaseOnlyMovesToAnotherOrganisationWhereOneWasLearned() {
        Story story = Story.of(Kind.MINING);
        story.then(story.act(Event.ASSIGN, Story.MAKER).with(Detail.ORGANISATION, "another"));
        assertThat(story.file().head().place()).isEqualTo(People.PLACE);
        story.then(story.act(Event.LEARN_ORGANISATION, Story.ANALYST)
                .with(Detail.ORGANISATION, "another")
                .with(Detail.AREA, "320506"));
        assertThat(story.file().head().place().organisation()).isEqualTo("another");
        assertThat(story.refusal(Event.RESPOND, Story.ORGANISATION)).isEqualTo("case-unknown");
    }
}
