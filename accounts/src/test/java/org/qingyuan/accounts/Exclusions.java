package org.qingyuan.accounts;

import java.util.List;

/// Accounts that rules 2, 5 and 6 would name but for one thing each, beside accounts on which that thing protects
/// nothing.
final class Exclusions {
    private final Fixture fixture;
    private final String holderKind;
    private final String[] alike;

    /// @param holderKind `person` or `unit`
    /// @param alike cells of an account that the rule names
    Exclusions(Fixture fixture, String holderKind, String... alike) {
        this.fixture = fixture;
        this.holderKind = holderKind;
        this.alike = alike;
    }

    private Fixture account(String id, String... cells) {
        return fixture.customer("of-" + id, "kind=" + holderKind)
                .accountOf("of-" + id, id, Fixture.concat(alike, cells));
    }

    private Fixture out(String id, String reason, String... cells) {
        return account(id, cells).out("E1/" + id, reason);
    }

    private Fixture named(String id, String... cells) {
        return account(id, cells).named("E1/" + id);
    }

    void all() {
        freezes();
        products();
        currencies();
        since();
        subAccounts();
        out("frozen-and-foreign", "frozen", "freeze=both", "currency=USD");
        out("above-rejected", "touched-by-reject").sub("above-rejected", "rejected-sub", "balance=0.0");
        out("above-rejected-twice", "touched-by-reject").sub("above-rejected-twice", "sub-between");
        fixture.sub("sub-between", "rejected-below", "customer_id=of-above-rejected-twice", "balance=0.0");
    }

    private void freezes() {
        for (String freeze : List.of("no_debit", "no_credit", "both")) {
            out("frozen-" + freeze, "frozen", "freeze=" + freeze);
        }
        out("above-frozen", "frozen").sub("above-frozen", "frozen-sub", "freeze=both");
        named("above-closed").sub("above-closed", "closed-frozen", "status=closed", "freeze=both");
    }

    private void products() {
        for (String product : Standard.PROTECTED) {
            out("with-" + product, "protected-product", "products=" + product);
        }
        out("with-two", "protected-product", "products=salary;fund");
        named("with-salary", "products=salary");
        out("above-protected", "protected-product").sub("above-protected", "protected-sub", "products=loan");
        named("above-closed-protected")
                .sub("above-closed-protected", "closed-protected", "status=closed", "products=loan");
        named("loan-elsewhere")
                .accountOf("of-loan-elsewhere", "elsewhere", Fixture.concat(alike, "products=loan"))
                .out("E1/elsewhere", "protected-product");
    }

    private void currencies() {
        out("foreign", "foreign-currency", "currency=USD");
        out("above-foreign", "foreign-currency").sub("above-foreign", "foreign-sub", "currency=USD");
        named("above-closed-foreign").sub("above-closed-foreign", "closed-foreign", "status=closed", "currency=USD");
    }

    private void since() {
        out("moved-since", "moved-since").booking("moved-since", "2026-07-01");
        out("sub-moved-since", "moved-since")
                .sub("sub-moved-since", "moved-sub")
                .booking("moved-sub", "2026-07-01");
        named("interest-since").booking("interest-since", "2026-07-01", "code=08");
        out("active-since", "moved-since", "last_activity_on=2026-07-01");
        out("sub-active-since", "moved-since").sub("sub-active-since", "active-sub", "last_activity_on=2026-07-01");
        out("unknown-since", "unknown-code").booking("unknown-since", "2026-07-01", "code=09");
        named("cancelled-since").booking("cancelled-since", "2026-07-02").reversal("cancelled-since", "2026-07-03");
    }

    private void subAccounts() {
        out("above-deep", "frozen").sub("above-deep", "deep-1");
        fixture.accountOf("of-above-deep", "deep-2", "parent_account_id=deep-1", "balance=0.00", "freeze=both");
    }
}
