package org.qingyuan.accounts.second;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.qingyuan.accounts.Parameters;
import org.qingyuan.accounts.extract.CodeTable.Mark;
import org.qingyuan.accounts.second.Ledger.Line;
import org.qingyuan.accounts.second.Moves.Move;

/// Screens parsed rows by plain loops.
public final class SecondScreen {
    private final Parameters parameters;
    private final LocalDate asOf;
    private final LocalDate transactionsFrom;
    private final boolean lastActivity;
    private final Ledger ledger;
    private final Moves moves;
    private final Map<String, Line> customers = new HashMap<>();
    private final Map<String, Line> accounts = new TreeMap<>();
    private final Map<String, Set<String>> below = new HashMap<>();
    private final Map<String, Set<String>> above = new HashMap<>();
    private final Set<String> touched = new HashSet<>();
    private final Set<String> touchedByBooking = new HashSet<>();
    private final Set<String> lines = new TreeSet<>();

    /// @param tables rows by table, cells by column
    /// @param lastActivity whether the column of the last activity may be used
    public SecondScreen(
            Map<String, List<Map<String, String>>> tables,
            Parameters parameters,
            @Nullable LocalDate extractedOn,
            LocalDate transactionsFrom,
            boolean lastActivity) {
        this.parameters = parameters;
        this.asOf = parameters.asOf();
        this.transactionsFrom = transactionsFrom;
        this.lastActivity = lastActivity;
        this.ledger = new Ledger(tables, parameters, extractedOn == null ? asOf : extractedOn);
        this.moves = new Moves(ledger, parameters);
        ledger.customers.stream().filter(c -> !c.rejected()).forEach(c -> customers.put(c.get("customer_id"), c));
        ledger.accounts.stream().filter(a -> !a.rejected()).forEach(a -> accounts.put(a.get("account_id"), a));
        families();
        touch();
        emptyCustomers();
        singleAccounts();
        overCount();
        sharedPhones();
        staleIdentities();
    }

    /// Findings as `rule/ENTITY/ID`, outcomes as `rule/ENTITY/ID reason`, figures behind `|`.
    public Set<String> lines() {
        return lines;
    }

    public Set<String> rejects() {
        return ledger.rejects();
    }

    // -- families and touch

    private void families() {
        for (Line account : accounts.values()) {
            String id = account.get("account_id");
            String parent = ledger.parent(account);
            while (!parent.isEmpty()) {
                below.computeIfAbsent(parent, p -> new HashSet<>()).add(id);
                above.computeIfAbsent(id, p -> new HashSet<>()).add(parent);
                Line next = accounts.get(parent);
                parent = next == null ? "" : ledger.parent(next);
            }
        }
    }

    private Set<String> family(String account) {
        Set<String> family = new HashSet<>(below.getOrDefault(account, Set.of()));
        family.add(account);
        return family;
    }

    private void touch() {
        Set<String> up = new HashSet<>();
        Set<String> down = new HashSet<>();
        for (Line account : ledger.accounts) {
            if (account.rejected()) {
                down.add(account.get("account_id"));
                if (!ledger.parent(account).isEmpty()) {
                    up.add(ledger.parent(account));
                }
            }
        }
        Set<String> booked = new HashSet<>();
        ledger.bookings.stream().filter(Line::rejected).forEach(line -> booked.add(line.get("account_id")));
        for (int i = 0; i < ledger.accounts.size(); i++) {
            for (Line account : ledger.accounts) {
                String id = account.get("account_id");
                String parent = ledger.parent(account);
                if (!parent.isEmpty()) {
                    follow(up, id, parent);
                    follow(down, parent, id);
                    follow(booked, id, parent);
                }
            }
        }
        touched.addAll(up);
        touched.addAll(down);
        touchedByBooking.addAll(booked);
        for (Line account : accounts.values()) {
            if (!customers.containsKey(account.get("customer_id"))) {
                touched.add(account.get("account_id"));
            }
        }
    }

    // -- words

    private boolean person(String customer) {
        Line line = customers.get(customer);
        return line != null && line.get("kind").equals("person");
    }

    private boolean sub(Line account) {
        return !ledger.parent(account).isEmpty();
    }

    private static boolean open(Line account) {
        return !account.get("status").equals("closed");
    }

    private static LocalDate day(Line line, String column) {
        LocalDate day = Ledger.day(line.get(column));
        return day == null ? LocalDate.MIN : day;
    }

    private boolean countable(Line account) {
        return open(account) && !sub(account) && !day(account, "opened_on").isAfter(asOf);
    }

