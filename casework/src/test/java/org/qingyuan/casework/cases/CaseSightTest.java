package org.qingyuan.casework.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.qingyuan.access.Actor;
import org.qingyuan.access.Role;
import org.qingyuan.access.Scope;
import org.qingyuan.access.Way;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;

/// Who sees a case, and who only looks.
class CaseSightTest {
    private static Actor seer(Role role, String scope) {
        return new Actor(role, "xu", new Scope(scope), new Way(Way.Kind.USER, "xu"));
    }

    private static ErrorCode codeOf(Scene scene, Event event) {
        try {
            scene.decide(event);
        } catch (Failure e) {
            return e.code();
        }
        throw new AssertionError(scene.state + " " + event + " happened");
    }

    @ParameterizedTest
    @EnumSource
    void anAuditorChangesNothing(State state) {
        for (Event event : Event.values()) {
            for (Transition row : Transition.TABLE) {
                Scene scene = Scenes.allowed(row, state, Role.AUDITOR);
                assertThat(codeOf(scene, event))
                        .as(state + " " + event)
                        .isIn(ErrorCode.STATE_REFUSED, ErrorCode.ROLE_REFUSED);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoIsNoPartyIsToldThatThereIsNoSuchCase(State state) {
        List<Actor> strangers = List.of(
                seer(Role.ORGANISATION, "another"),
                seer(Role.ORGANISATION, People.PLACE.area()),
                seer(Role.ORGANISATION, ""),
                seer(Role.ORGANISATION, People.HOLDER),
                seer(Role.HOLDER, "C2"),
                seer(Role.HOLDER, "C"),
                seer(Role.HOLDER, People.ORGANISATION),
                seer(Role.CHECKER, "320600"),
                seer(Role.ANALYST, "320506"));
        for (Event event : Event.values()) {
            for (Actor stranger : strangers) {
                Scene scene = Scene.in(state).by(stranger);
                assertThat(codeOf(scene, event))
                        .as(state + " " + event + " " + stranger.text())
                        .isEqualTo(ErrorCode.CASE_UNKNOWN);
            }
        }
    }

    @Test
    void aPartyOnlySpeaks() {
        Set<Event> party = new TreeSet<>();
        for (Transition row : Transition.TABLE) {
            if (row.roles().contains(Role.HOLDER) || row.roles().contains(Role.ORGANISATION)) {
                party.add(row.event());
            }
        }
        assertThat(party).containsExactly(Event.FILE, Event.RESPOND, Event.APPEAL);
    }
}
