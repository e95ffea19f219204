package org.qingyuan.accounts.extract;

import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// Which transactions are initiated by the holder (动账), by code and direction. What the table does not hold is
/// unknown.
///
/// @param marks by [Key], code and direction each written out
public record CodeTable(Map<Key, Mark> marks) {
    /// The code of what the bank itself books (fees, taxes, corrections).
    public static final String BANK = "bank";

    public CodeTable {
        marks = Map.copyOf(marks);
    }

    /// @param code as the canonical layout writes it, `01`, `00-7`, `bank`
    public record Key(String code, Direction direction) {}

    /// What a transaction of a code says about its holder.
    public enum Mark {
        COUNTS,
        DOES_NOT_COUNT,
        UNKNOWN
    }

    /// The closed list of the column `direction`.
    public enum Direction {
        DEBIT,
        CREDIT;

        /// The word of the layout: lower case.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// The mark of a code, [Mark#UNKNOWN] where the table has none.
    public Mark of(String code, Direction direction) {
        return marks.getOrDefault(new Key(code, direction), Mark.UNKNOWN);
    }

    /// What counts, as an extract declares it for its last activity: `02` where both directions count, `01/debit`
    /// where one does.
    public SortedSet<String> counting() {
        SortedSet<String> counting = new TreeSet<>();
        for (Key key : marks.keySet()) {
            boolean debit = of(key.code(), Direction.DEBIT) == Mark.COUNTS;
            boolean credit = of(key.code(), Direction.CREDIT) == Mark.COUNTS;
            if (debit && credit) {
                counting.add(key.code());
            } else if (debit || credit) {
                counting.add(key.code() + "/" + (debit ? Direction.DEBIT : Direction.CREDIT).word());
            }
        }
        return counting;
    }
}
