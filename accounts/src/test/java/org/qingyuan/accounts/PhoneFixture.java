package org.qingyuan.accounts;

/// Rule 4: phones on accounts that are not their owner's.
final class PhoneFixture {
    private PhoneFixture() {}

    static Fixture sharedPhone() {
        Fixture f = new Fixture("shared-phone");
        owner(f, "1", "2020-01-01").strangers("1", 2).named("E1/owner-1");
        owner(f, "2", "2020-01-01").strangers("2", 1);
        owner(f, "3", "").strangers("3", 2).out("E1/owner-3", "owner-unknown");
        owner(f, "4", "2020-01-01").strangers("4", 1);
        f.customer("closed-4").accountOf("closed-4", "closed-4-A", "phone=4", "status=closed");
        f.customer("later-4").accountOf("later-4", "later-4-A", "phone=4", "opened_on=2026-07-01");
        f.customer("sub-4").accountOf("sub-4", "sub-4-P", "phone=44");
        f.accountOf("sub-4", "sub-4-A", "phone=4", "parent_account_id=sub-4-P");
        owner(f, "5", "2020-01-01").strangers("5", 2);
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
        owner(f, "+86 11", "2020-01-01")
                .strangers("00861-1", 1)
                .strangers("１１", 1)
                .named("E1/owner-+86 11");
        owner(f, "12", "2020-01-01").strangers("12", 2).out("E1/owner-12", "touched-by-reject");
        f.accountOf("stranger-12-1", "R12", "parent_account_id=stranger-12-1-A", "balance=x", "phone=99");
        owner(f, "13", "2020-01-01").strangers("13", 2).out("E1/owner-13", "touched-by-reject");
        f.customer("rejected-13", "phone=13", "kind=x");
        owner(f, "14", "2020-01-01").strangers("14", 2).out("E1/owner-14", "touched-by-reject");
        f.bank.explanation("98", "stranger-14-1", "reason=x");
        f.customer("other-entity", "legal_entity=E2", "phone=2").accountOf("other-entity", "E2-A", "legal_entity=E2");
        f.customer("again-15", "phone=15", "id_number=Nowner-15").accountOf("again-15", "again-15-A");
        owner(f, "15", "2020-01-01").strangers("15", 1);
        f.customer("inherits-16", "phone=16").accountOf("inherits-16", "inherits-16-A");
        owner(f, "16", "2020-01-01").strangers("16", 1).named("E1/owner-16");
        f.customer("passing-17", "phone=17").strangers("17", 2);
        f.customer("verified-later", "phone=17", "phone_verified_on=2026-07-05").named("E1/verified-later");
        foreign(f);
        explanations(f);
        elsewhere(f);
        return f;
    }

    /// Whose accounts are foreign.
    private static void foreign(Fixture f) {
        owner(f, "20", "2020-01-01").strangers("20", 1);
        f.customer("unit-20", "kind=unit")
                .accountOf("unit-20", "unit-20-A", "phone=20")
                .named("E1/owner-20");
        owner(f, "21", "2020-01-01").strangers("21", 1);
        f.customer("blank-21", "id_number=")
                .accountOf("blank-21", "blank-21-A", "phone=21")
                .named("E1/owner-21");
        owner(f, "22", "2020-01-01").strangers("22", 1);
        f.customer("frozen-22").accountOf("frozen-22", "frozen-22-A", "phone=22", "freeze=both", "currency=USD");
        f.named("E1/owner-22");
        owner(f, "23", "2020-01-01").strangers("23", 1);
        f.customer("on-as-of-23").accountOf("on-as-of-23", "on-as-of-23-A", "phone=23", "opened_on=2026-06-30");
        f.named("E1/owner-23");
        owner(f, "24", "2020-01-01").strangers("24", 2).named("E1/owner-24");
        f.booking("stranger-24-1-A", "2026-02-30");
        f.customer("tied-25a", "phone=25", "phone_verified_on=2020-01-01");
        f.customer("tied-25b", "phone=25", "phone_verified_on=2020-01-01");
        f.strangers("25", 2).named("E1/tied-25a");
        f.customer("unit-26", "kind=unit", "phone=26", "phone_verified_on=2019-01-01");
        owner(f, "26", "2020-01-01").strangers("26", 2).named("E1/owner-26");
        f.customer("blank-27", "id_number=", "phone=27", "phone_verified_on=2019-01-01");
        owner(f, "27", "2020-01-01").strangers("27", 2).named("E1/owner-27");
        owner(f, "28", "2020-01-01").strangers("28", 1);
        f.accountOf("stranger-28-1", "again-28", "phone=28").named("E1/owner-28");
        f.customer("own-phone-29", "phone=29").accountOf("own-phone-29", "own-phone-29-A", "phone=9029");
        owner(f, "29", "2020-01-01").strangers("29", 1);
    }

