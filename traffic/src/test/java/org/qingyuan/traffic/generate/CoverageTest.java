package org.qingyuan.traffic.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.qingyuan.estimate.HashRate;
import org.qingyuan.estimate.Work;
import org.qingyuan.finding.Estimate;
import org.qingyuan.traffic.generate.SessionSampler.Sample;
import org.qingyuan.traffic.generate.SessionSampler.VarDiff;

/// How often the 95 % interval of a hash rate holds the rate that was planted, over sessions of pinned seeds.
class CoverageTest {
    private static final int SESSIONS = 2_000;
    private static final double RATE = 4_600;

    private interface Draw {
        Sample session(SplittableRandom random);
    }

    private static double coverage(Draw draw, int leastShares) {
        int held = 0;
        int counted = 0;
        for (long seed = 0; counted < SESSIONS; seed++) {
            Sample sample = draw.session(new SplittableRandom(seed));
            if (sample.shares().size() < leastShares) {
                continue;
            }
            counted++;
            held += holds(sample) ? 1 : 0;
        }
        return held / (double) SESSIONS;
    }

    private static boolean holds(Sample sample) {
        Work work = new Work("H", sample.shares().size(), sample.work(), sample.squares(), sample.largestWeight(), 0);
        Estimate estimate = HashRate.of(work, sample.seconds());
        return estimate.low() <= sample.rate() && sample.rate() <= estimate.high();
    }

    /// Lengths are far above 50 shares, so that asking for 50 leaves nothing out and bends nothing.
    @Test
    void equalWeightsAndManySharesHoldTheTruthIn94To97Percent() {
        for (double shares : new double[] {90, 150, 400}) {
            double weight = 50_000;
            double seconds = shares * weight / RATE;
            assertThat(coverage(random -> SessionSampler.constant(random, RATE, weight, seconds), 50))
                    .as("%s shares expected", shares)
                    .isBetween(0.94, 0.97);
        }
    }

    @Test
    void fewSharesHoldTheTruthInAtLeast94Percent() {
        for (double shares : new double[] {0.3, 1, 3, 10, 30}) {
            double weight = 50_000;
            double seconds = shares * weight / RATE;
            assertThat(coverage(random -> SessionSampler.constant(random, RATE, weight, seconds), 0))
                    .as("%s shares expected", shares)
                    .isGreaterThanOrEqualTo(0.94);
        }
    }

    @Test
    void varDiffHoldsTheTruthInAtLeast94Percent() {
        for (double factor : new double[] {0.02, 0.2, 1, 8}) {
            VarDiff rule = VarDiff.usual(factor * RATE * 15, weight -> Math.rint(weight));
            for (double seconds : new double[] {120, 600, 3_600}) {
                assertThat(coverage(random -> SessionSampler.varDiff(random, RATE, rule, seconds), 0))
                        .as("first weight %s of the aim, %s s", factor, seconds)
                        .isGreaterThanOrEqualTo(0.94);
            }
        }
    }

    @Test
    void sharesComeAtTheirRate() {
        double work = 0;
        double seconds = 0;
        VarDiff rule = VarDiff.usual(5_000, weight -> weight);
        for (long seed = 0; seed < SESSIONS; seed++) {
            Sample sample = SessionSampler.varDiff(new SplittableRandom(seed), RATE, rule, 900);
            work += sample.work();
            seconds += sample.seconds();
        }
        assertThat(work / seconds / RATE).isBetween(0.99, 1.01);
    }

    @Test
    void aShareHasTheWeightOfTheStepInForce() {
        VarDiff rule = VarDiff.usual(5_000, weight -> weight);
        Sample sample = SessionSampler.varDiff(new SplittableRandom(7), RATE, rule, 900);

        assertThat(sample.steps()).hasSizeGreaterThan(1);
        for (SessionSampler.Share share : sample.shares()) {
            double inForce = sample.steps().stream()
                    .filter(step -> step.at() <= share.at())
                    .reduce((first, second) -> second)
                    .orElseThrow()
                    .weight();
            assertThat(share.weight()).isEqualTo(inForce);
        }
    }
}
