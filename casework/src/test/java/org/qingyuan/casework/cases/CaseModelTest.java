package org.qingyuan.casework.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.qingyuan.access.Actor;
import org.qingyuan.access.Role;
import org.qingyuan.access.Scope;
import org.qingyuan.access.Way;
import org.qingyuan.casework.cases.CaseModel.Player;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;

/// Many people do to cases what they may and what they may not, and the cases go as the model says: no more happens,
/// no less, and nothing that happened is lost.
class CaseModelTest {
    private static final boolean LONG = Boolean.getBoolean("qingyuan.long");
    private static final int ATTEMPTS = LONG ? 100_000 : 4_000;
    private static final int SEEDS = LONG ? 100 : 6;
    private static final Instant BEGIN = Instant.parse("2026-12-30T00:00:00Z");

    /// What leaves the state as it is, and would come too seldom; those that need most luck more than once.
    private static final List<Event> BESIDE = List.of(
            Event.PROPOSE_INTERIM,
            Event.APPROVE_INTERIM,
            Event.APPROVE_INTERIM,
            Event.REJECT_INTERIM,
            Event.LIFT_INTERIM,
            Event.LAPSE_INTERIM,
            Event.LAPSE_INTERIM,
            Event.LAPSE_INTERIM,
            Event.REFUSE_APPEAL,
            Event.REFUSE_APPEAL);

    private static final List<String> REASONS =
            HostileText.ALL.stream().filter(text -> text.length() < 100).toList();

    private static final List<Player> PLAYERS = List.of(
            player(Role.ANALYST, "an", 1),
            player(Role.ANALYST, "bai", 2),
            player(Role.MAKER, "ma", 3),
            player(Role.MAKER, "mu", 4),
            player(Role.CHECKER, "che", 5),
            player(Role.CHECKER, "deng", 6),
            // one of them is also a maker, under another name at the same machine; another under the same name
            // elsewhere
            new Player(People.person(Role.CHECKER, "zhao", "ma-user"), 3, true),
            new Player(People.person(Role.CHECKER, "mu", "else"), 4, true),
            player(Role.AUDITOR, "shen", 7),
            player(Role.ORGANISATION, "ou", 8),
            player(Role.HOLDER, "he", 9),
            new Player(Actor.CLOCK, 10, true),
            stranger(Role.ORGANISATION, "another"),
            stranger(Role.HOLDER, "C2"),
            stranger(Role.CHECKER, "650000"),
            stranger(Role.ANALYST, "320506"));

    private static Player player(Role role, String name, int person) {
        return new Player(People.person(role, name), person, true);
    }

