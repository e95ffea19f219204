package org.qingyuan.accounts.generate;

/// Numbers as text of fixed width, and the check digits that banks and registries append.
final class Digits {
    private static final int[] RESIDENT = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final int[] ORGANISATION = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final int[] UNIT = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final String UNIT_DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private Digits() {}

    /// With leading zeros.
    static String padded(long number, int width) {
        char[] digits = new char[width];
        long rest = number;
        for (int i = width - 1; i >= 0; i--) {
            digits[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
        return new String(digits);
    }

    /// Cents as yuan with two decimals.
    static String yuan(long cents) {
        long absolute = Math.abs(cents);
        return (cents < 0 ? "-" : "") + absolute / 100 + "." + padded(absolute % 100, 2);
    }

    /// 17 digits with the 18th (GB 11643).
    static String resident(String seventeen) {
        int sum = 0;
        for (int i = 0; i < RESIDENT.length; i++) {
            sum += (seventeen.charAt(i) - '0') * RESIDENT[i];
        }
        return seventeen + "10X98765432".charAt(sum % 11);
    }

    /// The number of 15 digits that persons had until 1999: without the century and the check digit.
    static String fifteen(String eighteen) {
        return eighteen.substring(0, 6) + eighteen.substring(8, 17);
    }

    /// A unified social credit code (GB 32100) with the organisation's own check digit (GB 11714) inside.
    static String unit(String area, long number) {
        String body = padded(number, 8);
        int sum = 0;
        for (int i = 0; i < ORGANISATION.length; i++) {
            sum += (body.charAt(i) - '0') * ORGANISATION[i];
        }
        int check = 11 - sum % 11;
        String code = "91" + area + body + (check == 10 ? "X" : check == 11 ? "0" : "" + check);
        int total = 0;
        for (int i = 0; i < UNIT.length; i++) {
            total += UNIT_DIGITS.indexOf(code.charAt(i)) * UNIT[i];
        }
        return code + UNIT_DIGITS.charAt((31 - total % 31) % 31);
    }

    /// ASCII as old systems write it, each character as wide as a Chinese one.
    static String fullWidth(String text) {
        StringBuilder wide = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            wide.append((char) (text.charAt(i) + 0xfee0));
        }
        return wide.toString();
    }

    /// A card's number with its last digit (Luhn).
    static String card(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return digits + (10 - sum % 10) % 10;
    }
}
