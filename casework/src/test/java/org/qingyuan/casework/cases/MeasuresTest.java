package org.qingyuan.casework.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qingyuan.casework.Finds.session;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qingyuan.casework.Finds;
import org.qingyuan.casework.World;
import org.qingyuan.finding.Failure;
import org.qingyuan.finding.Holder;

class MeasuresTest {
    private static final Holder CAFE = new Holder("cafe", "网吧", null, "internet-cafe", "321300", null);

    private final World world = new World();

    private CaseFile of(Holder holder) {
        world.bring("a", session("f1", "10.20.3.7", holder, "2026-03-01T00:00:00Z"));
        return world.only();
    }

    private String propose(CaseFile file, String measures) {
        world.responded(file);
        return World.refusal(
                () -> world.then(file, world.act(Event.PROPOSE, World.MAKER).with(Detail.MEASURES, measures)));
    }

    @ParameterizedTest
    @CsvSource({
        "rectify, done",
        "'rectify,disconnect', done",
        "unheard-of, measure-unknown",
        "'rectify,unheard-of', measure-unknown",
        "'rectify,', measure-unknown",
        "'rectify, seal', measure-unknown",
        "',', measure-unknown",
        "Rectify, measure-unknown",
        "suspend-business, measure-unknown",
        "' ', guard-refused measures-named"
    })
    void aProposalNamesMeasuresOfTheStandard(String measures, String expected) {
        assertThat(propose(of(Finds.UNIVERSITY), measures)).isEqualTo(expected);
    }

    @Test
    void theBusinessOfAnInternetCafeMayBeSuspended() {
        assertThat(propose(of(CAFE), "suspend-business")).isEqualTo("done");
    }

    @Test
    void whatIsSuggestedInsteadMayBeTaken() {
        CaseFile file = of(Finds.UNIVERSITY);
        world.responded(file);
        assertThatThrownBy(() ->
                        world.then(file, world.act(Event.PROPOSE, World.MAKER).with(Detail.MEASURES, "no")))
                .isInstanceOfSatisfying(
                        Failure.class,
                        e -> assertThat(String.valueOf(e.arguments().get("what")))
                                .contains("rectify")
                                .doesNotContain("suspend-business", "dishonesty-list"));
    }

    /// The first day on which the texts are in force is 24 September 2021 in Shanghai.
    @ParameterizedTest
    @CsvSource({"2021-09-23T15:59:59Z, measure-unknown", "2021-09-23T16:00:00Z, done"})
    void aMeasureIsInForceOnTheDay(String at, String expected) {
        world.at(at);
        assertThat(propose(of(Finds.UNIVERSITY), "rectify")).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"seal", "rectify", "isolate,seal", "unheard-of"})
    void whatMayNotBeTakenBeforeTheDecisionIsNoInterimMeasure(String measures) {
        CaseFile file = of(Finds.UNIVERSITY);
        assertThat(World.refusal(() -> world.then(
                        file, world.act(Event.PROPOSE_INTERIM, World.MAKER).with(Detail.MEASURES, measures))))
                .isEqualTo("measure-unknown");
    }

    /// Approved on 2 March: seven days end with the 9th.
    @ParameterizedTest
    @CsvSource({
        "'', done",
        "2026-03-09T16:00:00Z, done",
        "2026-03-09T16:00:00.000000001Z, interim-too-long",
        "2026-03-02T01:00:00Z, guard-refused end-named",
        "2026-03-02T01:00:00.000000001Z, done"
    })
    void anInterimMeasureEndsWithTheDaysOfTheStandard(String until, String expected) {
        CaseFile file = world.then(
                of(Finds.UNIVERSITY),
                world.act(Event.PROPOSE_INTERIM, World.MAKER).with(Detail.MEASURES, "isolate"));
        Act approval = world.act(Event.APPROVE_INTERIM, World.CHECKER)
                .with(Detail.SEEN, Long.toString(file.status().version()))
                .with(Detail.UNTIL, until);
        assertThat(World.refusal(() -> world.then(file, approval))).isEqualTo(expected);
    }

    @Test
    void nobodyIsTakenForAnotherWhereManyIdsBeginAlike() {
        for (int i = 0; i < 40; i++) {
            int digit = i;
            Head head = new Head(
                    "0000000000000000".substring(0, 14) + String.format(java.util.Locale.ROOT, "%02d", digit),
                    World.MINING,
                    Kind.MINING,
                    "",
                    "mining/10.0.0." + i,
                    new org.qingyuan.finding.Subject("address", "10.0.0." + i),
                    new org.qingyuan.access.Place(i == 0 || i == 39 ? "320500" : "110000", "o" + i, ""),
                    "",
                    "",
                    world.now());
            Act act = new Act(Event.OPEN, World.ANALYST, world.now(), "", List.of(), java.util.Map.of());
            world.store.write(writer -> world.desk.open(writer, head, "cn-mining-2021@1", act));
        }
        var suzhou = World.person(org.qingyuan.access.Role.ANALYST, "su", "320500");
        assertThat(World.refusal(() -> world.store.read(reader -> world.desk.find(reader, suzhou, "0000"))))
                .isEqualTo("case-ambiguous");
        assertThat(World.refusal(() -> world.store.read(reader -> world.desk.find(reader, suzhou, "0000000000000039"))))
                .isEqualTo("done");
    }
}
