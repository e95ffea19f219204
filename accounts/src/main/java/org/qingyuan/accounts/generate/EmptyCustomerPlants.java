package org.qingyuan.accounts.generate;

import java.util.List;

/// Records without any account.
final class EmptyCustomerPlants {
    static final String RULE = "empty-customer";

    private EmptyCustomerPlants() {}

    static List<Plant> all() {
        return List.of(
                blank("empty-customer-blank-phone", "phone", ""),
                blank("empty-customer-blank-name", "name", ""),
                blank("empty-customer-blank-number", "id_number", ""),
                blank("empty-customer-blank-id-type", "id_type", ""),
                blank("empty-customer-placeholder", "address", "无"),
                blank("empty-customer-hyphen", "phone", "-"),
                blank("empty-customer-full-width-blank", "address", "　　"),
                new Plant("empty-customer-unit", g -> {
                    Row unit = g.unit().set("address", "");
                    g.finding(RULE, unit);
                }),
                new Plant("empty-customer-complete-record", g -> g.none(RULE, g.person())),
                new Plant("empty-customer-had-an-account", EmptyCustomerPlants::hadAnAccount),
                new Plant("empty-customer-registered-since", g -> {
                    Row person = g.person().set("phone", "").set("phone_verified_on", "");
                    g.none(
                            RULE,
                            person.set(
                                    "registered_on", g.days.asOf().plusDays(2).toString()));
                }),
                new Plant("empty-customer-registered-on-as-of", g -> {
                    Row person = g.person().set("phone", "").set("phone_verified_on", "");
                    g.finding(RULE, person.set("registered_on", g.days.asOf().toString()));
                }),
                new Plant("empty-customer-account-since", g -> {
                    Row person = g.person().set("address", "");
                    g.account(person).set("opened_on", g.days.asOf().plusDays(3).toString());
                    g.none(RULE, person);
                }));
    }

    private static Plant blank(String word, String column, String text) {
        return new Plant(word, g -> {
            Row person = g.person().set(column, text);
            if (column.equals("phone")) {
                person.set("phone_verified_on", "");
            }
            g.finding(RULE, person);
        });
    }

    private static void hadAnAccount(Group g) {
        Row person = g.person().set("address", "");
        g.account(person)
                .set("status", "closed")
                .set("balance", "0.00")
                .set("closed_on", g.days.yearsAgo(2).toString());
        g.none(RULE, person);
    }
}
