package org.qingyuan.accounts.generate;

/// Accounts that a rule would name but for what a planting adds.
final class Sleepers {
    private Sleepers() {}

    /// Opened six years ago, last moved three years and a hundred days ago, twelve yuan on it.
    static Row sleeping(Group g) {
        return sleeping(g, g.person());
    }

    static Row sleeping(Group g, Row holder) {
        Row account = g.account(holder).set("balance", "12.34");
        g.moved(account, g.days.inactive().minusDays(100));
        return account;
    }

    /// Opened two years ago, never used, with money on it.
    static Row unused(Group g) {
        return g.account(g.person()).set("opened_on", g.days.yearsAgo(2).toString());
    }

    /// A basic account of a unit, long suspended and empty, last moved three and a half years ago.
    static Row suspended(Group g) {
        Row account = g.account(g.unit()).set("status", "long_suspended").set("balance", "0.00");
        g.moved(account, g.days.inactive().minusDays(180));
        return account;
    }
}
