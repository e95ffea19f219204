package org.qingyuan.casework.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.qingyuan.access.Actor;
import org.qingyuan.access.Place;
import org.qingyuan.access.Role;

/// What makes a guard hold, and what breaks it and no other: the border of each comparison, and one past it.
final class Scenes {
    private static final Actor OTHER = People.person(Role.MAKER, "other");
    private static final Instant EARLIER = Scene.AT.minusSeconds(60);

    /// The last at which an interim measure that begins now may end.
    private static final Instant LAST_END = Scene.AT.plusSeconds(8 * 86_400L);

    private Scenes() {}

    /// A scene in which every guard of the row holds.
    static Scene allowed(Transition row, State state, Role role) {
        Scene scene = Scene.in(state).by(role);
        row.guards().forEach(guard -> fulfil(guard, scene));
        return scene;
    }

    static void fulfil(Guard guard, Scene scene) {
        switch (guard) {
            case REASON_GIVEN -> scene.reason = "seen on the spot";
            case GROUND_TO_ACCUSE -> scene.opening = 1;
            case ADDRESSEE_KNOWN -> scene.place = People.PLACE;
            case MEASURES_NAMED -> scene.with(Detail.MEASURES, "seal");
            case NO_OPEN_APPEAL -> scene.isAppealed = false;
            case APPEAL_OPEN -> scene.isAppealed = true;
            case ANSWERED -> scene.isAnswered = true;
            case NOT_ANSWERED -> scene.isAnswered = false;
            case REQUEST_OPEN -> scene.asked = "close";
            case REQUEST_ANSWERED -> {
                scene.asked = "seal";
                scene.with(Detail.MEASURES, "seal");
            }
            case DEADLINE_PASSED -> scene.dueAt = Scene.AT;
            case VERSION_SEEN -> scene.with(Detail.SEEN, Long.toString(scene.version));
            case NOT_OWN_PROPOSAL -> scene.maker = OTHER;
            case NOT_OWN_INTERIM -> scene.interim = new Interim(scene.interim.phase(), "isolate", OTHER, null);
            case NOT_INVOLVED -> {
                scene.maker = OTHER;
                scene.checker = People.person(Role.CHECKER, "another");
            }
            case NO_INTERIM -> scene.interim = Interim.NONE;
            case INTERIM_PROPOSED -> scene.interim = interim(Interim.Phase.PROPOSED, null);
            case INTERIM_IN_FORCE -> scene.interim = interim(Interim.Phase.IN_FORCE, Scene.AFTER);
            case INTERIM_OVER -> scene.interim = interim(Interim.Phase.IN_FORCE, Scene.AT);
            case END_NAMED -> scene.with(Detail.UNTIL, LAST_END);
            case AFTER_EXECUTION -> {
                scene.executedAt = EARLIER;
                scene.with(Detail.OCCURRED_AT, EARLIER.plusNanos(1));
            }
            case AFTER_NOTICE -> {
                scene.notifiedAt = EARLIER;
                scene.with(Detail.OCCURRED_AT, EARLIER.plusNanos(1));
            }
            case OF_ACCOUNTS -> scene.kind = Kind.ACCOUNTS;
            case OF_MINING -> scene.kind = Kind.MINING;
            case OTHER_CASE -> scene.with(Detail.INTO, "ffeeddccbbaa9988");
        }
    }

    static void spoil(Guard guard, Scene scene) {
        switch (guard) {
            case REASON_GIVEN -> scene.reason = " \t\n";
            case GROUND_TO_ACCUSE -> scene.opening = 0;
            case ADDRESSEE_KNOWN -> scene.place = new Place("320505", "", "");
            case MEASURES_NAMED -> scene.with(Detail.MEASURES, " ");
            case NO_OPEN_APPEAL -> scene.isAppealed = true;
            case APPEAL_OPEN -> scene.isAppealed = false;
            case ANSWERED -> scene.isAnswered = false;
            case NOT_ANSWERED -> scene.isAnswered = true;
            case REQUEST_OPEN -> scene.asked = "";
            case REQUEST_ANSWERED -> scene.asked = "close";
            case DEADLINE_PASSED -> scene.dueAt = Scene.AFTER;
            case VERSION_SEEN -> scene.with(Detail.SEEN, Long.toString(scene.version - 1));
            case NOT_OWN_PROPOSAL -> scene.maker = People.person(Role.MAKER, "one", "elsewhere");
            case NOT_OWN_INTERIM ->
                scene.interim = new Interim(scene.interim.phase(), "isolate", sameUser(scene.actor), null);
            case NOT_INVOLVED -> scene.checker = sameUser(scene.actor);
            case NO_INTERIM, INTERIM_IN_FORCE -> scene.interim = interim(Interim.Phase.PROPOSED, null);
            case INTERIM_PROPOSED -> scene.interim = Interim.NONE;
            case INTERIM_OVER -> scene.interim = interim(Interim.Phase.IN_FORCE, Scene.AFTER);
            case END_NAMED -> scene.with(Detail.UNTIL, LAST_END.plusNanos(1));
            case AFTER_EXECUTION, AFTER_NOTICE -> scene.with(Detail.OCCURRED_AT, EARLIER);
            case OF_ACCOUNTS -> scene.kind = Kind.MINING;
            case OF_MINING -> scene.kind = Kind.ACCOUNTS;
            case OTHER_CASE -> scene.with(Detail.INTO, Scene.ID);
        }
    }

    private static Actor sameUser(Actor actor) {
        return new Actor(Role.MAKER, "somebody", actor.scope(), actor.way());
    }

    private static Interim interim(Interim.Phase phase, @Nullable Instant until) {
        return new Interim(phase, "isolate", OTHER, until);
    }
}
