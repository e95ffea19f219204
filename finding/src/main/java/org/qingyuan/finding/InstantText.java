package org.qingyuan.finding;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// Instants of the years 1 to 9999 in the written form of [Moment], `2026-11-20T02:00:00.000000Z` or with nine digits,
/// which every finding has many of. What has another form is left to the formatters of the JDK.
final class InstantText {
    private static final String FORM = "dddd-dd-ddTdd:dd:dd.";
    private static final int MICROS_LENGTH = FORM.length() + 7;
    private static final int NANOS_LENGTH = FORM.length() + 10;
    private static final long FIRST = LocalDate.of(1, 1, 1).toEpochDay() * 86_400;
    private static final long LAST = LocalDate.of(9999, 12, 31).toEpochDay() * 86_400 + 86_399;

    private InstantText() {}

    /// Whether [#of] can write it.
    static boolean isPlain(Instant instant) {
        return instant.getEpochSecond() >= FIRST && instant.getEpochSecond() <= LAST;
    }

    static String of(Instant instant, boolean nanos) {
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(instant.getEpochSecond(), 86_400));
        int second = Math.floorMod(instant.getEpochSecond(), 86_400);
        char[] text = new char[nanos ? NANOS_LENGTH : MICROS_LENGTH];
        FORM.getChars(0, FORM.length(), text, 0);
        write(text, 0, 4, day.getYear());
        write(text, 5, 2, day.getMonthValue());
        write(text, 8, 2, day.getDayOfMonth());
        write(text, 11, 2, second / 3600);
        write(text, 14, 2, second / 60 % 60);
        write(text, 17, 2, second % 60);
        write(text, 20, text.length - 21, nanos ? instant.getNano() : instant.getNano() / 1000);
        text[text.length - 1] = 'Z';
        return new String(text);
    }

    private static void write(char[] text, int at, int digits, int number) {
        int rest = number;
        for (int i = at + digits - 1; i >= at; i--) {
            text[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }

    /// The instant of a text, `null` where it is not of that form or there is no such day or time.
    static @Nullable Instant plain(String text) {
        int length = text.length();
        if (length != MICROS_LENGTH && length != NANOS_LENGTH || !hasForm(text)) {
            return null;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 2);
        int day = number(text, 8, 2);
        int hour = number(text, 11, 2);
        int minute = number(text, 14, 2);
        int second = number(text, 17, 2);
        boolean isDay = month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
        if (!isDay || hour > 23 || minute > 59 || second > 59) {
            return null;
        }
        long days = LocalDate.of(year, month, day).toEpochDay();
        int fraction = number(text, 20, length - 21);
        return Instant.ofEpochSecond(
                days * 86_400 + hour * 3600L + minute * 60L + second,
                length == NANOS_LENGTH ? fraction : fraction * 1000L);
    }

    private static boolean hasForm(String text) {
        for (int i = 0; i < text.length() - 1; i++) {
            char form = i < FORM.length() ? FORM.charAt(i) : 'd';
            char c = text.charAt(i);
            if (form == 'd' ? c < '0' || c > '9' : c != form) {
                return false;
            }
        }
        return text.charAt(text.length() - 1) == 'Z';
    }

    private static int number(String text, int at, int digits) {
        int number = 0;
        for (int i = at; i < at + digits; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
