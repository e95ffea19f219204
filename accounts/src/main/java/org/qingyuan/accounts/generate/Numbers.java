package org.qingyuan.accounts.generate;

import java.time.LocalDate;

/// Ids, document numbers and phones, each different for each serial number: a step that is coprime to the number of
/// possible values walks through all of them before one comes again.
final class Numbers {
    /// The most customers that stay distinct in every document number of theirs.
    static final long MAX_SERIAL = 90_000_000L;

    private static final String[] AREAS = {
        "110105", "120103", "130102", "140181", "150202", "210102", "220104", "230103", "310115", "320102", "320506",
        "320981", "330106", "330782", "340104", "341221", "350203", "350582", "360102", "360733", "370102", "370283",
        "410105", "411481", "420106", "420525", "430104", "431226", "440106", "440982", "450103", "460106", "500103",
        "510104", "511902", "520103", "522401", "530102", "540102", "610113", "620102", "630104", "640104", "650102"
    };
    private static final int BIRTHDAYS = 15_000;
    private static final LocalDate FIRST_BIRTHDAY = LocalDate.of(1950, 1, 1);
    private static final long PERSONS = 1000L * BIRTHDAYS * AREAS.length;

    /// Those who are under age: as many numbers in a few years.
    private static final long YOUNG_STEP = 77_777L;

    private Numbers() {}

    static String customer(long serial) {
        return "1" + Digits.padded(serial, 9);
    }

    /// A card; one in fifty is an old passbook, whose number begins with zeros.
    static String account(long serial) {
        return serial % 50 == 7 ? "00" + Digits.padded(serial, 13) : Digits.card("62170" + Digits.padded(serial, 13));
    }

    static String transaction(long serial) {
        return "T" + Digits.padded(serial, 12);
    }

    /// 18 digits of somebody born between 1950 and 1991.
    static String resident(long serial) {
        long value = serial * 433_494_437L % PERSONS;
        LocalDate born = FIRST_BIRTHDAY.plusDays(value / 1000 % BIRTHDAYS);
        return resident(AREAS[(int) (value / 1000 / BIRTHDAYS)], born, value % 1000);
    }

    /// 18 digits of somebody born that day.
    static String resident(long serial, LocalDate born) {
        long value = serial * YOUNG_STEP % (1000L * AREAS.length);
        return resident(AREAS[(int) (value / 1000)], born, value % 1000);
    }

    private static String resident(String area, LocalDate born, long sequence) {
        String day = Digits.padded(born.getYear() * 10_000L + born.getMonthValue() * 100L + born.getDayOfMonth(), 8);
        return Digits.resident(area + day + Digits.padded(sequence, 3));
    }

    static String unit(long serial) {
        return Digits.unit(AREAS[(int) (serial % AREAS.length)], serial);
    }

    static String passport(long serial) {
        return "E" + Digits.padded(serial, 8);
    }

    /// A permit of Hong Kong, Macao or Taiwan, or another document: a letter and digits.
    static String permit(char letter, long serial) {
        return letter + Digits.padded(serial, 9);
    }

    static String phone(long serial) {
        long value = serial * 2_971_215_073L % 7_000_000_000L;
        return "1" + (char) ('3' + value / 1_000_000_000L) + Digits.padded(value % 1_000_000_000L, 9);
    }
}
