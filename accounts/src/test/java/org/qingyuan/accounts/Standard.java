package org.qingyuan.accounts;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.qingyuan.accounts.extract.CodeTable;
import org.qingyuan.accounts.extract.CodeTable.Direction;
import org.qingyuan.accounts.extract.CodeTable.Mark;
import org.qingyuan.accounts.rule.Rule;
import org.qingyuan.accounts.rule.Rules;

/// The standard of the newspaper's five banks, as tests screen by it.
final class Standard {
    static final Set<String> PROTECTED = Set.of(
            "loan",
            "card_autopay",
            "fund",
            "wealth",
            "time_deposit",
            "social_security",
            "medical",
            "pension",
            "housing_fund",
            "subsidy",
            "military",
            "probate",
            "minor");
    static final Set<String> PLACEHOLDERS = Set.of("无", "-", "N/A");

    private Standard() {}

    static Parameters of(Map<String, String> more) {
        return at(Bank.AS_OF, more);
    }

    static Parameters at(LocalDate asOf, Map<String, String> more) {
        SortedMap<String, String> values = new TreeMap<>();
        values.put("long-inactive.period", "P3Y");
        values.put("long-inactive.balanceMax", "100.00");
        values.putAll(more);
        return new Parameters(
                asOf,
                "test",
                "1",
                Rules.all().stream().map(Rule::id).toList(),
                values,
                codes(),
                PROTECTED,
                PLACEHOLDERS,
                "CNY");
    }

    static CodeTable codes() {
        Map<CodeTable.Key, Mark> marks = new HashMap<>();
        for (Direction direction : Direction.values()) {
            for (String code : List.of("01", "02", "03", "04", "07", "13", "14")) {
                marks.put(new CodeTable.Key(code, direction), Mark.COUNTS);
            }
            for (String code : List.of("05", "06", "08", "10", "11", "12", "bank")) {
                marks.put(new CodeTable.Key(code, direction), Mark.DOES_NOT_COUNT);
            }
        }
        return new CodeTable(marks);
    }
}