    private String identity(Line customer) {
        String type = ledger.idType(customer);
        String number = ledger.idNumber(customer);
        return type.isEmpty() || number.isEmpty() ? "record " + customer.get("customer_id") : type + "/" + number;
    }

    private String smallest(String entity, String identity) {
        return customers.values().stream()
                .filter(c -> c.get("legal_entity").equals(entity) && identity(c).equals(identity))
                .map(c -> c.get("customer_id"))
                .min(String::compareTo)
                .orElseThrow();
    }

    private static void follow(Set<String> ids, String from, String to) {
        if (ids.contains(from)) {
            ids.add(to);
        }
    }

    private boolean identityTouched(String entity, String identity) {
        return ledger.customers.stream()
                .anyMatch(c -> c.rejected()
                        && c.get("legal_entity").equals(entity)
                        && identity(c).equals(identity));
    }

    private void say(String rule, Line account, String reason, String figures) {
        lines.add(rule + "/" + account.get("legal_entity") + "/" + account.get("account_id")
                + (reason.isEmpty() ? "|" + figures : " " + reason));
    }

    // -- what protects

    private boolean frozen(Line account) {
        return Set.of("no_debit", "no_credit", "both").contains(account.get("freeze"));
    }

    private boolean productProtected(Line account) {
        for (String product : account.get("products").split(";", -1)) {
            if (parameters.protectedProducts().contains(product)) {
                return true;
            }
        }
        return false;
    }

    private Line account(String id) {
        return Objects.requireNonNull(accounts.get(id), id);
    }

    private List<Line> openParts(String account) {
        List<Line> parts = new ArrayList<>();
        for (String id : family(account)) {
            if (id.equals(account) || open(account(id))) {
                parts.add(account(id));
            }
        }
        return parts;
    }

    private String protection(Line account) {
        String id = account.get("account_id");
        List<Line> around = new ArrayList<>(openParts(id));
        for (String parent : above.getOrDefault(id, Set.of())) {
            if (accounts.containsKey(parent)) {
                around.add(accounts.get(parent));
            }
        }
        if (around.stream().anyMatch(this::frozen)) {
            return "frozen";
        }
        if (around.stream().anyMatch(this::productProtected)) {
            return "protected-product";
        }
        if (minor(account.get("customer_id"))) {
            return "minor";
        }
        if (openParts(id).stream().anyMatch(part -> !part.get("currency").equals(parameters.currency()))) {
            return "foreign-currency";
        }
        return openParts(id).stream()
                        .anyMatch(part -> Ledger.yuan(part, "balance").signum() < 0)
                ? "overdrawn"
                : "";
    }

    private boolean minor(String customer) {
        Line line = customers.get(customer);
        if (line == null || !Ledger.resident(ledger.idType(line))) {
            return false;
        }
        String number = ledger.idNumber(line);
        if (!number.matches("......[0-9]{8}....")) {
            return false;
        }
        LocalDate born =
                Ledger.day(number.substring(6, 10) + "-" + number.substring(10, 12) + "-" + number.substring(12, 14));
        return born != null && born.isAfter(asOf.minusYears(18));
    }

    private BigDecimal balance(Line account) {
        BigDecimal sum = new BigDecimal("0.00");
        for (String id : family(account.get("account_id"))) {
            sum = sum.add(Ledger.yuan(account(id), "balance"));
        }
        return sum;
    }

    // -- rules of one customer

    private void emptyCustomers() {
        Set<String> having = new HashSet<>();
        accounts.values().forEach(a -> having.add(a.get("customer_id")));
        Set<String> named = new HashSet<>();
        ledger.accounts.stream().filter(Line::rejected).forEach(a -> named.add(a.get("customer_id")));
        for (Line c : customers.values()) {
            boolean lacking = ledger.blank(c.get("name"))
                    || ledger.idType(c).isEmpty()
                    || ledger.idNumber(c).isEmpty()
                    || ledger.phone(c.get("phone")).isEmpty()
                    || ledger.blank(c.get("address"));
            LocalDate registered = Ledger.day(c.get("registered_on"));
            String id = c.get("customer_id");
            if (!having.contains(id) && lacking && (registered == null || !registered.isAfter(asOf))) {
                lines.add("empty-customer/" + c.get("legal_entity") + "/" + id
                        + (named.contains(id) ? " touched-by-reject" : "|"));
            }
        }
    }

    // -- rules of one account

