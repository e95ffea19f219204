package org.qingyuan.accounts.second;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Rejects rows for what other rows say. A row that is rejected itself still answers for what names it.
final class References {
    private final Ledger ledger;

    References(Ledger ledger) {
        this.ledger = ledger;
    }

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

    void check() {
        repeated(ledger.customers, "customer_id");
        repeated(ledger.accounts, "account_id");
        Map<String, Set<String>> customerEntities = entities(ledger.customers, "customer_id");
        Map<String, Set<String>> accountEntities = entities(ledger.accounts, "account_id");
        for (Line account : ledger.accounts) {
            Set<String> own = customerEntities.get(account.get("customer_id"));
            if (own == null) {
                account.reject("customer_id", "orphan-account");
            } else if (!own.contains(account.get("legal_entity"))) {
                account.reject("legal_entity", "entity-mismatch");
            }
        }
        for (Line account : ledger.accounts) {
            Set<String> above = accountEntities.get(ledger.reader.parent(account));
            if (!ledger.reader.parent(account).isEmpty() && above == null) {
                account.reject("parent_account_id", "orphan-sub-account");
            } else if (above != null
                    && !ledger.reader.parent(account).isEmpty()
                    && !above.contains(account.get("legal_entity"))) {
                account.reject("legal_entity", "entity-mismatch");
            }
        }
        circles();
        repeated(ledger.bookings, "transaction_id");
        ledger.bookings.stream()
                .filter(line -> !accountEntities.containsKey(line.get("account_id")))
                .forEach(line -> line.reject("account_id", "orphan-transaction"));
        ledger.explanations.stream()
                .filter(line -> !customerEntities.containsKey(line.get("customer_id")))
                .forEach(line -> line.reject("customer_id", "orphan-explanation"));
    }

    private void circles() {
        Map<String, Line> usable = new HashMap<>();
        ledger.accounts.stream()
                .filter(line -> !line.rejected())
                .forEach(line -> usable.put(line.get("account_id"), line));
        List<Line> circular = new ArrayList<>();
        for (Line start : usable.values()) {
            Line at = start;
            for (int step = 0; step <= usable.size() && at != null; step++) {
                at = ledger.reader.parent(at).isEmpty() ? null : usable.get(ledger.reader.parent(at));
                if (at != null && at.get("account_id").equals(start.get("account_id"))) {
                    circular.add(start);
                    break;
                }
            }
        }
        circular.forEach(line -> line.reject("parent_account_id", "sub-account-cycle"));
    }
}
