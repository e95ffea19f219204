package org.qingyuan.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.qingyuan.accounts.extract.CanonicalTable;

/// A bank with what one rule must say of it: every line that is not expected must not be said. Ids say what an account
/// or a customer is there for.
final class Fixture {
    final String rule;
    final Bank bank = new Bank();
    final Set<String> expected = new TreeSet<>();
    final Map<String, String> values = new TreeMap<>();
    int bookings;

    Fixture(String rule) {
        this.rule = rule;
        bank.extractedOn = Bank.AS_OF.plusDays(20);
        bank.empty(CanonicalTable.TRANSACTIONS);
        bank.lastActivityCounts = Standard.codes().counting();
    }

    static List<Fixture> all() {
        return List.of(
                PeopleFixtures.emptyCustomer(),
                AccountFixtures.longInactive(),
                PeopleFixtures.overCount(),
                AwakeningFixture.reawakened(),
                PhoneFixture.sharedPhone(),
                PeopleFixtures.staleIdentity(),
                UnitFixture.unitSuspended(),
                AccountFixtures.unusedSinceOpening());
    }

    static Fixture of(String rule) {
        return all().stream().filter(each -> each.rule.equals(rule)).findFirst().orElseThrow();
    }

    Fixture named(String id) {
        expected.add(id);
        return this;
    }

    Fixture out(String id, String reason) {
        expected.add(id + " " + reason);
        return this;
    }

    Fixture customer(String id, String... cells) {
        bank.customer(id, cells);
        return this;
    }

    /// An account of its own customer, who is named `of-` and the account.
    Fixture account(String id, String... cells) {
        bank.customer("of-" + id);
        bank.account(id, "of-" + id, cells);
        return this;
    }

    Fixture accountOf(String customer, String id, String... cells) {
        bank.account(id, customer, cells);
        return this;
    }

    /// An account below another, of the same holder, with nothing on it.
    Fixture sub(String parent, String id, String... cells) {
        String[] alike = {"parent_account_id=" + parent, "balance=0.00"};
        return accountOf("of-" + parent, id, concat(alike, cells));
    }

    /// A transaction at 10:15 of the day.
    Fixture booking(String account, String day, String... cells) {
        List<String> all = new ArrayList<>(List.of("booked_at=" + (day.length() == 10 ? day + "T10:15:00" : day)));
        all.addAll(List.of(cells));
        bank.booking("T" + ++bookings, account, all.toArray(String[]::new));
        return this;
    }

    /// The transaction that takes back the one before it.
    Fixture reversal(String account, String day) {
        return booking(account, day, "reversal_of=T" + bookings);
    }

    static String[] concat(String[] some, String... more) {
        List<String> all = new ArrayList<>(List.of(some));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    Fixture classes(String customer, String name, int count) {
        customer(customer);
        for (int i = 1; i <= count; i++) {
            accountOf(customer, customer + "-" + i, "account_class=" + name);
        }
        return this;
    }

    Fixture stale(String id, String... cells) {
        return customer(id, cells).accountOf(id, id + "-A");
    }

    /// Accounts of so many others on the phone.
    Fixture strangers(String phone, int count) {
        for (int i = 1; i <= count; i++) {
            String id = "stranger-" + phone + "-" + i;
            customer(id, "phone=90" + phone + i).accountOf(id, id + "-A", "phone=" + phone);
        }
        return this;
    }
}
