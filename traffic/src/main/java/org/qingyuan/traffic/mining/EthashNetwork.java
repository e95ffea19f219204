package org.qingyuan.traffic.mining;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Tells ethash from etchash by what a job shows of its block's height, or by the date where only one of them existed.
///
/// A seed hash stands for 30,000 blocks (see [EthashSeeds]); Ethereum Classic doubled its epochs at block 11,700,000 on
/// 2020-11-28 (ECIP-1099), so its seeds are those of even epochs.
/// Ethereum left mining at block 15,537,394 on 2022-09-15.
final class EthashNetwork {
    static final String ETHASH = "ethash";
    static final String ETCHASH = "etchash";

    private static final int EPOCH = 30_000;
    private static final long TOLERANCE = 120_000;
    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final long ETCHASH_FROM = LocalDate.of(2020, 11, 28).toEpochDay();
    private static final long MERGE = LocalDate.of(2022, 9, 15).toEpochDay();

    /// Day and height of known blocks, by which heights between are interpolated.
    private static final long[][] ETHEREUM = {
        {LocalDate.of(2020, 11, 28).toEpochDay(), 11_345_000},
        {LocalDate.of(2021, 4, 15).toEpochDay(), 12_244_000},
        {LocalDate.of(2021, 8, 5).toEpochDay(), 12_965_000},
        {LocalDate.of(2021, 12, 9).toEpochDay(), 13_773_000},
        {LocalDate.of(2022, 6, 30).toEpochDay(), 15_050_000},
        {LocalDate.of(2022, 9, 15).toEpochDay(), 15_537_394}
    };
    private static final long[][] CLASSIC = {
        {LocalDate.of(2020, 11, 28).toEpochDay(), 11_700_000},
        {LocalDate.of(2021, 7, 24).toEpochDay(), 13_189_133},
        {LocalDate.of(2022, 2, 12).toEpochDay(), 14_525_000},
        {LocalDate.of(2024, 2, 5).toEpochDay(), 19_250_000}
    };

    private EthashNetwork() {}

    /// `ethash`, `etchash`, or `null` when the job does not tell.
    ///
    /// @param seed token of the 32-byte seed hash
    /// @param height token of the height as hexadecimal text or number, -1 when the job has none
    static @Nullable String algorithm(JsonTape json, int seed, int height, long timeNanos) {
        long day = Math.floorDiv(timeNanos, DAY_NANOS);
        if (day < ETCHASH_FROM) {
            return ETHASH;
        }
        long block = height(json, height);
        if (block > 0) {
            return byHeight(block, block, day);
        }
        int epoch = json.isHex(seed, 64) ? EthashSeeds.epoch(json, seed) : -1;
        return epoch <= 0 ? null : byHeight((long) epoch * EPOCH, (long) (epoch + 2) * EPOCH, day);
    }

    /// The coin of an algorithm on a day on which only one chain of weight had it, `null` on others.
    static @Nullable String coin(String algorithm, LocalDate date) {
        long day = date.toEpochDay();
        if (day < ETCHASH_FROM || day >= MERGE) {
            return null;
        }
        return switch (algorithm) {
            case ETHASH -> "ETH";
            case ETCHASH -> "ETC";
            default -> null;
        };
    }

    private static long height(JsonTape json, int token) {
        int digits = json.hexLength(token < 0 ? 0 : token);
        if (token < 0 || !json.isString(token) || digits == 0 || digits > 8 || !json.isHex(token, digits)) {
            return token < 0 ? 0 : (long) json.number(token);
        }
        String text = json.text(token);
        return text == null ? 0 : Long.parseLong(text.replaceFirst("^0[xX]", ""), 16);
    }

    private static @Nullable String byHeight(long low, long high, long day) {
        boolean ethereum = day < MERGE && near(low, high, expected(ETHEREUM, day));
        boolean classic = near(low, high, expected(CLASSIC, day));
        if (ethereum == classic) {
            return ethereum ? nearest(low, high, day) : null;
        }
        return ethereum ? ETHASH : ETCHASH;
    }

    private static @Nullable String nearest(long low, long high, long day) {
        long middle = (low + high) / 2;
        long toEthereum = Math.abs(middle - expected(ETHEREUM, day));
        long toClassic = Math.abs(middle - expected(CLASSIC, day));
        return 2 * toEthereum < toClassic ? ETHASH : 2 * toClassic < toEthereum ? ETCHASH : null;
    }

    private static boolean near(long low, long high, long expected) {
        return expected >= low - TOLERANCE && expected <= high + TOLERANCE;
    }

    private static long expected(long[][] points, long day) {
        int last = points.length - 1;
        int i = 1;
        while (i < last && points[i][0] < day) {
            i++;
        }
        long[] from = points[i - 1];
        long[] to = points[i];
        return from[1] + (to[1] - from[1]) * (day - from[0]) / (to[0] - from[0]);
    }
}
