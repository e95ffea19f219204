package org.qingyuan.output;

/// Finds e-mail addresses in a text, also where `@` is written `%40`, and masks all but the first character and the
/// domain. One pass, so that no text can make it slow.
final class EmailText {
    private static final String STARS = "***";

    private EmailText() {}

    static String mask(String text) {
        StringBuilder masked = new StringBuilder(text.length());
        int copied = 0;
        for (int at = nextAt(text, 0); at >= 0; at = nextAt(text, at + 1)) {
            int local = localStart(text, at, copied);
            if (local < at && hasDomain(text, at + width(text, at)) && !isWallet(text, local, at)) {
                masked.append(text, copied, local)
                        .appendCodePoint(text.codePointAt(local))
                        .append(STARS);
                copied = at;
            }
        }
        return copied == 0 ? text : masked.append(text, copied, text.length()).toString();
    }

    private static int nextAt(String text, int from) {
        int sign = text.indexOf('@', from);
        int encoded = text.indexOf("%40", from);
        return sign < 0 ? encoded : encoded < 0 ? sign : Math.min(sign, encoded);
    }

    private static int width(String text, int at) {
        return text.charAt(at) == '@' ? 1 : 3;
    }

    private static int localStart(String text, int at, int floor) {
        int start = at;
        while (start > floor && isLocal(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static boolean isLocal(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || "._+-*!#$&'^~".indexOf(c) >= 0;
    }

    /// Labels with a point between; the last, which a point may follow, of at least two characters and no number, so
    /// that a login at an address is none.
    private static boolean hasDomain(String text, int from) {
        int end = from;
        while (end < text.length() && isDomain(text.charAt(end))) {
            end++;
        }
        while (end > from && text.charAt(end - 1) == '.') {
            end--;
        }
        int point = text.lastIndexOf('.', end - 1);
        return point > from && end - point > 2 && !Character.isDigit(text.charAt(point + 1));
    }

    private static boolean isDomain(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '.';
    }

    /// `0x` and 40 hex digits, or 34 and more letters and digits without a break: a wallet, and what follows the `@` a
    /// worker's name.
    private static boolean isWallet(String text, int start, int end) {
        if (end - start < 34) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (!Redaction.isAlphanumeric(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
