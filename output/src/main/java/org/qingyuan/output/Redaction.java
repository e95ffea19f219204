package org.qingyuan.output;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How each kind of personal detail is masked. Masking twice changes nothing more.
final class Redaction {
    private static final String STARS = "****";

    /// Mainland mobile numbers with an optional country code, together or as 3-4-4.
    private static final Pattern PHONE =
            Pattern.compile("(?<!\\d)((?:\\+?86|0086)?[- ]?1[3-9]\\d)([- ]?)\\d{4}\\2(\\d{4})(?!\\d)");

    private static final String BIRTHDAY = "(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])";

    /// GB 11643: region, birth date, order, check digit; or the older form of 15 digits.
    private static final Pattern IDENTITY = Pattern.compile("(?<!\\d)([1-9]\\d{2})\\d{3}(?:(?:18|19|20)\\d{2}"
            + BIRTHDAY + "\\d{3}[\\dXx]|\\d{2}" + BIRTHDAY + "\\d{3})(?!\\d)");

    /// The shortest wallet; digits inside a longer run of letters and digits are part of one.
    private static final int WALLET = 26;

    private Redaction() {}

    /// E-mail addresses, phones and identity numbers within a text.
    static String text(String text) {
        String masked = text.indexOf('@') < 0 && !text.contains("%40") ? text : EmailText.mask(text);
        if (longestNumber(masked) < 11) {
            return masked;
        }
        return numbers(PHONE, numbers(IDENTITY, masked));
    }

    private static String numbers(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return text;
        }
        StringBuilder masked = new StringBuilder(text.length());
        do {
            String whole = matcher.group();
            boolean inWallet = runAround(text, matcher.start(), matcher.end()) >= WALLET;
            String last = whole.substring(whole.length() - 4);
            matcher.appendReplacement(
                    masked, Matcher.quoteReplacement(inWallet ? whole : matcher.group(1) + STARS + last));
        } while (matcher.find());
        return matcher.appendTail(masked).toString();
    }

    /// Length of the run of ASCII letters and digits in which the range lies.
    private static int runAround(String text, int start, int end) {
        int from = start;
        while (from > 0 && isAlphanumeric(text.charAt(from - 1))) {
            from--;
        }
        int to = end;
        while (to < text.length() && isAlphanumeric(text.charAt(to))) {
            to++;
        }
        return to - from;
    }

    static boolean isAlphanumeric(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /// Most digits that stand together, single spaces and hyphens between them allowed. Spares most texts the patterns.
    private static int longestNumber(String text) {
        int longest = 0;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                longest = Math.max(longest, ++digits);
            } else if (c != '-' && c != ' ') {
                digits = 0;
            }
        }
        return longest;
    }

    /// The first character of a person's name; how long it is stays hidden.
    static String name(String name) {
        if (name.isEmpty() || name.endsWith("**") && name.codePointCount(0, name.length()) == 3) {
            return name;
        }
        return new StringBuilder()
                .appendCodePoint(name.codePointAt(0))
                .append("**")
                .toString();
    }

    /// 3 + 4 characters of a phone or identity number.
    static String number(String number) {
        return number.contains(STARS) ? number : keep(number, 3, 4, STARS);
    }

    /// First character and domain; of something else in an e-mail's place the first character.
    static String email(String email) {
        if (email.isEmpty() || email.contains("***")) {
            return email;
        }
        String masked = EmailText.mask(email);
        return masked.equals(email)
                ? new StringBuilder()
                        .appendCodePoint(email.codePointAt(0))
                        .append("***")
                        .toString()
                : masked;
    }

    /// 6 + 4 characters of a wallet, for people's eyes.
    static String wallet(String wallet) {
        return wallet.indexOf('…') >= 0 || wallet.contains("***") ? wallet : keep(wallet, 6, 4, "…");
    }

    /// The last 4 characters of an account, for people's eyes.
    static String account(String account) {
        return account.indexOf('…') >= 0 ? account : keep(account, 0, 4, "…");
    }

    /// Head and tail where at least 4 characters stay hidden; of a shorter text the last half of it, at most the tail.
    private static String keep(String text, int head, int tail, String gap) {
        int[] points = text.codePoints().toArray();
        if (points.length == 0) {
            return text;
        }
        boolean isShort = points.length < head + tail + 4;
        int first = isShort ? 0 : head;
        int last = isShort ? Math.min(tail, points.length / 2) : tail;
        return new String(points, 0, first) + gap + new String(points, points.length - last, last);
    }
}
