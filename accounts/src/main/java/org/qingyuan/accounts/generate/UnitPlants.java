package org.qingyuan.accounts.generate;

import java.util.ArrayList;
import java.util.List;

/// Accounts of units that are long suspended and empty.
final class UnitPlants {
    static final String RULE = "unit-suspended";

    private UnitPlants() {}

    static List<Plant> all() {
        List<Plant> plants = new ArrayList<>();
        for (String kind : List.of("basic", "general", "special", "temporary")) {
            plants.add(new Plant(
                    "unit-suspended-" + kind,
                    g -> g.finding(RULE, Sleepers.suspended(g).set("unit_kind", kind))));
        }
        plants.addAll(near());
        plants.addAll(subAccounts());
        return plants;
    }

    private static List<Plant> near() {
        return List.of(
                new Plant(
                        "unit-suspended-a-cent",
                        g -> g.none(RULE, Sleepers.suspended(g).set("balance", "0.01"))),
                new Plant(
                        "unit-suspended-only-dormant",
                        g -> g.none(RULE, Sleepers.suspended(g).set("status", "dormant"))),
                new Plant(
                        "unit-suspended-without-kind",
                        g -> g.none(RULE, Sleepers.suspended(g).set("unit_kind", ""))),
                new Plant(
                        "unit-suspended-of-a-person",
                        g -> g.none(
                                RULE,
                                Sleepers.sleeping(g)
                                        .set("status", "long_suspended")
                                        .set("balance", "0.00"))));
    }

    private static List<Plant> subAccounts() {
        return List.of(
                new Plant("unit-suspended-cent-on-a-sub-account", g -> {
                    Row account = Sleepers.suspended(g);
                    g.sub(account).set("status", "normal").set("balance", "0.01");
                    g.none(RULE, account);
                }),
                new Plant("unit-suspended-sub-account-too", g -> {
                    Row account = Sleepers.suspended(g);
                    g.finding(RULE, g.sub(account));
                    g.finding(RULE, account);
                }),
                new Plant("unit-suspended-sub-account-alone", g -> {
                    Row account = Sleepers.suspended(g).set("balance", "30.00");
                    g.finding(RULE, g.sub(account));
                    g.none(RULE, account);
                }),
                new Plant("unit-suspended-frozen-parent-protects", g -> {
                    Row account = Sleepers.suspended(g).set("balance", "30.00").set("freeze", "no_debit");
                    g.excluded(
                            RULE,
                            g.sub(g.sub(account).set("freeze", "none").set("status", "normal"))
                                    .set("freeze", "none")
                                    .set("status", "long_suspended"),
                            "frozen");
                }),
                new Plant("unit-suspended-parent-with-a-loan-protects", g -> {
                    Row account = Sleepers.suspended(g).set("balance", "30.00").set("products", "loan");
                    g.excluded(RULE, g.sub(account), "protected-product");
                }));
    }
}
