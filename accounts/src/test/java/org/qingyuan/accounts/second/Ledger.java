package org.qingyuan.accounts.second;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.qingyuan.accounts.Parameters;

/// The rows of an extract parsed cell by cell, with what is wrong with each.
final class Ledger {
    /// A row with the first thing that is wrong with it.
    static class Line {
        final Map<String, String> cells;
        final int number;
        String column = "";
        String reason = "";

        Line(Map<String, String> cells, int number) {
            this.cells = cells;
            this.number = number;
        }

        String get(String name) {
            return cells.getOrDefault(name, "");
        }

        boolean rejected() {
            return !reason.isEmpty();
        }

        void reject(String at, String why) {
            if (!rejected()) {
                column = at;
                reason = why;
            }
        }
    }

    private static final Set<String> ID_TYPES = Set.of(
            "resident_id",
            "household_register",
            "passport",
            "hk_macao_permit",
            "taiwan_permit",
            "permanent_residence",
            "uscc",
            "other");
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
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    final List<Line> customers = new ArrayList<>();
    final List<Line> accounts = new ArrayList<>();
    final List<Line> bookings = new ArrayList<>();
    final List<Line> explanations = new ArrayList<>();
    private final Set<String> nothing = new HashSet<>();
    private final LocalDate last;

    Ledger(Map<String, List<Map<String, String>>> tables, Parameters parameters, LocalDate extractedOn) {
        last = extractedOn;
        nothing.add("");
        parameters.placeholders().forEach(each -> nothing.add(plain(each)));
        read(tables, "customers", customers);
        read(tables, "accounts", accounts);
        read(tables, "transactions", bookings);
        read(tables, "explanations", explanations);
        customers.forEach(this::customer);
        accounts.forEach(this::account);
        bookings.forEach(this::booking);
        explanations.forEach(this::explanation);
        references();
    }

    private static void read(Map<String, List<Map<String, String>>> tables, String name, List<Line> lines) {
        for (Map<String, String> cells : tables.getOrDefault(name, List.of())) {
            lines.add(new Line(cells, lines.size() + 2));
        }
    }

    // -- cells

    static String plain(String text) {
        StringBuilder kept = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(c -> c > 0x20 && c != 0x7F && !Character.isSpaceChar(c) && c != 0x200B && c != 0xFEFF)
                .forEach(kept::appendCodePoint);
        return kept.toString().toUpperCase(Locale.ROOT);
    }

    boolean blank(String text) {
        return nothing.contains(plain(text));
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

    String idType(Line customer) {
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

    // -- rows

    private void needed(Line line, String column) {
        if (blank(line.get(column))) {
            line.reject(column, "blank-value");
        }
    }

    private void among(Line line, String column, Set<String> words, boolean mayBeBlank) {
        String cell = line.get(column);
        if (!words.contains(cell) && !(mayBeBlank && blank(cell))) {
            line.reject(column, "unknown-value");
        }
    }

    private void date(Line line, String column) {
        String cell = line.get(column);
        if (blank(cell)) {
            return;
        }
        LocalDate day = day(cell);
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
        among(line, "id_type", ID_TYPES, true);
        date(line, "phone_verified_on");
        String expires = line.get("id_expires_on");
        if (!blank(expires) && !expires.equals("missing") && day(expires) == null) {
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
        if (!blank(products)) {
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
        LocalDateTime time = time(line.get("booked_at"));
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

    // -- rows among each other

    private static void repeated(List<Line> lines, String column) {
        Map<String, Integer> count = new HashMap<>();
        lines.forEach(line -> count.merge(line.get(column), 1, Integer::sum));
        lines.stream()
                .filter(line -> count.getOrDefault(line.get(column), 0) > 1)
                .forEach(line -> line.reject(column, "repeated-id"));
    }

    private static Map<String, Set<String>> entities(List<Line> lines, String id) {
        Map<String, Set<String>> entities = new HashMap<>();
        lines.forEach(line ->
                entities.computeIfAbsent(line.get(id), key -> new HashSet<>()).add(line.get("legal_entity")));
        return entities;
    }

    String parent(Line account) {
        return blank(account.get("parent_account_id")) ? "" : account.get("parent_account_id");
    }

    private void references() {
        repeated(customers, "customer_id");
        repeated(accounts, "account_id");
        Map<String, Set<String>> customerEntities = entities(customers, "customer_id");
        Map<String, Set<String>> accountEntities = entities(accounts, "account_id");
        for (Line account : accounts) {
            Set<String> own = customerEntities.get(account.get("customer_id"));
            if (own == null) {
                account.reject("customer_id", "orphan-account");
            } else if (!own.contains(account.get("legal_entity"))) {
                account.reject("legal_entity", "entity-mismatch");
            }
        }
        for (Line account : accounts) {
            Set<String> above = accountEntities.get(parent(account));
            if (!parent(account).isEmpty() && above == null) {
                account.reject("parent_account_id", "orphan-sub-account");
            } else if (above != null && !parent(account).isEmpty() && !above.contains(account.get("legal_entity"))) {
                account.reject("legal_entity", "entity-mismatch");
            }
        }
        circles();
        repeated(bookings, "transaction_id");
        bookings.stream()
                .filter(line -> !accountEntities.containsKey(line.get("account_id")))
                .forEach(line -> line.reject("account_id", "orphan-transaction"));
        explanations.stream()
                .filter(line -> !customerEntities.containsKey(line.get("customer_id")))
                .forEach(line -> line.reject("customer_id", "orphan-explanation"));
    }

    private void circles() {
        Map<String, Line> usable = new HashMap<>();
        accounts.stream().filter(line -> !line.rejected()).forEach(line -> usable.put(line.get("account_id"), line));
        List<Line> circular = new ArrayList<>();
        for (Line start : usable.values()) {
            Line at = start;
            for (int step = 0; step <= usable.size() && at != null; step++) {
                at = parent(at).isEmpty() ? null : usable.get(parent(at));
                if (at != null && at.get("account_id").equals(start.get("account_id"))) {
                    circular.add(start);
                    break;
                }
            }
        }
        circular.forEach(line -> line.reject("parent_account_id", "sub-account-cycle"));
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

    static BigDecimal yuan(Line line, String column) {
        return new BigDecimal(line.get(column));
    }
}
