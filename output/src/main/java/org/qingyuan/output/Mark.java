package org.qingyuan.output;

import java.util.Map;

/// What a field may hold of a person, told by its name; the one list for columns, evidence details and summary
/// arguments alike.
enum Mark {
    /// Pointers, ids, keys and words of ours: never touched.
    EXACT,
    /// Text from outside: e-mail addresses, phones and identity numbers in it are masked.
    TEXT,
    /// Name of a person: the first character stays.
    NAME,
    /// Phone or identity number: 3 + 4 characters stay.
    NUMBER,
    /// E-mail address: first character and domain stay.
    EMAIL,
    /// Wallet or login at a pool: whole in data, 6 + 4 where people look.
    WALLET,
    /// Account: whole in data, the last 4 where people look.
    ACCOUNT;

    private static final Map<String, Mark> BY_NAME = Map.ofEntries(
            Map.entry("record", EXACT),
            Map.entry("id", EXACT),
            Map.entry("key", EXACT),
            Map.entry("rule", EXACT),
            Map.entry("file", EXACT),
            Map.entry("ip", EXACT),
            Map.entry("communityId", EXACT),
            Map.entry("unit", EXACT),
            Map.entry("region", EXACT),
            Map.entry("network", EXACT),
            Map.entry("fingerprint", EXACT),
            Map.entry("personName", NAME),
            Map.entry("customerName", NAME),
            Map.entry("holderName", NAME),
            Map.entry("phone", NUMBER),
            Map.entry("mobile", NUMBER),
            Map.entry("identity", NUMBER),
            Map.entry("identityNumber", NUMBER),
            Map.entry("email", EMAIL),
            Map.entry("wallet", WALLET),
            Map.entry("login", WALLET),
            Map.entry("idNumber", NUMBER),
            Map.entry("id_number", NUMBER),
            Map.entry("customer", EXACT),
            Map.entry("customerId", EXACT),
            Map.entry("customerIds", EXACT),
            Map.entry("legalEntity", EXACT),
            Map.entry("branch", EXACT),
            Map.entry("transactionId", EXACT),
            Map.entry("sha256", EXACT),
            Map.entry("account", ACCOUNT),
            Map.entry("accountId", ACCOUNT),
            Map.entry("accountIds", ACCOUNT),
            Map.entry("counterparty", ACCOUNT));

    /// The mark of a field; what is not named is text.
    static Mark ofName(String name) {
        return BY_NAME.getOrDefault(name, TEXT);
    }
}