    private void singleAccounts() {
        Period inactive = Period.parse(parameters.values().getOrDefault("long-inactive.period", "P3Y"));
        String max = parameters.values().getOrDefault("long-inactive.balanceMax", "");
        LocalDate inactiveCut = asOf.minus(inactive);
        LocalDate unusedCut =
                asOf.minus(Period.parse(parameters.values().getOrDefault("unused-since-opening.period", "P6M")));
        for (Line account : accounts.values()) {
            History history = new History(account);
            boolean small = max.isEmpty() || balance(account).compareTo(new BigDecimal(max)) <= 0;
            boolean holderFits =
                    person(account.get("customer_id")) || !customers.containsKey(account.get("customer_id"));
            boolean statusFits = Set.of("normal", "dormant").contains(account.get("status"));
            LocalDate opened = day(account, "opened_on");
            LocalDate basis = history.lastOn == null ? opened : history.lastOn;
            if (countable(account) && holderFits && statusFits && !basis.isAfter(inactiveCut) && small) {
                String reason = history.reason(protection(account), inactiveCut, false);
                say("long-inactive", account, reason, balance(account) + " " + basis);
            }
            if (countable(account) && !opened.isAfter(unusedCut) && history.lastOn == null) {
                String reason = history.reason(protection(account), LocalDate.MIN, true);
                say("unused-since-opening", account, reason, opened.toString());
            }
            unitSuspended(account, history);
            reawakened(account);
        }
    }

    /// What moved on an account and its sub-accounts.
    private final class History {
        private final Line account;
        private @Nullable LocalDate lastOn;
        private boolean movedSince;
        private @Nullable LocalDate unknownOn;
        private boolean unknownSince;

        History(Line account) {
            this.account = account;
            Set<String> family = family(account.get("account_id"));
            for (Move move : moves.of(family)) {
                boolean after = move.day().isAfter(asOf);
                if (move.mark() == Mark.COUNTS) {
                    movedSince |= after;
                    lastOn = after ? lastOn : later(lastOn, move.day());
                } else if (move.mark() == Mark.UNKNOWN) {
                    unknownSince |= after;
                    unknownOn = after ? unknownOn : later(unknownOn, move.day());
                }
            }
            for (String id : family) {
                LocalDate active = lastActivity ? Ledger.day(account(id).get("last_activity_on")) : null;
                if (active != null && active.isAfter(asOf)) {
                    movedSince = true;
                } else if (active != null) {
                    lastOn = later(lastOn, active);
                }
            }
        }

        private static @Nullable LocalDate later(@Nullable LocalDate known, LocalDate day) {
            return known == null || day.isAfter(known) ? day : known;
        }

        String reason(String protection, LocalDate unknownAfter, boolean history) {
            String id = account.get("account_id");
            if (!protection.isEmpty()) {
                return protection;
            }
            if (movedSince) {
                return "moved-since";
            }
            if (unknownSince || unknownOn != null && unknownOn.isAfter(unknownAfter)) {
                return "unknown-code";
            }
            if (history && day(account, "opened_on").isBefore(transactionsFrom)) {
                return "history-unknown";
            }
            return touched.contains(id) || touchedByBooking.contains(id) ? "touched-by-reject" : "";
        }
    }

    private void unitSuspended(Line account, History history) {
        boolean unitKind = Set.of("basic", "general", "special", "temporary").contains(account.get("unit_kind"));
        if (!unitKind
                || !account.get("status").equals("long_suspended")
                || person(account.get("customer_id"))
                || day(account, "opened_on").isAfter(asOf)
                || balance(account).signum() != 0) {
            return;
        }
        String protection = protection(account);
        String reason = protection.equals("minor") ? "" : protection;
        if (reason.isEmpty()) {
            reason = history.movedSince
                    ? "moved-since"
                    : history.unknownSince
                            ? "unknown-code"
                            : touched.contains(account.get("account_id")) ? "touched-by-reject" : "";
        }
        say("unit-suspended", account, reason, balance(account).toString());
    }

