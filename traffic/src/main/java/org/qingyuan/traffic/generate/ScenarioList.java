package org.qingyuan.traffic.generate;

import java.util.ArrayList;
import java.util.List;

/// The rows of all scenarios, gathered from the families.
final class ScenarioList {
    static final List<Scenario> ALL = gather();

    private ScenarioList() {}

    private static List<Scenario> gather() {
        List<Scenario> all = new ArrayList<>();
        all.addAll(DialectScenarios.rows());
        all.addAll(SpecialScenarios.rows());
        all.addAll(NearMissScenarios.rows());
        all.addAll(DisturbanceScenarios.rows());
        all.addAll(DamageScenarios.rows());
        all.addAll(CampusScenario.rows());
        all.addAll(BulkScenario.rows());
        return List.copyOf(all);
    }
}
