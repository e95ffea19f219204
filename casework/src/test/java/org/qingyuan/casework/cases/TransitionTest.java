package org.qingyuan.casework.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.qingyuan.access.Place;
import org.qingyuan.access.Role;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;

/// Every cell of role, state and event, and every guard of every row, broken alone.
class TransitionTest {
    static List<Transition> rows() {
        return Transition.TABLE;
    }

    /// What a failure says: its code and why.
    private static String answer(Scene scene, Event event) {
        try {
            return scene.decide(event).state().word();
        } catch (Failure e) {
            return e.code().word() + " " + e.arguments().get("why");
        }
    }

    private static String refused(ErrorCode code, String why) {
        return code.word() + " " + why;
    }

    @ParameterizedTest
    @EnumSource
    void everyCellAnswersAsItsRowsSay(State state) {
        for (Event event : Event.values()) {
            List<Transition> rows = Transition.TABLE.stream()
                    .filter(row -> row.event() == event && row.from().contains(state))
                    .toList();
            for (Role role : Role.values()) {
                assertCell(state, event, role, rows);
            }
        }
    }

    private static void assertCell(State state, Event event, Role role, List<Transition> rows) {
        String cell = state + " " + event + " " + role;
        if (rows.isEmpty()) {
            assertThat(answer(Scene.in(state).by(role), event))
                    .as(cell)
                    .isEqualTo(refused(ErrorCode.STATE_REFUSED, state.word()));
            return;
        }
        List<Transition> own =
                rows.stream().filter(row -> row.roles().contains(role)).toList();
        if (own.isEmpty()) {
            rows.forEach(row -> assertThat(answer(Scenes.allowed(row, state, role), event))
                    .as(cell)
                    .isEqualTo(refused(ErrorCode.ROLE_REFUSED, role.word())));
        }
        for (Transition row : own) {
            State next = row.next();
            assertThat(answer(Scenes.allowed(row, state, role), event))
                    .as(cell)
                    .isEqualTo((next == null ? state : next).word());
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aGuardThatIsBrokenAloneIsNamed(Transition row) {
        for (State state : row.from()) {
            for (Role role : row.roles()) {
                row.guards().stream()
                        .filter(guard -> !tellsRowsApart(guard))
                        .forEach(guard -> assertRefuses(row, state, role, guard));
            }
        }
    }

    private static void assertRefuses(Transition row, State state, Role role, Guard guard) {
        Scene scene = Scenes.allowed(row, state, role);
        Scenes.spoil(guard, scene);
        assertThat(answer(scene, row.event()))
                .as(state + " " + row.event() + " " + role + " without " + guard)
                .isEqualTo(refused(ErrorCode.GUARD_REFUSED, guard.word()));
    }

    /// Of these one holds always, and says which of two rows it is.
    private static boolean tellsRowsApart(Guard guard) {
        return guard == Guard.ANSWERED || guard == Guard.NOT_ANSWERED;
    }

    @Test
    void whatIsRefusedGoesBackToWhereItCameFrom() {
        Scene scene = Scene.in(State.DISPOSITION_PROPOSED).by(Role.CHECKER).because("too much");
        scene.isAnswered = true;
        assertThat(answer(scene, Event.REJECT)).isEqualTo("responded");
        scene.isAnswered = false;
        assertThat(answer(scene, Event.REJECT)).isEqualTo("overdue");
    }

    @Test
    void noTwoRowsHoldAtOnce() {
        for (State state : State.values()) {
            for (Event event : Event.values()) {
                List<Transition> rows = Transition.of(state, event);
                assertThat(rows.size() == 1 || rows.stream().allMatch(TransitionTest::isOneOfTwo) || rows.isEmpty())
                        .as(state + " " + event)
                        .isTrue();
            }
        }
    }

    private static boolean isOneOfTwo(Transition row) {
        return row.guards().stream().anyMatch(TransitionTest::tellsRowsApart);
    }

    @Test
    void everyGuardIsUsedAndEveryEventButOpeningHasARow() {
        assertThat(Transition.TABLE.stream().flatMap(row -> row.guards().stream()))
                .contains(Guard.values());
        assertThat(Stream.of(Event.values()).filter(event -> event != Event.OPEN))
                .allMatch(event -> Transition.TABLE.stream().anyMatch(row -> row.event() == event));
        assertThat(Arrays.stream(State.values())
                        .filter(state -> Transition.of(state, Event.OPEN).isEmpty()))
                .hasSize(State.values().length);
    }

    @Test
    void whoDoesNotSeeTheCaseLearnsNothingOfItsState() {
        Scene scene = Scene.in(State.CLOSED).by(Role.ORGANISATION);
        scene.place = new Place("320505", "another", "C2");
        assertThatThrownBy(() -> scene.decide(Event.RESPOND)).isInstanceOfSatisfying(Failure.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.CASE_UNKNOWN);
            assertThat(e.arguments()).doesNotContainKey("why");
        });
    }
}
