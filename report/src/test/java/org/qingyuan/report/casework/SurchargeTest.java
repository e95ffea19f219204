package org.qingyuan.report.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.qingyuan.access.Actor;
import org.qingyuan.access.Place;
import org.qingyuan.access.Role;
import org.qingyuan.access.Scope;
import org.qingyuan.access.Way;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.Event;
import org.qingyuan.casework.cases.Head;
import org.qingyuan.casework.cases.KeptFinding;
import org.qingyuan.casework.cases.Kind;
import org.qingyuan.casework.cases.State;
import org.qingyuan.casework.cases.Step;
import org.qingyuan.finding.Estimate;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Subject;
import org.qingyuan.output.ResultJson;
import org.qingyuan.policy.CaseRules;
import org.qingyuan.policy.Policies;
import org.qingyuan.report.circular.Samples;

class SurchargeTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final CaseRules RULES = Objects.requireNonNull(
            Policies.builtIn().find("cn-mining-2021@1", LocalDate.EPOCH).cases());

    private static CaseFile file(String region, String organisationKind, State state) {
        Head head = new Head(
                "1".repeat(16),
                "autumn",
                Kind.MINING,
                "",
                "mining/10.0.0.1",
                new Subject("address", "10.0.0.1"),
                new Place(region, "u", ""),
                "U",
                organisationKind,
                Samples.NINE);
        Actor actor = new Actor(Role.ANALYST, "a", Scope.EVERYTHING, Way.CLOCK);
        Step first = new Step(
                head.id(), 1, Event.OPEN, state, actor, Samples.NINE, "cn-mining-2021@1", "", List.of(), Map.of());
        return CaseFile.opened(head, first);
    }

    private static KeptFinding kept(Finding finding, boolean opens) {
        byte[] line = ResultJson.line(finding);
        return new KeptFinding(
                finding.id(),
                "0".repeat(64),
                new KeptFinding.Matter("", finding.key(), "u"),
                finding.rule(),
                finding.start(),
                finding.end(),
                opens,
                Arrays.copyOf(line, line.length - 1));
    }

    /// Two hours at one kilowatt, more or less.
    private static KeptFinding session(String start) {
        return kept(
                new Samples.Session("10.0.0.1")
                        .time(Instant.parse(start), 7200)
                        .with("power", new Estimate(500, 1000, 3000, "W"))
                        .finding(),
                true);
    }

    private static Optional<Surcharge> of(CaseFile file, KeptFinding... findings) {
        return Surcharge.of(file, RULES, List.of(findings), ZONE);
    }

    private static void assertInterval(Estimate estimate, double low, double best, double high) {
        assertThat(estimate.low()).isCloseTo(low, within(1e-9));
        assertThat(estimate.best()).isCloseTo(best, within(1e-9));
        assertThat(estimate.high()).isCloseTo(high, within(1e-9));
    }

    @Test
    void energyTimesTheRateOfTheRegionAsAnInterval() {
        Surcharge surcharge = of(
                        file("330106", "university", State.CONFIRMED),
                        session("2022-03-01T02:00:00Z"),
                        session("2022-03-02T02:00:00Z"))
                .orElseThrow();
        assertInterval(surcharge.energy(), 2, 4, 12);
        assertInterval(surcharge.daily(), 1, 2, 6);
        assertInterval(surcharge.amount(), 1, 2, 6);
        assertThat(surcharge.rates()).containsExactly(new BigDecimal("0.50"));
        assertThat(surcharge.days()).isEqualTo(2);
        assertThat(surcharge.measure().word()).isEqualTo("surcharge");
    }

    @Test
    void aRegionWithoutARateOfItsOwnAndTheDayBeforeOneHaveThatOfAll() {
        assertInterval(
                of(file("320505", "university", State.RESPONDED), session("2022-03-01T02:00:00Z"))
                        .orElseThrow()
                        .amount(),
                0.3,
                0.6,
                1.8);
        // the province's own begins on the 14th, which begins at 16:00 UTC
        Surcharge both = of(
                        file("330106", "university", State.RESPONDED),
                        session("2022-02-13T15:59:59Z"),
                        session("2022-02-13T16:00:00Z"))
                .orElseThrow();
        assertThat(both.rates()).containsExactly(new BigDecimal("0.30"), new BigDecimal("0.50"));
        assertInterval(both.amount(), 0.8, 1.6, 4.8);
    }

    @Test
    void householdsAndTheTimeBeforeTheTextHaveNone() {
        assertThat(of(file("330106", "residential", State.CONFIRMED), session("2022-03-01T02:00:00Z")))
                .isEmpty();
        assertThat(of(file("330106", "university", State.CONFIRMED), session("2021-09-01T02:00:00Z")))
                .isEmpty();
    }

    @Test
    void attemptsAndUnconfirmedSessionsCountNothingAndUnknownPowerIsSaid() {
        KeptFinding attempt =
                kept(new Samples.Session("10.0.0.1").attempt("refused", 3).finding(), false);
        Finding silent = new Samples.Session("10.0.0.1")
                .algorithm("ethash", "ETH", "ethproxy")
                .connection("x")
                .finding();
        assertThat(of(file("330106", "university", State.CONFIRMED), attempt, kept(silent, true)))
                .isEmpty();
        assertThat(of(
                                file("330106", "university", State.CONFIRMED),
                                attempt,
                                kept(silent, true),
                                session("2022-03-01T02:00:00Z"))
                        .orElseThrow()
                        .unrated())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"SUSPECTED", "UNDER_CHECK", "DISMISSED", "WITHDRAWN", "MERGED", "CLOSED"})
    void aCaseThatIsNotConfirmedOrOverHasNone(State state) {
        assertThat(of(file("330106", "university", state), session("2022-03-01T02:00:00Z")))
                .isEmpty();
    }
}
