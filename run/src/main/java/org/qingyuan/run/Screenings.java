package org.qingyuan.run;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Finding;

/// Which screenings are needed to look again at findings by what each was judged by. An extract is screened once for
/// all that share standard and cut-off, unless two of them name the same threshold with another value.
final class Screenings {
    private static final int DATE_CHARACTERS = 10;
    private static final int MONEY_DIGITS = 2;

    private final Map<Cut, List<Screening>> byCut = new LinkedHashMap<>();

    /// A standard as `name@version`, and its cut-off.
    private record Cut(String policy, LocalDate asOf) {}

    /// One screening.
    ///
    /// @param thresholds by name, `RULE.name`
    /// @param keys of the matters that it is to judge
    record Screening(String policy, LocalDate asOf, SortedMap<String, String> thresholds, Set<String> keys) {
        private boolean fits(Map<String, String> others) {
            return others.entrySet().stream()
                    .allMatch(each -> thresholds
                            .getOrDefault(each.getKey(), each.getValue())
                            .equals(each.getValue()));
        }

        /// As `--set` takes them.
        List<String> sets() {
            return thresholds.entrySet().stream()
                    .map(each -> each.getKey() + "=" + each.getValue())
                    .toList();
        }
    }

    void add(Finding finding, String key) {
        Object named = finding.fields().get("policy");
        String policy = named instanceof Map<?, ?> map ? map.get("name") + "@" + map.get("version") : "";
        LocalDate asOf = LocalDate.parse(finding.end().text().substring(0, DATE_CHARACTERS));
        Map<String, String> thresholds = new TreeMap<>();
        finding.parameters().forEach((name, value) -> thresholds.put(name, text(value)));
        List<Screening> same = byCut.computeIfAbsent(new Cut(policy, asOf), any -> new ArrayList<>());
        Screening screening = same.stream()
                .filter(each -> each.fits(thresholds))
                .findFirst()
                .orElseGet(() -> {
                    same.add(new Screening(policy, asOf, new TreeMap<>(), new HashSet<>()));
                    return same.getLast();
                });
        screening.thresholds().putAll(thresholds);
        screening.keys().add(key);
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return AccountPolicy.UNSET;
        }
        if (value instanceof Number number) {
            BigDecimal decimal = new BigDecimal(number.toString());
            return (decimal.scale() > 0 ? decimal.setScale(MONEY_DIGITS, RoundingMode.UNNECESSARY) : decimal)
                    .toPlainString();
        }
        return value.toString();
    }

    List<Screening> all() {
        return byCut.values().stream().flatMap(List::stream).toList();
    }
}
