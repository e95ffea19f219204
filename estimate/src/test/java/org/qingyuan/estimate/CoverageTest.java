package org.qingyuan.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.qingyuan.finding.Estimate;

/// How often the 95 % interval holds the true rate, over 2,000 sampled sessions of pinned seeds. Shares come as a
/// Poisson process at rate / weight; a pool that moves the difficulty aims at a share every 15 s, looks every 90 s.
class CoverageTest {
    private static final int SESSIONS = 2_000;

    @Test
    void equalWeightsWithFiftySharesOrMore() {
        double coverage = coverage(1, random -> {
            double expected = 60 + random.nextDouble() * 400;
            return equalWeights(random, expected * 10_000 / 3_600, 10_000, 3_600);
        });
        assertThat(coverage).isBetween(0.94, 0.97);
    }

    @Test
    void equalWeightsWithFewShares() {
        double coverage = coverage(2, random -> {
            double expected = 0.2 + random.nextDouble() * 20;
            return equalWeights(random, expected * 10_000 / 300, 10_000, 300);
        });
        assertThat(coverage).isGreaterThanOrEqualTo(0.94);
    }

    @Test
    void movingDifficulty() {
        double coverage = coverage(3, random -> {
            double rate = Math.exp(5 + random.nextDouble() * 6);
            double start = rate * Math.exp(random.nextDouble() * 6 - 1);
            return movingWeights(random, rate, start, 300 + random.nextDouble() * 7_200);
        });
        assertThat(coverage).isGreaterThanOrEqualTo(0.94);
    }

    @Test
    void movingDifficultyInShortSessions() {
        double coverage = coverage(4, random -> {
            double rate = 1_000;
            double start = rate * Math.exp(random.nextDouble() * 4);
            return movingWeights(random, rate, start, 60 + random.nextDouble() * 240);
        });
        assertThat(coverage).isGreaterThanOrEqualTo(0.94);
    }

    @Test
    void sumOverManySessionsOfOneAlgorithm() {
        double coverage = coverage(5, random -> {
            Work total = Work.none("H");
            double rate = 0;
            for (int i = 0; i < 20; i++) {
                double own = 100 + random.nextDouble() * 10_000;
                rate += own;
                total = total.plus(movingWeights(random, own, own * 30, 1_800).work);
            }
            return new Sampled(total, 1_800, rate);
        });
        assertThat(coverage).isGreaterThanOrEqualTo(0.94);
    }

    private record Sampled(Work work, double seconds, double trueRate) {
        boolean held() {
            Estimate estimate = HashRate.of(work, seconds);
            return estimate.low() <= trueRate && trueRate <= estimate.high();
        }
    }

    private static double coverage(long seed, Function<SplittableRandom, Sampled> session) {
        SplittableRandom random = new SplittableRandom(seed);
        int held = 0;
        for (int i = 0; i < SESSIONS; i++) {
            held += session.apply(random.split()).held() ? 1 : 0;
        }
        return held / (double) SESSIONS;
    }

    private static Sampled equalWeights(SplittableRandom random, double rate, double weight, double seconds) {
        Work work = new Work("H", 0, 0, 0, weight, 0);
        for (double at = wait(random, weight / rate); at < seconds; at += wait(random, weight / rate)) {
            work = work.accepted(weight);
        }
        return new Sampled(work, seconds, rate);
    }

    private static Sampled movingWeights(SplittableRandom random, double rate, double start, double seconds) {
        double weight = start;
        Work work = new Work("H", 0, 0, 0, weight, 0);
        int sinceLook = 0;
        double nextLook = 90;
        double at = wait(random, weight / rate);
        while (at < seconds) {
            if (at >= nextLook) {
                double moved = weight * 15 / (90.0 / Math.max(sinceLook, 0.5));
                boolean moves = moved > weight * 1.3 || moved < weight * 0.7;
                weight = moves ? Math.clamp(moved, weight / 4, weight * 4) : weight;
                work = work.plus(new Work("H", 0, 0, 0, weight, 0));
                at = nextLook + wait(random, weight / rate);
                nextLook += 90;
                sinceLook = 0;
            } else {
                work = work.accepted(weight);
                sinceLook++;
                at += wait(random, weight / rate);
            }
        }
        return new Sampled(work, seconds, rate);
    }

    private static double wait(SplittableRandom random, double mean) {
        return -Math.log(1 - random.nextDouble()) * mean;
    }
}
