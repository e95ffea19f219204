package org.qingyuan.accounts.generate;

import java.util.ArrayList;
import java.util.List;

/// Accounts of persons that have slept for three years, and those that just have not.
final class LongInactivePlants {
    static final String RULE = "long-inactive";

    private LongInactivePlants() {}

    static List<Plant> all() {
        List<Plant> plants = new ArrayList<>(boundaries());
        plants.addAll(subAccounts());
        plants.addAll(states());
        plants.addAll(since());
        for (String code : List.of("05", "06", "08", "10", "11", "12", "bank")) {
            plants.add(new Plant("long-inactive-code-" + code + "-does-not-count", g -> {
                Row account = Sleepers.sleeping(g);
                g.booked(account, g.days.ago(50), code, "credit");
                g.finding(RULE, account);
            }));
        }
        for (String code : List.of("01", "02", "03", "04", "07", "13", "14")) {
            plants.add(new Plant("long-inactive-code-" + code + "-counts", g -> {
                Row account = Sleepers.sleeping(g);
                g.booked(account, g.days.ago(50), code, "01".equals(code) ? "credit" : "debit");
                g.none(RULE, account);
            }));
        }
        return plants;
    }

    private static List<Plant> boundaries() {
        return List.of(
                new Plant("long-inactive-plain", g -> g.finding(RULE, Sleepers.sleeping(g))),
                new Plant("long-inactive-moved-on-cut-off", g -> {
                    Row account = g.account(g.person()).set("balance", "0.00");
                    g.moved(account, g.days.inactive()).set("booked_at", g.days.inactive() + "T23:59:59");
                    g.finding(RULE, account);
                }),
                new Plant("long-inactive-moved-a-day-later", g -> {
                    Row account = g.account(g.person()).set("balance", "0.00");
                    g.moved(account, g.days.inactive())
                            .set("booked_at", g.days.inactive().plusDays(1).toString());
                    g.none(RULE, account);
                }),
                new Plant(
                        "long-inactive-at-the-limit",
                        g -> g.finding(RULE, Sleepers.sleeping(g).set("balance", "100.00"))),
                new Plant(
                        "long-inactive-a-cent-above",
                        g -> g.none(RULE, Sleepers.sleeping(g).set("balance", "100.01"))),
                new Plant("long-inactive-never-moved-opened-on-cut-off", g -> {
                    Row account = g.account(g.person()).set("balance", "5.00");
                    g.finding(RULE, account.set("opened_on", g.days.inactive().toString()));
                    g.finding(UnusedPlants.RULE, account);
                }),
                new Plant("long-inactive-never-moved-opened-a-day-later", g -> {
                    Row account = g.account(g.person()).set("balance", "5.00");
                    String opened = g.days.inactive().plusDays(1).toString();
                    g.none(RULE, account.set("opened_on", opened));
                    g.finding(UnusedPlants.RULE, account);
                }),
                new Plant("long-inactive-never-moved-history-unknown", g -> {
                    Row account = g.account(g.person()).set("balance", "5.00");
                    g.finding(RULE, account);
                    g.excluded(UnusedPlants.RULE, account, "history-unknown");
                }));
    }

    private static List<Plant> subAccounts() {
        return List.of(
                new Plant("long-inactive-sum-at-the-limit", g -> {
                    Row account = Sleepers.sleeping(g).set("balance", "60.00");
                    g.sub(g.sub(account).set("balance", "10.00")).set("balance", "30.00");
                    g.finding(RULE, account);
                }),
                new Plant("long-inactive-sum-a-cent-above", g -> {
                    Row account = Sleepers.sleeping(g).set("balance", "60.00");
                    g.sub(g.sub(account).set("balance", "10.00")).set("balance", "30.01");
                    g.none(RULE, account);
                }),
                new Plant("long-inactive-sub-account-moved", g -> {
                    Row account = Sleepers.sleeping(g);
                    g.moved(g.sub(g.sub(account)), g.days.ago(400));
                    g.none(RULE, account);
                }),
                new Plant("long-inactive-closed-sub-account-moved", g -> {
                    Row account = Sleepers.sleeping(g);
                    Row sub = g.sub(account).set("status", "closed");
                    sub.set("closed_on", g.days.ago(300).toString());
                    g.moved(sub, g.days.ago(300));
                    g.none(RULE, account);
                }),
                new Plant("long-inactive-sub-account-of-another-customer", g -> {
                    Row account = Sleepers.sleeping(g).set("balance", "99.99");
                    g.sub(account)
                            .set("customer_id", g.person().get("customer_id"))
                            .set("balance", "0.02");
                    g.none(RULE, account);
                }));
    }

