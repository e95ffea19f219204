package org.qingyuan.casework.cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qingyuan.access.Actor;
import org.qingyuan.access.Place;
import org.qingyuan.access.Role;
import org.qingyuan.access.Scope;
import org.qingyuan.access.Way;
import org.qingyuan.finding.Subject;

class CaseTextTest {
    private static final Instant AT = Instant.parse("2026-03-10T02:00:00.000000001Z");

    static Iterable<String> texts() {
        return HostileText.ALL;
    }

    private static Actor actor(String text) {
        return new Actor(Role.MAKER, text, new Scope(text), new Way(Way.Kind.TOKEN, text));
    }

    private static Step step(String text) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put(Detail.TIP.word(), text);
        details.put(Detail.ASSIGNEE.word(), text + "x");
        return new Step(
                text, 3, Event.OPEN, State.SUSPECTED, actor(text), AT, text, text, List.of("sha256:0", "f1"), details);
    }

    private static CaseFile file(String text) {
        return new CaseFile(
                new Head(
                        text,
                        text,
                        Kind.ACCOUNTS,
                        text,
                        text,
                        new Subject(text, text),
                        new Place(text, text, text),
                        text,
                        text,
                        AT),
                new Status(
                        State.DISMISSED,
                        Long.MAX_VALUE,
                        text,
                        AT,
                        text,
                        12,
                        true,
                        true,
                        true,
                        text,
                        true,
                        new Interim(Interim.Phase.IN_FORCE, text, actor(text), AT),
                        text,
                        actor(text),
                        actor(text),
                        AT,
                        AT,
                        AT,
                        text));
    }

    private static byte[] without(byte[] bytes, String name) {
        StringBuilder left = new StringBuilder();
        new String(bytes, UTF_8)
                .lines()
                .filter(line -> !line.startsWith(name + "="))
                .forEach(line -> left.append(line).append('\n'));
        return left.toString().getBytes(UTF_8);
    }

    private static byte[] with(byte[] bytes, String name, String value) {
        return (new String(without(bytes, name), UTF_8) + name + "=" + value + "\n").getBytes(UTF_8);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void givesAStepAsItWasWritten(String text) {
        Step step = step(text);
        Step read = CaseText.step(CaseText.write(step));
        assertThat(read).isEqualTo(step);
        assertThat(read.details()).containsExactlyEntriesOf(step.details());
        assertThat(CaseText.write(read)).isEqualTo(CaseText.write(step));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void givesACaseAsItWasWritten(String text) {
        CaseFile file = file(text);
        assertThat(CaseText.file(CaseText.write(file))).isEqualTo(file);
    }

    @Test
    void givesWhatIsAbsentAsAbsent() {
        CaseFile opened = Story.ofAttempts().file();
        assertThat(CaseText.file(CaseText.write(opened))).isEqualTo(opened);
        assertThat(opened.status().maker()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void knowsEveryEventByItsWord(Event event) {
        assertThat(Event.of(event.word())).isEqualTo(event);
        Step step = new Step("c", 1, event, State.CLOSED, Actor.CLOCK, AT, "", "", List.of(), Map.of());
        assertThat(CaseText.step(CaseText.write(step))).isEqualTo(step);
    }

    @ParameterizedTest
    @EnumSource
    void knowsEveryStateByItsWord(State state) {
        assertThat(State.of(state.word())).isEqualTo(state);
        CaseFile file = Scene.in(state).file();
        assertThat(CaseText.file(CaseText.write(file))).isEqualTo(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"version", "event", "state", "actor", "actor.way", "at"})
    void refusesAStepInWhichSomethingIsMissing(String name) {
        byte[] bytes = CaseText.write(step("x"));
        assertThatIllegalArgumentException().isThrownBy(() -> CaseText.step(without(bytes, name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind", "openedAt", "state", "version", "opening", "interim", "maker.way", "checker.way"})
    void refusesACaseInWhichSomethingIsMissing(String name) {
        byte[] bytes = CaseText.write(file("x"));
        assertThatIllegalArgumentException().isThrownBy(() -> CaseText.file(without(bytes, name)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version:one",
                "version:",
                "version:9223372036854775808",
                "event:explode",
                "state:open",
                "actor:BOSS",
                "actor.way:DOOR",
                "at:yesterday",
                "at:2026-02-30T00:00:00Z",
                "evidence: f1",
                "evidence:f1 ",
                "evidence:f1  f2"
            })
    void refusesAStepInWhichSomethingIsWrong(String change) {
        String[] parts = change.split(":", 2);
        byte[] bytes = CaseText.write(step("x"));
        assertThatIllegalArgumentException().isThrownBy(() -> CaseText.step(with(bytes, parts[0], parts[1])));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind:energy",
                "openedAt:2026-13-01T00:00:00Z",
                "dueAt:soon",
                "interim:LIFTED",
                "interimUntil:1",
                "opening:many",
                "maker:NOBODY"
            })
    void refusesACaseInWhichSomethingIsWrong(String change) {
        String[] parts = change.split(":", 2);
        byte[] bytes = CaseText.write(file("x"));
        assertThatIllegalArgumentException().isThrownBy(() -> CaseText.file(with(bytes, parts[0], parts[1])));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "", " "})
    void refusesAPointerThatCouldNotBeRead(String pointer) {
        Step step =
                new Step("c", 1, Event.FILE, State.CLOSED, Actor.CLOCK, AT, "", "", List.of("f1", pointer), Map.of());
        assertThatIllegalArgumentException().isThrownBy(() -> CaseText.write(step));
    }

    @Test
    void everyByteThatIsCutOffIsNoticed() {
        byte[] bytes = CaseText.write(step("x"));
        assertThatIllegalArgumentException().isThrownBy(() -> CaseText.step(Arrays.copyOf(bytes, bytes.length - 1)));
    }
}