    private void reawakened(Line account) {
        if (!countable(account)) {
            return;
        }
        int window = Integer.parseInt(parameters.values().getOrDefault("reawakened.windowDays", "30"));
        Period quiet = Period.parse(parameters.values().getOrDefault("reawakened.quiet", "P1Y"));
        LocalDate before = day(account, "opened_on");
        List<Move> all = moves.of(family(account.get("account_id")));
        for (Move move : all) {
            if (move.mark() != Mark.COUNTS || move.day().isAfter(asOf)) {
                continue;
            }
            LocalDate since = move.day().minus(quiet);
            if (!move.day().isBefore(asOf.minusDays(window)) && !before.isAfter(since)) {
                boolean unknown = all.stream()
                        .anyMatch(m -> m.mark() == Mark.UNKNOWN && m.day().isAfter(since));
                String id = account.get("account_id");
                boolean doubt = touched.contains(id) || touchedByBooking.contains(id);
                say(
                        "reawakened",
                        account,
                        unknown ? "unknown-code" : doubt ? "touched-by-reject" : "",
                        move.day() + " " + before);
                return;
            }
            before = move.day();
        }
    }

    // -- rules of an identity or a phone

    private void overCount() {
        Map<List<String>, Map<String, Set<String>>> counts = new TreeMap<>(SecondScreen::compare);
        String since = parameters.values().getOrDefault("over-count.openedSince", "");
        Set<List<String>> doubtful = new HashSet<>();
        for (Line account : accounts.values()) {
            Line customer = customers.get(account.get("customer_id"));
            String name = account.get("account_class");
            boolean late = since.isEmpty() || !day(account, "opened_on").isBefore(LocalDate.parse(since));
            if (customer == null
                    || !customer.get("kind").equals("person")
                    || !Set.of("I", "II", "III").contains(name)
                    || !countable(account)
                    || !late) {
                continue;
            }
            List<String> who = List.of(customer.get("legal_entity"), identity(customer));
            counts.computeIfAbsent(who, w -> new TreeMap<>())
                    .computeIfAbsent(name, n -> new TreeSet<>())
                    .add(account.get("account_id"));
            if (touched.contains(account.get("account_id"))) {
                doubtful.add(who);
            }
        }
        for (Line account : ledger.accounts) {
            Line customer = customers.get(account.get("customer_id"));
            if (account.rejected() && customer != null && !ledger.blank(account.get("account_class"))) {
                doubtful.add(List.of(customer.get("legal_entity"), identity(customer)));
            }
        }
        counts.forEach((who, byClass) -> {
            StringBuilder figures = new StringBuilder();
            boolean over = false;
            for (String name : List.of("I", "II", "III")) {
                int count = byClass.getOrDefault(name, Set.of()).size();
                int max = Integer.parseInt(
                        parameters.values().getOrDefault("over-count.max." + name, name.equals("I") ? "1" : "5"));
                over |= count > max;
                figures.append(count).append(' ');
            }
            if (over) {
                boolean doubt = doubtful.contains(who) || identityTouched(who.get(0), who.get(1));
                lines.add("over-count/" + who.get(0) + "/" + smallest(who.get(0), who.get(1))
                        + (doubt
                                ? " touched-by-reject"
                                : "|" + figures.toString().strip()));
            }
        });
    }

    private static int compare(List<String> one, List<String> other) {
        return String.join("\n", one).compareTo(String.join("\n", other));
    }

    private void sharedPhones() {
        Map<List<String>, List<Line>> used = new HashMap<>();
        for (Line account : accounts.values()) {
            Line customer = customers.get(account.get("customer_id"));
            String own = ledger.phone(account.get("phone"));
            String phone = own.isEmpty() && customer != null ? ledger.phone(customer.get("phone")) : own;
            if (countable(account) && !phone.isEmpty()) {
                used.computeIfAbsent(List.of(account.get("legal_entity"), phone), p -> new ArrayList<>())
                        .add(account);
            }
        }
        used.forEach((where, on) -> sharedPhone(where.get(0), where.get(1), on));
    }

