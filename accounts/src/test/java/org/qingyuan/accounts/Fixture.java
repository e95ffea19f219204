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
    private int bookings;

    private Fixture(String rule) {
        this.rule = rule;
        bank.extractedOn = Bank.AS_OF.plusDays(20);
        bank.empty(CanonicalTable.TRANSACTIONS);
        bank.lastActivityCounts = Standard.codes().counting();
    }

    static List<Fixture> all() {
        return List.of(
                emptyCustomer(),
                longInactive(),
                overCount(),
                reawakened(),
                sharedPhone(),
                staleIdentity(),
                unitSuspended(),
                unusedSinceOpening());
    }

    static Fixture of(String rule) {
        return all().stream().filter(each -> each.rule.equals(rule)).findFirst().orElseThrow();
    }

    private Fixture named(String id) {
        expected.add(id);
        return this;
    }

    private Fixture silent(String id) {
        expected.remove(id);
        return this;
    }

    private Fixture out(String id, String reason) {
        expected.add(id + " " + reason);
        return this;
    }

    private Fixture customer(String id, String... cells) {
        bank.customer(id, cells);
        return this;
    }

    /// An account of its own customer, who is named `of-` and the account.
    private Fixture account(String id, String... cells) {
        bank.customer("of-" + id);
        bank.account(id, "of-" + id, cells);
        return this;
    }

    private Fixture accountOf(String customer, String id, String... cells) {
        bank.account(id, customer, cells);
        return this;
    }

    private Fixture booking(String account, String day, String... cells) {
        List<String> all = new ArrayList<>(List.of("booked_at=" + (day.length() == 10 ? day + "T10:15:00" : day)));
        all.addAll(List.of(cells));
        bank.booking("T" + ++bookings, account, all.toArray(String[]::new));
        return this;
    }

    /// Accounts that the exclusions of rules 2, 5 and 6 keep out, all alike but for that.
    private Fixture exclusions(String opened, String... alike) {
        excluded("frozen", "frozen", opened, alike, "freeze=no_credit");
        excluded("protected", "protected-product", opened, alike, "products=salary;fund");
        excluded("foreign", "foreign-currency", opened, alike, "currency=USD");
        excluded("moved-since", "moved-since", opened, alike);
        booking("moved-since", "2026-07-01");
        excluded("active-since", "moved-since", opened, alike, "last_activity_on=2026-07-01");
        excluded("unknown-since", "unknown-code", opened, alike);
        booking("unknown-since", "2026-07-01", "code=09");
        excluded("frozen-and-foreign", "frozen", opened, alike, "freeze=both", "currency=USD");
        accountOf("of-frozen", "sub-of-frozen", "parent_account_id=frozen", "opened_on=" + opened, "balance=0.00");
        excluded("above-frozen", "frozen", opened, alike);
        accountOf("of-above-frozen", "frozen-sub", "parent_account_id=above-frozen", "freeze=both", "balance=0.00");
        account("above-closed-frozen", concat(alike, "opened_on=" + opened)).named("E1/above-closed-frozen");
        accountOf(
                "of-above-closed-frozen",
                "closed-frozen-sub",
                "parent_account_id=above-closed-frozen",
                "status=closed",
                "freeze=both",
                "balance=0.00");
        excluded("above-foreign", "foreign-currency", opened, alike);
        accountOf("of-above-foreign", "foreign-sub", "parent_account_id=above-foreign", "currency=USD", "balance=0.00");
        excluded("above-rejected", "touched-by-reject", opened, alike);
        accountOf("of-above-rejected", "rejected-sub", "parent_account_id=above-rejected", "balance=0.0");
        account("cancelled-since", concat(alike, "opened_on=" + opened)).named("E1/cancelled-since");
        booking("cancelled-since", "2026-07-02");
        return booking("cancelled-since", "2026-07-03", "reversal_of=T" + bookings);
    }

    private void excluded(String id, String reason, String opened, String[] alike, String... cells) {
        account(id, concat(alike, concat(cells, "opened_on=" + opened))).out("E1/" + id, reason);
    }

    private static String[] concat(String[] some, String... more) {
        List<String> all = new ArrayList<>(List.of(some));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static Fixture emptyCustomer() {
        Fixture f = new Fixture("empty-customer");
        f.customer("no-name", "name=　").named("E1/no-name");
        f.customer("placeholder-name", "name=无").named("E1/placeholder-name");
        f.customer("no-type", "id_type=").named("E1/no-type");
        f.customer("no-number", "id_number=").named("E1/no-number");
        f.customer("no-phone", "phone=-").named("E1/no-phone");
        f.customer("no-address", "address=").named("E1/no-address");
        f.customer("unit", "kind=unit", "address=").named("E1/unit");
        f.customer("complete");
        f.customer("having-an-account", "name=").accountOf("having-an-account", "A1");
        f.customer("having-a-closed-account", "name=").accountOf("having-a-closed-account", "A2", "status=closed");
        f.customer("having-a-later-account", "name=").accountOf("having-a-later-account", "A3", "opened_on=2026-07-01");
        f.customer("registered-on-the-day", "name=", "registered_on=2026-06-30").named("E1/registered-on-the-day");
        f.customer("registered-a-day-later", "name=", "registered_on=2026-07-01");
        f.customer("having-a-rejected-account", "name=").out("E1/having-a-rejected-account", "touched-by-reject");
        return f.accountOf("having-a-rejected-account", "A4", "balance=1");
    }

    private static Fixture longInactive() {
        Fixture f = new Fixture("long-inactive");
        f.account("on-the-day").booking("on-the-day", "2023-06-30T23:59:59").named("E1/on-the-day");
        f.account("a-day-later").booking("a-day-later", "2023-07-01T00:00:00");
        f.account("opened-on-the-day", "opened_on=2023-06-30").named("E1/opened-on-the-day");
        f.account("opened-a-day-later", "opened_on=2023-07-01");
        f.account("at-the-limit", "balance=100.00").named("E1/at-the-limit");
        f.account("a-cent-above", "balance=100.01");
        f.account("dormant", "status=dormant").named("E1/dormant");
        f.account("long-suspended", "status=long_suspended");
        f.account("closed", "status=closed");
        f.account("parent-that-moved").booking("parent-that-moved", "2026-01-01");
        f.accountOf("of-parent-that-moved", "sub-that-sleeps", "parent_account_id=parent-that-moved");
        f.account("parent-of-moving").accountOf("of-parent-of-moving", "mover", "parent_account_id=parent-of-moving");
        f.booking("mover", "2024-01-01");
        f.account("above-closed-mover");
        f.accountOf("of-above-closed-mover", "gone", "parent_account_id=above-closed-mover", "status=closed");
        f.booking("gone", "2024-01-01");
        f.account("sum-at-limit", "balance=60.00").named("E1/sum-at-limit");
        f.accountOf("of-sum-at-limit", "forty", "parent_account_id=sum-at-limit", "balance=40.00");
        f.account("sum-above", "balance=60.00");
        f.accountOf("of-sum-above", "forty-and-more", "parent_account_id=sum-above", "balance=40.01");
        f.account("two-levels", "balance=60.00").accountOf("of-two-levels", "level-1", "parent_account_id=two-levels");
        f.accountOf("of-two-levels", "level-2", "parent_account_id=level-1");
        f.account("opened-since", "opened_on=2026-07-01").booking("opened-since", "2020-01-01");
        f.customer("unit", "kind=unit").accountOf("unit", "of-a-unit");
        f.account("active-on-the-day", "last_activity_on=2023-06-30").named("E1/active-on-the-day");
        f.account("active-later", "last_activity_on=2023-07-01");
        f.account("fee-only").booking("fee-only", "2026-01-01", "code=bank").named("E1/fee-only");
        f.account("interest-only")
                .booking("interest-only", "2026-01-01", "code=08")
                .named("E1/interest-only");
        f.account("reversed").booking("reversed", "2026-01-01").named("E1/reversed");
        f.booking("reversed", "2026-01-02", "reversal_of=T" + f.bookings);
        f.account("reversal-reversed").booking("reversal-reversed", "2026-01-01");
        f.booking("reversal-reversed", "2026-01-02", "reversal_of=T" + f.bookings);
        f.booking("reversal-reversed", "2026-01-03", "reversal_of=T" + f.bookings);
        f.account("reversed-too-late").booking("reversed-too-late", "2026-06-30");
        f.booking("reversed-too-late", "2026-07-01", "reversal_of=T" + f.bookings);
        f.account("unknown-on-the-day").booking("unknown-on-the-day", "2023-06-30", "code=09");
        f.named("E1/unknown-on-the-day");
        f.account("unknown-in-period").booking("unknown-in-period", "2023-07-01", "code=00-3");
        f.out("E1/unknown-in-period", "unknown-code");
        f.account("overdrawn", "balance=-0.01").out("E1/overdrawn", "overdrawn");
        f.account("above-overdrawn").out("E1/above-overdrawn", "overdrawn");
        f.accountOf("of-above-overdrawn", "below-zero", "parent_account_id=above-overdrawn", "balance=-1.00");
        f.minor("minor", "11010120080701001X", "E1/minor minor");
        f.minor("of-age-today", "110101200806300010", "E1/of-age-today");
        f.minor("minor-of-15-digits", "110101600101001", "E1/minor-of-15-digits");
        f.account("bad-booking").booking("bad-booking", "2026-02-30").out("E1/bad-booking", "touched-by-reject");
        f.customer("twice").customer("twice").accountOf("twice", "of-twice").out("E1/of-twice", "touched-by-reject");
        return f.exclusions("2012-01-01");
    }

    private Fixture minor(String account, String number, String line) {
        customer("of-" + account, "id_type=resident_id", "id_number=" + number);
        return accountOf("of-" + account, account).named(line);
    }

    private static Fixture unusedSinceOpening() {
        Fixture f = new Fixture("unused-since-opening");
        f.bank.transactionsFrom = java.time.LocalDate.of(2012, 1, 1);
        f.account("on-the-day", "opened_on=2025-12-30").named("E1/on-the-day");
        f.account("a-day-later", "opened_on=2025-12-31");
        f.account("moved-once", "opened_on=2013-01-01").booking("moved-once", "2013-01-02");
        f.account("interest-only", "opened_on=2013-01-01").booking("interest-only", "2020-01-01", "code=08");
        f.named("E1/interest-only");
        f.account("closed", "opened_on=2013-01-01", "status=closed");
        f.account("suspended", "opened_on=2013-01-01", "status=long_suspended").named("E1/suspended");
        f.customer("unit", "kind=unit")
                .accountOf("unit", "of-a-unit", "opened_on=2013-01-01")
                .named("E1/of-a-unit");
        f.account("parent", "opened_on=2013-01-01").booking("parent", "2014-01-01");
        f.accountOf("of-parent", "sub", "parent_account_id=parent", "opened_on=2013-01-01");
        f.account("active", "opened_on=2013-01-01", "last_activity_on=2014-01-01");
        f.account("unknown-ever", "opened_on=2013-01-01").booking("unknown-ever", "2013-02-01", "code=09");
        f.out("E1/unknown-ever", "unknown-code");
        f.account("history-on-the-day", "opened_on=2012-01-01").named("E1/history-on-the-day");
        f.account("history-a-day-before", "opened_on=2011-12-31").out("E1/history-a-day-before", "history-unknown");
        f.account("overdrawn", "opened_on=2013-01-01", "balance=-0.01").out("E1/overdrawn", "overdrawn");
        f.customer("child", "id_type=household_register", "id_number=11010120080701001X");
        f.accountOf("child", "minor", "opened_on=2013-01-01").out("E1/minor", "minor");
        f.account("bad-booking", "opened_on=2013-01-01").booking("bad-booking", "2026-02-30");
        f.out("E1/bad-booking", "touched-by-reject");
        return f.exclusions("2013-01-01");
    }

    private static Fixture unitSuspended() {
        Fixture f = new Fixture("unit-suspended");
        String[] alike = {"unit_kind=basic", "status=long_suspended", "balance=0.00"};
        f.unit("empty", alike).named("E1/empty");
        f.unit("a-cent", concat(alike, "balance=0.01"));
        f.unit("normal", concat(alike, "status=normal"));
        f.unit("of-no-kind", concat(alike, "unit_kind="));
        f.unit("temporary", concat(alike, "unit_kind=temporary")).named("E1/temporary");
        f.unit("opened-on-the-day", concat(alike, "opened_on=2026-06-30")).named("E1/opened-on-the-day");
        f.unit("opened-since", concat(alike, "opened_on=2026-07-01"));
        f.customer("person").accountOf("person", "of-a-person", alike);
        f.unit("parent", concat(alike, "status=normal"));
        f.accountOf("of-parent", "sub", concat(alike, "parent_account_id=parent"))
                .named("E1/sub");
        f.unit("frozen-parent", concat(alike, "status=normal", "freeze=both"));
        f.accountOf("of-frozen-parent", "sub-of-frozen-parent", concat(alike, "parent_account_id=frozen-parent"));
        f.out("E1/sub-of-frozen-parent", "frozen");
        f.unit("sum", concat(alike));
        f.accountOf("of-sum", "one", "parent_account_id=sum", "balance=1.00");
        f.unit("evened", concat(alike, "balance=-1.00")).out("E1/evened", "overdrawn");
        f.accountOf("of-evened", "evening", "parent_account_id=evened", "balance=1.00");
        f.unitExclusion("frozen", "frozen", concat(alike, "freeze=both"));
        f.unitExclusion("protected", "protected-product", concat(alike, "products=loan"));
        f.unitExclusion("foreign", "foreign-currency", concat(alike, "currency=HKD"));
        f.unitExclusion("moved-since", "moved-since", alike).booking("moved-since", "2026-07-01");
        f.unitExclusion("active-since", "moved-since", concat(alike, "last_activity_on=2026-07-01"));
        f.unitExclusion("unknown-since", "unknown-code", alike).booking("unknown-since", "2026-07-01", "code=09");
        f.unit("unknown-before", alike)
                .booking("unknown-before", "2026-06-30", "code=09")
                .named("E1/unknown-before");
        f.unitExclusion("touched", "touched-by-reject", alike);
        return f.accountOf("of-touched", "rejected", "parent_account_id=touched", "opened_on=");
    }

    private Fixture unit(String id, String... cells) {
        return customer("of-" + id, "kind=unit", "id_type=uscc").accountOf("of-" + id, id, cells);
    }

    private Fixture unitExclusion(String id, String reason, String... cells) {
        return unit(id, cells).out("E1/" + id, reason);
    }

    private static Fixture overCount() {
        Fixture f = new Fixture("over-count");
        f.values.put("over-count.openedSince", "2005-01-01");
        f.classes("two-of-I", "I", 2).named("E1/two-of-I");
        f.classes("one-of-I", "I", 1);
        f.classes("five-of-II", "II", 5);
        f.classes("six-of-II", "II", 6).named("E1/six-of-II");
        f.classes("six-of-III", "III", 6).named("E1/six-of-III");
        f.classes("one-closed", "I", 1).accountOf("one-closed", "closed", "account_class=I", "status=closed");
        f.classes("one-sub", "I", 1);
        f.accountOf("one-sub", "sub", "account_class=I", "parent_account_id=one-sub-1");
        f.classes("one-later", "I", 1).accountOf("one-later", "later", "account_class=I", "opened_on=2026-07-01");
        f.classes("one-older", "I", 1).accountOf("one-older", "older", "account_class=I", "opened_on=2004-12-31");
        f.classes("opened-on-the-day", "I", 1);
        f.accountOf("opened-on-the-day", "day", "account_class=I", "opened_on=2005-01-01");
        f.named("E1/opened-on-the-day");
        f.customer("unit", "kind=unit")
                .accountOf("unit", "U1", "account_class=I")
                .accountOf("unit", "U2", "account_class=I");
        f.customer("same-1", "id_type=resident_id", "id_number=110101196001010011");
        f.customer("same-2", "id_type=resident_id", "id_number=１１０１０１ 600101001");
        f.accountOf("same-1", "S1", "account_class=I")
                .accountOf("same-2", "S2", "account_class=I")
                .named("E1/same-1");
        f.customer("other-type-1", "id_number=X1").customer("other-type-2", "id_number=X1", "id_type=other");
        f.accountOf("other-type-1", "O1", "account_class=I").accountOf("other-type-2", "O2", "account_class=I");
        f.customer("other-entity", "legal_entity=E2", "id_type=resident_id", "id_number=110101196001010011");
        f.accountOf("other-entity", "O3", "legal_entity=E2", "account_class=I");
        f.customer("blank-1", "id_number=").customer("blank-2", "id_number=无");
        f.accountOf("blank-1", "B1", "account_class=I").accountOf("blank-2", "B2", "account_class=I");
        f.classes("frozen", "I", 1)
                .accountOf("frozen", "F2", "account_class=I", "freeze=both")
                .named("E1/frozen");
        f.classes("above-rejected", "I", 2).out("E1/above-rejected", "touched-by-reject");
        f.accountOf("above-rejected", "R1", "parent_account_id=above-rejected-1", "balance=x");
        f.classes("with-rejected", "I", 2).out("E1/with-rejected", "touched-by-reject");
        f.accountOf("with-rejected", "R2", "account_class=I", "balance=x");
        f.customer("doubtful", "id_number=D1").customer("doubtful-too", "id_number=D1", "registered_on=2026-13-01");
        f.accountOf("doubtful", "D1", "account_class=I").accountOf("doubtful", "D2", "account_class=I");
        return f.out("E1/doubtful", "touched-by-reject");
    }

    private Fixture classes(String customer, String name, int count) {
        customer(customer);
        for (int i = 1; i <= count; i++) {
            accountOf(customer, customer + "-" + i, "account_class=" + name);
        }
        return this;
    }

    private static Fixture sharedPhone() {
        Fixture f = new Fixture("shared-phone");
        f.phone("1", "2020-01-01").strangers("1", 2).named("E1/owner-1");
        f.phone("2", "2020-01-01").strangers("2", 1);
        f.phone("3", "").strangers("3", 2).out("E1/owner-3", "owner-unknown");
        f.phone("4", "2020-01-01").strangers("4", 1);
        f.customer("closed-4").accountOf("closed-4", "closed-4-A", "phone=4", "status=closed");
        f.customer("later-4").accountOf("later-4", "later-4-A", "phone=4", "opened_on=2026-07-01");
        f.customer("sub-4").accountOf("sub-4", "sub-4-P", "phone=44");
        f.accountOf("sub-4", "sub-4-A", "phone=4", "parent_account_id=sub-4-P");
        f.phone("5", "2020-01-01").strangers("5", 2);
        f.bank.explanation("5", "stranger-5-1");
        f.customer("owner-6", "phone=6", "phone_verified_on=2020-01-02").accountOf("owner-6", "owner-6-A");
        f.customer("earlier-6", "phone=6", "phone_verified_on=2020-01-01")
                .strangers("6", 1)
                .named("E1/earlier-6");
        f.customer("tied-7a", "phone=7", "phone_verified_on=2020-01-01").accountOf("tied-7a", "tied-7a-A");
        f.customer("tied-7b", "phone=7", "phone_verified_on=2020-01-01").accountOf("tied-7b", "tied-7b-A");
        f.strangers("7", 1);
        f.customer("owner-8", "phone=8", "phone_verified_on=2020-01-01", "kind=unit")
                .strangers("8", 2);
        f.out("E1/stranger-8-1", "owner-unknown");
        f.customer("owner-9", "phone=9", "phone_verified_on=2020-01-01", "id_number=")
                .strangers("9", 2);
        f.out("E1/stranger-9-1", "owner-unknown");
        f.customer("single-10", "phone=10").accountOf("single-10", "A10-1").accountOf("single-10", "A10-2");
        f.customer("record-18a", "phone=18", "id_number=R18").accountOf("record-18a", "A18a");
        f.customer("record-18b", "phone=18", "id_number=R18").accountOf("record-18b", "A18b");
        f.phone("+86 11", "2020-01-01")
                .strangers("00861-1", 1)
                .strangers("１１", 1)
                .named("E1/owner-+86 11");
        f.phone("12", "2020-01-01").strangers("12", 2).out("E1/owner-12", "touched-by-reject");
        f.accountOf("stranger-12-1", "R12", "parent_account_id=stranger-12-1-A", "balance=x", "phone=99");
        f.phone("13", "2020-01-01").strangers("13", 2).out("E1/owner-13", "touched-by-reject");
        f.customer("rejected-13", "phone=13", "kind=x");
        f.phone("14", "2020-01-01").strangers("14", 2).out("E1/owner-14", "touched-by-reject");
        f.bank.explanation("98", "stranger-14-1", "reason=x");
        f.customer("other-entity", "legal_entity=E2", "phone=2").accountOf("other-entity", "E2-A", "legal_entity=E2");
        f.customer("again-15", "phone=15", "id_number=Nowner-15").accountOf("again-15", "again-15-A");
        f.phone("15", "2020-01-01").strangers("15", 1);
        f.customer("inherits-16", "phone=16").accountOf("inherits-16", "inherits-16-A");
        f.phone("16", "2020-01-01").strangers("16", 1).named("E1/owner-16");
        f.customer("passing-17", "phone=17").strangers("17", 2).silent("");
        f.customer("verified-later", "phone=17", "phone_verified_on=2026-07-05").named("E1/verified-later");
        return f;
    }

    /// An owner with an account on the phone.
    private Fixture phone(String phone, String verified) {
        customer("owner-" + phone, "phone=" + phone, "phone_verified_on=" + verified);
        return accountOf("owner-" + phone, "owner-" + phone + "-A", "phone=" + phone);
    }

    private Fixture strangers(String phone, int count) {
        for (int i = 1; i <= count; i++) {
            String id = "stranger-" + phone + "-" + i;
            customer(id, "phone=90" + phone + i).accountOf(id, id + "-A", "phone=" + phone);
        }
        return this;
    }

    private static Fixture staleIdentity() {
        Fixture f = new Fixture("stale-identity");
        f.stale("no-type", "id_type=").named("E1/no-type");
        f.stale("no-number", "id_number=无").named("E1/no-number");
        f.stale("missing", "id_expires_on=missing").named("E1/missing");
        f.stale("expired-90", "id_expires_on=2026-04-01");
        f.stale("expired-91", "id_expires_on=2026-03-31").named("E1/expired-91");
        f.stale("long-term", "id_expires_on=");
        f.stale("for-ever", "id_expires_on=9999-12-31");
        f.stale("unit", "kind=unit", "id_expires_on=missing").named("E1/unit");
        f.customer("closed", "id_type=").accountOf("closed", "closed-A", "status=closed");
        f.customer("later", "id_type=").accountOf("later", "later-A", "opened_on=2026-07-01");
        f.stale("parent", "id_type=passport");
        f.customer("sub", "id_type=").accountOf("sub", "sub-A", "parent_account_id=parent-A");
        f.customer("none", "id_type=");
        f.stale("same-1", "id_number=S1")
                .stale("same-2", "id_number=S1", "id_expires_on=missing")
                .named("E1/same-1");
        f.stale("doubtful", "id_number=D1", "id_expires_on=missing").out("E1/doubtful", "touched-by-reject");
        f.customer("doubtful-too", "id_number=D1", "kind=x");
        f.stale("with-rejected", "id_type=").out("E1/with-rejected", "touched-by-reject");
        return f.accountOf("with-rejected", "R1", "balance=x");
    }

    private Fixture stale(String id, String... cells) {
        return customer(id, cells).accountOf(id, id + "-A");
    }

    private static Fixture reawakened() {
        Fixture f = new Fixture("reawakened");
        f.account("in-window").booking("in-window", "2025-05-31").booking("in-window", "2026-05-31");
        f.named("E1/in-window");
        f.account("too-early").booking("too-early", "2026-05-30");
        f.account("too-short").booking("too-short", "2025-06-01").booking("too-short", "2026-05-31");
        f.account("on-the-last-day").booking("on-the-last-day", "2026-06-30").named("E1/on-the-last-day");
        f.account("since").booking("since", "2026-07-01");
        f.account("opened-a-year-ago", "opened_on=2025-06-20").booking("opened-a-year-ago", "2026-06-20");
        f.named("E1/opened-a-year-ago");
        f.account("opened-later", "opened_on=2025-06-21").booking("opened-later", "2026-06-20");
        f.account("closed", "status=closed").booking("closed", "2026-06-20");
        f.account("frozen", "freeze=both").booking("frozen", "2026-06-20").named("E1/frozen");
        f.account("parent", "opened_on=2026-01-01");
        f.accountOf("of-parent", "sub", "parent_account_id=parent").booking("sub", "2026-06-20");
        f.account("opened-since", "opened_on=2026-07-01").booking("opened-since", "2020-01-01");
        f.booking("opened-since", "2026-06-20");
        f.account("interest-between").booking("interest-between", "2026-01-01", "code=08");
        f.booking("interest-between", "2026-06-20").named("E1/interest-between");
        f.account("interest-only").booking("interest-only", "2026-06-20", "code=08");
        f.account("interest-in-window").booking("interest-in-window", "2020-01-01");
        f.booking("interest-in-window", "2026-05-31", "code=08").booking("interest-in-window", "2026-06-20", "code=03");
        f.named("E1/interest-in-window");
        f.account("unknown-before")
                .booking("unknown-before", "2026-06-20")
                .booking("unknown-before", "2025-06-20", "code=09");
        f.named("E1/unknown-before");
        f.account("unknown-within")
                .booking("unknown-within", "2026-06-20")
                .booking("unknown-within", "2025-06-21", "code=09");
        f.out("E1/unknown-within", "unknown-code");
        f.account("unknown-since")
                .booking("unknown-since", "2026-06-20")
                .booking("unknown-since", "2026-07-01", "code=09");
        f.out("E1/unknown-since", "unknown-code");
        f.account("above-rejected")
                .booking("above-rejected", "2026-06-20")
                .out("E1/above-rejected", "touched-by-reject");
        f.accountOf("of-above-rejected", "R1", "parent_account_id=above-rejected", "balance=x");
        f.account("bad-booking").booking("bad-booking", "2026-06-20").booking("bad-booking", "2026-02-30");
        f.out("E1/bad-booking", "touched-by-reject");
        f.account("moved-again-since").booking("moved-again-since", "2026-06-20");
        return f.booking("moved-again-since", "2026-07-02").named("E1/moved-again-since");
    }
}
