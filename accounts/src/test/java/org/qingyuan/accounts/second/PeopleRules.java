package org.qingyuan.accounts.second;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The rules that give one line a customer record or an identity.
final class PeopleRules {
    private static final List<String> CLASSES = List.of("I", "II", "III");

    private final Book book;
    private final Set<String> lines;

    PeopleRules(Book book, Set<String> lines) {
        this.book = book;
        this.lines = lines;
    }

    void run() {
        emptyCustomers();
        overCount();
        staleIdentities();
    }

    private void say(String rule, String subject, boolean doubt, String figures) {
        lines.add(rule + "/" + subject + (doubt ? " touched-by-reject" : "|" + figures));
    }

    private void emptyCustomers() {
        Set<String> having = new HashSet<>();
        book.accounts.values().forEach(a -> having.add(a.get("customer_id")));
        for (Line c : book.customers.values()) {
            boolean lacking = book.reader.blank(c.get("name"))
                    || Reader.idType(c).isEmpty()
                    || book.reader.idNumber(c).isEmpty()
                    || book.reader.phone(c.get("phone")).isEmpty()
                    || book.reader.blank(c.get("address"));
            String id = c.get("customer_id");
            if (!having.contains(id) && lacking && !Book.day(c, "registered_on").isAfter(book.asOf)) {
                say("empty-customer", Book.part(c.get("legal_entity")) + "/" + Book.part(id), book.named(id), "");
            }
        }
    }

    /// What an identity holds.
    private static final class Held {
        final Map<String, Set<String>> byClass = new TreeMap<>();
        boolean doubtful;
    }

    private boolean counted(Line account) {
        String since = book.value("over-count.openedSince", "");
        return book.person(account)
                && CLASSES.contains(account.get("account_class"))
                && book.countable(account)
                && (since.isEmpty() || !Book.day(account, "opened_on").isBefore(LocalDate.parse(since)));
    }

    private void overCount() {
        Map<String, Held> held = new TreeMap<>();
        for (Line account : book.accounts.values()) {
            Line customer = book.holder(account);
            if (customer != null && counted(account)) {
                Held own = held.computeIfAbsent(book.who(customer), w -> new Held());
                own.byClass
                        .computeIfAbsent(account.get("account_class"), n -> new TreeSet<>())
                        .add(account.get("account_id"));
                own.doubtful |= book.touched(account);
            }
        }
        for (Line account : book.ledger.accounts) {
            Line customer = book.holder(account);
            if (account.rejected() && customer != null && !book.reader.blank(account.get("account_class"))) {
                held.computeIfAbsent(book.who(customer), w -> new Held()).doubtful = true;
            }
        }
        held.forEach(this::judge);
    }

    private void judge(String who, Held held) {
        List<String> figures = new ArrayList<>();
        Set<String> ids = new TreeSet<>();
        boolean over = false;
        for (String name : CLASSES) {
            Set<String> own = held.byClass.getOrDefault(name, Set.of());
            over |= own.size() > Integer.parseInt(book.value("over-count.max." + name, name.equals("I") ? "1" : "5"));
            figures.add(String.valueOf(own.size()));
            ids.addAll(own);
        }
        if (over) {
            boolean doubt = held.doubtful || book.identityTouched(who);
            say("over-count", book.subject(who), doubt, String.join(" ", figures) + " " + String.join(",", ids));
        }
    }

    private void staleIdentities() {
        int days = Integer.parseInt(book.value("stale-identity.expiredDays", "90"));
        Map<String, Set<String>> having = new HashMap<>();
        for (Line account : book.accounts.values()) {
            if (book.countable(account)) {
                having.computeIfAbsent(account.get("customer_id"), c -> new TreeSet<>())
                        .add(account.get("account_id"));
            }
        }
        Map<String, List<Line>> stale = new TreeMap<>();
        for (Line c : book.customers.values()) {
            LocalDate expires = Reader.day(c.get("id_expires_on"));
            boolean lacking = Reader.idType(c).isEmpty()
                    || book.reader.idNumber(c).isEmpty()
                    || c.get("id_expires_on").equals("missing")
                    || expires != null && expires.plusDays(days).isBefore(book.asOf);
            if (lacking && having.containsKey(c.get("customer_id"))) {
                stale.computeIfAbsent(book.who(c), w -> new ArrayList<>()).add(c);
            }
        }
        stale.forEach((who, records) -> {
            boolean doubt =
                    book.identityTouched(who) || records.stream().anyMatch(c -> book.named(c.get("customer_id")));
            Set<String> ids = new TreeSet<>();
            records.forEach(c -> ids.addAll(having.getOrDefault(c.get("customer_id"), Set.of())));
            say("stale-identity", book.subject(who), doubt, field(records) + " " + String.join(",", ids));
        });
    }

    private String field(List<Line> records) {
        if (records.stream().anyMatch(c -> Reader.idType(c).isEmpty())) {
            return "id_type";
        }
        return records.stream().anyMatch(c -> book.reader.idNumber(c).isEmpty()) ? "id_number" : "id_expires_on";
    }
}
