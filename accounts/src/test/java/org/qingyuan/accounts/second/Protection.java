package org.qingyuan.accounts.second;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What keeps an account from being accused, whatever moved on it.
final class Protection {
    private final Book book;

    Protection(Book book) {
        this.book = book;
    }

    /// The first reason that holds, else blank.
    String of(Line account) {
        List<Line> parts = openParts(account.get("account_id"));
        List<Line> around = new ArrayList<>(parts);
        around.addAll(book.above(account.get("account_id")));
        if (around.stream().anyMatch(Protection::frozen)) {
            return "frozen";
        }
        if (around.stream().anyMatch(this::productProtected)) {
            return "protected-product";
        }
        if (minor(book.holder(account))) {
            return "minor";
        }
        if (parts.stream().anyMatch(part -> !part.get("currency").equals(book.parameters.currency()))) {
            return "foreign-currency";
        }
        return parts.stream().anyMatch(part -> Reader.yuan(part, "balance").signum() < 0) ? "overdrawn" : "";
    }

    private List<Line> openParts(String account) {
        List<Line> parts = new ArrayList<>();
        for (String id : book.family(account)) {
            if (id.equals(account) || Book.open(book.account(id))) {
                parts.add(book.account(id));
            }
        }
        return parts;
    }

    private static boolean frozen(Line account) {
        return Set.of("no_debit", "no_credit", "both").contains(account.get("freeze"));
    }

    private boolean productProtected(Line account) {
        for (String product : account.get("products").split(";", -1)) {
            if (book.parameters.protectedProducts().contains(product)) {
                return true;
            }
        }
        return false;
    }

    private boolean minor(@Nullable Line customer) {
        if (customer == null || !Reader.resident(Reader.idType(customer))) {
            return false;
        }
        String number = book.reader.idNumber(customer);
        if (!number.matches("......[0-9]{8}....")) {
            return false;
        }
        LocalDate born =
                Reader.day(number.substring(6, 10) + "-" + number.substring(10, 12) + "-" + number.substring(12, 14));
        return born != null && born.isAfter(book.asOf.minusYears(18));
    }

    /// What stands on the account and all below it.
    BigDecimal balance(Line account) {
        BigDecimal sum = new BigDecimal("0.00");
        for (String id : book.family(account.get("account_id"))) {
            sum = sum.add(Reader.yuan(book.account(id), "balance"));
        }
        return sum;
    }
}
