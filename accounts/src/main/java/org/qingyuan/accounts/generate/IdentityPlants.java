package org.qingyuan.accounts.generate;

import java.util.List;

/// Customers whose identity data is missing or whose document has expired.
final class IdentityPlants {
    static final String RULE = "stale-identity";

    private IdentityPlants() {}

    static List<Plant> all() {
        return List.of(
                with("stale-identity-blank-type", "id_type", "", true),
                with("stale-identity-blank-number", "id_number", "", true),
                with("stale-identity-placeholder-number", "id_number", "无", true),
                with("stale-identity-no-expiry-known", "id_expires_on", "missing", true),
                with("stale-identity-long-term-blank", "id_expires_on", "", false),
                with("stale-identity-long-term-9999", "id_expires_on", "9999-12-31", false),
                expired("stale-identity-expired-90-days", 0, false),
                expired("stale-identity-expired-91-days", 1, true),
                new Plant("stale-identity-expired-yesterday", g -> {
                    Row person = g.person().set("id_expires_on", g.days.ago(1).toString());
                    g.used(person, "I");
                    g.none(RULE, person);
                }),
                new Plant("stale-identity-of-a-unit", g -> {
                    Row unit = g.unit().set("id_expires_on", g.days.yearsAgo(1).toString());
                    g.used(unit, "");
                    g.finding(RULE, unit);
                }),
                new Plant("stale-identity-without-open-account", g -> {
                    Row person =
                            g.person().set("id_expires_on", g.days.yearsAgo(1).toString());
                    g.used(person, "I")
                            .set("status", "closed")
                            .set("closed_on", g.days.ago(40).toString());
                    g.none(RULE, person);
                }),
                new Plant("stale-identity-one-line-for-two-records", g -> {
                    Row first = g.person();
                    g.used(first, "I");
                    Row second = g.person().set("id_number", first.get("id_number"));
                    g.used(second, "II");
                    second.set("id_expires_on", g.days.yearsAgo(2).toString());
                    g.finding(RULE, first);
                }),
                new Plant("stale-identity-15-digits-are-no-fault", g -> {
                    Row person = g.person();
                    g.used(person, "I");
                    g.none(RULE, person.set("id_number", Digits.fifteen(person.get("id_number"))));
                }));
    }

    private static Plant with(String word, String column, String text, boolean named) {
        return new Plant(word, g -> {
            Row person = g.person().set(column, text);
            g.used(person, "I");
            say(g, person, named);
        });
    }

    /// @param daysBefore the last day that is not stale yet
    private static Plant expired(String word, int daysBefore, boolean named) {
        return new Plant(word, g -> {
            Row person = g.person();
            person.set("id_expires_on", g.days.expired().minusDays(daysBefore).toString());
            g.used(person, "I");
            say(g, person, named);
        });
    }

    private static void say(Group g, Row person, boolean named) {
        if (named) {
            g.finding(RULE, person);
        } else {
            g.none(RULE, person);
        }
    }
}
