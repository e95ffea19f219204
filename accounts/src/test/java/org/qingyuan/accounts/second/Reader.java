package org.qingyuan.accounts.second;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What single cells say.
final class Reader {
    static final Set<String> ID_TYPES = Set.of(
            "resident_id",
            "household_register",
            "passport",
            "hk_macao_permit",
            "taiwan_permit",
            "permanent_residence",
            "uscc",
            "other");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private final Set<String> nothing = new HashSet<>();

    /// @param placeholders what the bank writes for nothing
    Reader(Collection<String> placeholders) {
        nothing.add("");
        placeholders.forEach(each -> nothing.add(plain(each)));
    }

    static String plain(String text) {
        StringBuilder kept = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(c -> c > 0x20 && c != 0x7F && !Character.isSpaceChar(c) && c != 0x200B && c != 0xFEFF)
                .forEach(kept::appendCodePoint);
        return kept.toString().toUpperCase(Locale.ROOT);
    }

    boolean blank(String text) {
        return text.isEmpty() || nothing.contains(plain(text));
    }

    static @Nullable LocalDate day(String text) {
        try {
            return text.length() == 10 ? LocalDate.parse(text, DAY) : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    static @Nullable LocalDateTime time(String text) {
        LocalDate day = day(text);
        try {
            return day != null ? day.atStartOfDay() : text.length() == 19 ? LocalDateTime.parse(text, TIME) : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    static BigDecimal yuan(Line line, String column) {
        return new BigDecimal(line.get(column));
    }

    String phone(String text) {
        if (blank(text)) {
            return "";
        }
        String digits = plain(text).replace("-", "").replace("\u2010", "");
        return digits.startsWith("+86")
                ? digits.substring(3)
                : digits.startsWith("0086") ? digits.substring(4) : digits;
    }

    static boolean resident(String type) {
        return type.equals("resident_id") || type.equals("household_register");
    }

    static String idType(Line customer) {
        String type = customer.get("id_type");
        return ID_TYPES.contains(type) ? type : "";
    }

    String idNumber(Line customer) {
        String number = plain(customer.get("id_number"));
        if (nothing.contains(number)) {
            return "";
        }
        return resident(idType(customer)) && number.matches("[0-9]{15}") ? lifted(number) : number;
    }

    private static String lifted(String fifteen) {
        String seventeen = fifteen.substring(0, 6) + "19" + fifteen.substring(6);
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            int weight = (1 << (17 - i)) % 11;
            sum += weight * (seventeen.charAt(i) - '0');
        }
        return seventeen + "10X98765432".charAt(sum % 11);
    }

    /// Text that records of one identity share, and nobody else.
    String identity(Line customer) {
        String type = idType(customer);
        String number = idNumber(customer);
        return type.isEmpty() || number.isEmpty() ? "record " + customer.get("customer_id") : type + "/" + number;
    }

    String parent(Line account) {
        return blank(account.get("parent_account_id")) ? "" : account.get("parent_account_id");
    }
}