    private static Player stranger(Role role, String scope) {
        return new Player(new Actor(role, "xu", new Scope(scope), new Way(Way.Kind.USER, "xu")), 11, false);
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, SEEDS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void casesGoAsTheModelSays(long seed) {
        Walk walk = new Walk(new SplittableRandom(seed));
        for (int i = 0; i < ATTEMPTS; i++) {
            walk.attempt();
        }
        walk.end();
        assertThat(walk.refused).isPositive();
        assertThat(walk.happened.values().stream().mapToLong(Long::longValue).sum() + walk.refused)
                .isEqualTo(ATTEMPTS);
    }

    @Test
    void theWalkComesEverywhere() {
        Walk walk = new Walk(new SplittableRandom(4711));
        for (int i = 0; i < 12_000; i++) {
            walk.attempt();
        }
        assertThat(walk.happened.keySet())
                .containsAll(Arrays.stream(Event.values())
                        .filter(event -> event != Event.OPEN)
                        .toList());
        assertThat(walk.reached.keySet()).contains(State.values());
    }

    /// A walk through one case after another.
    private static final class Walk {
        private final SplittableRandom random;
        private final Map<Event, Long> happened = new EnumMap<>(Event.class);
        private final Map<State, Long> reached = new EnumMap<>(State.class);
        private long refused;
        private final CaseFlow flow = new CaseFlow(false);
        private Instant now = BEGIN;
        private CaseFile file;
        private CaseModel model;
        private final List<Step> steps = new ArrayList<>();

        Walk(SplittableRandom random) {
            this.random = random;
            Story story = begin();
            file = story.file();
            model = model(story);
            steps.addAll(story.steps);
        }

        private Story begin() {
            Kind kind = random.nextBoolean() ? Kind.MINING : Kind.ACCOUNTS;
            return random.nextInt(5) == 0 ? Story.ofAttempts() : Story.of(kind);
        }

        private static CaseModel model(Story story) {
            return new CaseModel(
                    story.file().head().kind() == Kind.MINING,
                    story.file().status().opening());
        }

        void attempt() {
            if (steps.size() > 250 || file.status().state().isEnd() && random.nextInt(3) == 0) {
                end();
                Story story = begin();
                file = story.file();
                model = model(story);
                steps.clear();
                steps.addAll(story.steps);
            }
            // now and then the clock goes back
            now = now.plusSeconds(random.nextInt(20) == 0 ? -7200 : random.nextInt(20_000));
            Event event = event();
            Player who = player(event);
            Step asked = step(event, who.actor());
            State expected = model.next(who, asked);
            Step decided = decide(who, asked);
            assertThat(decided == null ? null : decided.state())
                    .as(() -> model.state + " " + asked)
                    .isEqualTo(expected);
            if (decided == null) {
                refused++;
            } else {
                take(who, decided);
            }
        }

        private @Nullable Step decide(Player who, Step asked) {
            CaseFile before = file;
            try {
                return flow.decide(file, asked);
            } catch (Failure e) {
                assertThat(e.code() == ErrorCode.CASE_UNKNOWN)
                        .as(() -> who + " " + e.code())
                        .isEqualTo(!who.isOfThis());
                assertThat(file).isEqualTo(before);
                return null;
            }
        }

        private void take(Player who, Step step) {
            Step kept = CaseText.step(CaseText.write(step));
            assertThat(kept).isEqualTo(step);
            file = file.after(kept);
            assertThat(CaseText.file(CaseText.write(file))).isEqualTo(file);
            steps.add(kept);
            model.follow(who, step);
            happened.merge(step.event(), 1L, Long::sum);
            reached.merge(step.state(), 1L, Long::sum);
            assertSame(file.status());
        }

        private void assertSame(Status status) {
            assertThat(status.state()).isEqualTo(model.state);
            assertThat(status.version()).isEqualTo(model.version).isEqualTo(steps.size());
            assertThat(status.opening()).isEqualTo(model.opening);
            assertThat(status.isAnswered()).isEqualTo(model.isAnswered);
            assertThat(status.asked()).isEqualTo(model.asked);
            assertThat(status.isAppealed()).isEqualTo(model.isAppealed);
            assertThat(status.dueAt()).isEqualTo(model.dueAt);
            assertThat(status.notifiedAt()).isEqualTo(model.notifiedAt);
            assertThat(status.executedAt()).isEqualTo(model.executedAt);
            assertThat(person(status.maker())).isEqualTo(model.maker);
            assertThat(person(status.checker())).isEqualTo(model.checker);
            assertThat(status.interim().phase().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                    .isEqualTo(model.interim);
        }

        private static int person(@Nullable Actor actor) {
            return PLAYERS.stream()
                    .filter(player -> player.actor().equals(actor))
                    .mapToInt(Player::person)
                    .findFirst()
                    .orElse(-1);
        }

        /// The steps alone make the same case.
        void end() {
            CaseFile folded = CaseFile.opened(file.head(), steps.getFirst());
            for (Step step : steps.subList(1, steps.size())) {
                folded = folded.after(step);
            }
            assertThat(folded).isEqualTo(file);
            assertThat(steps)
                    .extracting(Step::version)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, steps.size()).boxed().toList());
        }

        /// Mostly something that leads on from here, so that the walk comes to the end of the way.
        private Event event() {
            List<Event> leading = Transition.TABLE.stream()
                    .filter(row -> row.from().contains(file.status().state()) && row.next() != null)
                    .map(Transition::event)
                    .toList();
            if (random.nextInt(4) == 0) {
                return any(BESIDE);
            }
            boolean isAny = leading.isEmpty() || random.nextInt(3) == 0;
            Event event = any(isAny ? List.of(Event.values()) : leading);
            boolean givesUp = event == Event.DISMISS || event == Event.WITHDRAW || event == Event.MERGE;
            return givesUp && random.nextInt(20) > 0 ? event() : event;
        }

        /// Mostly somebody of a role that may.
        private Player player(Event event) {
            List<Player> able = PLAYERS.stream()
                    .filter(player -> Transition.of(file.status().state(), event).stream()
                            .anyMatch(row -> row.roles().contains(player.actor().role())))
                    .toList();
            return any(able.isEmpty() || random.nextInt(4) == 0 ? PLAYERS : able);
        }

        private <T> T any(List<T> some) {
            return some.get(random.nextInt(some.size()));
        }

        private Step step(Event event, Actor actor) {
            return new Step(
                    file.head().id(),
                    file.status().version() + 1,
                    event,
                    file.status().state(),
                    actor,
                    now,
                    Story.POLICY,
                    random.nextInt(10) == 0 ? " " : "x" + any(REASONS),
                    random.nextBoolean() ? List.of() : List.of("sha256:00", "f" + random.nextInt(9)),
                    details(event));
        }

        private Map<String, String> details(Event event) {
            Map<String, String> details = new LinkedHashMap<>();
            long seen = file.status().version() - (random.nextInt(4) == 0 ? 1 : 0);
            put(details, Detail.SEEN, Long.toString(seen));
            put(details, Detail.MEASURES, "seal,rectify");
            if (random.nextInt(3) == 0) {
                put(details, Detail.REQUEST, any(List.of("close", "seal,rectify")));
            }
            put(details, Detail.INTO, random.nextInt(3) == 0 ? Scene.ID : "ffeeddccbbaa9988");
            put(
                    details,
                    Detail.UNTIL,
                    now.plusSeconds(random.nextInt(10) * 86_400L).toString());
            Instant bound = event == Event.RECUR
                    ? file.status().executedAt()
                    : file.status().notifiedAt();
            put(
                    details,
                    Detail.OCCURRED_AT,
                    (bound == null ? now : bound)
                            .plusNanos(random.nextInt(3) - 1L)
                            .toString());
            if (event == Event.ATTACH || event == Event.RECUR) {
                put(details, Detail.OPENING, Integer.toString(random.nextInt(3)));
            }
            if (event == Event.NOTIFY) {
                put(details, Detail.DUE, now.plusSeconds(random.nextInt(90_000)).toString());
            }
            if (event == Event.EXECUTE) {
                put(details, Detail.EXECUTED_AT, now.minusSeconds(60).toString());
            }
            return details;
        }

        private void put(Map<String, String> details, Detail detail, String value) {
            if (random.nextInt(12) > 0) {
                details.put(detail.word(), value);
            }
        }
    }
}
