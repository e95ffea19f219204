package org.qingyuan.accounts.extract;

import java.util.List;

/// The closed lists of the layout's columns.
final class ClosedLists {
    static final List<String> KIND = List.of("person", "unit");
    static final List<String> ID_TYPE = List.of(
            "resident_id",
            "household_register",
            "passport",
            "hk_macao_permit",
            "taiwan_permit",
            "permanent_residence",
            "uscc",
            "other");
    static final List<String> ACCOUNT_CLASS = List.of("I", "II", "III");
    static final List<String> UNIT_KIND = List.of("basic", "general", "special", "temporary");
    static final List<String> STATUS = List.of("normal", "dormant", "long_suspended", "closed");
    static final List<String> FREEZE = List.of("none", "no_debit", "no_credit", "both");
    static final List<String> PRODUCTS = List.of(
            "loan",
            "card_autopay",
            "fund",
            "wealth",
            "time_deposit",
            "social_security",
            "medical",
            "pension",
            "housing_fund",
            "subsidy",
            "salary",
            "military",
            "probate",
            "minor");
    static final List<String> DIRECTION = List.of("debit", "credit");
    static final List<String> REASON = List.of("child", "parent", "clerk");

    private ClosedLists() {}
}
