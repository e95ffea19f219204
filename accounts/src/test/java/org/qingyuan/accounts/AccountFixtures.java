package org.qingyuan.accounts;

import java.time.LocalDate;
import java.util.List;

/// Rules 2 and 6: accounts on which nothing moved.
final class AccountFixtures {
    private AccountFixtures() {}

    static Fixture longInactive() {
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
        movements(f);
        reversals(f);
        f.account("frozen-and-rich", "freeze=both", "balance=100.01");
        f.account("overdrawn", "balance=-0.01").out("E1/overdrawn", "overdrawn");
        f.account("above-overdrawn").out("E1/above-overdrawn", "overdrawn");
        f.accountOf("of-above-overdrawn", "below-zero", "parent_account_id=above-overdrawn", "balance=-1.00");
        f.account("above-closed-overdrawn").named("E1/above-closed-overdrawn");
        f.sub("above-closed-overdrawn", "closed-below-zero", "status=closed", "balance=-1.00");
        minors(f);
        f.account("bad-booking").booking("bad-booking", "2026-02-30").out("E1/bad-booking", "touched-by-reject");
        f.customer("twice").customer("twice").accountOf("twice", "of-twice").out("E1/of-twice", "touched-by-reject");
        new Exclusions(f, "person", "opened_on=2012-01-01").all();
        return f;
    }

    /// Which transactions are movements: by code in both directions, on the account or anywhere below it.
    private static void movements(Fixture f) {
        for (String direction : List.of("debit", "credit")) {
            for (String code : List.of("01", "02", "03", "04", "07", "13", "14")) {
                String id = "moved-by-" + code + "-" + direction;
                f.account(id).booking(id, "2026-01-01", "code=" + code, "direction=" + direction);
            }
            for (String code : List.of("05", "06", "08", "10", "11", "12", "bank")) {
                String id = "slept-through-" + code + "-" + direction;
                f.account(id)
                        .booking(id, "2026-01-01", "code=" + code, "direction=" + direction)
                        .named("E1/" + id);
            }
            for (String code : List.of("09", "00-1", "15", "1", "")) {
                String id = "unknown-" + code + "-" + direction;
                f.account(id)
                        .booking(id, "2026-01-01", "code=" + code, "direction=" + direction)
                        .out("E1/" + id, "unknown-code");
            }
        }
        f.account("moved-and-active", "last_activity_on=2023-06-30").booking("moved-and-active", "2023-07-01");
        f.account("active-and-moved", "last_activity_on=2023-07-01").booking("active-and-moved", "2023-06-30");
        f.account("above-active").sub("above-active", "active-below", "last_activity_on=2023-07-01");
        f.account("above-anothers").customer("another");
        f.accountOf("another", "anothers", "parent_account_id=above-anothers").booking("anothers", "2024-01-01");
        f.account("above-two").sub("above-two", "first-below");
        f.accountOf("of-above-two", "second-below", "parent_account_id=first-below");
        f.booking("second-below", "2024-01-01");
        f.account("opened-after-it-moved", "opened_on=2024-01-01").booking("opened-after-it-moved", "2020-01-01");
        f.named("E1/opened-after-it-moved");
    }

    /// What takes a movement back, and what does not.
    private static void reversals(Fixture f) {
        f.account("reversed-on-the-day").booking("reversed-on-the-day", "2026-06-30");
        f.reversal("reversed-on-the-day", "2026-06-30").named("E1/reversed-on-the-day");
        f.account("reversed-three-times").booking("reversed-three-times", "2026-01-01");
        f.reversal("reversed-three-times", "2026-01-02").reversal("reversed-three-times", "2026-01-03");
        f.reversal("reversed-three-times", "2026-01-04").named("E1/reversed-three-times");
        f.account("restored-too-late").booking("restored-too-late", "2026-01-01");
        f.reversal("restored-too-late", "2026-01-02").reversal("restored-too-late", "2026-07-01");
        f.named("E1/restored-too-late");
        f.account("old-and-reversed-since").booking("old-and-reversed-since", "2020-01-01");
        f.reversal("old-and-reversed-since", "2026-07-01").named("E1/old-and-reversed-since");
        f.account("reverses-nothing").booking("reverses-nothing", "2026-01-01", "reversal_of=not-there");
        f.named("E1/reverses-nothing");
        f.account("reversal-of-unknown-code").booking("reversal-of-unknown-code", "2026-01-01", "code=09");
        f.reversal("reversal-of-unknown-code", "2026-01-02").named("E1/reversal-of-unknown-code");
    }

    /// Eighteen today is of age; the number says so whatever its check digit.
    private static void minors(Fixture f, String... cells) {
        holder(f, "minor", "resident_id", "11010120080701001X", cells).out("E1/minor", "minor");
        holder(f, "minor-of-a-wrong-digit", "resident_id", "110101200807010010", cells)
                .out("E1/minor-of-a-wrong-digit", "minor");
        holder(f, "minor-of-a-household", "household_register", "110101200807010029", cells)
                .out("E1/minor-of-a-household", "minor");
        holder(f, "of-age-today", "resident_id", "110101200806300010", cells).named("E1/of-age-today");
        holder(f, "passport-like-a-minor", "passport", "11010120080701003X", cells)
                .named("E1/passport-like-a-minor");
        holder(f, "fifteen-digits", "resident_id", "110101600101001", cells).named("E1/fifteen-digits");
        holder(f, "no-birthday", "resident_id", "11010120081301001X", cells).named("E1/no-birthday");
    }

    private static Fixture holder(Fixture f, String account, String type, String number, String... cells) {
        return f.customer("of-" + account, "id_type=" + type, "id_number=" + number)
                .accountOf("of-" + account, account, cells);
    }

    static Fixture unusedSinceOpening() {
        Fixture f = new Fixture("unused-since-opening");
        f.bank.transactionsFrom = LocalDate.of(2012, 1, 1);
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
        minors(f, "opened_on=2013-01-01");
        f.account("bad-booking", "opened_on=2013-01-01").booking("bad-booking", "2026-02-30");
        f.out("E1/bad-booking", "touched-by-reject");
        f.account("active-later", "opened_on=2013-01-01", "last_activity_on=2026-06-30");
        f.account("moved-on-as-of", "opened_on=2013-01-01").booking("moved-on-as-of", "2026-06-30");
        f.account("moved-and-cancelled", "opened_on=2013-01-01")
                .booking("moved-and-cancelled", "2014-01-01")
                .reversal("moved-and-cancelled", "2026-06-30")
                .named("E1/moved-and-cancelled");
        f.account("cancelled-too-late", "opened_on=2013-01-01")
                .booking("cancelled-too-late", "2014-01-01")
                .reversal("cancelled-too-late", "2026-07-01");
        f.account("above-mover", "opened_on=2013-01-01").sub("above-mover", "mover", "opened_on=2013-01-01");
        f.booking("mover", "2014-01-01");
        f.account("above-active", "opened_on=2013-01-01");
        f.sub("above-active", "active-sub-once", "opened_on=2013-01-01", "last_activity_on=2014-01-01");
        f.account("dormant", "opened_on=2013-01-01", "status=dormant").named("E1/dormant");
        f.account("rich", "opened_on=2013-01-01", "balance=100000.00").named("E1/rich");
        new Exclusions(f, "person", "opened_on=2013-01-01").all();
        return f;
    }
}
