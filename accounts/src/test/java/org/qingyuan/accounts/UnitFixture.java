package org.qingyuan.accounts;

import java.util.List;

/// Rule 5: suspended accounts of units with nothing on them.
final class UnitFixture {
    private UnitFixture() {}

    static Fixture unitSuspended() {
        Fixture f = new Fixture("unit-suspended");
        String[] alike = {"unit_kind=basic", "status=long_suspended", "balance=0.00"};
        unit(f, "empty", alike).named("E1/empty");
        unit(f, "a-cent", Fixture.concat(alike, "balance=0.01"));
        unit(f, "normal", Fixture.concat(alike, "status=normal"));
        unit(f, "of-no-kind", Fixture.concat(alike, "unit_kind="));
        unit(f, "temporary", Fixture.concat(alike, "unit_kind=temporary")).named("E1/temporary");
        unit(f, "opened-on-the-day", Fixture.concat(alike, "opened_on=2026-06-30"))
                .named("E1/opened-on-the-day");
        unit(f, "opened-since", Fixture.concat(alike, "opened_on=2026-07-01"));
        f.customer("person").accountOf("person", "of-a-person", alike);
        unit(f, "parent", Fixture.concat(alike, "status=normal"));
        f.accountOf("of-parent", "sub", Fixture.concat(alike, "parent_account_id=parent"))
                .named("E1/sub");
        unit(f, "frozen-parent", Fixture.concat(alike, "status=normal", "freeze=both"));
        f.accountOf(
                "of-frozen-parent", "sub-of-frozen-parent", Fixture.concat(alike, "parent_account_id=frozen-parent"));
        f.out("E1/sub-of-frozen-parent", "frozen");
        unit(f, "sum", Fixture.concat(alike));
        f.accountOf("of-sum", "one", "parent_account_id=sum", "balance=1.00");
        unit(f, "evened", Fixture.concat(alike, "balance=-1.00")).out("E1/evened", "overdrawn");
        f.accountOf("of-evened", "evening", "parent_account_id=evened", "balance=1.00");
        for (String kind : List.of("basic", "general", "special", "temporary")) {
            unit(f, "kind-" + kind, Fixture.concat(alike, "unit_kind=" + kind)).named("E1/kind-" + kind);
        }
        for (String status : List.of("dormant", "closed")) {
            unit(f, "status-" + status, Fixture.concat(alike, "status=" + status));
        }
        unit(f, "protected-parent", Fixture.concat(alike, "status=normal", "products=loan"));
        f.sub("protected-parent", "sub-of-protected-parent", alike)
                .out("E1/sub-of-protected-parent", "protected-product");
        unit(f, "foreign-parent", Fixture.concat(alike, "status=normal", "currency=USD"));
        f.sub("foreign-parent", "sub-of-foreign-parent", alike).named("E1/sub-of-foreign-parent");
        unit(f, "sum-of-closed", alike);
        f.sub("sum-of-closed", "closed-with-a-cent", "status=closed", "balance=0.01");
        unit(f, "moved-on-the-day", alike)
                .booking("moved-on-the-day", "2026-06-30")
                .named("E1/moved-on-the-day");
        unit(f, "unknown-on-the-day", alike).booking("unknown-on-the-day", "2026-06-30", "code=09");
        f.named("E1/unknown-on-the-day");
        unit(f, "bad-booking", alike).booking("bad-booking", "2026-02-30").named("E1/bad-booking");
        rejected(f, alike);
        new Exclusions(f, "unit", alike).all();
        return f;
    }

    /// A rejected account leaves in doubt what lies above and below it, to any depth.
    private static void rejected(Fixture f, String... alike) {
        unit(f, "rejected-parent", Fixture.concat(alike, "status=normal", "freeze=perhaps"));
        f.sub("rejected-parent", "below-rejected", alike).out("E1/below-rejected", "touched-by-reject");
        f.accountOf(
                        "of-rejected-parent",
                        "far-below-rejected",
                        Fixture.concat(alike, "parent_account_id=below-rejected"))
                .out("E1/far-below-rejected", "touched-by-reject");
        unit(f, "circle-1", Fixture.concat(alike, "parent_account_id=circle-2"));
        f.accountOf("of-circle-1", "circle-2", Fixture.concat(alike, "parent_account_id=circle-1"));
        f.sub("circle-1", "below-circle", alike).out("E1/below-circle", "touched-by-reject");
        f.customer("of-rejected-unit", "kind=unit", "id_type=uscc", "registered_on=2026-13-01");
        f.accountOf("of-rejected-unit", "of-rejected-customer", alike)
                .out("E1/of-rejected-customer", "touched-by-reject");
    }

    private static Fixture unit(Fixture f, String id, String... cells) {
        return f.customer("of-" + id, "kind=unit", "id_type=uscc").accountOf("of-" + id, id, cells);
    }
}
