package org.qingyuan.estimate;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.qingyuan.estimate.Consistency.Verdict;
import org.qingyuan.finding.Estimate;
import org.qingyuan.registry.Efficiency;
import org.qingyuan.registry.HardwareTable;

class ConsistencyTest {
    private static final LocalDate OCTOBER_2021 = LocalDate.of(2021, 10, 14);
    private static final PublishedFigures JIANGSU = PublishedFigures.JIANGSU_2021;

    private static Efficiency hardware(String algorithm) {
        return requireNonNull(HardwareTable.builtIn().at(algorithm, OCTOBER_2021));
    }

    @Test
    void jiangsuNeedsElevenTimesTheOldestBitcoinMiner() {
        assertThat(JIANGSU.watts()).isCloseTo(10.83e6, within(0.01e6));
        assertThat(JIANGSU.joulesPerHash() * 1e12).isCloseTo(1_083.0, within(1.0));
        assertThat(Consistency.compare(JIANGSU.joulesPerHash(), hardware("sha256d")))
                .isEqualTo(Verdict.ABOVE);
        assertThat(JIANGSU.joulesPerHash() / hardware("sha256d").high()).isCloseTo(11, within(0.1));
    }

    @Test
    void jiangsuNeedsASecondAlgorithm() {
        Estimate ethash = JIANGSU.secondAlgorithm(hardware("sha256d"), hardware("ethash"));
        // The published discussion takes 2.3-4.0 J/MH and gets 2.5-4.7 TH/s; our band is 1.5-4.6.
        assertThat(ethash.low()).isCloseTo(2.14e12, within(0.01e12));
        assertThat(ethash.best()).isCloseTo(3.45e12, within(0.01e12));
        assertThat(ethash.high()).isCloseTo(7.03e12, within(0.01e12));
        assertThat(ethash.best() / JIANGSU.hashesPerSecond()).isLessThan(0.0005);
        assertThat(ethash.best() * hardware("ethash").best() / JIANGSU.watts()).isGreaterThan(0.9);
        assertThat(ethash.best() / 60e6 / JIANGSU.addresses())
                .as("cards an address")
                .isBetween(9.0, 18.0);
    }

    @Test
    void jiangsuAddressesAreGateways() {
        assertThat(JIANGSU.kilowattsPerAddress()).isCloseTo(2.41, within(0.01));
        assertThat(Consistency.compare(JIANGSU.kilowattsPerAddress(), Consistency.KILOWATTS_PER_MACHINE))
                .isEqualTo(Verdict.WITHIN);
        assertThat(JIANGSU.kilobitsPerAddress()).isCloseTo(30.4, within(0.05));
        assertThat(Consistency.compare(JIANGSU.kilobitsPerAddress(), Consistency.KILOBITS_PER_SESSION))
                .isEqualTo(Verdict.ABOVE);
    }

    @Test
    void endsOfABandBelongToIt() {
        Estimate band = new Estimate(1, 2, 3, "kW");
        assertThat(Consistency.compare(Math.nextDown(1.0), band)).isEqualTo(Verdict.BELOW);
        assertThat(Consistency.compare(1, band)).isEqualTo(Verdict.WITHIN);
        assertThat(Consistency.compare(3, band)).isEqualTo(Verdict.WITHIN);
        assertThat(Consistency.compare(Math.nextUp(3.0), band)).isEqualTo(Verdict.ABOVE);
    }

    @Test
    void anIntervalIsBesideABandOnlyWhenNoneOfItLiesWithin() {
        Estimate band = new Estimate(1, 2, 3, "kW");
        assertThat(Consistency.compare(new Estimate(0.1, 0.5, 1, "kW"), band)).isEqualTo(Verdict.WITHIN);
        assertThat(Consistency.compare(new Estimate(0.1, 0.5, 0.9, "kW"), band)).isEqualTo(Verdict.BELOW);
        assertThat(Consistency.compare(new Estimate(3, 4, 5, "kW"), band)).isEqualTo(Verdict.WITHIN);
        assertThat(Consistency.compare(new Estimate(3.1, 4, 5, "kW"), band)).isEqualTo(Verdict.ABOVE);
    }

    @Test
    void nothingIsUnexplainedWhereThePowerIsSmall() {
        assertThat(Consistency.unexplained(1, 1e15, hardware("sha256d"))).isEqualTo(new Estimate(0, 0, 0, "W"));
    }

    @Test
    void zeroIsNoFigure() {
        assertThatThrownBy(() -> Consistency.joulesPerHash(1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Consistency.each(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
