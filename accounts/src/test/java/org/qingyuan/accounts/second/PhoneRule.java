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

/// The rule that gives one line a phone.
final class PhoneRule {
    private final Book book;
    private final Set<String> lines;
    private final Map<String, List<Line>> records = new HashMap<>();
    private final Set<String> explained = new HashSet<>();
    private final Set<String> doubtfulPhones = new HashSet<>();
    private final Set<String> doubtfulExplanations = new HashSet<>();

    PhoneRule(Book book, Set<String> lines) {
        this.book = book;
        this.lines = lines;
    }

    void run() {
        for (Line customer : book.customers.values()) {
            records.computeIfAbsent(where(customer), w -> new ArrayList<>()).add(customer);
        }
        doubts();
        Map<String, List<Line>> used = new TreeMap<>();
        for (Line account : book.accounts.values()) {
            String where = effective(account);
            if (book.countable(account) && !where.endsWith("\n")) {
                used.computeIfAbsent(where, p -> new ArrayList<>()).add(account);
            }
        }
        used.forEach(this::judge);
    }

    /// Legal entity and phone.
    private String where(Line row) {
        return row.get("legal_entity") + "\n" + book.reader.phone(row.get("phone"));
    }

    /// The account's own phone, else its holder's.
    private String effective(Line account) {
        Line customer = book.holder(account);
        return book.reader.phone(account.get("phone")).isEmpty() && customer != null ? where(customer) : where(account);
    }

    private void doubts() {
        for (Line each : book.ledger.explanations) {
            String phone = book.reader.phone(each.get("phone"));
            if (each.rejected()) {
                doubtfulExplanations.add("phone " + phone);
                doubtfulExplanations.add("customer " + each.get("customer_id"));
            } else {
                explained.add(phone + "\n" + each.get("customer_id"));
            }
        }
        book.ledger.customers.stream().filter(Line::rejected).forEach(c -> doubtfulPhones.add(where(c)));
        book.ledger.accounts.stream().filter(Line::rejected).forEach(a -> doubtfulPhones.add(effective(a)));
    }

    /// Who verified the phone first, by record.
    private Map<String, String> owners(String where) {
        LocalDate first = LocalDate.MAX;
        Map<String, String> owners = new TreeMap<>();
        for (Line c : records.getOrDefault(where, List.of())) {
            LocalDate verified = Reader.day(c.get("phone_verified_on"));
            if (verified == null
                    || !c.get("kind").equals("person")
                    || book.reader.idNumber(c).isEmpty()) {
                continue;
            }
            if (verified.isBefore(first)) {
                first = verified;
                owners.clear();
            }
            if (verified.equals(first)) {
                owners.put(c.get("customer_id"), book.who(c));
            }
        }
        return owners;
    }

    private void judge(String where, List<Line> on) {
        String phone = where.substring(where.indexOf('\n') + 1);
        Map<String, String> owners = owners(where);
        Set<String> foreign = new TreeSet<>();
        Map<String, String> holders = new TreeMap<>();
        boolean doubt = doubtfulPhones.contains(where);
        for (Line account : on) {
            Line holder = book.holder(account);
            String customer = account.get("customer_id");
            String who = holder == null ? "record " + customer : book.who(holder);
            if (!owners.containsValue(who) && !explained.contains(phone + "\n" + customer)) {
                foreign.add(account.get("account_id"));
                holders.put(customer, who);
                doubt |= book.touched(account)
                        || doubtfulExplanations.contains("phone " + phone)
                        || doubtfulExplanations.contains("customer " + customer);
            }
        }
        int max = Integer.parseInt(book.value("shared-phone.maxForeign", "1"));
        boolean one = Set.copyOf(holders.values()).size() < 2;
        if (foreign.size() > max && !(owners.isEmpty() && one)) {
            say(where.substring(0, where.indexOf('\n')), owners, holders, doubt, foreign);
        }
    }

    private void say(
            String entity,
            Map<String, String> owners,
            Map<String, String> holders,
            boolean doubt,
            Set<String> foreign) {
        if (owners.isEmpty()) {
            String id = holders.keySet().iterator().next();
            String who = String.valueOf(holders.get(id));
            String subject = who.indexOf('\n') < 0 ? Book.part(entity) + "/" + Book.part(id) : book.subject(who);
            lines.add("shared-phone/" + subject + " owner-unknown");
            return;
        }
        Set<String> subjects = new TreeSet<>();
        owners.values().forEach(who -> subjects.add(book.subject(who)));
        String figures = foreign.size() + " " + String.join(",", foreign);
        lines.add("shared-phone/" + subjects.iterator().next() + (doubt ? " touched-by-reject" : "|" + figures));
    }
}
