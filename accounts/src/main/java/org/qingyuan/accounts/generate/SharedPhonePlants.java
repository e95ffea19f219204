package org.qingyuan.accounts.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// One phone on several persons' accounts.
final class SharedPhonePlants {
    static final String RULE = "shared-phone";

    private SharedPhonePlants() {}

    static List<Plant> all() {
        List<Plant> plants = new ArrayList<>(owners());
        plants.addAll(notForeign());
        plants.add(written("shared-phone-plus-86", phone -> "+86 " + phone));
        plants.add(written("shared-phone-0086", phone -> "0086" + phone));
        plants.add(written(
                "shared-phone-hyphens",
                phone -> phone.substring(0, 3) + "-" + phone.substring(3, 7) + "-" + phone.substring(7)));
        plants.add(written("shared-phone-full-width", Digits::fullWidth));
        plants.addAll(unknownOwner());
        return plants;
    }

    /// The owner, who has an account of its own.
    static Row owner(Group g) {
        Row owner = g.person();
        g.used(owner, "I");
        return owner;
    }

    /// A used account of somebody else on the phone; the holder's own phone is not on file.
    static Row foreign(Group g, String phone) {
        Row person = g.person().set("phone", "").set("phone_verified_on", "");
        return g.used(person, "I").set("phone", phone);
    }

    /// A used account of somebody else whose record bears the phone without having verified it.
    private static Row unverified(Group g, String phone) {
        return g.used(g.person().set("phone", phone).set("phone_verified_on", ""), "I");
    }

    private static Plant written(String word, UnaryOperator<String> writing) {
        return new Plant(word, g -> {
            Row owner = owner(g);
            foreign(g, writing.apply(owner.get("phone")));
            unverified(g, writing.apply(owner.get("phone")));
            g.finding(RULE, owner);
        });
    }

    private static List<Plant> owners() {
        return List.of(
                new Plant("shared-phone-two-foreign-accounts", g -> {
                    Row owner = owner(g);
                    foreign(g, owner.get("phone"));
                    unverified(g, owner.get("phone"));
                    g.finding(RULE, owner);
                }),
                new Plant("shared-phone-verified-later-by-another", g -> {
                    Row owner =
                            owner(g).set("phone_verified_on", g.days.yearsAgo(5).toString());
                    Row later = g.person().set("phone", owner.get("phone"));
                    later.set(
                            "phone_verified_on", g.days.yearsAgo(5).plusDays(1).toString());
                    g.used(later, "I");
                    g.used(later, "II");
                    g.finding(RULE, owner);
                }),
                new Plant("shared-phone-tied-owners", g -> {
                    Row owner = owner(g);
                    Row tied = owner(g).set("phone", owner.get("phone"));
                    tied.set("phone_verified_on", owner.get("phone_verified_on"));
                    foreign(g, owner.get("phone"));
                    foreign(g, owner.get("phone"));
                    g.finding(RULE, owner);
                }),
                new Plant("shared-phone-owner-with-two-records", g -> {
                    Row owner = g.person();
                    Row again =
                            owner(g).set("id_number", owner.get("id_number")).set("phone", owner.get("phone"));
                    foreign(g, owner.get("phone"));
                    g.none(RULE, owner);
                    again.set("phone_verified_on", "");
                }),
                new Plant("shared-phone-of-units", g -> {
                    Row owner = owner(g);
                    for (int i = 0; i < 2; i++) {
                        g.used(g.unit().set("phone", owner.get("phone")).set("phone_verified_on", ""), "");
                    }
                    g.finding(RULE, owner);
                }),
                new Plant("shared-phone-one-frozen", g -> {
                    Row owner = owner(g);
                    foreign(g, owner.get("phone")).set("freeze", "both");
                    foreign(g, owner.get("phone")).set("products", "loan");
                    g.finding(RULE, owner);
                }));
    }

    private static List<Plant> notForeign() {
        return List.of(
                new Plant("shared-phone-one-foreign-account", g -> {
                    Row owner = owner(g);
                    foreign(g, owner.get("phone"));
                    g.none(RULE, owner);
                }),
                explained("shared-phone-explained-child", "child"),
                explained("shared-phone-explained-parent", "parent"),
                new Plant("shared-phone-explained-clerk", g -> {
                    Row owner = owner(g);
                    for (int i = 0; i < 2; i++) {
                        Row unit = g.unit().set("phone", owner.get("phone")).set("phone_verified_on", "");
                        g.used(unit, "");
                        g.explained(owner.get("phone"), unit, "clerk");
                    }
                    g.none(RULE, owner);
                }),
                new Plant("shared-phone-explained-since", g -> {
                    Row owner = owner(g);
                    foreign(g, owner.get("phone"));
                    foreign(g, owner.get("phone"));
                    g.explained(owner.get("phone"), g.rows.get(g.rows.size() - 3), "child")
                            .set("registered_on", g.days.asOf().plusDays(1).toString());
                    g.none(RULE, owner);
                }),
                new Plant("shared-phone-in-two-legal-entities", g -> {
                    Row owner = owner(g);
                    foreign(g, owner.get("phone"));
                    foreign(g.elsewhere(), owner.get("phone"));
                    g.none(RULE, owner);
                }),
                new Plant("shared-phone-closed-does-not-count", g -> {
                    Row owner = owner(g);
                    foreign(g, owner.get("phone"));
                    foreign(g, owner.get("phone"))
                            .set("status", "closed")
                            .set("closed_on", g.days.ago(20).toString());
                    g.none(RULE, owner);
                }),
                new Plant("shared-phone-sub-account-does-not-count", g -> {
                    Row owner = owner(g);
                    g.sub(foreign(g, owner.get("phone")));
                    g.none(RULE, owner);
                }),
                new Plant("shared-phone-of-its-own-on-the-account", g -> {
                    Row owner = owner(g);
                    foreign(g, owner.get("phone"));
                    unverified(g, owner.get("phone")).set("phone", g.anotherPhone());
                    g.none(RULE, owner);
                }));
    }

    private static Plant explained(String word, String reason) {
        return new Plant(word, g -> {
            Row owner = owner(g);
            foreign(g, owner.get("phone"));
            Row child = g.person().set("phone", owner.get("phone")).set("phone_verified_on", "");
            g.used(child, "I");
            g.explained("+86" + owner.get("phone"), child, reason);
            g.none(RULE, owner);
        });
    }

    private static List<Plant> unknownOwner() {
        return List.of(
                new Plant("shared-phone-nobody-verified", g -> three(g, g.person(), "")),
                new Plant("shared-phone-only-a-unit-verified", g -> three(g, g.unit(), "2019-01-01")),
                new Plant("shared-phone-only-a-nameless-number-verified", g -> {
                    Row nobody = g.person().set("id_number", "");
                    three(g, nobody, "2019-01-01");
                    g.finding(IdentityPlants.RULE, nobody);
                }));
    }

    private static void three(Group g, Row first, String verified) {
        first.set("phone_verified_on", verified);
        g.used(first, first.get("kind").equals("unit") ? "" : "I");
        unverified(g, first.get("phone"));
        unverified(g, first.get("phone"));
        g.excluded(RULE, first, "owner-unknown");
    }
}
