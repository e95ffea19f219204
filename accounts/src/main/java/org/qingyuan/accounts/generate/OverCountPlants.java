package org.qingyuan.accounts.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Persons with more accounts of a class than one may hold, and those who only seem to have them.
final class OverCountPlants {
    static final String RULE = "over-count";

    private OverCountPlants() {}

    static List<Plant> all() {
        List<Plant> plants = new ArrayList<>(counts());
        plants.addAll(identities());
        plants.addAll(notCounted());
        return plants;
    }

    private static List<Plant> counts() {
        return List.of(
                new Plant("over-count-two-of-class-one", g -> g.finding(RULE, holder(g, 2, 0, 0))),
                new Plant("over-count-all-at-the-limit", g -> g.none(RULE, holder(g, 1, 5, 5))),
                new Plant("over-count-six-of-class-two", g -> g.finding(RULE, holder(g, 1, 6, 0))),
                new Plant("over-count-six-of-class-three", g -> g.finding(RULE, holder(g, 0, 0, 6))),
                new Plant("over-count-everything", g -> g.finding(RULE, holder(g, 3, 7, 6))),
                new Plant("over-count-one-frozen-still-counts", g -> {
                    Row person = holder(g, 1, 0, 0);
                    g.used(person, "I").set("freeze", "both");
                    g.finding(RULE, person);
                }),
                new Plant("over-count-one-with-a-loan-still-counts", g -> {
                    Row person = holder(g, 1, 0, 0);
                    g.used(person, "I").set("products", "loan;salary");
                    g.finding(RULE, person);
                }));
    }

    private static Row holder(Group g, int one, int two, int three) {
        Row person = g.person();
        use(g, person, "I", one);
        use(g, person, "II", two);
        use(g, person, "III", three);
        return person;
    }

    private static void use(Group g, Row person, String accountClass, int count) {
        for (int i = 0; i < count; i++) {
            g.used(person, accountClass);
        }
    }

    private static List<Plant> identities() {
        return List.of(
                same("over-count-15-and-18-digits", Digits::fifteen),
                new Plant("over-count-lower-case-letter", g -> {
                    Row first = holder(g, 1, 0, 0).set("id_type", "hk_macao_permit");
                    Row second = holder(g, 1, 0, 0).set("id_type", "hk_macao_permit");
                    first.set("id_number", "H" + first.get("customer_id"));
                    second.set("id_number", "h" + first.get("customer_id"));
                    g.finding(RULE, first);
                }),
                same("over-count-full-width-number", Digits::fullWidth),
                same(
                        "over-count-number-with-blanks",
                        number -> " " + number.substring(0, 6) + " " + number.substring(6)),
                new Plant("over-count-two-legal-entities", g -> {
                    Row person = holder(g, 1, 0, 0);
                    Row elsewhere = g.elsewhere().person().set("id_number", person.get("id_number"));
                    g.used(elsewhere, "I");
                    g.none(RULE, person);
                    g.none(RULE, elsewhere);
                }),
                new Plant("over-count-same-number-of-another-document", g -> {
                    Row person = holder(g, 1, 0, 0);
                    Row other = holder(g, 1, 0, 0).set("id_type", "other");
                    other.set("id_number", person.get("id_number"));
                    g.none(RULE, person);
                    g.none(RULE, other);
                }),
                new Plant("over-count-blank-numbers-are-nobody", g -> {
                    Row first = holder(g, 1, 0, 0).set("id_number", "");
                    Row second = holder(g, 1, 0, 0).set("id_number", "　");
                    g.none(RULE, first);
                    g.finding(IdentityPlants.RULE, first);
                    g.none(RULE, second);
                    g.finding(IdentityPlants.RULE, second);
                }),
                new Plant("over-count-of-one-record-without-a-number", g -> {
                    Row person = holder(g, 2, 0, 0).set("id_number", "-");
                    g.finding(RULE, person);
                    g.finding(IdentityPlants.RULE, person);
                }),
                new Plant("over-count-number-without-a-type-is-nobody", g -> {
                    Row first = holder(g, 1, 0, 0).set("id_type", "");
                    Row second = holder(g, 1, 0, 0).set("id_type", "");
                    second.set("id_number", first.get("id_number"));
                    g.none(RULE, first);
                    g.finding(IdentityPlants.RULE, first);
                    g.none(RULE, second);
                    g.finding(IdentityPlants.RULE, second);
                }));
    }

    /// Two records of one person, whose number is written in two ways; named by the smaller customer id.
    private static Plant same(String word, UnaryOperator<String> writing) {
        return new Plant(word, g -> {
            Row first = holder(g, 1, 0, 0);
            Row second = holder(g, 1, 0, 0);
            String number = first.get("id_number").substring(0, 17);
            first.set("id_number", Digits.resident(number));
            second.set("id_number", writing.apply(Digits.resident(number)));
            g.finding(RULE, first);
        });
    }

    private static List<Plant> notCounted() {
        return List.of(
                new Plant("over-count-closed-does-not-count", g -> {
                    Row person = holder(g, 1, 0, 0);
                    g.used(person, "I")
                            .set("status", "closed")
                            .set("closed_on", g.days.ago(20).toString());
                    g.none(RULE, person);
                }),
                new Plant("over-count-without-class-does-not-count", g -> {
                    Row person = holder(g, 1, 0, 0);
                    g.used(person, "");
                    g.none(RULE, person);
                }),
                new Plant("over-count-sub-account-does-not-count", g -> {
                    Row person = g.person();
                    g.sub(g.used(person, "I")).set("account_class", "I");
                    g.none(RULE, person);
                }),
                new Plant("over-count-opened-since-does-not-count", g -> {
                    Row person = holder(g, 1, 0, 0);
                    g.account(person).set("opened_on", g.days.asOf().plusDays(1).toString());
                    g.none(RULE, person);
                }),
                new Plant("over-count-unit-does-not-count", g -> {
                    Row unit = g.unit();
                    g.used(unit, "I");
                    g.used(unit, "I");
                    g.none(RULE, unit);
                }));
    }
}
