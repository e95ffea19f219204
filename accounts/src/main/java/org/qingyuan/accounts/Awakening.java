package org.qingyuan.accounts;

import static java.util.Comparator.comparing;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.qingyuan.accounts.FindingMaker.Movement;
import org.qingyuan.accounts.extract.CanonicalTable;
import org.qingyuan.accounts.extract.Extract;

/// What is odd about an account that moved again: six reasons, each with its figures. A reason that is not met is left
/// out; one whose column the extract lacks is `not-assessed`.
///
/// @param earlier movements before the awakening, in their order
/// @param since the awakening and what came after it, up to the cut-off
/// @param limit debits just below it are odd
record Awakening(List<Movement> earlier, List<Movement> since, Extract extract, BigDecimal limit) {
    private static final int VERIFIED_DAYS = 30;
    private static final Duration PASSING = Duration.ofHours(24);
    private static final BigDecimal PASSED_SHARE = new BigDecimal("0.90");
    private static final int PAYERS = 5;
    private static final int PAYER_DAYS = 7;
    private static final int NIGHT_FROM = 23;
    private static final int NIGHT_TO = 6;
    private static final BigDecimal BELOW = new BigDecimal("0.95");
    private static final int BELOW_TIMES = 2;

    /// @param movements of the account and its sub-accounts up to the cut-off, in the order of time and id
    /// @param awakening the transaction with which it woke
    static Awakening of(List<Movement> movements, String awakening, Extract extract, BigDecimal limit) {
        int at = 0;
        while (!movements.get(at).pointer().id().equals(awakening)) {
            at++;
        }
        return new Awakening(movements.subList(0, at), movements.subList(at, movements.size()), extract, limit);
    }

    /// The last movement before the silence, then all since.
    List<Movement> shown() {
        List<Movement> shown = new ArrayList<>();
        if (!earlier.isEmpty()) {
            shown.add(earlier.getLast());
        }
        shown.addAll(since);
        return shown;
    }

    /// `amount`, the sum of what moved since, and `reasons`.
    Map<String, Object> figures() {
        List<Map<String, Object>> reasons = new ArrayList<>();
        add(reasons, verified());
        add(reasons, channel());
        add(reasons, passed());
        add(reasons, payers());
        add(reasons, night());
        add(reasons, belowLimit());
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("amount", sum(since));
        figures.put("reasons", reasons);
        return figures;
    }

    /// How many reasons of the list are met.
    static long met(List<?> reasons) {
        return reasons.stream()
                .filter(reason -> reason instanceof Map<?, ?> map && "met".equals(map.get("state")))
                .count();
    }

    private static void add(List<Map<String, Object>> reasons, @Nullable Map<String, Object> reason) {
        if (reason != null) {
            reasons.add(reason);
        }
    }

