package org.qingyuan.estimate;

import org.qingyuan.finding.Estimate;
import org.qingyuan.registry.Efficiency;

/// Figures that somebody published of mining in a region, and what they say of each other.
///
/// @param hashesPerSecond of all algorithms added, as published
public record PublishedFigures(
        double hashesPerSecond, double kilowattHoursPerDay, long addresses, double bitsPerSecond) {
    /// Jiangsu, October 2021: over 10 PH/s, 260,000 kWh a day, 4,502 addresses, 136.77 Mbit/s to pools; Ethereum and
    /// Bitcoin most active (https://www.ithome.com/0/579/535.htm).
    ///
    /// 260,000 kWh a day is 10.8 MW, or 1,083 J/TH, eleven times what the oldest Bitcoin miners of the time need. With
    /// Bitcoin alone the 10 PH/s would draw 0.3-1.0 MW. The rest is explained by 2-5 TH/s of Ethereum: less than 0.05 %
    /// of the hash rate and more than 90 % of the energy, some 40,000-80,000 graphics cards, 9-18 an address. So the
    /// two
    /// figures need two algorithms, and hash rates of different algorithms must not be added. 2.4 kW an address is one
    /// ASIC miner or two rigs; 30 kbit/s an address is 15 sessions or more, so that addresses are gateways or the
    /// traffic
    /// counts more than mining.
    public static final PublishedFigures JIANGSU_2021 = new PublishedFigures(10e15, 260_000, 4_502, 136.77e6);

    /// Mean power, in W.
    public double watts() {
        return Consistency.watts(kilowattHoursPerDay);
    }

    /// As if all were one algorithm, in J/H.
    public double joulesPerHash() {
        return Consistency.joulesPerHash(watts(), hashesPerSecond);
    }

    /// In kW.
    public double kilowattsPerAddress() {
        return Consistency.each(watts() / 1000, addresses);
    }

    /// In H/s.
    public double hashRatePerAddress() {
        return Consistency.each(hashesPerSecond, addresses);
    }

    /// In kbit/s.
    public double kilobitsPerAddress() {
        return Consistency.each(bitsPerSecond / 1000, addresses);
    }

    /// Hash rate of a second algorithm that explains the energy which the first leaves, taking the whole published rate
    /// for the first.
    public Estimate secondAlgorithm(Efficiency first, Efficiency second) {
        return Consistency.rateDrawing(Consistency.unexplained(watts(), hashesPerSecond, first), second);
    }
}
