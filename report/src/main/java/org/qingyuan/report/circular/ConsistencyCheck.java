package org.qingyuan.report.circular;

import java.util.ArrayList;
import java.util.List;
import org.qingyuan.estimate.Consistency;
import org.qingyuan.finding.Estimate;
import org.qingyuan.registry.Efficiency;
import org.qingyuan.report.circular.CircularModel.AlgorithmCheck;
import org.qingyuan.report.circular.CircularModel.AlgorithmLine;
import org.qingyuan.report.circular.CircularModel.Checks;
import org.qingyuan.report.circular.CircularModel.KeyFigures;

/// Divides the figures by each other, as a reader with a pocket calculator would.
final class ConsistencyCheck {
    private ConsistencyCheck() {}

    static Checks of(KeyFigures figures, List<AlgorithmLine> algorithms, double seconds) {
        Estimate watts = figures.watts();
        double bits = seconds > 0 ? figures.bytes() * 8 / seconds : 0;
        return new Checks(
                watts == null || figures.clients() == 0 ? null : watts.times(1.0 / figures.clients(), "W"),
                figures.clients() == 0 ? 0 : bits / figures.clients(),
                figures.sessions() == 0 ? 0 : bits / figures.sessions(),
                watts == null ? List.of() : checks(algorithms, watts.best()));
    }

    private static List<AlgorithmCheck> checks(List<AlgorithmLine> algorithms, double watts) {
        List<AlgorithmCheck> checks = new ArrayList<>();
        for (AlgorithmLine line : algorithms) {
            Estimate rate = line.rate();
            if (rate != null && rate.best() > 0 && !line.efficiencies().isEmpty()) {
                checks.add(new AlgorithmCheck(
                        line.algorithm(),
                        rate.unit().equals("Sol/s") ? "Sol" : "H",
                        Consistency.joulesPerHash(watts, rate.best()),
                        line.efficiencies().stream()
                                .mapToDouble(Efficiency::low)
                                .min()
                                .orElseThrow(),
                        line.efficiencies().stream()
                                .mapToDouble(Efficiency::high)
                                .max()
                                .orElseThrow()));
            }
        }
        return checks;
    }
}