    private static List<Plant> states() {
        return List.of(
                new Plant(
                        "long-inactive-dormant",
                        g -> g.finding(RULE, Sleepers.sleeping(g).set("status", "dormant"))),
                new Plant(
                        "long-inactive-already-suspended",
                        g -> g.none(RULE, Sleepers.sleeping(g).set("status", "long_suspended"))),
                new Plant(
                        "long-inactive-closed",
                        g -> g.none(
                                RULE,
                                Sleepers.sleeping(g)
                                        .set("status", "closed")
                                        .set("closed_on", g.days.yearsAgo(1).toString()))),
                new Plant(
                        "long-inactive-of-a-unit",
                        g -> g.none(RULE, Sleepers.sleeping(g, g.unit()).set("account_class", ""))),
                new Plant("long-inactive-passport", g -> {
                    Row person = g.person().set("id_type", "passport").set("name", Names.latin(g.random));
                    person.set("id_number", "E" + person.get("customer_id").substring(1));
                    g.finding(RULE, Sleepers.sleeping(g, person));
                }),
                new Plant(
                        "long-inactive-rare-name",
                        g -> g.finding(RULE, Sleepers.sleeping(g, g.person().set("name", Names.rare(g.random))))),
                new Plant(
                        "long-inactive-name-with-comma-and-quote",
                        g -> g.finding(RULE, Sleepers.sleeping(g, g.person().set("name", "O\"NEIL, \"KIM\"")))),
                new Plant("long-inactive-id-with-slash", LongInactivePlants::withSlash),
                new Plant(
                        "long-inactive-without-class",
                        g -> g.finding(RULE, Sleepers.sleeping(g).set("account_class", ""))),
                new Plant(
                        "long-inactive-without-branch",
                        g -> g.finding(RULE, Sleepers.sleeping(g).set("branch", ""))));
    }

    private static void withSlash(Group g) {
        Row account = g.account(g.person()).set("balance", "1.00");
        account.set("account_id", account.get("account_id") + "/01%");
        g.moved(account, g.days.inactive().minusDays(9));
        g.finding(RULE, account);
    }

    /// What happens between the cut-off and the day of the extract.
    private static List<Plant> since() {
        return List.of(
                new Plant("long-inactive-moved-since", g -> {
                    Row account = Sleepers.sleeping(g);
                    g.moved(account, g.days.asOf().plusDays(1));
                    g.excluded(RULE, account, "moved-since");
                }),
                new Plant("long-inactive-moved-on-as-of", g -> {
                    Row account = Sleepers.sleeping(g);
                    g.moved(account, g.days.asOf());
                    g.none(RULE, account);
                    g.finding(ReawakenedPlants.RULE, account);
                }),
                new Plant("long-inactive-interest-since", g -> {
                    Row account = Sleepers.sleeping(g);
                    g.booked(account, g.days.asOf().plusDays(1), "08", "credit");
                    g.finding(RULE, account);
                }),
                new Plant("long-inactive-moved-and-reversed-since", g -> {
                    Row account = Sleepers.sleeping(g);
                    g.reversal(
                            g.moved(account, g.days.asOf().plusDays(1)),
                            g.days.asOf().plusDays(2));
                    g.finding(RULE, account);
                }),
                new Plant("long-inactive-opened-since", g -> {
                    Row account = g.account(g.person()).set("balance", "0.00");
                    g.none(
                            RULE,
                            account.set("opened_on", g.days.asOf().plusDays(1).toString()));
                }));
    }
}
