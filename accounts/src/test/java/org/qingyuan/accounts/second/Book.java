package org.qingyuan.accounts.second;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.qingyuan.accounts.Parameters;

/// The rows that may be used, who belongs to whom, and what the rejected rows leave in doubt.
final class Book {
    final Parameters parameters;
    final LocalDate asOf;
    final Ledger ledger;
    final Reader reader;
    final Map<String, Line> customers = new TreeMap<>();
    final Map<String, Line> accounts = new TreeMap<>();
    private final Map<String, Set<String>> below = new HashMap<>();
    private final Map<String, Set<String>> above = new HashMap<>();
    private final Map<String, String> smallest = new HashMap<>();
    private final Set<String> touched = new HashSet<>();
    private final Set<String> touchedByBooking = new HashSet<>();
    private final Set<String> touchedIdentities = new HashSet<>();
    private final Set<String> namedCustomers = new HashSet<>();

    Book(Ledger ledger, Parameters parameters) {
        this.parameters = parameters;
        this.asOf = parameters.asOf();
        this.ledger = ledger;
        this.reader = ledger.reader;
        ledger.customers.stream().filter(c -> !c.rejected()).forEach(c -> customers.put(c.get("customer_id"), c));
        ledger.accounts.stream().filter(a -> !a.rejected()).forEach(a -> accounts.put(a.get("account_id"), a));
        families();
        touch();
        customers.values().forEach(c -> smallest.putIfAbsent(who(c), c.get("customer_id")));
        ledger.customers.stream().filter(Line::rejected).forEach(c -> touchedIdentities.add(who(c)));
        ledger.accounts.stream().filter(Line::rejected).forEach(a -> namedCustomers.add(a.get("customer_id")));
    }

    // -- families and touch

    private void families() {
        for (Line account : accounts.values()) {
            String id = account.get("account_id");
            String parent = reader.parent(account);
            while (!parent.isEmpty()) {
                below.computeIfAbsent(parent, p -> new HashSet<>()).add(id);
                above.computeIfAbsent(id, p -> new HashSet<>()).add(parent);
                Line next = accounts.get(parent);
                parent = next == null ? "" : reader.parent(next);
            }
        }
    }

    private void touch() {
        Map<String, Set<String>> parents = new HashMap<>();
        Map<String, Set<String>> children = new HashMap<>();
        Set<String> rejected = new HashSet<>();
        Set<String> aboveRejected = new HashSet<>();
        for (Line account : ledger.accounts) {
            String id = account.get("account_id");
            String parent = reader.parent(account);
            if (account.rejected()) {
                rejected.add(id);
            }
            if (!parent.isEmpty()) {
                parents.computeIfAbsent(id, p -> new HashSet<>()).add(parent);
                children.computeIfAbsent(parent, p -> new HashSet<>()).add(id);
                if (account.rejected()) {
                    aboveRejected.add(parent);
                }
            }
        }
        follow(rejected, children, touched);
        follow(aboveRejected, parents, touched);
        Set<String> booked = new HashSet<>();
        ledger.bookings.stream().filter(Line::rejected).forEach(line -> booked.add(line.get("account_id")));
        follow(booked, parents, touchedByBooking);
        for (Line account : accounts.values()) {
            if (!customers.containsKey(account.get("customer_id"))) {
                touched.add(account.get("account_id"));
            }
        }
    }

    private static void follow(Collection<String> from, Map<String, Set<String>> edges, Set<String> reached) {
        Set<String> seen = new HashSet<>(from);
        Deque<String> next = new ArrayDeque<>(from);
        while (!next.isEmpty()) {
            for (String id : edges.getOrDefault(next.remove(), Set.of())) {
                if (seen.add(id)) {
                    next.add(id);
                }
            }
        }
        reached.addAll(seen);
    }

    /// Whether a rejected row speaks of the account.
    boolean touched(Line account) {
        return touched.contains(account.get("account_id"));
    }

    boolean touchedByBooking(Line account) {
        return touchedByBooking.contains(account.get("account_id"));
    }

    /// Whether a rejected account names the customer.
    boolean named(String customer) {
        return namedCustomers.contains(customer);
    }

    boolean identityTouched(String who) {
        return touchedIdentities.contains(who);
    }

    // -- words

    /// The account and all below it.
    Set<String> family(String account) {
        Set<String> family = new HashSet<>(below.getOrDefault(account, Set.of()));
        family.add(account);
        return family;
    }

    List<Line> above(String account) {
        return above.getOrDefault(account, Set.of()).stream()
                .filter(accounts::containsKey)
                .map(this::account)
                .toList();
    }

    Line account(String id) {
        return Objects.requireNonNull(accounts.get(id), id);
    }

    @Nullable
    Line holder(Line account) {
        return customers.get(account.get("customer_id"));
    }

    boolean person(Line account) {
        Line line = holder(account);
        return line != null && line.get("kind").equals("person");
    }

    static boolean open(Line account) {
        return !account.get("status").equals("closed");
    }

    static LocalDate day(Line line, String column) {
        LocalDate day = Reader.day(line.get(column));
        return day == null ? LocalDate.MIN : day;
    }

    /// An open account that is no sub-account and was there on the day.
    boolean countable(Line account) {
        return open(account)
                && reader.parent(account).isEmpty()
                && !day(account, "opened_on").isAfter(asOf);
    }

    /// Legal entity and identity.
    String who(Line customer) {
        return customer.get("legal_entity") + "\n" + reader.identity(customer);
    }

    /// `ENTITY/ID` of the identity's smallest record.
    String subject(String who) {
        return part(who.substring(0, who.indexOf('\n'))) + "/" + part(Objects.requireNonNull(smallest.get(who), who));
    }

    /// A part of a key.
    static String part(String text) {
        return text.replace("%", "%25").replace("/", "%2F");
    }

    String value(String name, String otherwise) {
        return parameters.values().getOrDefault(name, otherwise);
    }
}
