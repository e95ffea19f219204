package org.qingyuan.accounts.generate;

import java.time.LocalDate;
import java.util.List;

/// Accounts that moved again after a year or more of sleep.
final class ReawakenedPlants {
    static final String RULE = "reawakened";

    private ReawakenedPlants() {}

    static List<Plant> all() {
        return List.of(
                new Plant("reawakened-plain", g -> g.finding(RULE, woken(g))),
                at("reawakened-on-the-first-day-of-the-window", 30, 0, true),
                at("reawakened-a-day-before-the-window", 31, 0, false),
                at("reawakened-after-exactly-a-year", 10, 0, true),
                at("reawakened-after-a-day-less-than-a-year", 10, -1, false),
                new Plant("reawakened-by-interest-only", g -> {
                    Row account = g.account(g.person());
                    g.moved(account, g.days.yearsAgo(2));
                    g.booked(account, g.days.ago(5), "08", "credit");
                    g.none(RULE, account);
                }),
                new Plant("reawakened-and-reversed", g -> {
                    Row account = g.account(g.person());
                    g.moved(account, g.days.yearsAgo(2));
                    g.reversal(g.moved(account, g.days.ago(5)), g.days.ago(4));
                    g.none(RULE, account);
                }),
                new Plant(
                        "reawakened-frozen-still-looked-at", g -> g.finding(RULE, woken(g).set("freeze", "no_debit"))),
                new Plant("reawakened-phone-verified-recently", g -> {
                    Row account = woken(g);
                    g.rows.getFirst().set("phone_verified_on", g.days.ago(20).toString());
                    g.finding(RULE, account);
                }),
                new Plant("reawakened-money-passed-through", ReawakenedPlants::passedThrough),
                new Plant("reawakened-by-night", ReawakenedPlants::byNight),
                new Plant("reawakened-just-below-the-limit", g -> {
                    Row account = woken(g);
                    g.moved(account, g.days.ago(8)).set("amount", "49999.99");
                    g.moved(account, g.days.ago(7)).set("amount", "47500.00");
                    g.finding(RULE, account);
                }));
    }

    /// Slept since two and a half years, moved ten days ago.
    static Row woken(Group g) {
        Row account = g.account(g.person());
        g.moved(account, g.days.yearsAgo(2).minusDays(180));
        g.moved(account, g.days.ago(10)).set("channel", "06");
        return account;
    }

    /// @param daysAgo when it moved again
    /// @param longer days beyond a year since it moved before
    private static Plant at(String word, int daysAgo, int longer, boolean named) {
        return new Plant(word, g -> {
            Row account = g.account(g.person());
            LocalDate again = g.days.ago(daysAgo);
            g.moved(account, again.minus(Days.QUIET).minusDays(longer));
            g.moved(account, again);
            if (named) {
                g.finding(RULE, account);
            } else {
                g.none(RULE, account);
            }
        });
    }

    private static void passedThrough(Group g) {
        Row account = g.account(g.person());
        g.moved(account, g.days.yearsAgo(2));
        for (int payer = 1; payer <= 6; payer++) {
            g.booked(account, g.days.ago(6), "01", "credit")
                    .set("booked_at", g.days.ago(6) + "T09:0" + payer + ":00")
                    .set("amount", "8000.00")
                    .set("counterparty", "62228888" + Digits.padded(payer, 11));
        }
        g.booked(account, g.days.ago(6), "01", "debit")
                .set("booked_at", g.days.ago(6) + "T21:00:00")
                .set("amount", "48000.00")
                .set("counterparty", "6222999900000000001");
        g.finding(RULE, account);
    }

    private static void byNight(Group g) {
        Row account = g.account(g.person());
        g.moved(account, g.days.yearsAgo(2));
        g.moved(account, g.days.ago(6)).set("booked_at", g.days.ago(6) + "T23:00:00");
        g.moved(account, g.days.ago(5)).set("booked_at", g.days.ago(5) + "T05:59:59");
        g.finding(RULE, account);
    }
}
