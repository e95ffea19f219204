package org.qingyuan.accounts;

import java.util.List;

/// Rules 1, 3 and 7: records of customers and identities.
final class PeopleFixtures {
    private PeopleFixtures() {}

    static Fixture emptyCustomer() {
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

    static Fixture overCount() {
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
        f.out("E1/doubtful", "touched-by-reject");
        identities(f);
        beside(f);
        f.classes("five-of-III", "III", 5);
        f.classes("one-on-as-of", "I", 1)
                .accountOf("one-on-as-of", "on-as-of", "account_class=I", "opened_on=2026-06-30")
                .named("E1/one-on-as-of");
        f.classes("without-class", "I", 1).accountOf("without-class", "classless", "account_class=-");
        for (String status : List.of("dormant", "long_suspended")) {
            f.classes("one-" + status, "I", 1)
                    .accountOf("one-" + status, status, "account_class=I", "status=" + status)
                    .named("E1/one-" + status);
        }
        f.classes("with-unknown-class", "I", 2).out("E1/with-unknown-class", "touched-by-reject");
        f.accountOf("with-unknown-class", "R3", "account_class=IV");
        f.classes("with-rejected-classless", "I", 2).named("E1/with-rejected-classless");
        f.accountOf("with-rejected-classless", "R4", "balance=x");
        f.customer("rejected-elsewhere-1", "id_number=D2").customer("rejected-elsewhere-2", "id_number=D2");
        f.accountOf("rejected-elsewhere-1", "RE1", "account_class=I");
        f.accountOf("rejected-elsewhere-1", "RE2", "account_class=I");
        f.accountOf("rejected-elsewhere-2", "RE3", "account_class=III", "balance=x");
        f.out("E1/rejected-elsewhere-1", "touched-by-reject");
        f.classes("bad-booking", "I", 2).booking("bad-booking-1", "2026-02-30").named("E1/bad-booking");
        return f;
    }

    /// Who is one person.
    private static void identities(Fixture f) {
        f.customer("blank-number", "id_number=-")
                .accountOf("blank-number", "BN1", "account_class=I")
                .accountOf("blank-number", "BN2", "account_class=I")
                .named("E1/blank-number");
        f.customer("no-type-1", "id_type=", "id_number=Y1").accountOf("no-type-1", "NT1", "account_class=I");
        f.customer("no-type-2", "id_type=", "id_number=Y1").accountOf("no-type-2", "NT2", "account_class=I");
        f.customer("no-type-3", "id_type=", "id_number=Y1")
                .accountOf("no-type-3", "NT3", "account_class=I")
                .accountOf("no-type-3", "NT4", "account_class=I")
                .named("E1/no-type-3");
        two(f, "lifted-household", "household_register", "110101600102001", "110101196001020017");
        f.named("E1/lifted-household-1");
        two(f, "passport-is-not-lifted", "passport", "110101600103001", "110101196001030012");
        two(f, "lower-case", "passport", "p12 34", "P1234");
        f.named("E1/lower-case-1");
        f.customer("register-1", "id_type=household_register", "id_number=110101196001040000");
        f.customer("register-2", "id_type=resident_id", "id_number=110101196001040000");
        f.accountOf("register-1", "RG1", "account_class=I").accountOf("register-2", "RG2", "account_class=I");
    }

    /// What stands beside an identity that is over and must be neither listed nor left in doubt.
    private static void beside(Fixture f) {
        for (String cell : List.of(
                "account_class=",
                "status=closed",
                "opened_on=2026-07-01",
                "opened_on=2004-12-31",
                "parent_account_id=two-of-I-1")) {
            f.accountOf("two-of-I", "beside " + cell, "account_class=I", cell);
        }
        f.customer("one-each-1", "id_number=Z1").customer("one-each-2", "id_number=Z1");
        f.accountOf("one-each-1", "OE1", "account_class=I").accountOf("one-each-2", "OE2", "account_class=II");
        f.customer("z-other", "id_number=Z1", "id_type=other").accountOf("z-other", "ZO", "account_class=I");
        f.customer("z-unit", "id_number=Z1", "kind=unit").accountOf("z-unit", "ZU", "account_class=I");
        f.customer("with-unit", "id_number=Z2").customer("of-unit", "id_number=Z2", "kind=unit");
        f.accountOf("with-unit", "WU", "account_class=I").accountOf("of-unit", "OU", "account_class=I");
        f.customer("here-1", "id_number=Z3").accountOf("here-1", "H1", "account_class=I");
        f.accountOf("here-1", "H2", "account_class=I").named("E1/here-1");
        f.customer("there-1", "legal_entity=E2", "id_number=Z3");
        f.accountOf("there-1", "TH1", "legal_entity=E2", "account_class=I");
        f.accountOf("there-1", "TH2", "legal_entity=E2", "account_class=I", "balance=x");
        f.customer("here-2", "id_number=Z4").accountOf("here-2", "H3", "account_class=I");
        f.accountOf("here-2", "H4", "account_class=I").named("E1/here-2");
        f.customer("here-3", "id_number=Z5").accountOf("here-3", "H5", "account_class=I");
        f.accountOf("here-3", "H6", "account_class=I").named("E1/here-3");
        f.customer("there-3a", "legal_entity=E2", "id_number=Z5")
                .customer("there-3b", "legal_entity=E2", "id_number=Z5");
        f.accountOf("there-3a", "TH3", "legal_entity=E2", "account_class=I");
        f.accountOf("there-3b", "TH4", "legal_entity=E2", "account_class=II");
        f.customer("there-2", "legal_entity=E2", "id_number=Z4", "kind=x");
    }

    private static void two(Fixture f, String id, String type, String number, String other) {
        for (int i = 1; i <= 2; i++) {
            f.customer(id + "-" + i, "id_type=" + type, "id_number=" + (i == 1 ? number : other));
            f.accountOf(id + "-" + i, id + "-" + i + "-A", "account_class=I");
        }
    }

    static Fixture staleIdentity() {
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
        f.accountOf("with-rejected", "R1", "balance=x");
        f.stale("expires-on-as-of", "id_expires_on=2026-06-30").stale("expires-later", "id_expires_on=2027-01-01");
        f.customer("on-as-of", "id_type=").accountOf("on-as-of", "on-as-of-A", "opened_on=2026-06-30");
        f.named("E1/on-as-of");
        f.customer("suspended", "id_type=").accountOf("suspended", "suspended-A", "status=long_suspended");
        f.named("E1/suspended");
        f.customer("frozen", "id_type=").accountOf("frozen", "frozen-A", "freeze=both", "currency=USD");
        f.named("E1/frozen");
        f.stale("blank-1", "id_number=")
                .stale("blank-2", "id_number=")
                .named("E1/blank-1")
                .named("E1/blank-2");
        f.stale("bad-booking", "id_type=")
                .booking("bad-booking-A", "2026-02-30")
                .named("E1/bad-booking");
        f.stale("rejected-there-1", "id_number=S3", "id_expires_on=missing").named("E1/rejected-there-1");
        f.customer("rejected-there-2", "legal_entity=E2", "id_number=S3", "kind=x");
        f.stale("other-entity-1", "id_number=S2");
        f.customer("other-entity-2", "legal_entity=E2", "id_number=S2", "id_expires_on=missing");
        f.accountOf("other-entity-2", "OE2", "legal_entity=E2").named("E2/other-entity-2");
        return f;
    }
}
