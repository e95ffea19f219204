package org.qingyuan.accounts.second;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The rows of an extract parsed cell by cell, with what is wrong with each.
final class Ledger {
    private static final Set<String> PRODUCTS = Set.of(
            "loan",
            "card_autopay",
            "fund",
            "wealth",
            "time_deposit",
            "social_security",
            "medical",
            "pension",
            "housing_fund",
            "subsidy",
            "salary",
            "military",
            "probate",
            "minor");

    final List<Line> customers = new ArrayList<>();
    final List<Line> accounts = new ArrayList<>();
    final List<Line> bookings = new ArrayList<>();
    final List<Line> explanations = new ArrayList<>();
    final Reader reader;
    private final LocalDate last;

    Ledger(Map<String, List<Map<String, String>>> tables, Set<String> placeholders, LocalDate extractedOn) {
        last = extractedOn;
        reader = new Reader(placeholders);
        read(tables, "customers", customers);
        read(tables, "accounts", accounts);
        read(tables, "transactions", bookings);
        read(tables, "explanations", explanations);
        customers.forEach(this::customer);
        accounts.forEach(this::account);
        bookings.forEach(this::booking);
        explanations.forEach(this::explanation);
        new References(this).check();
    }

    private static void read(Map<String, List<Map<String, String>>> tables, String name, List<Line> lines) {
        for (Map<String, String> cells : tables.getOrDefault(name, List.of())) {
            lines.add(new Line(cells, lines.size() + 2));
        }
    }

    private void needed(Line line, String column) {
        if (reader.blank(line.get(column))) {
            line.reject(column, "blank-value");
        }
    }

    private void among(Line line, String column, Set<String> words, boolean mayBeBlank) {
        String cell = line.get(column);
        if (!words.contains(cell) && !(mayBeBlank && reader.blank(cell))) {
            line.reject(column, "unknown-value");
        }
    }

    private void date(Line line, String column) {
        String cell = line.get(column);
        if (reader.blank(cell)) {
            return;
        }
        LocalDate day = Reader.day(cell);
        if (day == null) {
            line.reject(column, "bad-date");
        } else if (day.isAfter(last)) {
            line.reject(column, "after-extracted-on");
        }
    }

    private void customer(Line line) {
        needed(line, "legal_entity");
        needed(line, "customer_id");
        among(line, "kind", Set.of("person", "unit"), false);
        among(line, "id_type", Reader.ID_TYPES, true);
        date(line, "phone_verified_on");
        String expires = line.get("id_expires_on");
        if (!reader.blank(expires) && !expires.equals("missing") && Reader.day(expires) == null) {
            line.reject("id_expires_on", "bad-date");
        }
        date(line, "registered_on");
    }

    private void account(Line line) {
        needed(line, "legal_entity");
        needed(line, "account_id");
        needed(line, "customer_id");
        among(line, "account_class", Set.of("I", "II", "III"), true);
        among(line, "unit_kind", Set.of("basic", "general", "special", "temporary"), true);
        among(line, "status", Set.of("normal", "dormant", "long_suspended", "closed"), false);
        among(line, "freeze", Set.of("none", "no_debit", "no_credit", "both"), false);
        needed(line, "currency");
        if (!line.get("balance").matches("-?[0-9]{1,16}\\.[0-9]{2}")) {
            line.reject("balance", "bad-amount");
        }
        needed(line, "opened_on");
        date(line, "opened_on");
        date(line, "closed_on");
        date(line, "last_activity_on");
        String products = line.get("products");
        if (!reader.blank(products)) {
            for (String product : products.split(";", -1)) {
                if (!PRODUCTS.contains(product)) {
                    line.reject("products", "unknown-value");
                }
            }
        }
    }

    private void booking(Line line) {
        needed(line, "transaction_id");
        needed(line, "account_id");
        LocalDateTime time = Reader.time(line.get("booked_at"));
        if (time == null) {
            line.reject("booked_at", "bad-date");
        } else if (time.toLocalDate().isAfter(last)) {
            line.reject("booked_at", "after-extracted-on");
        }
        among(line, "direction", Set.of("debit", "credit"), false);
        if (!line.get("amount").matches("[0-9]{1,16}\\.[0-9]{2}")) {
            line.reject("amount", "bad-amount");
        }
    }

    private void explanation(Line line) {
        needed(line, "phone");
        needed(line, "customer_id");
        among(line, "reason", Set.of("child", "parent", "clerk"), false);
        date(line, "registered_on");
    }

    /// Every rejected row as `file:line column reason`.
    Set<String> rejects() {
        Set<String> rejects = new TreeSet<>();
        add(rejects, "customers", customers);
        add(rejects, "accounts", accounts);
        add(rejects, "transactions", bookings);
        add(rejects, "explanations", explanations);
        return rejects;
    }

    private static void add(Set<String> rejects, String table, List<Line> lines) {
        lines.stream()
                .filter(Line::rejected)
                .forEach(line -> rejects.add(table + ".csv:" + line.number + " " + line.column + " " + line.reason));
    }
}
