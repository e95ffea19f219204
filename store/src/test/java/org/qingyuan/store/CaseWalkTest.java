package org.qingyuan.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingyuan.access.Actor;
import org.qingyuan.access.Role;
import org.qingyuan.access.Scope;
import org.qingyuan.access.Way;
import org.qingyuan.casework.cases.Act;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.Detail;
import org.qingyuan.casework.cases.Event;
import org.qingyuan.casework.cases.LoggedStep;
import org.qingyuan.casework.cases.State;
import org.qingyuan.casework.cases.Step;
import org.qingyuan.casework.cases.Transition;
import org.qingyuan.finding.Failure;

/// Many people do to cases what they may and what they may not, in both engines alike: what one takes the other takes,
/// what one refuses the other refuses, nothing happens that the table does not have, and every step is kept.
class CaseWalkTest {
    private static final int ATTEMPTS = Boolean.getBoolean("qingyuan.long") ? 40_000 : 1_200;
    private static final int CASES = 8;
    private static final List<Actor> PEOPLE = people();

    @TempDir
    Path folder;

    private final SplittableRandom random = new SplittableRandom(Long.getLong("qingyuan.seed", 42));
    private final Map<String, List<Step>> taken = new LinkedHashMap<>();
    private Instant now = Made.NOON;
    private int refused;

    private static List<Actor> people() {
        List<Actor> people = new ArrayList<>(List.of(Actor.CLOCK));
        for (Role role :
                List.of(Role.ANALYST, Role.MAKER, Role.CHECKER, Role.AUDITOR, Role.ORGANISATION, Role.HOLDER)) {
            String scope = role == Role.ORGANISATION ? "org-1" : role == Role.HOLDER ? "C2" : "";
            for (String name : List.of("a", "b")) {
                people.add(new Actor(role, role.word() + name, new Scope(scope), new Way(Way.Kind.USER, role + name)));
            }
        }
        people.add(new Actor(Role.CHECKER, "far", new Scope("650000"), new Way(Way.Kind.USER, "far")));
        return people;
    }

    @Test
    void bothEnginesGoTheSameWayAndLoseNothing() {
        try (SqlCaseStore sqlite = made(EngineKind.SQLITE);
                SqlCaseStore postgres = made(EngineKind.POSTGRES)) {
            List<Work> both = List.of(new Work(sqlite), new Work(postgres));
            for (int i = 0; i < ATTEMPTS; i++) {
                attempt(both);
            }
            assertThat(refused).isPositive().isLessThan(ATTEMPTS);
            for (SqlCaseStore store : List.of(sqlite, postgres)) {
                assertKept(store);
            }
        }
    }

    private SqlCaseStore made(EngineKind kind) {
        SqlCaseStore store = Stores.create(kind.address(folder), kind.options(folder), false);
        store.write(writer -> {
            writer.add(Made.campaign("c"));
            for (int i = 0; i < CASES; i++) {
                String id = Made.id(i);
                Step first = Made.first(id, Map.of(Detail.OPENING.word(), "1"));
                writer.open(CaseFile.opened(Made.opened(id, "c").head(), first), first);
                taken.put(id, new ArrayList<>(List.of(first)));
            }
            return true;
        });
        return store;
    }

    private void attempt(List<Work> both) {
        now = now.plusSeconds(random.nextInt(20) == 0 ? -7200 : random.nextInt(20_000));
        String id = Made.id(random.nextInt(CASES));
        CaseFile before =
                both.getFirst().desk.store().read(reader -> reader.find(id)).orElseThrow();
        Act act = act(before);
        List<String> said = both.stream().map(work -> said(work, id, act)).toList();
        assertThat(said.get(0)).as("%s", act).isEqualTo(said.get(1));
        CaseFile after =
                both.getFirst().desk.store().read(reader -> reader.find(id)).orElseThrow();
        if (after.equals(before)) {
            refused++;
        } else {
            assertOfTable(before, act, after);
            List<LoggedStep> steps = both.getLast().desk.store().read(reader -> reader.steps(id));
            taken.computeIfAbsent(id, each -> new ArrayList<>())
                    .add(steps.getLast().step());
        }
    }

    /// What became of it: the case as it is then, or the word of the refusal.
    private static String said(Work work, String id, Act act) {
        try {
            return work.desk.act(id, act).toString();
        } catch (Failure e) {
            return e.code().word();
        }
    }

    private static void assertOfTable(CaseFile before, Act act, CaseFile after) {
        assertThat(after.status().version()).isEqualTo(before.status().version() + 1);
        assertThat(Transition.of(before.status().state(), act.event()))
                .as("%s", act)
                .anyMatch(row -> row.roles().contains(act.actor().role())
                        && row.after(before.status().state()) == after.status().state());
    }

    /// Mostly something that leads on, by somebody who may.
    private Act act(CaseFile file) {
        State state = file.status().state();
        List<Event> leading = Transition.TABLE.stream()
                .filter(row -> row.from().contains(state))
                .map(Transition::event)
                .toList();
        Event event = leading.isEmpty() || random.nextInt(4) == 0 ? any(List.of(Event.values())) : any(leading);
        if ((event == Event.WITHDRAW || event == Event.MERGE || event == Event.DISMISS) && random.nextInt(10) > 0) {
            event = Event.ASSIGN;
        }
        Event chosen = event;
        List<Actor> able = PEOPLE.stream()
                .filter(person -> Transition.of(state, chosen).stream()
                        .anyMatch(row -> row.roles().contains(person.role())))
                .toList();
        Actor actor = able.isEmpty() || random.nextInt(4) == 0 ? any(PEOPLE) : any(able);
        Act act = Act.of(chosen, actor, now).because(random.nextInt(10) == 0 ? "" : "理由 \n=1+1");
        return detailed(act, file);
    }

    private Act detailed(Act act, CaseFile file) {
        Instant notified = file.status().notifiedAt();
        long seen = file.status().version() - (random.nextInt(4) == 0 ? 1 : 0);
        return act.with(Detail.SEEN, "" + seen)
                .with(Detail.MEASURES, "seal")
                .with(Detail.ASSIGNEE, "li")
                .with(Detail.INTO, Made.id(random.nextInt(CASES)))
                .with(
                        Detail.UNTIL,
                        now.plusSeconds(random.nextInt(10) * 86_400L).toString())
                .with(Detail.OCCURRED_AT, instant(notified))
                .with(Detail.OPENING, act.event() == Event.ATTACH || act.event() == Event.RECUR ? "1" : "")
                .with(
                        Detail.DUE,
                        act.event() == Event.NOTIFY ? now.plusSeconds(90_000).toString() : "")
                .with(
                        Detail.EXECUTED_AT,
                        act.event() == Event.EXECUTE ? now.minusSeconds(60).toString() : "");
    }

    private String instant(@Nullable Instant bound) {
        return (bound == null ? now : bound).plusNanos(random.nextInt(3) - 1L).toString();
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private void assertKept(SqlCaseStore store) {
        long all = 0;
        for (Map.Entry<String, List<Step>> each : taken.entrySet()) {
            assertThat(store.<List<LoggedStep>>read(reader -> reader.steps(each.getKey())))
                    .extracting(LoggedStep::step)
                    .containsExactlyElementsOf(each.getValue());
            all += each.getValue().size();
        }
        assertThat(store.verifyLog(step -> {}).number()).isEqualTo(all);
        assertThat(store.check().problems()).isEmpty();
    }
}
