package org.qingyuan.estimate;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.qingyuan.estimate.ObservedWindow.Span;
import org.qingyuan.estimate.Totals.Contribution;
import org.qingyuan.finding.Estimate;
import org.qingyuan.registry.Efficiency;

class TotalsTest {
    private static final Efficiency OLD = new Efficiency("sha256d", LocalDate.of(2021, 1, 1), 1, 2, 4, "test");
    private static final Efficiency NEW = new Efficiency("sha256d", LocalDate.of(2024, 1, 1), 0.5, 1, 2, "test");
    private static final Efficiency OTHER = new Efficiency("rx/0", LocalDate.of(2019, 11, 30), 3, 5, 7, "test");

    private static Work equal(long shares, double weight) {
        return new Work("H", shares, shares * weight, shares * weight * weight, weight, 0);
    }

    private static Instant minute(int minute) {
        return Instant.parse("2026-11-20T00:00:00Z").plusSeconds(60L * minute);
    }

    @Test
    void windowBridgesAnHourAndLeavesOutWhatIsLonger() {
        ObservedWindow window = ObservedWindow.of(List.of(
                new Span(minute(181), minute(200)),
                new Span(minute(0), minute(50)),
                new Span(minute(110), minute(120))));
        assertThat(window.spans())
                .containsExactly(new Span(minute(0), minute(120)), new Span(minute(181), minute(200)));
        assertThat(window.gaps()).containsExactly(new Span(minute(120), minute(181)));
        assertThat(window.seconds()).isEqualTo(139 * 60);
    }

    @Test
    void windowCountsOverlapsOnce() {
        ObservedWindow window =
                ObservedWindow.of(List.of(new Span(minute(0), minute(60)), new Span(minute(10), minute(20))));
        assertThat(window.seconds()).isEqualTo(3_600);
        assertThat(window.gaps()).isEmpty();
        assertThat(ObservedWindow.of(List.of()).seconds()).isZero();
    }

    @Test
    void windowKeepsNanoseconds() {
        Span span = new Span(minute(0), minute(0).plusNanos(1_500));
        assertThat(ObservedWindow.of(List.of(span)).seconds()).isCloseTo(1.5e-6, within(1e-15));
    }

    @Test
    void sumsWorkOverTheWindowNotRates() {
        Totals totals = Totals.of(
                List.of(
                        new Contribution("sha256d", equal(10, 100), OLD),
                        new Contribution("sha256d", equal(30, 100), OLD)),
                1_000);
        Totals.Total total = totals.algorithms().getFirst();
        assertThat(total.rate()).isEqualTo(HashRate.of(equal(40, 100), 1_000));
        assertThat(total.watts())
                .isEqualTo(Power.of(requireNonNull(total.rate()), OLD).watts());
    }

    @Test
    void addsEnergyButNeverRatesOfTwoAlgorithms() {
        Totals totals = Totals.of(
                List.of(new Contribution("sha256d", equal(10, 100), OLD), new Contribution("rx/0", equal(5, 7), OTHER)),
                100);
        assertThat(totals.algorithms()).extracting(Totals.Total::algorithm).containsExactly("rx/0", "sha256d");
        Estimate watts = requireNonNull(totals.watts());
        assertThat(watts.best()).isCloseTo(10 * 100 / 100.0 * 2 + 5 * 7 / 100.0 * 5, within(1e-9));
        assertThat(requireNonNull(totals.energyPerDay()).best()).isCloseTo(watts.best() * 0.024, within(1e-9));
    }

    @Test
    void hardwareOfTwoTimesIsWeighedBySessions() {
        Totals totals = Totals.of(
                List.of(
                        new Contribution("sha256d", equal(10, 100), OLD),
                        new Contribution("sha256d", equal(10, 100), NEW)),
                100);
        assertThat(requireNonNull(totals.watts()).best()).isCloseTo(10 * 2 + 10 * 1, within(1e-9));
    }

    @Test
    void unknownHardwareHasNoPower() {
        Totals totals = Totals.of(List.of(new Contribution("x11", equal(10, 100), null)), 100);
        assertThat(totals.algorithms().getFirst().rate()).isNotNull();
        assertThat(totals.algorithms().getFirst().energyPerDay()).isNull();
        assertThat(totals.watts()).isNull();
        assertThat(totals.energyPerDay()).isNull();
    }

    @Test
    void orderOfSessionsChangesNoDigit() {
        List<Contribution> sessions = List.of(
                new Contribution("rx/0", equal(3, 0.1), OTHER),
                new Contribution("rx/0", equal(7, 1e9), OTHER),
                new Contribution("rx/0", equal(5, 0.3), OTHER));
        assertThat(Totals.of(sessions.reversed(), 77)).isEqualTo(Totals.of(sessions, 77));
    }

    @Test
    void unitsDoNotMix() {
        assertThatThrownBy(() -> Work.none("H").plus(Work.none("Sol"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void peakIsWhereMostRunsAtTheSameTime() {
        PeakRate peak = requireNonNull(PeakRate.of(List.of(
                new PeakRate.Session(minute(0), minute(10), equal(60, 100)),
                new PeakRate.Session(minute(5), minute(15), equal(30, 100)),
                new PeakRate.Session(minute(20), minute(30), equal(80, 100)))));
        assertThat(peak.from()).isEqualTo(minute(5));
        assertThat(peak.sessions()).isEqualTo(2);
        assertThat(peak.rate().best()).isCloseTo(15, within(1e-9));
        // Both lasted ten minutes: the shares of both in their own time.
        Estimate together = HashRate.of(equal(90, 100), 600);
        assertThat(peak.rate().low()).isCloseTo(together.low(), within(1e-9));
        assertThat(peak.rate().high()).isCloseTo(together.high(), within(1e-9));
    }

    @Test
    void oneAfterTheOtherIsNotTogether() {
        PeakRate peak = requireNonNull(PeakRate.of(List.of(
                new PeakRate.Session(minute(0), minute(10), equal(60, 100)),
                new PeakRate.Session(minute(10), minute(20), equal(60, 100)))));
        assertThat(peak.sessions()).isEqualTo(1);
        assertThat(peak.from()).isEqualTo(minute(0));
    }

    @Test
    void peakNeedsASessionWithARate() {
        assertThat(PeakRate.of(List.of())).isNull();
        assertThat(PeakRate.of(List.of(new PeakRate.Session(minute(0), minute(0), equal(1, 1)))))
                .isNull();
        assertThat(PeakRate.of(List.of(new PeakRate.Session(minute(0), minute(1), Work.none("H")))))
                .isNull();
    }
}
