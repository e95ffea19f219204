package org.qingyuan.casework.cases;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qingyuan.access.Actor;
import org.qingyuan.access.Place;
import org.qingyuan.access.Role;
import org.qingyuan.finding.Subject;

/// A case in any condition, and what somebody asks of it. Every part can be set; as it begins, nothing was found that
/// opens a case, nobody was told anything, and the step says nothing.
final class Scene {
    static final String ID = "00112233445566aa";
    static final Instant AT = Instant.parse("2026-03-10T02:00:00Z");
    static final Instant BEFORE = AT.minusNanos(1);
    static final Instant AFTER = AT.plusNanos(1);

    Kind kind = Kind.MINING;
    Place place = People.PLACE;
    State state = State.SUSPECTED;
    long version = 7;
    long opening;
    boolean isTip;
    boolean isAnswered;
    String asked = "";
    boolean isAppealed;
    Interim interim = Interim.NONE;

    @Nullable
    Actor maker;

    @Nullable
    Actor checker;

    @Nullable
    Instant dueAt;

    @Nullable
    Instant notifiedAt;

    @Nullable
    Instant executedAt;

    Actor actor = People.person(Role.ANALYST, "an");
    String reason = "";
    final Map<String, String> details = new LinkedHashMap<>();

    static Scene in(State state) {
        Scene scene = new Scene();
        scene.state = state;
        return scene;
    }

    Scene by(Actor who) {
        actor = who;
        return this;
    }

    Scene by(Role role) {
        return by(People.person(role, "one"));
    }

    Scene because(String why) {
        reason = why;
        return this;
    }

    Scene with(Detail detail, String value) {
        details.put(detail.word(), value);
        return this;
    }

    Scene with(Detail detail, Instant value) {
        return with(detail, value.toString());
    }

    CaseFile file() {
        return new CaseFile(
                new Head(
                        ID,
                        "spring",
                        kind,
                        "",
                        "mining/10.20.3.7",
                        new Subject("address", "10.20.3.7"),
                        place,
                        "Suyu",
                        "government",
                        AT.minusSeconds(3600)),
                status());
    }

    private Status status() {
        return new Status(
                state,
                version,
                "cn-mining-2021@1",
                dueAt,
                "",
                opening,
                isTip,
                false,
                isAnswered,
                asked,
                isAppealed,
                interim,
                maker == null ? "" : "seal",
                maker,
                checker,
                notifiedAt,
                executedAt,
                null,
                "");
    }

    Step step(Event event) {
        return new Step(ID, version + 1, event, state, actor, AT, "cn-mining-2021@1", reason, List.of(), details);
    }

    /// What four eyes say to it.
    Step decide(Event event) {
        return new CaseFlow(false).decide(file(), step(event));
    }
}
