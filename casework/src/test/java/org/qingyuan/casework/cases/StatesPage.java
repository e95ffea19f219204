package org.qingyuan.casework.cases;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qingyuan.access.Role;

/// The part of the page of the states that follows from the table: a diagram and four lists.
record StatesPage(boolean isChinese) {
    private String say(String zh, String en) {
        return isChinese ? zh : en;
    }

    private String comma() {
        return say("、", ", ");
    }

    String text() {
        return String.join("\n", diagram(), states(), events(), guards(), roles());
    }

    /// What changes the state, an arrow for each pair of states.
    private String diagram() {
        Map<State, Map<State, Set<Event>>> arrows = new TreeMap<>();
        for (Transition row : Transition.TABLE) {
            State next = row.next();
            if (next != null) {
                row.from().stream()
                        .filter(from -> from != next)
                        .forEach(from -> arrows.computeIfAbsent(from, any -> new TreeMap<>())
                                .computeIfAbsent(next, any -> new TreeSet<>())
                                .add(row.event()));
            }
        }
        StringBuilder text = new StringBuilder(say("## 状态图", "## Diagram"))
                .append("\n\n```mermaid\nstateDiagram-v2\n    [*] --> suspected\n");
        arrows.forEach((from, nexts) -> nexts.forEach((next, events) -> text.append("    ")
                .append(node(from))
                .append(" --> ")
                .append(node(next))
                .append(": ")
                .append(join(events.stream()
                        .map(event -> isChinese ? PageWords.of(event).zh() : event.word())
                        .toList()))
                .append('\n')));
        for (State state : State.values()) {
            text.append("    ")
                    .append(node(state))
                    .append(": ")
                    .append(label(state))
                    .append('\n');
            if (state.isEnd()) {
                text.append("    ").append(node(state)).append(" --> [*]\n");
            }
        }
        return text.append("```\n").toString();
    }

    private static String node(State state) {
        return state.word().replace('-', '_');
    }

    private String label(State state) {
        return isChinese ? PageWords.of(state).zh() : state.word();
    }

    private String states() {
        return table(
                say("## 状态", "## States"),
                say("状态 | 词 | 了结", "state | meaning | over"),
                Arrays.stream(State.values())
                        .map(state -> say(
                                        PageWords.of(state).zh() + " | `" + state.word() + "`",
                                        "`" + state.word() + "` | "
                                                + PageWords.of(state).en())
                                + " | " + (state.isEnd() ? say("是", "yes") : ""))
                        .toList());
    }

    private String events() {
        return table(
                say("## 步骤", "## Events"),
                say("步骤 | 词 | 由谁 | 在何状态 | 条件 | 之后", "event | meaning | who | in which state | guards | then"),
                Transition.TABLE.stream().map(this::row).toList());
    }

    private String row(Transition row) {
        String word = "`" + row.event().word() + "`";
        String means = PageWords.of(row.event()).in(isChinese);
        return String.join(
                " | ",
                isChinese ? means : word,
                isChinese ? word : means,
                join(Arrays.stream(Role.values())
                        .filter(row.roles()::contains)
                        .map(role -> PageWords.of(role).in(isChinese))
                        .toList()),
                from(row.from()),
                join(row.guards().stream()
                        .map(guard -> "`" + guard.word() + "`")
                        .toList()),
                then(row.next()));
    }

    private String then(@Nullable State next) {
        return next == null ? say("不变", "stays") : label(next);
    }

    private String from(Set<State> states) {
        EnumSet<State> absent = EnumSet.complementOf(EnumSet.copyOf(states));
        if (absent.isEmpty()) {
            return say("任何状态", "any");
        }
        return absent.size() > 6 ? labels(states) : say("除" + labels(absent) + "外", "any but " + labels(absent));
    }

    private String labels(Set<State> states) {
        return join(states.stream()
                .sorted(Comparator.naturalOrder())
                .map(this::label)
                .toList());
    }

    private String guards() {
        return table(
                say("## 条件", "## Guards"),
                say("词 | 含义", "guard | meaning"),
                Arrays.stream(Guard.values())
                        .map(guard -> "`" + guard.word() + "` | "
                                + PageWords.of(guard).in(isChinese))
                        .toList());
    }

    private String roles() {
        return table(
                say("## 谁可以做什么", "## Who may do what"),
                say("角色 | 词 | 步骤", "role | may do"),
                Arrays.stream(Role.values())
                        .map(role -> say(PageWords.of(role).zh() + " | `" + role.word() + "`", "`" + role.word() + "`")
                                + " | " + mayDo(role))
                        .toList());
    }

    private String mayDo(Role role) {
        Set<Event> events = Transition.TABLE.stream()
                .filter(row -> row.roles().contains(role))
                .map(Transition::event)
                .collect(Collectors.toCollection(TreeSet::new));
        return events.isEmpty()
                ? say("什么都不改", "changes nothing")
                : join(events.stream().map(event -> "`" + event.word() + "`").toList());
    }

    private String join(List<String> words) {
        return String.join(comma(), words);
    }

    private static String table(String title, String heads, List<String> rows) {
        String lines = "---|".repeat(heads.split(" \\| ", -1).length);
        return title + "\n\n| " + heads + " |\n|" + lines + "\n"
                + rows.stream()
                        .map(row -> ("| " + row + " |\n").replace("|  |", "| |"))
                        .collect(Collectors.joining());
    }
}
