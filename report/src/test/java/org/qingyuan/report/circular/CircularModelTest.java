package org.qingyuan.report.circular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.qingyuan.report.circular.Samples.NINE;
import static org.qingyuan.report.circular.Samples.input;
import static org.qingyuan.report.circular.Samples.results;
import static org.qingyuan.report.circular.Samples.run;
import static org.qingyuan.report.circular.Samples.session;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.qingyuan.estimate.Consistency;
import org.qingyuan.finding.Estimate;
import org.qingyuan.finding.RunSummary;
import org.qingyuan.registry.Factors;
import org.qingyuan.registry.HardwareTable;
import org.qingyuan.report.circular.CircularModel.AlgorithmLine;
import org.qingyuan.report.circular.CircularModel.KindLine;

class CircularModelTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static CircularModel model(ResultSource... sources) throws IOException {
        return model(List.of(sources));
    }

    private static CircularModel model(List<ResultSource> sources) throws IOException {
        return new Circulars(ZONE, HardwareTable.builtIn(), Factors.builtIn()).model(sources);
    }

    private static RunSummary hours(long count) {
        return run("A", input("a.pcap", NINE, NINE.plusSeconds(count * 3600)));
    }

    private static AlgorithmLine line(CircularModel model, String algorithm) {
        return model.algorithms().stream()
                .filter(line -> line.algorithm().equals(algorithm))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void dividesTheSumOfWorkByTheWindow() throws IOException {
        CircularModel model = model(Samples.campus());
        AlgorithmLine monero = line(model, "rx/0");
        // 144 + 60 shares of 100,000 hashes in 6 hours; the session without shares adds time and an upper end only
        assertThat(Objects.requireNonNull(monero.rate()).best()).isCloseTo(20_400_000 / 21_600.0, within(1e-9));
        // two ran at once: 1,000 H/s and 833.3 H/s
        assertThat(Objects.requireNonNull(monero.peak()).rate().best()).isCloseTo(1833.333, within(0.001));
        // at 0.0143 J/H
        assertThat(Objects.requireNonNull(monero.watts()).best()).isCloseTo(13.5056, within(0.0001));
    }

    @Test
    void addsEnergyOverAlgorithmsAndNeverRates() throws IOException {
        CircularModel model = model(Samples.campus());
        double sum = model.algorithms().stream()
                .map(AlgorithmLine::watts)
                .filter(Objects::nonNull)
                .mapToDouble(Estimate::best)
                .sum();
        assertThat(model.algorithms()).hasSize(3);
        assertThat(Objects.requireNonNull(model.figures().watts()).best()).isCloseTo(sum, within(1e-9));
    }

    @Test
    void countsEachAddressOnceByKindWithUnregisteredAsARow() throws IOException {
        CircularModel model = model(Samples.campus());
        assertThat(model.kinds().clients()).isEqualTo(5);
        assertThat(model.kinds().named()).isEqualTo(3);
        assertThat(model.kinds().lines())
                .extracting(KindLine::kind, KindLine::clients)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("university", 2L),
                        org.assertj.core.groups.Tuple.tuple("enterprise", 1L),
                        org.assertj.core.groups.Tuple.tuple("internet-cafe", 1L),
                        org.assertj.core.groups.Tuple.tuple("unregistered", 1L));
    }

    @Test
    void keepsUnconfirmedSessionsAndAttemptsOutOfTotals() throws IOException {
        CircularModel model = model(results(
                hours(1),
                session("10.0.0.1").with("unconfirmed", true),
                session("10.0.0.2").attempt("refused", 14)));
        assertThat(model.figures().sessions()).isZero();
        assertThat(model.figures().bytes()).isZero();
        assertThat(model.figures().clients()).isZero();
        assertThat(model.algorithms()).isEmpty();
        assertThat(model.unconfirmed().total()).isEqualTo(1);
        assertThat(model.attemptCount()).isEqualTo(14);
    }

    @Test
    void leavesGapsOverAnHourOutOfTheWindow() throws IOException {
        RunSummary run = run(
                "A",
                input("a.pcap", NINE, NINE.plusSeconds(3600)),
                input("b.pcap", NINE.plusSeconds(7200), NINE.plusSeconds(10_800)),
                input("c.pcap", NINE.plusSeconds(14_401), NINE.plusSeconds(18_000)));
        CircularModel model = model(results(run, session("10.0.0.1")));
        // one hour between a and b is bridged, one hour and a second between b and c is not
        assertThat(model.window().seconds()).isEqualTo(10_800 + 3_599);
        assertThat(model.window().observed().gaps()).hasSize(1);
        assertThat(model.header().firstDay()).isEqualTo(LocalDate.of(2021, 10, 12));
    }

    @Test
    void cutsTheWindowToWhatTheRunWasToldToLookAt() throws IOException {
        Map<String, Object> parameters = Map.of("from", Samples.moment(NINE.plusSeconds(600)));
        RunSummary run = run("A", parameters, input("a.pcap", NINE, NINE.plusSeconds(3600)));
        assertThat(model(results(run)).window().seconds()).isEqualTo(3000);
    }

    @Test
    void takesTheWindowFromFindingsWhenTheRunLineIsMissing() throws IOException {
        CircularModel model = model(results(null, session("10.0.0.1").time(NINE, 1800)));
        assertThat(model.window().seconds()).isEqualTo(1800);
        assertThat(model.window().fromFindings()).isTrue();
        assertThat(model.header().runs()).singleElement().matches(run -> !run.hasRunLine());
    }

    @Test
    void countsCoolingPriceAndCarbonOnlyInTheCost() throws IOException {
        CircularModel model = model(results(hours(1), session("10.0.0.1").heldBy(Samples.UNIVERSITY)));
        double machines = 1000 * 0.0143 * 24 / 1000;
        CircularModel.Cost cost = model.cost();
        assertThat(Objects.requireNonNull(cost.energyPerDay()).best()).isCloseTo(machines * 1.2, within(1e-9));
        double price = Factors.builtIn().electricityPrice().best();
        assertThat(Objects.requireNonNull(cost.yuanPerDay()).best()).isCloseTo(machines * 1.2 * price, within(1e-9));
        assertThat(cost.publicYuanPerDay()).isEqualTo(cost.yuanPerDay());
        double carbon = Factors.builtIn().carbon(2021).best();
        assertThat(Objects.requireNonNull(cost.co2PerDay()).best()).isCloseTo(machines * 1.2 * carbon, within(1e-9));
    }

    @Test
    void givesNoPublicMoneyWherePublicOrganisationsHoldNothing() throws IOException {
        CircularModel model = model(results(hours(1), session("10.0.0.1").heldBy(Samples.CAFE)));
        assertThat(model.cost().publicYuanPerDay()).isNull();
    }

    @Test
    void countsSessionsWithoutRateButNotInEnergy() throws IOException {
        CircularModel model =
                model(results(hours(1), session("10.0.0.1"), session("10.0.0.2").shares(0, 0)));
        assertThat(model.figures().sessions()).isEqualTo(2);
        assertThat(model.figures().withoutRate()).isEqualTo(1);
        assertThat(Objects.requireNonNull(line(model, "rx/0").rate()).best()).isCloseTo(1000, within(1e-9));
    }

    @Test
    void givesNoPowerToAnAlgorithmWithoutHardware() throws IOException {
        CircularModel model = model(results(hours(1), session("10.0.0.1").algorithm("made-up", null, "stratum-v1")));
        assertThat(line(model, "made-up").rate()).isNotNull();
        assertThat(line(model, "made-up").watts()).isNull();
        assertThat(model.figures().watts()).isNull();
        assertThat(model.cost().energyPerDay()).isNull();
    }

    @Test
    void listsTheThousandLargestAndCountsAll() throws IOException {
        Samples.Session[] many = new Samples.Session[1_005];
        for (int i = 0; i < many.length; i++) {
            many[i] = session("10.0." + i / 250 + "." + i % 250).shares(10 + i, 100_000);
        }
        CircularModel model = model(results(hours(1), many));
        assertThat(model.sessions().top()).hasSize(1_000);
        assertThat(model.sessions().left()).isEqualTo(5);
        assertThat(model.figures().sessions()).isEqualTo(1_005);
        assertThat(model.sessions().top().getFirst().values().count("shares", "accepted"))
                .isEqualTo(1_014);
        assertThat(model.sessions().top().getLast().values().count("shares", "accepted"))
                .isEqualTo(15);
    }

    @Test
    void goesOnToDaysWhenHoursAreTooMany() throws IOException {
        CircularModel hourly = model(results(hours(168), session("10.0.0.1").time(NINE, 168 * 3600)));
        CircularModel daily = model(results(hours(169), session("10.0.0.1").time(NINE, 169 * 3600)));
        assertThat(hourly.timeLine().step()).isEqualTo(CircularModel.Step.HOUR);
        assertThat(hourly.timeLine().buckets()).hasSize(168);
        assertThat(daily.timeLine().step()).isEqualTo(CircularModel.Step.DAY);
        assertThat(daily.timeLine().buckets()).hasSize(8);
    }

    @Test
    void flagsMixturesOfAlgorithms() throws IOException {
        assertThat(model(Samples.campus()).consistency().isMixture()).isTrue();
        CircularModel single = model(results(hours(1), session("10.0.0.1")));
        assertThat(single.consistency().isMixture()).isFalse();
        assertThat(single.consistency().algorithms())
                .singleElement()
                .extracting(CircularModel.AlgorithmCheck::verdict)
                .isEqualTo(Consistency.Verdict.WITHIN);
    }

    @Test
    void understandsThatSitesLookedAtDifferentTimes() throws IOException {
        RunSummary other = run("B", input("b.pcap", NINE, NINE.plusSeconds(1800)));
        CircularModel model = model(results(hours(1), session("10.0.0.1")), results(other, session("10.0.0.1")));
        assertThat(model.window().sitesDiffer()).isTrue();
        // the same private address at two sites is two clients
        assertThat(model.figures().clients()).isEqualTo(2);
        assertThat(model.header().sites()).containsExactly("A", "B");
    }

    @Test
    void isEmptyWithoutResults() throws IOException {
        CircularModel model = model(results(run("A")));
        assertThat(model.window().seconds()).isZero();
        assertThat(model.header().firstDay()).isNull();
        assertThat(model.sessions().total()).isZero();
    }

    @Test
    void takesTheZoneOfTheRunLineWhereNoneIsGiven() throws IOException {
        RunSummary run = run("A", Map.of("zone", "Asia/Urumqi"), input("a.pcap", NINE, NINE.plusSeconds(60)));
        Circulars circulars = new Circulars(null, HardwareTable.builtIn(), Factors.builtIn());
        assertThat(circulars.model(List.of(results(run))).header().zone()).isEqualTo(ZoneId.of("Asia/Urumqi"));
        assertThat(circulars.model(List.of(results(run("A")))).header().zone()).isEqualTo(ZONE);
    }

    @Test
    void readsFieldsOfAnotherTypeAsMissing() throws IOException {
        CircularModel model = model(results(
                hours(1),
                session("10.0.0.1")
                        .with("client", 5L)
                        .with("server", "x")
                        .with("work", List.of())
                        .with("shares", "many")
                        .with("bytes", true)
                        .with("hours", List.of("x", 1L, Map.of("hour", "yesterday")))
                        .with("hashRate", Map.of("low", "0", "unit", 1L)),
                session("10.0.0.2").with("work", Map.of("unit", "H", "hashes", -1.0))));
        assertThat(model.figures().sessions()).isEqualTo(2);
        assertThat(model.figures().withoutRate()).isEqualTo(2);
        assertThat(model.figures().clients()).isEqualTo(2);
    }

    @Test
    void readsIntervalsAndMomentsInTheirWrittenForm() {
        Values values = new Values(Map.of(
                "rate", Map.of("low", 1L, "best", 2.5, "high", 3L, "unit", "H/s"),
                "wrong", Map.of("low", 3L, "best", 2L, "high", 1L, "unit", "H/s"),
                "hour", "2021-10-12T01:00:00.000000Z"));
        assertThat(values.estimate("rate")).isEqualTo(new Estimate(1, 2.5, 3, "H/s"));
        assertThat(values.estimate("wrong")).isNull();
        assertThat(values.instant("hour")).isEqualTo(NINE);
        assertThat(values.instant("rate")).isNull();
    }
}
