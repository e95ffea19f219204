package org.qingyuan.report.circular;

import org.jspecify.annotations.Nullable;
import org.qingyuan.estimate.Power;
import org.qingyuan.finding.Estimate;
import org.qingyuan.registry.Factor;
import org.qingyuan.registry.Factors;
import org.qingyuan.report.circular.CircularModel.AppliedFactors;
import org.qingyuan.report.circular.CircularModel.Cost;
import org.qingyuan.report.circular.CircularModel.KeyFigures;

/// What the energy costs: the only place where cooling (PUE) is counted.
final class Costs {
    private Costs() {}

    /// @param year of the last day spoken of: chooses the carbon factor
    static Cost of(KeyFigures figures, Factors factors, int year) {
        AppliedFactors applied = new AppliedFactors(factors.pue(), factors.electricityPrice(), factors.carbon(year));
        Estimate energy = atMeter(figures.watts(), applied);
        Estimate ofPublic = atMeter(figures.publicWatts(), applied);
        return new Cost(
                energy,
                product(energy, applied.price(), "CNY/day"),
                product(ofPublic, applied.price(), "CNY/day"),
                product(energy, applied.carbon(), "kg/day"),
                applied);
    }

    private static @Nullable Estimate atMeter(@Nullable Estimate watts, AppliedFactors factors) {
        return watts == null ? null : product(Power.energyPerDay(watts), factors.pue(), "kWh/day");
    }

    /// Low with low, best with best, high with high.
    private static @Nullable Estimate product(@Nullable Estimate energy, Factor factor, String unit) {
        return energy == null
                ? null
                : new Estimate(
                        energy.low() * factor.low(),
                        energy.best() * factor.best(),
                        energy.high() * factor.high(),
                        unit);
    }
}
