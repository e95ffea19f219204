package org.qingyuan.table.mapping;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How a bank's way of writing a value becomes the canonical one. All but [Text] look at the value without the blanks
/// around it, and give a blank one as blank.
public sealed interface Conversion {
    /// As it stands.
    record Text() implements Conversion {}

    /// A date.
    ///
    /// @param pattern `yyyyMMdd`, `yyyy-MM-dd` or `yyyy/MM/dd`
    record Date(String pattern) implements Conversion {}

    /// A date with a time of day, or without one where the source has none there.
    ///
    /// @param pattern of the date, as for [Date]
    /// @param time where `HHmmss` or `HH:mm:ss` stands; `null` where it follows the date in the same field, with or
    ///     without a blank or a `T` between
    record Moment(String pattern, @Nullable FieldSource time) implements Conversion {}

    /// An amount of money, which becomes yuan with two decimals.
    ///
    /// @param fen whether the source counts hundredths, without a point; else it has at most two decimals
    /// @param sign where the sign stands apart from the amount, or `null`
    /// @param negative values of the sign that mean below zero
    /// @param positive values of the sign that mean zero or above; any other is a reject
    record Amount(boolean fen, @Nullable FieldSource sign, Set<String> negative, Set<String> positive)
            implements Conversion {}

    /// A list within the field, which becomes one with `;`; each of its items is mapped.
    ///
    /// @param separator between items
    record Items(String separator) implements Conversion {}

    /// The patterns that dates may have.
    List<String> DATE_PATTERNS = List.of("yyyyMMdd", "yyyy-MM-dd", "yyyy/MM/dd");

    /// No sign apart.
    static Amount amount(boolean fen) {
        return new Amount(fen, null, Set.of(), Set.of());
    }

    /// The words that a source writes for canonical ones.
    ///
    /// @param words canonical word by the source's; looked up before the conversion, and what they give is final
    /// @param onlyThese whether any other value but a blank one is a reject
    record Words(Map<String, String> words, boolean onlyThese) {
        /// Every value stays as it is.
        public static final Words ANY = new Words(Map.of(), false);

        public Words {
            words = Map.copyOf(words);
        }
    }
}
