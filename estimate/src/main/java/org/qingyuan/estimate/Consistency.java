package org.qingyuan.estimate;

import java.util.Locale;
import org.qingyuan.finding.Estimate;
import org.qingyuan.registry.Efficiency;

/// Checks whether hash rate, energy, addresses and traffic that are stated together can be true together.
public final class Consistency {
    /// What one mining address draws, in kW: from a desktop's processor to an ASIC miner. More points to a gateway
    /// with several machines behind it.
    public static final Estimate KILOWATTS_PER_MACHINE = new Estimate(0.08, 1.3, 3.5, "kW");

    /// What one plain-text session carries, in kbit/s, both directions. More points to several sessions behind an
    /// address, or to other traffic in the count.
    public static final Estimate KILOBITS_PER_SESSION = new Estimate(0.05, 0.4, 2, "kbit/s");

    /// Where a value lies against a band; each has a text in both languages under `consistency.` and its word.
    public enum Verdict {
        BELOW,
        WITHIN,
        ABOVE;

        /// Lower case.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Key of the text in the message files.
        public String messageKey() {
            return "consistency." + word();
        }
    }

    private Consistency() {}

    /// Energy of one hash, in J/H: mean power over hash rate.
    ///
    /// @param hashesPerSecond positive
    public static double joulesPerHash(double watts, double hashesPerSecond) {
        return watts / positive(hashesPerSecond);
    }

    /// Mean power of an energy per day, in W.
    static double watts(double kilowattHoursPerDay) {
        return positive(kilowattHoursPerDay) * 1000 / 24;
    }

    /// What falls on one of so many.
    static double each(double whole, long count) {
        return positive(whole) / positive((double) count);
    }

    /// Against the band of a table; its ends belong to it.
    public static Verdict compare(double value, Estimate band) {
        return compare(value, band.low(), band.high());
    }

    /// An interval against the band of a table: beside it only where no value of it lies within.
    public static Verdict compare(Estimate value, Estimate band) {
        return value.high() < band.low() ? Verdict.BELOW : value.low() > band.high() ? Verdict.ABOVE : Verdict.WITHIN;
    }

    /// Energy of a hash, in J/H, against hardware of the time. Above the band another algorithm or another consumer is
    /// in the energy; below it the hash rate is too high, or the energy is that of a part.
    static Verdict compare(double joulesPerHash, Efficiency hardware) {
        return compare(joulesPerHash, hardware.low(), hardware.high());
    }

    private static Verdict compare(double value, double low, double high) {
        return value < low ? Verdict.BELOW : value > high ? Verdict.ABOVE : Verdict.WITHIN;
    }

    /// Power that the hash rate of one algorithm leaves unexplained, in W: the stated power less what each hardware
    /// needs, never below 0. Its best value is with the fleet of the time.
    static Estimate unexplained(double watts, double hashesPerSecond, Efficiency hardware) {
        return new Estimate(
                Math.max(0, watts - hashesPerSecond * hardware.high()),
                Math.max(0, watts - hashesPerSecond * hardware.best()),
                Math.max(0, watts - hashesPerSecond * hardware.low()),
                "W");
    }

    /// Hash rate of another algorithm that would draw this power, in `H/s`: low on the least efficient hardware.
    static Estimate rateDrawing(Estimate watts, Efficiency hardware) {
        return new Estimate(
                watts.low() / hardware.high(), watts.best() / hardware.best(), watts.high() / hardware.low(), "H/s");
    }

    private static double positive(double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("not positive: " + value);
        }
        return value;
    }
}
