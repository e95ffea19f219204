package org.qingyuan.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.qingyuan.finding.Estimate;

class HashRateTest {
    private static Work equal(long shares, double weight) {
        return new Work("H", shares, shares * weight, shares * weight * weight, weight, 0);
    }

    @Test
    void fiveMoneroSharesIn56Seconds() {
        Estimate rate = HashRate.of(equal(5, 10_000), 56.5);
        assertThat(rate.best()).isCloseTo(885, within(0.5));
        assertThat(rate.low()).isCloseTo(287, within(0.5));
        assertThat(rate.high()).isCloseTo(2_065, within(0.5));
        assertThat(rate.unit()).isEqualTo("H/s");
    }

    @Test
    void oneEthereumShareIn292Seconds() {
        Estimate rate = HashRate.of(equal(1, 5.0e9), 291.7);
        assertThat(rate.best()).isCloseTo(17.1e6, within(0.05e6));
        assertThat(rate.low()).isCloseTo(0.43e6, within(0.005e6));
        assertThat(rate.high()).isCloseTo(95.5e6, within(0.1e6));
        assertThat(30.4e6).as("what the miner says of itself").isBetween(rate.low(), rate.high());
    }

    @Test
    void factorsForEqualWeights() {
        assertFactors(1, 0.025, 5.57);
        assertFactors(10, 0.48, 1.84);
        assertFactors(30, 0.67, 1.43);
        assertFactors(100, 0.81, 1.22);
        assertFactors(400, 0.90, 1.10);
        assertFactors(1000, 0.94, 1.06);
    }

    private static void assertFactors(long shares, double low, double high) {
        Estimate rate = HashRate.of(equal(shares, 1), (double) shares);
        assertThat(rate.best()).isEqualTo(1);
        assertThat(rate.low()).as("low of %d", shares).isCloseTo(low, within(0.006));
        assertThat(rate.high()).as("high of %d", shares).isCloseTo(high, within(0.006));
    }

    @Test
    void noShareLeavesAnUpperEnd() {
        Estimate rate = HashRate.of(equal(0, 10_000), 100);
        assertThat(rate.low()).isZero();
        assertThat(rate.best()).isZero();
        assertThat(rate.high()).isCloseTo(3.688879 * 100, within(1e-3));
    }

    @Test
    void unequalWeightsUseTheLargestAnnounced() {
        Work seen = new Work("H", 3, 3, 3, 1, 0);
        Work announced = new Work("H", 3, 3, 3, 8, 0);
        assertThat(HashRate.of(announced, 1).low())
                .isEqualTo(HashRate.of(seen, 1).low());
        // y + M = 11, v + M^2 = 67: 67/22 * chi2(0.975; 242/67 = 3.6119) = 3.04545 * 10.4749
        assertThat(HashRate.of(announced, 1).high()).isCloseTo(31.9, within(0.2));
        assertThat(HashRate.of(announced, 1).high())
                .isGreaterThan(HashRate.of(seen, 1).high());
    }

    @Test
    void missingAnnouncementFallsBackToTheMeanWeight() {
        Work work = new Work("H", 4, 40, 400, 0, 0);
        assertThat(HashRate.of(work, 2)).isEqualTo(HashRate.of(new Work("H", 4, 40, 400, 10, 0), 2));
    }

    @Test
    void solutionsStaySolutions() {
        assertThat(HashRate.of(new Work("Sol", 1, 8192, 8192.0 * 8192, 8192, 0), 10)
                        .unit())
                .isEqualTo("Sol/s");
    }

    @Test
    void manySharesNarrowTheInterval() {
        Estimate rate = HashRate.of(equal(1_000_000_000L, 1e12), 1e9);
        assertThat(rate.low() / rate.best()).isCloseTo(1 - 1.96 / Math.sqrt(1e9), within(1e-6));
        assertThat(rate.high() / rate.best()).isCloseTo(1 + 1.96 / Math.sqrt(1e9), within(1e-6));
    }

    @Test
    void appliesNeitherWithoutTimeNorWithoutScale() {
        assertThat(HashRate.applies(equal(1, 1), Double.MIN_NORMAL)).isFalse();
        assertThat(HashRate.applies(equal(1, 1), 1e-6)).isTrue();
        assertThat(HashRate.applies(equal(1, 1), 0)).isFalse();
        assertThat(HashRate.applies(equal(1, 1), Double.NaN)).isFalse();
        assertThat(HashRate.applies(Work.none("H"), 10)).isFalse();
        assertThat(HashRate.applies(new Work("H", 0, 0, 0, 5, 0), 10)).isTrue();
        assertThatThrownBy(() -> HashRate.of(Work.none("H"), 10)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void absurdWeightsNeverBreakTheInterval() {
        for (double weight = 1e-300; weight < 1e300; weight *= 1e7) {
            for (double seconds : new double[] {1e-9, 1, 1e9}) {
                Work work = new Work("H", 2, 2 * weight, 2 * weight * weight, weight, 0);
                if (HashRate.applies(work, seconds)) {
                    assertThat(HashRate.of(work, seconds).high()).isFinite();
                }
            }
        }
        assertThat(HashRate.applies(equal(2, 1e200), 1)).isFalse();
        assertThat(HashRate.applies(equal(2, 1e60), 1)).isTrue();
    }

    @Test
    void oneHeavyShareAmongLightOnesKeepsTheOrder() {
        Work work = equal(1_000, 1).plus(equal(1, 1e9));
        Estimate rate = HashRate.of(work, 10);
        assertThat(rate.low()).isPositive().isLessThan(rate.best());
        assertThat(rate.high()).isGreaterThan(rate.best());
    }
}
