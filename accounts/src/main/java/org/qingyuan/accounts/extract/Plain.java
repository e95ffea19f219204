package org.qingyuan.accounts.extract;

import java.text.Normalizer;
import java.util.Locale;

/// Text brought to the form in which two spellings of the same value are equal (NFKC as Unicode Annex 15 defines it).
final class Plain {
    /// Every character that counts as a blank, beside those that NFKC turns into a space.
    static final String BLANKS = blanks();

    private Plain() {}

    private static String blanks() {
        StringBuilder all = new StringBuilder();
        for (int code = 1; code <= 0x3000; code++) {
            if (isBlank(code)) {
                all.appendCodePoint(code);
            }
        }
        return all.appendCodePoint(0xFEFF).toString();
    }

    static boolean isBlank(int code) {
        return code <= 0x20
                || code == 0x7F
                || code == 0x85
                || Character.isSpaceChar(code)
                || code >= 0x200B && code <= 0x200D
                || code == 0x2060
                || code == 0xFEFF;
    }

    /// NFKC, upper case, blanks out: identity numbers and placeholders.
    static String upper(String text) {
        return stripped(Normalizer.normalize(text, Normalizer.Form.NFKC)).toUpperCase(Locale.ROOT);
    }

    /// NFKC, blanks and hyphens out, without the country's prefix: telephone numbers.
    static String phone(String text) {
        String digits = stripped(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replace("-", "")
                .replace("\u2010", "");
        return digits.startsWith("+86")
                ? digits.substring(3)
                : digits.startsWith("0086") ? digits.substring(4) : digits;
    }

    private static String stripped(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(code -> !isBlank(code)).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /// The same with ASCII letters, digits and signs in their full width.
    static String wide(String text) {
        StringBuilder wide = new StringBuilder();
        text.codePoints().forEach(code -> wide.appendCodePoint(code > 0x20 && code < 0x7F ? code + 0xFEE0 : code));
        return wide.toString();
    }
}
