package org.qingyuan.accounts.generate;

import java.util.List;

/// Rows that must be rejected, and the subjects that they touch. They come once in so many customers that a file stays
/// far below the share of rejects at which a run ends.
final class RejectPlants {
    /// A bank has one set of them for so many customers.
    static final long CUSTOMERS_APART = 20_000;

    private RejectPlants() {}

    static List<Plant> all() {
        return List.of(
                new Plant("reject-sub-account-with-a-bad-amount", g -> {
                    Row account = Sleepers.sleeping(g);
                    g.sub(account).set("balance", "12.345");
                    g.undecided(LongInactivePlants.RULE, account);
                }),
                new Plant("reject-orphan-sub-account", g -> {
                    Row account = Sleepers.sleeping(g);
                    g.sub(account).set("customer_id", "9999999999");
                    g.undecided(LongInactivePlants.RULE, account);
                }),
                new Plant("reject-classed-account-with-a-bad-date", g -> {
                    Row person = g.person();
                    g.used(person, "I");
                    g.used(person, "I");
                    g.account(person).set("opened_on", "2021-02-30");
                    g.undecided(OverCountPlants.RULE, person);
                }),
                new Plant("reject-account-with-the-phone", g -> {
                    Row owner = SharedPhonePlants.owner(g);
                    SharedPhonePlants.foreign(g, owner.get("phone"));
                    SharedPhonePlants.foreign(g, owner.get("phone"));
                    g.account(g.person()).set("phone", owner.get("phone")).set("status", "sleeping");
                    g.undecided(SharedPhonePlants.RULE, owner);
                }),
                new Plant("reject-account-twice-of-an-empty-customer", g -> {
                    Row person = g.person().set("address", "");
                    g.add(g.account(person).copy());
                    g.undecided(EmptyCustomerPlants.RULE, person);
                }),
                new Plant("reject-parent-and-the-account-below", g -> {
                    Row account = Sleepers.suspended(g);
                    g.undecided(UnitPlants.RULE, g.sub(account));
                    account.set("freeze", "perhaps");
                }),
                new Plant("reject-account-above-itself-and-one-below", g -> {
                    Row account = Sleepers.suspended(g);
                    g.undecided(UnitPlants.RULE, g.sub(account));
                    account.set("parent_account_id", account.get("account_id"));
                }),
                new Plant("reject-customer-twice", g -> {
                    Row person = g.person();
                    g.add(person.copy());
                    g.undecided(LongInactivePlants.RULE, Sleepers.sleeping(g, person));
                }),
                new Plant("reject-customer-of-an-unknown-kind", g -> {
                    Row account = Sleepers.unused(g);
                    g.rows.getFirst().set("kind", "company");
                    g.undecided(UnusedPlants.RULE, account);
                }),
                new Plant("reject-transaction-with-a-bad-amount", g -> {
                    Row account = Sleepers.sleeping(g);
                    broken(g.booked(account, g.days.ago(100), "08", "credit"));
                    g.undecided(LongInactivePlants.RULE, account);
                }),
                new Plant("reject-transaction-at-24-hours", g -> {
                    Row account = Sleepers.unused(g);
                    Row row = g.booked(account, g.days.ago(100), "08", "credit");
                    row.set("booked_at", g.days.ago(100) + "T24:00:00");
                    g.undecided(UnusedPlants.RULE, account);
                }),
                new Plant("reject-transaction-twice", g -> {
                    Row account = Sleepers.sleeping(g);
                    g.add(g.booked(account, g.days.ago(700), "08", "credit").copy());
                    g.undecided(LongInactivePlants.RULE, account);
                }),
                new Plant("reject-transaction-of-a-reawakened-account", g -> {
                    Row account = ReawakenedPlants.woken(g);
                    g.moved(account, g.days.ago(9)).set("direction", "sideways");
                    g.undecided(ReawakenedPlants.RULE, account);
                }),
                new Plant("reject-transaction-changes-nothing-of-a-count", g -> {
                    Row person = g.person();
                    Row account = g.used(person, "I");
                    g.used(person, "I");
                    g.finding(OverCountPlants.RULE, person);
                    broken(g.moved(account, g.days.ago(40)));
                }),
                new Plant("reject-orphan-transaction", g -> {
                    Row account = g.used(g.person(), "I");
                    g.moved(account, g.days.ago(100)).set("account_id", "9999999999999999999");
                }),
                new Plant("reject-explanation-of-the-phone", g -> {
                    Row owner = SharedPhonePlants.owner(g);
                    SharedPhonePlants.foreign(g, owner.get("phone"));
                    SharedPhonePlants.foreign(g, owner.get("phone"));
                    g.explained(owner.get("phone"), g.person(), "friend");
                    g.undecided(SharedPhonePlants.RULE, owner);
                }));
    }

    /// Makes a transaction unreadable: an amount of three decimals.
    private static void broken(Row transaction) {
        transaction.set("amount", "1.234");
    }
}
