package org.qingyuan.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.qingyuan.finding.Estimate;
import org.qingyuan.registry.Efficiency;

class PowerTest {
    private static final Efficiency RANDOMX =
            new Efficiency("rx/0", LocalDate.of(2019, 11, 30), 0.010, 0.0143, 0.05, "test");

    @Test
    void multipliesEndByEnd() {
        Power power = Power.of(new Estimate(1_000, 2_000, 4_000, "H/s"), RANDOMX);
        assertThat(power.watts().low()).isCloseTo(10, within(1e-9));
        assertThat(power.watts().best()).isCloseTo(28.6, within(1e-9));
        assertThat(power.watts().high()).isCloseTo(200, within(1e-9));
        assertThat(power.watts().unit()).isEqualTo("W");
    }

    @Test
    void saysWhichPartIsRelativelyWider() {
        // (0.05 - 0.01) / 0.0143 = 2.797
        assertThat(Power.of(new Estimate(100, 100, 379.7, "H/s"), RANDOMX).dominatedBy())
                .isEqualTo("efficiency");
        assertThat(Power.of(new Estimate(100, 100, 379.8, "H/s"), RANDOMX).dominatedBy())
                .isEqualTo("rate");
        assertThat(Power.of(new Estimate(0, 0, 5, "H/s"), RANDOMX).dominatedBy())
                .isEqualTo("rate");
    }

    @Test
    void energyOfADay() {
        assertThat(Power.energyPerDay(new Estimate(500, 1_000, 2_000, "W")))
                .isEqualTo(new Estimate(12, 24, 48, "kWh/day"));
    }

    @Test
    void roundsToSignificantDigits() {
        assertThat(Rounding.significant(123_456.5, 6)).isEqualTo(123_456);
        assertThat(Rounding.significant(123_457.5, 6)).isEqualTo(123_458);
        assertThat(Rounding.significant(0.000_123_456_78, 6)).isEqualTo(0.000_123_457);
        assertThat(Rounding.significant(-1.25, 2)).isEqualTo(-1.2);
        assertThat(Rounding.significant(0, 6)).isZero();
        assertThat(Rounding.significant(Double.POSITIVE_INFINITY, 6)).isInfinite();
    }
}
