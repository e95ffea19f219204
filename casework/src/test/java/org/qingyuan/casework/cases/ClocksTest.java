package org.qingyuan.casework.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.qingyuan.access.Actor;
import org.qingyuan.casework.MemoryStore;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;
import org.qingyuan.policy.CaseRules;
import org.qingyuan.policy.Channel;
import org.qingyuan.policy.DayCount;
import org.qingyuan.policy.Holidays;
import org.qingyuan.policy.NoticeTerms;

class ClocksTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /// 2026 with New Year's Day and 16 to 20 February off, and Saturday 14 February a workday.
    private static final Holidays YEAR = Holidays.of(
            2026,
            2026,
            Set.of(
                    LocalDate.of(2026, 1, 1),
                    LocalDate.of(2026, 2, 16),
                    LocalDate.of(2026, 2, 17),
                    LocalDate.of(2026, 2, 18),
                    LocalDate.of(2026, 2, 19),
                    LocalDate.of(2026, 2, 20)),
            Set.of(LocalDate.of(2026, 2, 14)));

    private final MemoryStore store = new MemoryStore(false);

    private static CaseRules rules(DayCount counting) {
        NoticeTerms terms = new NoticeTerms(5, 30, 15, counting, List.of(4, 3, 1), List.of(Channel.UNIT_LETTER));
        return new CaseRules(
                "mining", List.of(), List.of(), terms, 5, 180, 7, 30, 10, 6, 8, List.of(), Map.of(), Map.of(),
                List.of(), YEAR);
    }

    private static Clocks clocks(ZoneId zone) {
        return new Clocks(rules(DayCount.CALENDAR), zone);
    }

    private static Instant instant(String text) {
        return Instant.parse(text);
    }

    private List<String> deadlines() {
        return store.read(reader -> reader.due(Instant.MAX, 100)).stream()
                .map(each -> each.purpose() + " " + each.ordinal() + " " + each.at())
                .toList();
    }

    private static Scene notified(Instant told, Instant due) {
        Scene scene = Scene.in(State.NOTIFIED);
        scene.notifiedAt = told;
        scene.dueAt = due;
        return scene;
    }

    private void set(Clocks clocks, Scene before, Scene after, String at) {
        store.write(writer -> {
            clocks.set(writer, before.file(), after.file(), instant(at));
            return true;
        });
    }

    @ParameterizedTest
    @CsvSource({
        // the day of the start is not counted, and the last one ends with its midnight
        "2026-03-01T02:00:00Z, 15, 2026-03-16T16:00:00Z",
        // one nanosecond before midnight, and at midnight
        "2026-03-01T15:59:59.999999999Z, 1, 2026-03-02T16:00:00Z",
        "2026-03-01T16:00:00Z, 1, 2026-03-03T16:00:00Z",
        // year end
        "2026-12-20T02:00:00Z, 15, 2027-01-04T16:00:00Z",
        "2026-12-31T15:59:59Z, 1, 2027-01-01T16:00:00Z",
        // leap day and none
        "2028-02-14T02:00:00Z, 15, 2028-02-29T16:00:00Z",
        "2027-02-14T02:00:00Z, 15, 2027-03-01T16:00:00Z",
        "2028-02-29T02:00:00Z, 365, 2029-02-28T16:00:00Z",
        "2100-02-14T02:00:00Z, 15, 2100-03-01T16:00:00Z",
        // ends of months
        "2026-01-31T02:00:00Z, 30, 2026-03-02T16:00:00Z",
        "2026-04-30T02:00:00Z, 1, 2026-05-01T16:00:00Z",
        "2026-04-30T02:00:00Z, 0, 2026-04-30T16:00:00Z"
    })
    void aPeriodEndsWithItsLastDay(String from, int days, String end) {
        assertThat(clocks(SHANGHAI).end(instant(from), days, DayCount.CALENDAR)).isEqualTo(instant(end));
    }

    @ParameterizedTest
    @CsvSource({
        // the clocks go forward on 29 March 2026 and back on 25 October
        "2026-03-28T12:00:00Z, 1, 2026-03-29T22:00:00Z",
        "2026-03-27T12:00:00Z, 1, 2026-03-28T23:00:00Z",
        "2026-10-24T12:00:00Z, 1, 2026-10-25T23:00:00Z",
        "2026-10-23T12:00:00Z, 1, 2026-10-24T22:00:00Z",
        "2026-03-28T22:59:59Z, 0, 2026-03-28T23:00:00Z",
        "2026-03-28T23:00:00Z, 0, 2026-03-29T22:00:00Z"
    })
    void aDayHasTheHoursThatItsZoneGivesIt(String from, int days, String end) {
        assertThat(clocks(BERLIN).end(instant(from), days, DayCount.CALENDAR)).isEqualTo(instant(end));
    }

    @Test
    void aDayWithoutMidnightEndsWithTheFirstInstantOfTheNext() {
        Clocks clocks = clocks(ZoneId.of("America/Sao_Paulo"));
        assertThat(clocks.endOf(LocalDate.of(2018, 11, 3))).isEqualTo(instant("2018-11-04T03:00:00Z"));
    }

    @Test
    void aDayIsThatOfTheZoneAndNotOfTheMachine() {
        Instant late = instant("2026-02-28T20:00:00Z");
        assertThat(clocks(SHANGHAI).day(late)).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(clocks(ZoneOffset.UTC).day(late)).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(clocks(ZoneId.of("Pacific/Kiritimati")).end(late, 1, DayCount.CALENDAR))
                .isEqualTo(instant("2026-03-02T10:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        // over a weekend, the holiday, and the Saturday that is a workday
        "2026-03-06T02:00:00Z, 1, 2026-03-09T16:00:00Z",
        "2026-02-12T02:00:00Z, 2, 2026-02-14T16:00:00Z",
        "2026-02-12T02:00:00Z, 3, 2026-02-23T16:00:00Z",
        "2026-02-18T02:00:00Z, 1, 2026-02-23T16:00:00Z"
    })
    void workingDaysLeaveOutTheHolidays(String from, int days, String end) {
        assertThat(clocks(SHANGHAI).end(instant(from), days, DayCount.WORKING)).isEqualTo(instant(end));
    }

    @Test
    void workingDaysOfAYearThatIsNotKnownAreNotGuessed() {
        Clocks working = new Clocks(rules(DayCount.WORKING), SHANGHAI);
        assertThat(working.end(instant("2026-12-30T02:00:00Z"), 1, DayCount.WORKING))
                .isEqualTo(instant("2026-12-31T16:00:00Z"));
        assertThatThrownBy(() -> working.end(instant("2026-12-30T02:00:00Z"), 2, DayCount.WORKING))
                .isInstanceOfSatisfying(Failure.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DAY_NOT_COVERED));
        assertThat(working.end(instant("2026-12-30T02:00:00Z"), 2, DayCount.CALENDAR))
                .isEqualTo(instant("2027-01-01T16:00:00Z"));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsOpenIsDueButForTheNoticeThatNamesItsOwnEnd(State state) {
        Instant due = clocks(SHANGHAI).due(state, instant("2026-03-01T02:00:00Z"));
        assertThat(due).isEqualTo(expected(state));
    }

    private static @Nullable Instant expected(State state) {
        return switch (state) {
            case SUSPECTED, UNDER_CHECK, RECURRED -> instant("2026-03-11T16:00:00Z");
            case CONFIRMED, RESPONDED, OVERDUE, DISPOSITION_PROPOSED -> instant("2026-03-07T16:00:00Z");
            case DISPOSITION_APPROVED, EXECUTED -> instant("2026-03-09T16:00:00Z");
            case VERIFYING -> instant("2026-03-31T16:00:00Z");
            case NOTIFIED, DISMISSED, CLOSED, WITHDRAWN, MERGED -> null;
        };
    }

    @Test
    void remindersGoOutOnTheMorningsBeforeTheEnd() {
        Instant told = instant("2026-03-01T02:00:00Z");
        set(
                clocks(SHANGHAI),
                Scene.in(State.CONFIRMED),
                notified(told, instant("2026-03-16T16:00:00Z")),
                "2026-03-01T02:00:00Z");
        assertThat(deadlines())
                .containsExactly(
                        "REMIND 0 2026-03-11T16:00:00Z",
                        "REMIND 1 2026-03-12T16:00:00Z",
                        "REMIND 2 2026-03-14T16:00:00Z",
                        "LAPSE 0 2026-03-16T16:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        // told at the very morning of the second reminder, and just before it
        "2026-03-12T16:00:00Z, 2",
        "2026-03-12T15:59:59.999999999Z, 3",
        "2026-03-14T16:00:00Z, 1",
        "2026-03-16T15:00:00Z, 1"
    })
    void noReminderComesBeforeTheNotice(String told, int left) {
        set(
                clocks(SHANGHAI),
                Scene.in(State.CONFIRMED),
                notified(instant(told), instant("2026-03-16T16:00:00Z")),
                told);
        assertThat(deadlines()).hasSize(left).last().isEqualTo("LAPSE 0 2026-03-16T16:00:00Z");
    }

    @Test
    void anAnswerStopsTheRemindersAndTheLapse() {
        Scene told = notified(instant("2026-03-01T02:00:00Z"), instant("2026-03-16T16:00:00Z"));
        set(clocks(SHANGHAI), Scene.in(State.CONFIRMED), told, "2026-03-01T02:00:00Z");
        Scene answered = Scene.in(State.RESPONDED);
        answered.dueAt = instant("2026-03-09T16:00:00Z");
        set(clocks(SHANGHAI), told, answered, "2026-03-03T02:00:00Z");
        assertThat(deadlines()).containsExactly("ESCALATE 0 2026-03-09T16:00:00Z");
    }

    @Test
    void moreTimeMovesTheLapseAndTheRemindersThatAreStillToCome() {
        Scene told = notified(instant("2026-03-01T02:00:00Z"), instant("2026-03-16T16:00:00Z"));
        set(clocks(SHANGHAI), Scene.in(State.CONFIRMED), told, "2026-03-01T02:00:00Z");
        Scene longer = notified(instant("2026-03-01T02:00:00Z"), instant("2026-03-18T16:00:00Z"));
        set(clocks(SHANGHAI), told, longer, "2026-03-14T02:00:00Z");
        assertThat(deadlines())
                .containsExactly(
                        "REMIND 1 2026-03-14T16:00:00Z",
                        "REMIND 2 2026-03-16T16:00:00Z",
                        "LAPSE 0 2026-03-18T16:00:00Z");
    }

    @Test
    void silenceIsEscalatedSomeDaysAfterTheEndOfTheNotice() {
        Scene told = notified(instant("2026-03-01T02:00:00Z"), instant("2026-03-16T16:00:00Z"));
        Scene overdue = Scene.in(State.OVERDUE);
        overdue.notifiedAt = told.notifiedAt;
        overdue.dueAt = clocks(SHANGHAI).due(State.OVERDUE, instant("2026-03-16T16:00:00Z"));
        set(clocks(SHANGHAI), told, overdue, "2026-03-16T16:00:00Z");
        assertThat(deadlines()).containsExactly("ESCALATE 0 2026-03-21T16:00:00Z");
    }

    @Test
    void whatEndedIsNeverDueAgain() {
        Scene open = Scene.in(State.UNDER_CHECK);
        open.dueAt = instant("2026-03-11T16:00:00Z");
        set(clocks(SHANGHAI), Scene.in(State.SUSPECTED), open, "2026-03-01T02:00:00Z");
        assertThat(deadlines()).hasSize(1);
        set(clocks(SHANGHAI), open, Scene.in(State.DISMISSED), "2026-03-02T02:00:00Z");
        assertThat(deadlines()).isEmpty();
    }

    @Test
    void anInterimMeasureLapsesByItselfUnlessItIsLifted() {
        Scene before = Scene.in(State.SUSPECTED);
        Scene inForce = Scene.in(State.SUSPECTED);
        inForce.interim = new Interim(Interim.Phase.IN_FORCE, "isolate", Story.MAKER, instant("2026-03-08T16:00:00Z"));
        set(clocks(SHANGHAI), before, inForce, "2026-03-01T02:00:00Z");
        assertThat(deadlines()).containsExactly("LAPSE_INTERIM 0 2026-03-08T16:00:00Z");
        set(clocks(SHANGHAI), inForce, before, "2026-03-02T02:00:00Z");
        assertThat(deadlines()).isEmpty();
    }

    @Test
    void aClockThatGoesBackBringsNothingForward() {
        Instant due = instant("2026-03-16T16:00:00Z");
        Scene told = notified(instant("2026-03-01T02:00:00Z"), due);
        set(clocks(SHANGHAI), Scene.in(State.CONFIRMED), told, "2026-03-01T02:00:00Z");
        Instant back = instant("2026-02-01T00:00:00Z");
        assertThat(store.<List<Deadline>>read(reader -> reader.due(back, 100))).isEmpty();
        assertThat(store.<List<Deadline>>read(reader -> reader.due(due.minusNanos(1), 100)))
                .extracting(Deadline::purpose)
                .containsOnly(Deadline.Purpose.REMIND);
        Story story = Story.of(Kind.MINING).notified();
        assertThat(story.at(Story.BEGIN.minusSeconds(1)).refusal(Event.LAPSE, Actor.CLOCK))
                .isEqualTo("guard-refused deadline-passed");
    }
}
