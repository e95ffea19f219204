package org.qingyuan.casework.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qingyuan.casework.Finds.SCHOOL;
import static org.qingyuan.casework.Finds.attempt;
import static org.qingyuan.casework.Finds.session;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.qingyuan.casework.Finds;
import org.qingyuan.casework.World;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.Event;
import org.qingyuan.casework.cases.State;
import org.qingyuan.finding.Address;
import org.qingyuan.finding.Subject;

/// The measure is carried out on 2 March 2026; five days are watched, from the 3rd to the 7th.
class RetestTest {
    private static final String A = "10.20.3.7";
    private static final String EARLY = "2026-03-01T00:00:00Z";
    private static final Address NETWORK = Address.v4(0x0a140300);
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 3);

    private final World world = new World();
    private final Retest retest = new Retest(world.desk, world.telling, RetestTest::address);

    /// Knows the addresses of these tests.
    private static @Nullable Address address(String text) {
        if (text.startsWith("10.20.3.")) {
            return Address.v4(0x0a140300 + Integer.parseInt(text.substring(8)));
        }
        return text.equals("2001:db8::7") ? Address.v6(0x20010db800000000L, 7) : null;
    }

    private CaseFile executed() {
        world.bring("a", session("f1", A, SCHOOL, EARLY));
        return world.executed(world.only());
    }

    private static List<Coverage.Day> days(Address network, int bits, int days) {
        return Stream.iterate(FIRST, day -> day.plusDays(1))
                .limit(days)
                .map(day -> new Coverage.Day(network, bits, day, 1))
                .toList();
    }

    private Retest.Result run(List<Coverage.Day> days) {
        List<Retest.Result> results = runAll(days);
        assertThat(results).hasSize(1);
        return results.getFirst();
    }

    private List<Retest.Result> runAll(List<Coverage.Day> days) {
        return retest.run(
                new Retest.Watch(World.MINING, 5, new Coverage(days)),
                World.ANALYST,
                world.at("2026-03-31T00:00:00Z").now());
    }

    private State state() {
        return world.only().status().state();
    }

    @Test
    void quietWithTrafficOnEachDayCloses() {
        CaseFile file = executed();
        Retest.Result result = run(days(NETWORK, 24, 5));
        assertThat(result).isEqualTo(new Retest.Result(file.head().id(), Retest.Kind.CLOSED, List.of()));
        assertThat(state()).isEqualTo(State.CLOSED);
        assertThat(world.events(file)).endsWith(Event.VERIFY, Event.QUIET);
        assertThat(runAll(days(NETWORK, 24, 5))).isEmpty();
    }

    @Test
    void oneDayShortKeepsItWatchedAndNamesTheDay() {
        executed();
        Retest.Result result = run(days(NETWORK, 24, 4));
        assertThat(result.kind()).isEqualTo(Retest.Kind.WATCHED);
        assertThat(result.lacking()).containsExactly(LocalDate.of(2026, 3, 7));
        assertThat(state()).isEqualTo(State.VERIFYING);
        assertThat(run(days(NETWORK, 24, 5)).kind()).isEqualTo(Retest.Kind.CLOSED);
    }

    @Test
    void aDayWithoutPacketsIsADayThatLacks() {
        executed();
        List<Coverage.Day> days = new java.util.ArrayList<>(days(NETWORK, 24, 5));
        days.set(2, new Coverage.Day(NETWORK, 24, LocalDate.of(2026, 3, 5), 0));
        assertThat(run(days).lacking()).containsExactly(LocalDate.of(2026, 3, 5));
    }

    @Test
    void noCoverageProvesNothing() {
        executed();
        assertThat(run(List.of()).lacking()).hasSize(5).startsWith(FIRST);
        assertThat(state()).isEqualTo(State.VERIFYING);
    }

    @Test
    void trafficOfAnotherNetworkDoesNotCount() {
        executed();
        assertThat(run(days(Address.v4(0x0a140400), 24, 5)).lacking()).hasSize(5);
        assertThat(run(days(Address.v6(0, 0x0a140300), 120, 5)).lacking()).hasSize(5);
    }

    @Test
    void theDayOfTheMeasureDoesNotCount() {
        executed();
        List<Coverage.Day> days = new java.util.ArrayList<>(days(NETWORK, 24, 4));
        days.add(new Coverage.Day(NETWORK, 24, FIRST.minusDays(1), 1));
        assertThat(run(days).kind()).isEqualTo(Retest.Kind.WATCHED);
    }

    @Test
    void theDaysAreThoseOfTheStandardUnlessTold() {
        executed();
        List<Retest.Result> results = retest.run(
                new Retest.Watch(World.MINING, 0, new Coverage(days(NETWORK, 24, 29))),
                World.ANALYST,
                world.at("2026-05-01T00:00:00Z").now());
        assertThat(results.getFirst().lacking()).containsExactly(LocalDate.of(2026, 4, 1));
    }

    @Test
    void anAddressOfVersionSixIsWatchedByItsNetwork() {
        world.bring("a", session("f1", "2001:db8::7", SCHOOL, EARLY));
        world.executed(world.only());
        Address network = Address.v6(0x20010db800000000L, 0);
        assertThat(run(days(Address.v6(0x20010db900000000L, 0), 32, 5)).kind()).isEqualTo(Retest.Kind.WATCHED);
        assertThat(run(days(network, 64, 5)).kind()).isEqualTo(Retest.Kind.CLOSED);
    }

    @Test
    void whatIsNoAddressIsNeverProvedQuiet() {
        world.bring("a", session("f1", "nowhere", SCHOOL, EARLY));
        world.executed(world.only());
        assertThat(run(days(NETWORK, 0, 5)).lacking()).hasSize(5).startsWith(FIRST);
    }

    @Test
    void aDayThatIsNotOverProvesNothing() {
        executed();
        world.at("2026-03-07T23:59:59Z");
        Retest.Watch watch = new Retest.Watch(World.MINING, 5, new Coverage(days(NETWORK, 24, 5)));
        assertThat(retest.run(watch, World.ANALYST, world.now()).getFirst().lacking())
                .containsExactly(LocalDate.of(2026, 3, 7));
        world.at("2026-03-08T00:00:00Z");
        assertThat(retest.run(watch, World.ANALYST, world.now()).getFirst().kind())
                .isEqualTo(Retest.Kind.CLOSED);
    }

    @Test
    void aSessionAfterTheMeasureHasComeBack() {
        executed();
        world.bring("b", session("f2", A, SCHOOL, "2026-03-05T00:00:00Z"));
        assertThat(run(days(NETWORK, 24, 5)).kind()).isEqualTo(Retest.Kind.RECURRED);
        assertThat(state()).isEqualTo(State.RECURRED);
    }

    @Test
    void anAttemptAfterTheMeasureKeepsItWatched() {
        executed();
        world.bring("b", attempt("f2", A, SCHOOL, "2026-03-05T00:00:00Z"));
        Retest.Result result = run(days(NETWORK, 24, 5));
        assertThat(result.kind()).isEqualTo(Retest.Kind.SEEN);
        assertThat(result.lacking()).startsWith(LocalDate.of(2026, 3, 8)).hasSize(3);
        assertThat(state()).isEqualTo(State.VERIFYING);
    }

    @Test
    void afterAnAttemptTheDaysBeginAnew() {
        executed();
        world.bring("b", attempt("f2", A, SCHOOL, "2026-03-05T00:00:00Z"));
        assertThat(run(days(NETWORK, 24, 7)).kind()).isEqualTo(Retest.Kind.SEEN);
        assertThat(run(days(NETWORK, 24, 8)).kind()).isEqualTo(Retest.Kind.CLOSED);
    }

    @Test
    void aSessionThatRunsOnAfterTheMeasureIsNotQuiet() {
        world.bring(
                "a",
                Finds.finding(
                        "f1",
                        "mining.session",
                        "mining/" + A,
                        new Subject("address", A),
                        SCHOOL,
                        EARLY,
                        "2026-03-04T12:00:00Z",
                        Map.of()));
        world.executed(world.only());
        assertThat(run(days(NETWORK, 24, 5)).kind()).isEqualTo(Retest.Kind.SEEN);
        assertThat(run(days(NETWORK, 24, 7)).kind()).isEqualTo(Retest.Kind.CLOSED);
    }

    @Test
    void anOpenAppealSuspendsTheClosingAndStopsNoOther() {
        world.bring("a", session("f1", A, SCHOOL, EARLY), session("f2", "10.20.3.8", SCHOOL, EARLY));
        world.cases().forEach(world::executed);
        CaseFile appealed = world.cases().getFirst();
        world.then(appealed, Event.APPEAL, World.ANALYST);
        assertThat(runAll(days(NETWORK, 24, 5)))
                .extracting(Retest.Result::kind)
                .containsExactlyInAnyOrder(Retest.Kind.SUSPENDED, Retest.Kind.CLOSED);
        assertThat(world.again(appealed).status().state()).isEqualTo(State.EXECUTED);
        world.then(appealed, Event.REFUSE_APPEAL, World.person(org.qingyuan.access.Role.CHECKER, "deng", ""));
        assertThat(run(days(NETWORK, 24, 5)).kind()).isEqualTo(Retest.Kind.CLOSED);
    }

    @Test
    void moreCasesThanAPageAreAllLookedAt() {
        for (int i = 0; i < 205; i++) {
            world.bring("a" + i, session("f" + i, "10.20.3." + i, SCHOOL, EARLY));
        }
        world.cases().forEach(world::executed);
        assertThat(runAll(days(NETWORK, 24, 5)))
                .hasSize(205)
                .allSatisfy(result -> assertThat(result.kind()).isEqualTo(Retest.Kind.CLOSED));
    }
}
