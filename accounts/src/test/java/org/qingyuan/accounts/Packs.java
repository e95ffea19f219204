package org.qingyuan.accounts;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.qingyuan.accounts.extract.CodeTable;
import org.qingyuan.accounts.extract.CodeTable.Direction;
import org.qingyuan.accounts.extract.CodeTable.Mark;
import org.qingyuan.accounts.rule.Rule;
import org.qingyuan.accounts.rule.Rules;

/// Standards of banks as their notices give them, written down once more: this module knows no packs.
enum Packs {
    RURAL(Rules.all().stream().map(Rule::id).toList(), Map.of(), Standard.codes(), Standard.PROTECTED),
    CCB(
            List.of("accounts.long-inactive"),
            Map.of("long-inactive.period", "P3Y", "long-inactive.balanceMax", "0.00"),
            codes(List.of("01", "02", "03"), List.of("08", "bank")),
            Set.of("loan", "card_autopay")),
    CIB(
            List.of("accounts.long-inactive"),
            Map.of("long-inactive.period", "P365D", "long-inactive.balanceMax", "10.00"),
            Standard.codes(),
            Set.of("loan", "fund", "wealth", "social_security", "housing_fund")),
    YUANAN(
            List.of("accounts.long-inactive", "accounts.over-count", "accounts.stale-identity"),
            Map.of("long-inactive.period", "P3Y", "long-inactive.balanceMax", "100.00"),
            Standard.codes(),
            Standard.PROTECTED),
    RBI(
            List.of("accounts.long-inactive"),
            Map.of("long-inactive.period", "P2Y", "long-inactive.balanceMax", ""),
            codes(List.of("01", "02", "03", "04", "05", "06", "07", "13", "14"), List.of("08", "bank")),
            Set.of("subsidy", "probate", "minor"));

    private final List<String> rules;
    private final Map<String, String> values;
    private final CodeTable codes;
    private final Set<String> products;

    Packs(List<String> rules, Map<String, String> values, CodeTable codes, Set<String> products) {
        this.rules = rules;
        this.values = values;
        this.codes = codes;
        this.products = products;
    }

    private static CodeTable codes(List<String> counting, List<String> notCounting) {
        Map<CodeTable.Key, Mark> marks = new HashMap<>();
        for (Direction direction : Direction.values()) {
            counting.forEach(code -> marks.put(new CodeTable.Key(code, direction), Mark.COUNTS));
            notCounting.forEach(code -> marks.put(new CodeTable.Key(code, direction), Mark.DOES_NOT_COUNT));
        }
        return new CodeTable(marks);
    }

    /// The balances of a made bank are in yuan, whoever's standard it is screened by.
    Parameters at(LocalDate asOf) {
        Parameters standard = Standard.at(asOf, Map.of());
        TreeMap<String, String> all = new TreeMap<>(standard.values());
        all.putAll(values);
        return new Parameters(asOf, name(), "1", rules, all, codes, products, standard.placeholders(), "CNY");
    }
}