    private void sharedPhone(String entity, String phone, List<Line> on) {
        LocalDate first = LocalDate.MAX;
        Map<String, String> owners = new TreeMap<>();
        for (Line c : customers.values()) {
            LocalDate verified = Ledger.day(c.get("phone_verified_on"));
            if (!c.get("legal_entity").equals(entity)
                    || !ledger.phone(c.get("phone")).equals(phone)
                    || verified == null
                    || !c.get("kind").equals("person")
                    || ledger.idNumber(c).isEmpty()) {
                continue;
            }
            if (verified.isBefore(first)) {
                first = verified;
                owners.clear();
            }
            if (verified.equals(first)) {
                owners.put(c.get("customer_id"), identity(c));
            }
        }
        Set<String> foreign = new TreeSet<>();
        Set<String> holders = new TreeSet<>();
        Set<String> holderIds = new TreeSet<>();
        boolean doubt = false;
        for (Line account : on) {
            String customer = account.get("customer_id");
            Line line = customers.get(customer);
            String identity = line == null ? "record " + customer : identity(line);
            if (!owners.containsValue(identity) && !explained(phone, customer)) {
                foreign.add(account.get("account_id"));
                holders.add(identity);
                holderIds.add(customer);
                doubt |= touched.contains(account.get("account_id")) || explanationTouched(phone, customer);
            }
        }
        int max = Integer.parseInt(parameters.values().getOrDefault("shared-phone.maxForeign", "1"));
        if (foreign.size() <= max || owners.isEmpty() && holders.size() < 2) {
            return;
        }
        Set<String> subjects = new TreeSet<>();
        (owners.isEmpty() ? holderIds : owners.keySet()).forEach(id -> {
            Line line = customers.get(id);
            subjects.add(line == null ? id : smallest(entity, identity(line)));
        });
        String subject = owners.isEmpty()
                ? subjectOf(entity, holderIds)
                : subjects.iterator().next();
        doubt |= phoneTouched(entity, phone);
        lines.add("shared-phone/" + entity + "/" + subject
                + (owners.isEmpty()
                        ? " owner-unknown"
                        : doubt
                                ? " touched-by-reject"
                                : "|" + foreign.size() + " "
                                        + foreign.iterator().next()));
    }

    private String subjectOf(String entity, Set<String> holders) {
        String id = holders.iterator().next();
        Line line = customers.get(id);
        return line == null ? id : smallest(entity, identity(line));
    }

    private boolean explained(String phone, String customer) {
        return ledger.explanations.stream()
                .anyMatch(e -> !e.rejected()
                        && ledger.phone(e.get("phone")).equals(phone)
                        && e.get("customer_id").equals(customer));
    }

    private boolean explanationTouched(String phone, String customer) {
        return ledger.explanations.stream()
                .anyMatch(e -> e.rejected()
                        && (ledger.phone(e.get("phone")).equals(phone)
                                || e.get("customer_id").equals(customer)));
    }

    private boolean phoneTouched(String entity, String phone) {
        boolean byCustomer = ledger.customers.stream()
                .anyMatch(c -> c.rejected()
                        && c.get("legal_entity").equals(entity)
                        && ledger.phone(c.get("phone")).equals(phone));
        boolean byAccount = ledger.accounts.stream().anyMatch(a -> {
            String own = ledger.phone(a.get("phone"));
            Line customer = customers.get(a.get("customer_id"));
            String there = own.isEmpty() && customer != null ? customer.get("legal_entity") : a.get("legal_entity");
            String effective = own.isEmpty() && customer != null ? ledger.phone(customer.get("phone")) : own;
            return a.rejected() && there.equals(entity) && effective.equals(phone);
        });
        return byCustomer || byAccount;
    }

    private void staleIdentities() {
        Map<List<String>, List<Line>> stale = new TreeMap<>(SecondScreen::compare);
        int days = Integer.parseInt(parameters.values().getOrDefault("stale-identity.expiredDays", "90"));
        Set<String> having = new HashSet<>();
        accounts.values().stream().filter(this::countable).forEach(a -> having.add(a.get("customer_id")));
        for (Line c : customers.values()) {
            LocalDate expires = Ledger.day(c.get("id_expires_on"));
            boolean old = expires != null && expires.plusDays(days).isBefore(asOf);
            boolean lacking = ledger.idType(c).isEmpty()
                    || ledger.idNumber(c).isEmpty()
                    || c.get("id_expires_on").equals("missing");
            if (having.contains(c.get("customer_id")) && (old || lacking)) {
                stale.computeIfAbsent(List.of(c.get("legal_entity"), identity(c)), w -> new ArrayList<>())
                        .add(c);
            }
        }
        Set<String> named = new HashSet<>();
        ledger.accounts.stream().filter(Line::rejected).forEach(a -> named.add(a.get("customer_id")));
        stale.forEach((who, records) -> {
            boolean doubt = identityTouched(who.get(0), who.get(1))
                    || records.stream().anyMatch(c -> named.contains(c.get("customer_id")));
            String field = records.stream().anyMatch(c -> ledger.idType(c).isEmpty())
                    ? "id_type"
                    : records.stream().anyMatch(c -> ledger.idNumber(c).isEmpty()) ? "id_number" : "id_expires_on";
            lines.add("stale-identity/" + who.get(0) + "/" + smallest(who.get(0), who.get(1))
                    + (doubt ? " touched-by-reject" : "|" + field));
        });
    }
}
