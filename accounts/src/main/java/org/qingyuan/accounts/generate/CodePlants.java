package org.qingyuan.accounts.generate;

import java.util.List;

/// Reversals, and codes that the standard's table does not know, on accounts that would be named otherwise.
final class CodePlants {
    private static final String RULE = LongInactivePlants.RULE;

    private CodePlants() {}

    static List<Plant> all() {
        return List.of(
                new Plant("reversal-takes-both-rows-out", g -> {
                    Row account = Sleepers.sleeping(g);
                    g.reversal(g.moved(account, g.days.ago(200)), g.days.ago(199));
                    g.finding(RULE, account);
                }),
                new Plant("reversal-that-was-cancelled-cancels-nothing", g -> {
                    Row account = Sleepers.sleeping(g);
                    Row reversal = g.reversal(g.moved(account, g.days.ago(200)), g.days.ago(199));
                    g.reversal(reversal, g.days.ago(198));
                    g.none(RULE, account);
                }),
                new Plant("reversal-after-as-of-changes-nothing-before", g -> {
                    Row account = Sleepers.sleeping(g);
                    g.reversal(g.moved(account, g.days.ago(60)), g.days.asOf().plusDays(1));
                    g.none(RULE, account);
                }),
                new Plant("reversal-of-a-row-that-is-not-there", g -> {
                    Row account = Sleepers.sleeping(g);
                    Row row = g.moved(account, g.days.ago(200));
                    row.set("reversal_of", "X" + row.get("transaction_id"));
                    g.finding(RULE, account);
                }),
                unknown("unknown-code-09-in-the-period", "09", 100),
                unknown("unknown-code-00-in-the-period", "00-7", 100),
                unknown("unknown-code-after-as-of", "09", -2),
                new Plant("unknown-code-before-the-period", g -> {
                    Row account = Sleepers.sleeping(g);
                    g.booked(account, g.days.inactive(), "09", "debit");
                    g.finding(RULE, account);
                }),
                new Plant("unknown-code-of-a-sub-account", g -> {
                    Row account = Sleepers.sleeping(g);
                    g.booked(g.sub(account), g.days.ago(100), "09", "credit");
                    g.excluded(RULE, account, "unknown-code");
                }),
                new Plant("unknown-code-and-never-used", g -> {
                    Row account = Sleepers.unused(g);
                    g.booked(account, g.days.ago(700), "09", "credit");
                    g.excluded(UnusedPlants.RULE, account, "unknown-code");
                }),
                new Plant("unknown-code-before-reawakening", g -> {
                    Row account = ReawakenedPlants.woken(g);
                    g.booked(account, g.days.ago(200), "09", "credit");
                    g.excluded(ReawakenedPlants.RULE, account, "unknown-code");
                }));
    }

    private static Plant unknown(String word, String code, int daysAgo) {
        return new Plant(word, g -> {
            Row account = Sleepers.sleeping(g);
            g.booked(account, g.days.ago(daysAgo), code, "debit");
            g.excluded(RULE, account, "unknown-code");
        });
    }
}
