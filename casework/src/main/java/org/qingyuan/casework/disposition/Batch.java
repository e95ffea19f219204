package org.qingyuan.casework.disposition;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.qingyuan.casework.cases.Entry;

/// Accounts on which the same two persons decide at once.
///
/// @param id of its entry
/// @param version counts its changes; an approval names the one that it saw
/// @param extractedOn day of the extract by which it was made
/// @param maker who proposed it, as text
/// @param checker who approved or rejected it, blank before
/// @param approvedAt an instant, blank before
/// @param sums count and balance by action, as proposed
public record Batch(
        String id,
        String campaign,
        State state,
        long version,
        String policy,
        String extractedOn,
        String maker,
        String checker,
        String approvedAt,
        SortedMap<String, Sum> sums) {
    /// Kind of its entries.
    public static final String KIND = "batch";

    private static final String SUM = "sum.";

    /// How far it is.
    public enum State {
        /// Being put together; whoever was stopped goes on.
        GATHERING,
        PROPOSED,
        APPROVED,
        REJECTED,
        /// Handed over; open until every row has its outcome.
        OPEN,
        CLOSED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// How many rows, and how much is on them.
    public record Sum(long rows, BigDecimal amount) {
        static final Sum NONE = new Sum(0, BigDecimal.ZERO);

        Sum plus(BigDecimal more) {
            return new Sum(rows + 1, amount.add(more));
        }

        /// Amounts are equal whatever their scale.
        boolean isSame(Sum other) {
            return rows == other.rows && amount.compareTo(other.amount) == 0;
        }
    }

    Entry entry() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("policy", policy);
        fields.put("extractedOn", extractedOn);
        fields.put("maker", maker);
        fields.put("checker", checker);
        fields.put("approvedAt", approvedAt);
        sums.forEach((action, sum) ->
                fields.put(SUM + action, sum.rows() + " " + sum.amount().toPlainString()));
        return new Entry(id, KIND, "", campaign, state.word(), version, fields);
    }

    static Batch of(Entry entry) {
        SortedMap<String, Sum> sums = new TreeMap<>();
        entry.fields().forEach((name, value) -> {
            if (name.startsWith(SUM)) {
                String[] parts = value.split(" ");
                sums.put(name.substring(SUM.length()), new Sum(Long.parseLong(parts[0]), new BigDecimal(parts[1])));
            }
        });
        return new Batch(
                entry.id(),
                entry.group(),
                State.valueOf(entry.state().toUpperCase(Locale.ROOT)),
                entry.version(),
                entry.field("policy"),
                entry.field("extractedOn"),
                entry.field("maker"),
                entry.field("checker"),
                entry.field("approvedAt"),
                sums);
    }

    Batch in(State next) {
        return new Batch(id, campaign, next, version + 1, policy, extractedOn, maker, checker, approvedAt, sums);
    }

    Batch summed(SortedMap<String, Sum> all) {
        return new Batch(id, campaign, state, version, policy, extractedOn, maker, checker, approvedAt, all);
    }

    Batch decided(String who, String at) {
        return new Batch(id, campaign, state, version, policy, extractedOn, maker, who, at, sums);
    }

    /// Whether the sums of both are the same for every action.
    static boolean areSame(Map<String, Sum> some, Map<String, Sum> others) {
        Set<String> actions = new TreeSet<>(some.keySet());
        actions.addAll(others.keySet());
        return actions.stream()
                .allMatch(action -> some.getOrDefault(action, Sum.NONE).isSame(others.getOrDefault(action, Sum.NONE)));
    }
}
