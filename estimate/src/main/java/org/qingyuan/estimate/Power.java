package org.qingyuan.estimate;

import org.qingyuan.finding.Estimate;
import org.qingyuan.registry.Efficiency;

/// Electrical power behind a hash rate, at the wall and without cooling.
///
/// @param watts low = low rate on the most efficient hardware, high = high rate on the least efficient: wider than a
///     95 % interval
/// @param dominatedBy which of the two parts is relatively wider, (high - low) / best: `rate` or `efficiency`
public record Power(Estimate watts, String dominatedBy) {
    /// What the rate needs on hardware of this efficiency.
    ///
    /// @param rate in H/s or Sol/s
    public static Power of(Estimate rate, Efficiency efficiency) {
        Estimate watts = new Estimate(
                rate.low() * efficiency.low(), rate.best() * efficiency.best(), rate.high() * efficiency.high(), "W");
        double hardware = (efficiency.high() - efficiency.low()) / efficiency.best();
        boolean rateIsWider = rate.best() == 0 || (rate.high() - rate.low()) / rate.best() > hardware;
        return new Power(watts, rateIsWider ? "rate" : "efficiency");
    }

    /// Energy of a day at this power, in `kWh/day`.
    public static Estimate energyPerDay(Estimate watts) {
        return new Estimate(watts.low() * 24 / 1000, watts.best() * 24 / 1000, watts.high() * 24 / 1000, "kWh/day");
    }
}
