package org.qingyuan.accounts;

/// Rule 8: accounts that moved after silence.
final class AwakeningFixture {
    private AwakeningFixture() {}

    static Fixture reawakened() {
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
        f.booking("moved-again-since", "2026-07-02").named("E1/moved-again-since");
        f.account("too-early-and-again").booking("too-early-and-again", "2026-05-30");
        f.booking("too-early-and-again", "2026-06-20");
        f.account("woken-by-sub").sub("woken-by-sub", "waking").booking("waking", "2026-06-20");
        f.named("E1/woken-by-sub");
        f.account("sub-never-slept").sub("sub-never-slept", "sleepless").booking("sleepless", "2025-06-21");
        f.booking("sub-never-slept", "2026-06-20");
        f.account("sub-slept", "opened_on=2012-01-01")
                .sub("sub-slept", "sleeper")
                .booking("sleeper", "2025-06-20");
        f.booking("sub-slept", "2026-06-20").named("E1/sub-slept");
        f.account("protected", "products=loan", "currency=USD", "balance=-1.00").booking("protected", "2026-06-20");
        f.named("E1/protected");
        f.customer("unit", "kind=unit").accountOf("unit", "of-a-unit").booking("of-a-unit", "2026-06-20");
        f.named("E1/of-a-unit");
        f.account("suspended", "status=long_suspended")
                .booking("suspended", "2026-06-20")
                .named("E1/suspended");
        f.account("cancelled").booking("cancelled", "2026-06-20").reversal("cancelled", "2026-06-21");
        f.account("cancelled-since").booking("cancelled-since", "2026-06-20").reversal("cancelled-since", "2026-07-01");
        f.named("E1/cancelled-since");
        f.account("active-only", "last_activity_on=2026-06-20");
        f.account("above-unknown").booking("above-unknown", "2026-06-20").sub("above-unknown", "unknown-below");
        f.booking("unknown-below", "2026-06-25", "code=09").out("E1/above-unknown", "unknown-code");
        f.account("of-rejected").booking("of-rejected", "2026-06-20").customer("of-of-rejected");
        return f.out("E1/of-rejected", "touched-by-reject");
    }
}
