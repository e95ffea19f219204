package org.qingyuan.accounts.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What protects a holder, on accounts of the three rules that know exclusions.
final class ExclusionPlants {
    private static final List<String> PROTECTED = List.of(
            "loan",
            "card_autopay",
            "fund",
            "wealth",
            "time_deposit",
            "social_security",
            "medical",
            "pension",
            "housing_fund",
            "subsidy",
            "military",
            "probate",
            "minor");

    private ExclusionPlants() {}

    static List<Plant> all() {
        List<Plant> plants = new ArrayList<>();
        ofRule(plants, LongInactivePlants.RULE, Sleepers::sleeping);
        ofRule(plants, UnusedPlants.RULE, Sleepers::unused);
        ofRule(plants, UnitPlants.RULE, Sleepers::suspended);
        for (String product : PROTECTED) {
            plants.add(new Plant("long-inactive-protected-" + product.replace('_', '-'), g -> {
                Row account = Sleepers.sleeping(g).set("products", "salary;" + product);
                g.excluded(LongInactivePlants.RULE, account, "protected-product");
            }));
        }
        plants.addAll(minors());
        plants.addAll(balances());
        plants.addAll(notProtected());
        return plants;
    }

    private static void ofRule(List<Plant> plants, String rule, Function<Group, Row> base) {
        for (String freeze : List.of("no_debit", "no_credit", "both")) {
            plants.add(new Plant(
                    rule + "-frozen-" + freeze.replace('_', '-'),
                    g -> g.excluded(rule, base.apply(g).set("freeze", freeze), "frozen")));
        }
        plants.add(new Plant(
                rule + "-loan", g -> g.excluded(rule, base.apply(g).set("products", "loan"), "protected-product")));
        plants.add(new Plant(rule + "-frozen-sub-account", g -> {
            Row account = base.apply(g);
            sub(g, account, rule).set("freeze", "both");
            g.excluded(rule, account, "frozen");
        }));
        plants.add(new Plant(rule + "-closed-frozen-sub-account", g -> {
            Row account = base.apply(g);
            g.sub(account)
                    .set("freeze", "both")
                    .set("products", "loan")
                    .set("status", "closed")
                    .set("closed_on", g.days.ago(500).toString());
            g.finding(rule, account);
        }));
        plants.add(new Plant(rule + "-sub-account-with-a-product", g -> {
            Row account = base.apply(g);
            sub(g, account, rule).set("products", "time_deposit");
            g.excluded(rule, account, "protected-product");
        }));
        plants.add(new Plant(
                rule + "-dollars", g -> g.excluded(rule, base.apply(g).set("currency", "USD"), "foreign-currency")));
        plants.add(new Plant(rule + "-sub-account-in-dollars", g -> {
            Row account = base.apply(g);
            sub(g, account, rule).set("currency", "USD");
            g.excluded(rule, account, "foreign-currency");
        }));
        plants.add(new Plant(rule + "-moved-since-the-cut-off", g -> {
            Row account = base.apply(g);
            g.moved(account, g.days.asOf().plusDays(5));
            g.excluded(rule, account, "moved-since");
        }));
    }

    /// A sub-account that no rule names for itself: those of suspended units would be.
    private static Row sub(Group g, Row account, String rule) {
        Row sub = g.sub(account);
        return rule.equals(UnitPlants.RULE) ? sub.set("status", "normal") : sub;
    }

    private static List<Plant> minors() {
        return List.of(
                minor("long-inactive-under-18-by-a-day", "resident_id", -1, true),
                minor("long-inactive-18-on-as-of", "resident_id", 0, false),
                minor("long-inactive-under-18-in-a-household-register", "household_register", -1000, true),
                new Plant("long-inactive-under-18-with-a-wrong-check-digit", g -> {
                    Row account = born(g, "resident_id", -2000);
                    Row person = g.rows.getFirst();
                    String number = person.get("id_number");
                    char wrong =
                            number.endsWith("X") ? '1' : number.endsWith("9") ? '0' : (char) (number.charAt(17) + 1);
                    person.set("id_number", number.substring(0, 17) + wrong);
                    g.excluded(LongInactivePlants.RULE, account, "minor");
                }));
    }

    /// @param days from the eighteenth birthday to the cut-off; negative where it is still to come
    private static Plant minor(String word, String idType, int days, boolean protects) {
        return new Plant(word, g -> {
            Row account = born(g, idType, days);
            if (protects) {
                g.excluded(LongInactivePlants.RULE, account, "minor");
            } else {
                g.finding(LongInactivePlants.RULE, account);
            }
        });
    }

    private static Row born(Group g, String idType, int days) {
        Row person = g.person().set("id_type", idType);
        LocalDate born = g.days.yearsAgo(18).minusDays(days);
        long serial = Long.parseLong(person.get("customer_id")) % Numbers.MAX_SERIAL;
        person.set("id_number", Numbers.resident(serial, born));
        // numbers of one birthday come again in a large bank: without a class they are never counted together
        return Sleepers.sleeping(g, person).set("account_class", "");
    }

    private static List<Plant> balances() {
        return List.of(
                new Plant(
                        "long-inactive-overdrawn",
                        g -> g.excluded(
                                LongInactivePlants.RULE, Sleepers.sleeping(g).set("balance", "-0.01"), "overdrawn")),
                new Plant("long-inactive-overdrawn-sub-account", g -> {
                    Row account = Sleepers.sleeping(g);
                    g.sub(account).set("balance", "-3.00");
                    g.excluded(LongInactivePlants.RULE, account, "overdrawn");
                }),
                new Plant(
                        "unused-since-opening-overdrawn",
                        g -> g.excluded(UnusedPlants.RULE, Sleepers.unused(g).set("balance", "-5.00"), "overdrawn")),
                new Plant("unit-suspended-overdrawn-part", g -> {
                    Row account = Sleepers.suspended(g).set("balance", "-5.00");
                    g.sub(account).set("status", "normal").set("balance", "5.00");
                    g.excluded(UnitPlants.RULE, account, "overdrawn");
                }));
    }

    private static List<Plant> notProtected() {
        return List.of(
                new Plant(
                        "long-inactive-salary-does-not-protect",
                        g -> g.finding(
                                LongInactivePlants.RULE, Sleepers.sleeping(g).set("products", "salary"))),
                new Plant("long-inactive-loan-elsewhere-does-not-protect", g -> {
                    Row person = g.person();
                    Row account = Sleepers.sleeping(g, person);
                    g.used(person, "II").set("products", "loan");
                    g.finding(LongInactivePlants.RULE, account);
                }));
    }
}
