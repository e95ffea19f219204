package org.qingyuan.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qingyuan.accounts.extract.CanonicalTable;

/// A small bank as a test writes it down: rows with sound defaults, of which a test says only what matters.
final class Bank {
    static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);

    final Map<CanonicalTable, List<Map<String, String>>> rows = new EnumMap<>(CanonicalTable.class);

    @Nullable
    LocalDate extractedOn;

    @Nullable
    LocalDate transactionsFrom = LocalDate.of(2010, 1, 1);

    boolean accountsComplete = true;

    @Nullable
    Set<String> lastActivityCounts;

    /// Columns that the files lack altogether.
    final List<String> absent = new ArrayList<>();

    private Bank put(CanonicalTable table, Map<String, String> defaults, String... cells) {
        Map<String, String> row = new LinkedHashMap<>();
        table.columns().forEach(column -> row.put(column, ""));
        row.putAll(defaults);
        for (String cell : cells) {
            int equals = cell.indexOf('=');
            String column = cell.substring(0, equals);
            if (!row.containsKey(column)) {
                throw new IllegalArgumentException(cell);
            }
            row.put(column, cell.substring(equals + 1));
        }
        rows.computeIfAbsent(table, t -> new ArrayList<>()).add(row);
        return this;
    }

    /// A person of full age with everything known.
    Bank customer(String id, String... cells) {
        return put(
                CanonicalTable.CUSTOMERS,
                Map.of(
                        "legal_entity", "E1",
                        "customer_id", id,
                        "kind", "person",
                        "id_type", "passport",
                        "id_number", "N" + id,
                        "name", "张三",
                        "address", "某路1号",
                        "phone",
                                "139"
                                        + String.format(
                                                java.util.Locale.ROOT,
                                                "%08d",
                                                Math.floorMod(id.hashCode(), 100_000_000)),
                        "id_expires_on", "9999-12-31",
                        "registered_on", "2012-01-01"),
                cells);
    }

    /// A normal class-less account opened in 2012 with 50 yuan on it.
    Bank account(String id, String customer, String... cells) {
        return put(
                CanonicalTable.ACCOUNTS,
                Map.of(
                        "legal_entity", "E1",
                        "account_id", id,
                        "customer_id", customer,
                        "status", "normal",
                        "freeze", "none",
                        "currency", "CNY",
                        "balance", "50.00",
                        "opened_on", "2012-01-01"),
                cells);
    }

    /// A withdrawal of 10 yuan.
    Bank booking(String id, String account, String... cells) {
        return put(
                CanonicalTable.TRANSACTIONS,
                Map.of(
                        "transaction_id", id,
                        "account_id", account,
                        "code", "02",
                        "direction", "debit",
                        "amount", "10.00",
                        "channel", "01"),
                cells);
    }

    Bank explanation(String phone, String customer, String... cells) {
        return put(
                CanonicalTable.EXPLANATIONS,
                Map.of("phone", phone, "customer_id", customer, "reason", "child", "registered_on", "2020-01-01"),
                cells);
    }

    /// A table without rows instead of none.
    Bank empty(CanonicalTable table) {
        rows.computeIfAbsent(table, t -> new ArrayList<>());
        return this;
    }

    /// The same rows in another order.
    Bank shuffled(long seed) {
        Bank other = new Bank();
        other.extractedOn = extractedOn;
        other.transactionsFrom = transactionsFrom;
        other.accountsComplete = accountsComplete;
        other.lastActivityCounts = lastActivityCounts;
        other.absent.addAll(absent);
        rows.forEach((table, own) -> {
            List<Map<String, String>> order = new ArrayList<>(own);
            Collections.shuffle(order, new Random(seed));
            other.rows.put(table, order);
        });
        return other;
    }

    /// The same bank with other names for its entities, customers, accounts and transactions.
    Bank renamed(String prefix) {
        Set<String> ids = Set.of(
                "legal_entity", "customer_id", "account_id", "parent_account_id", "transaction_id", "reversal_of");
        for (List<Map<String, String>> own : rows.values()) {
            for (Map<String, String> row : own) {
                row.replaceAll((column, cell) -> ids.contains(column) && !cell.isEmpty() ? prefix + cell : cell);
            }
        }
        return this;
    }

    void write(Path folder) throws IOException {
        for (CanonicalTable table : CanonicalTable.values()) {
            Path file = folder.resolve(table.word() + ".csv");
            Files.deleteIfExists(file);
            if (rows.containsKey(table) || !table.mayBeAbsent()) {
                List<String> columns = table.columns().stream()
                        .filter(column -> !absent.contains(column))
                        .toList();
                StringBuilder text = new StringBuilder(String.join(",", columns)).append('\n');
                for (Map<String, String> row : rows.getOrDefault(table, List.of())) {
                    text.append(String.join(
                                    ",",
                                    columns.stream()
                                            .map(row::get)
                                            .map(Bank::quoted)
                                            .toList()))
                            .append('\n');
                }
                Files.writeString(file, text, UTF_8);
            }
        }
    }

    /// The cell in quotes (RFC 4180).
    static String quoted(@Nullable String cell) {
        return '"' + String.valueOf(cell).replace("\"", "\"\"") + '"';
    }
}