    /// What takes an account out, and what does not.
    private static void explanations(Fixture f) {
        owner(f, "30", "2020-01-01").strangers("30", 2);
        f.bank.explanation("+86 30", "stranger-30-1", "reason=clerk", "registered_on=2026-07-05");
        owner(f, "31", "2020-01-01").strangers("31", 2).named("E1/owner-31");
        f.bank.explanation("30", "stranger-31-1");
        owner(f, "32", "2020-01-01").strangers("32", 3).named("E1/owner-32");
        f.bank.explanation("32", "stranger-32-1", "reason=parent");
        owner(f, "33", "2020-01-01").strangers("33", 2).out("E1/owner-33", "touched-by-reject");
        f.customer("elsewhere-33").bank.explanation("33", "elsewhere-33", "reason=friend");
        owner(f, "34", "2020-01-01").strangers("34", 2).out("E1/owner-34", "touched-by-reject");
        f.customer("rejected-34").accountOf("rejected-34", "rejected-34-A", "phone=34", "status=open");
        owner(f, "35", "2020-01-01").strangers("35", 2).out("E1/owner-35", "touched-by-reject");
        f.customer("inherits-35", "phone=35").accountOf("inherits-35", "inherits-35-A", "balance=x");
    }

    /// A phone of one legal entity says nothing of the same phone in another, nor of another phone.
    private static void elsewhere(Fixture f) {
        owner(f, "40", "2020-01-01").strangers("40", 1).named("E1/owner-40");
        f.customer("both-40", "id_number=B40").accountOf("both-40", "both-40-A", "phone=40");
        f.customer("there-40", "legal_entity=E2", "id_number=B40", "phone=40", "phone_verified_on=2020-01-01");
        there(f, "40", 1);
        f.strangers("41", 2).out("E1/stranger-41-1", "owner-unknown");
        f.customer("there-41", "legal_entity=E2", "phone=41", "phone_verified_on=2020-01-01");
        there(f, "41", 1);
        owner(f, "42", "2020-01-01").strangers("42", 2).named("E1/owner-42");
        f.customer("rejected-42", "legal_entity=E2", "phone=42", "kind=x");
        there(f, "42", 2);
        f.out("E2/other-42-1", "owner-unknown");
        owner(f, "43", "2020-01-01").strangers("43", 1).named("E1/owner-43");
        f.customer("owns-44", "phone=44", "phone_verified_on=2020-01-01");
        f.accountOf("owns-44", "owns-44-A", "phone=43");
        owner(f, "45", "2020-01-01").strangers("45", 2).named("E1/owner-45");
        f.customer("phone-45", "phone=45").accountOf("phone-45", "phone-45-A", "phone=9045", "balance=x");
    }

    /// Accounts of so many in the second legal entity on the phone.
    private static void there(Fixture f, String phone, int count) {
        for (int i = 1; i <= count; i++) {
            String id = "other-" + phone + "-" + i;
            f.customer(id, "legal_entity=E2").accountOf(id, id + "-A", "legal_entity=E2", "phone=" + phone);
        }
    }

    /// An owner with an account on the phone.
    private static Fixture owner(Fixture f, String phone, String verified) {
        return f.customer("owner-" + phone, "phone=" + phone, "phone_verified_on=" + verified)
                .accountOf("owner-" + phone, "owner-" + phone + "-A", "phone=" + phone);
    }
}
