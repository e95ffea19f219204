package org.qingyuan.accounts;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.qingyuan.accounts.extract.CanonicalTable;

/// Splits a bank so that whatever a rule looks at together stays together: rows that share an account, a parent, a
/// customer, an identity or phone of a legal entity, or a transaction.
final class Components {
    private static final List<String> BLANK = List.of("", "无", "-", "N/A");

    private final Map<String, String> above = new HashMap<>();

    /// The rows' places of each of so many parts, by table.
    static List<Map<CanonicalTable, List<Integer>>> split(
            Map<CanonicalTable, List<Map<String, String>>> rows, int count) {
        Components components = new Components();
        rows.forEach((table, own) -> own.forEach(row -> components.join(table, row)));
        List<Map<CanonicalTable, List<Integer>>> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(new EnumMap<>(CanonicalTable.class));
        }
        Map<String, Integer> numbers = new HashMap<>();
        rows.forEach((table, own) -> {
            parts.forEach(part -> part.put(table, new ArrayList<>()));
            for (int i = 0; i < own.size(); i++) {
                String root = components.root(names(table, own.get(i)).getFirst());
                int part = numbers.computeIfAbsent(root, r -> numbers.size()) % count;
                parts.get(part).getOrDefault(table, List.of()).add(i);
            }
        });
        return parts;
    }

    private static List<String> names(CanonicalTable table, Map<String, String> row) {
        List<String> names = new ArrayList<>();
        String entity = row.getOrDefault("legal_entity", "");
        switch (table) {
            case CUSTOMERS -> {
                names.add("customer " + row.getOrDefault("customer_id", ""));
                name(
                        names,
                        "number " + entity,
                        row.getOrDefault("id_type", "") + number(row.getOrDefault("id_number", "")),
                        row.getOrDefault("id_number", ""));
                name(names, "phone " + entity, phone(row.getOrDefault("phone", "")), row.getOrDefault("phone", ""));
            }
            case ACCOUNTS -> {
                names.add("account " + row.getOrDefault("account_id", ""));
                names.add("customer " + row.getOrDefault("customer_id", ""));
                name(
                        names,
                        "account",
                        row.getOrDefault("parent_account_id", ""),
                        row.getOrDefault("parent_account_id", ""));
                name(names, "phone " + entity, phone(row.getOrDefault("phone", "")), row.getOrDefault("phone", ""));
            }
            case TRANSACTIONS -> {
                names.add("account " + row.getOrDefault("account_id", ""));
                names.add("transaction " + row.getOrDefault("transaction_id", ""));
                name(names, "transaction", row.getOrDefault("reversal_of", ""), row.getOrDefault("reversal_of", ""));
            }
            case EXPLANATIONS -> {
                names.add("customer " + row.getOrDefault("customer_id", ""));
                names.add("phone of any " + phone(row.getOrDefault("phone", "")));
            }
        }
        return names;
    }

    private static void name(List<String> names, String kind, String value, String cell) {
        if (!BLANK.contains(cell)) {
            names.add(kind + " " + value);
            if (kind.startsWith("phone ")) {
                names.add("phone of any " + value);
            }
        }
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[^0-9A-Za-z]", "")
                .toUpperCase(Locale.ROOT);
    }

    /// The 15 digits of an old number and the 18 of a new one must not part.
    private static String number(String text) {
        String plain = plain(text);
        return plain.length() == 18 ? plain.substring(0, 6) + plain.substring(8, 17) : plain;
    }

    private static String phone(String text) {
        String plain = plain(text);
        return plain.substring(Math.max(0, plain.length() - 11));
    }

    private void join(CanonicalTable table, Map<String, String> row) {
        List<String> names = names(table, row);
        for (String name : names) {
            above.put(root(name), root(names.getFirst()));
        }
    }

    private String root(String name) {
        String at = name;
        String next = above.getOrDefault(at, at);
        while (!next.equals(at)) {
            above.put(at, above.getOrDefault(next, next));
            at = next;
            next = above.getOrDefault(at, at);
        }
        return at;
    }
}