    private static Map<String, Object> reason(String name, boolean assessed) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("reason", name);
        map.put("state", assessed ? "met" : "not-assessed");
        return map;
    }

    private static BigDecimal sum(List<Movement> movements) {
        return movements.stream().map(Movement::amount).reduce(new BigDecimal("0.00"), BigDecimal::add);
    }

    private @Nullable Map<String, Object> verified() {
        if (!extract.has(CanonicalTable.CUSTOMERS, "phone_verified_on")) {
            return reason("phone-verified-recently", false);
        }
        LocalDate day = since.getFirst().at().toLocalDate();
        LocalDate verified = since.getFirst().phoneVerifiedOn();
        if (verified == null || verified.isAfter(day) || verified.isBefore(day.minusDays(VERIFIED_DAYS))) {
            return null;
        }
        Map<String, Object> reason = reason("phone-verified-recently", true);
        reason.put("phoneVerifiedOn", verified.toString());
        return reason;
    }

    private @Nullable Map<String, Object> channel() {
        if (earlier.isEmpty() || !extract.has(CanonicalTable.TRANSACTIONS, "channel")) {
            return reason("new-channel", false);
        }
        Set<String> known = new HashSet<>();
        earlier.forEach(movement -> known.add(String.valueOf(movement.channel())));
        Set<String> fresh = new TreeSet<>();
        for (Movement movement : since) {
            if (movement.channel() != null && !known.contains(movement.channel())) {
                fresh.add(movement.channel());
            }
        }
        if (fresh.isEmpty()) {
            return null;
        }
        Map<String, Object> reason = reason("new-channel", true);
        reason.put("channels", List.copyOf(fresh));
        return reason;
    }

    /// First in, first out: a debit takes from the earliest credits that are not more than 24 hours older.
    private @Nullable Map<String, Object> passed() {
        record Credit(LocalDateTime at, BigDecimal left) {}
        Deque<Credit> credits = new ArrayDeque<>();
        BigDecimal credited = new BigDecimal("0.00");
        BigDecimal passed = new BigDecimal("0.00");
        List<Movement> order = new ArrayList<>(since);
        order.sort(comparing(Movement::at)
                .thenComparing(Movement::debit)
                .thenComparing(movement -> movement.pointer().id()));
        for (Movement movement : order) {
            if (!movement.debit()) {
                credits.add(new Credit(movement.at(), movement.amount()));
                credited = credited.add(movement.amount());
                continue;
            }
            BigDecimal left = movement.amount();
            while (!credits.isEmpty() && left.signum() > 0) {
                Credit first = credits.poll();
                if (first.at().plus(PASSING).isBefore(movement.at())) {
                    continue;
                }
                BigDecimal taken = first.left().min(left);
                passed = passed.add(taken);
                left = left.subtract(taken);
                if (taken.compareTo(first.left()) < 0) {
                    credits.addFirst(new Credit(first.at(), first.left().subtract(taken)));
                }
            }
        }
        if (credited.signum() == 0 || passed.compareTo(credited.multiply(PASSED_SHARE)) < 0) {
            return null;
        }
        Map<String, Object> reason = reason("passed-through", true);
        reason.put("credited", credited);
        reason.put("passed", passed);
        return reason;
    }

    private @Nullable Map<String, Object> payers() {
        if (!extract.has(CanonicalTable.TRANSACTIONS, "counterparty")) {
            return reason("many-payers", false);
        }
        List<Movement> credits = since.stream()
                .filter(movement -> !movement.debit() && movement.counterparty() != null)
                .toList();
        int most = 0;
        for (int i = 0; i < credits.size(); i++) {
            LocalDate end = credits.get(i).at().toLocalDate().plusDays(PAYER_DAYS);
            Set<String> payers = new HashSet<>();
            for (int j = i;
                    j < credits.size() && credits.get(j).at().toLocalDate().isBefore(end);
                    j++) {
                payers.add(String.valueOf(credits.get(j).counterparty()));
            }
            most = Math.max(most, payers.size());
        }
        if (most < PAYERS) {
            return null;
        }
        Map<String, Object> reason = reason("many-payers", true);
        reason.put("payers", (long) most);
        return reason;
    }

    private @Nullable Map<String, Object> night() {
        List<Movement> timed = since.stream().filter(Movement::timed).toList();
        if (timed.isEmpty()) {
            return reason("night", false);
        }
        long night = timed.stream()
                .filter(movement ->
                        movement.at().getHour() >= NIGHT_FROM || movement.at().getHour() < NIGHT_TO)
                .count();
        if (night * 2 < timed.size()) {
            return null;
        }
        Map<String, Object> reason = reason("night", true);
        reason.put("night", night);
        reason.put("movements", (long) timed.size());
        return reason;
    }

    private @Nullable Map<String, Object> belowLimit() {
        long count = since.stream()
                .filter(movement -> movement.debit()
                        && movement.amount().compareTo(limit) < 0
                        && movement.amount().compareTo(limit.multiply(BELOW)) >= 0)
                .count();
        if (count < BELOW_TIMES) {
            return null;
        }
        Map<String, Object> reason = reason("just-below-limit", true);
        reason.put("debits", count);
        return reason;
    }
}
