package org.qingyuan.accounts;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.qingyuan.accounts.extract.CodeTable;

/// By which standard an extract is screened; nothing in it depends on the machine.
///
/// @param asOf the day of the cut-off
/// @param policyName name of the standard, `cn-rural-2021`
/// @param policyVersion its version
/// @param rules ids of the rules that run, `accounts.long-inactive`; each a row of [org.qingyuan.accounts.rule.Rules]
/// @param values by `RULE.name`, RULE without its `accounts.`: `long-inactive.period` -> `P3Y`. A rule's parameter
///     that stands here not takes the default of its header; one that the header declares optional may stay unset
/// @param codes which transactions are initiated by the holder
/// @param protectedProducts words of the column `products` that keep an account from being accused
/// @param placeholders what the bank writes for nothing (`无`, `-`), beside blanks
/// @param currency the only currency in which balances are judged, `CNY`
public record Parameters(
        LocalDate asOf,
        String policyName,
        String policyVersion,
        List<String> rules,
        SortedMap<String, String> values,
        CodeTable codes,
        Set<String> protectedProducts,
        Set<String> placeholders,
        String currency) {
    public Parameters {
        rules = List.copyOf(rules);
        values = new TreeMap<>(values);
        protectedProducts = Set.copyOf(protectedProducts);
        placeholders = Set.copyOf(placeholders);
    }

    /// The values of one rule by their short names, in order of the names; empty when it has none.
    public SortedMap<String, String> of(String rule) {
        String prefix = rule.substring(rule.indexOf('.') + 1) + ".";
        SortedMap<String, String> own = new TreeMap<>();
        for (Map.Entry<String, String> value : values.entrySet()) {
            if (value.getKey().startsWith(prefix)) {
                own.put(value.getKey().substring(prefix.length()), value.getValue());
            }
        }
        return own;
    }
}
