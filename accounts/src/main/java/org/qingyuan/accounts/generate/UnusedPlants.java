package org.qingyuan.accounts.generate;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/// Accounts that were never used since they were opened.
final class UnusedPlants {
    static final String RULE = "unused-since-opening";

    private UnusedPlants() {}

    static List<Plant> all() {
        return List.of(
                opened("unused-since-opening-on-the-cut-off", Days::unused, true),
                opened("unused-since-opening-a-day-later", days -> days.unused().plusDays(1), false),
                opened("unused-since-opening-on-the-first-day-known", Days::transactionsFrom, true),
                new Plant("unused-since-opening-before-the-first-day-known", g -> {
                    String opened = g.days.transactionsFrom().minusDays(1).toString();
                    g.excluded(RULE, g.account(g.person()).set("opened_on", opened), "history-unknown");
                }),
                new Plant("unused-since-opening-plain", g -> g.finding(RULE, Sleepers.unused(g))),
                new Plant(
                        "unused-since-opening-of-a-unit",
                        g -> g.finding(
                                RULE,
                                g.account(g.unit())
                                        .set("opened_on", g.days.yearsAgo(1).toString()))),
                new Plant("unused-since-opening-only-interest", g -> {
                    Row account = Sleepers.unused(g);
                    g.booked(account, g.days.ago(300), "08", "credit");
                    g.booked(account, g.days.ago(200), "bank", "debit");
                    g.finding(RULE, account);
                }),
                new Plant("unused-since-opening-only-a-reversed-movement", g -> {
                    Row account = Sleepers.unused(g);
                    g.reversal(g.moved(account, g.days.ago(300)), g.days.ago(300));
                    g.finding(RULE, account);
                }),
                new Plant("unused-since-opening-used-on-the-first-day", g -> {
                    Row account = Sleepers.unused(g);
                    g.moved(account, g.days.yearsAgo(2));
                    g.none(RULE, account);
                }),
                new Plant("unused-since-opening-sub-account-used", g -> {
                    Row account = Sleepers.unused(g);
                    g.moved(g.sub(account), g.days.ago(500));
                    g.none(RULE, account);
                }),
                new Plant("unused-since-opening-sub-account-is-not-judged", g -> {
                    Row account = g.used(g.person(), "I");
                    g.none(
                            RULE,
                            g.sub(account).set("opened_on", g.days.yearsAgo(1).toString()));
                }),
                status("dormant"),
                status("long_suspended"),
                new Plant(
                        "unused-since-opening-closed",
                        g -> g.none(
                                RULE,
                                Sleepers.unused(g)
                                        .set("status", "closed")
                                        .set("closed_on", g.days.ago(9).toString()))));
    }

    private static Plant opened(String word, Function<Days, LocalDate> day, boolean named) {
        return new Plant(word, g -> {
            Row account =
                    g.account(g.person()).set("opened_on", day.apply(g.days).toString());
            if (named) {
                g.finding(RULE, account);
            } else {
                g.none(RULE, account);
            }
        });
    }

    private static Plant status(String status) {
        return new Plant(
                "unused-since-opening-" + status.replace('_', '-'),
                g -> g.finding(RULE, Sleepers.unused(g).set("status", status)));
    }
}
