package org.qingyuan.accounts.generate;

import java.time.LocalDate;
import java.util.random.RandomGenerator;

/// Customers of whom no rule says anything, in the proportions of a rural bank: some three accounts each, most of them
/// used lately.
final class Ordinary {
    private static final String[] PRODUCTS = {
        "", "", "", "", "", "social_security", "salary", "loan", "fund;wealth", "time_deposit", "subsidy;pension"
    };

    private Ordinary() {}

    static void into(Group g) {
        int kind = g.random.nextInt(100);
        if (kind < 5) {
            unit(g);
        } else {
            person(g, kind);
        }
    }

    private static void unit(Group g) {
        Row unit = g.unit();
        used(g, g.account(unit).set("unit_kind", "basic"));
        if (g.random.nextInt(3) == 0) {
            used(g, g.account(unit).set("unit_kind", g.random.nextBoolean() ? "general" : "special"));
        }
    }

    private static void person(Group g, int kind) {
        Row person = g.person();
        document(g, person, kind);
        int one = g.random.nextInt(100) < 88 ? 1 : 0;
        int two = g.random.nextInt(4);
        int three = g.random.nextInt(3);
        for (int i = 0; i < one + two + three; i++) {
            Row account = g.account(person).set("account_class", i < one ? "I" : i < one + two ? "II" : "III");
            account.set("products", PRODUCTS[g.random.nextInt(PRODUCTS.length)]);
            used(g, account);
            if (g.random.nextInt(12) == 0) {
                g.sub(account)
                        .set("products", "time_deposit")
                        .set("balance", Digits.yuan(g.random.nextLong(5_000_000)));
            }
        }
        if (g.random.nextInt(15) == 0) {
            closed(g, g.account(person).set("account_class", ""));
        }
    }

    private static void document(Group g, Row person, int kind) {
        String number = person.get("customer_id");
        switch (kind) {
            case 5 ->
                person.set("id_type", "passport").set("id_number", "E" + number).set("name", Names.latin(g.random));
            case 6 -> person.set("id_type", "hk_macao_permit").set("id_number", "H" + number);
            case 7 -> person.set("id_type", "taiwan_permit").set("id_number", number);
            case 8 -> person.set("id_type", "household_register");
            case 9 -> person.set("id_number", Digits.fifteen(person.get("id_number")));
            case 10 -> person.set("id_type", "permanent_residence").set("id_number", "CHN" + number);
            case 11, 12 -> person.set("id_expires_on", "9999-12-31");
            case 13, 14 -> person.set("id_expires_on", "");
            case 15, 16, 17, 18, 19 -> person.set("phone_verified_on", "");
            default -> {}
        }
    }

    /// Movements at most eleven months apart, so that none of them wakes an account up, and interest every quarter.
    private static void used(Group g, Row account) {
        RandomGenerator random = g.random;
        LocalDate day = g.days.ago(40 + random.nextInt(280));
        if (random.nextInt(10) == 0) {
            account.set("opened_on", day.toString());
        }
        booked(g, account, day);
        if (random.nextInt(3) == 0) {
            booked(g, account, g.days.ago(random.nextInt(30)));
        }
        if (random.nextInt(2) == 0) {
            g.booked(account, g.days.ago(9), "08", "credit").set("amount", Digits.yuan(1 + random.nextLong(3000)));
        }
        if (random.nextInt(20) == 0) {
            g.booked(account, g.days.ago(20), "bank", "debit").set("amount", "10.00");
        }
        if (random.nextInt(50) == 0) {
            booked(g, account, g.days.asOf().plusDays(1 + random.nextInt(9)));
        }
    }

    private static void booked(Group g, Row account, LocalDate day) {
        switch (g.random.nextInt(5)) {
            case 0 -> g.booked(account, day, "01", "credit").set("channel", "05");
            case 1 -> g.booked(account, day, "01", "debit").set("channel", "06");
            case 2 -> g.booked(account, day, "02", "debit").set("channel", "02");
            case 3 -> g.booked(account, day, "03", "credit");
            default -> g.moved(account, day).set("channel", "04");
        }
    }

    private static void closed(Group g, Row account) {
        account.set("status", "closed")
                .set("balance", "0.00")
                .set("closed_on", g.days.ago(700).toString());
    }
}
