package org.qingyuan.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.qingyuan.accounts.second.SecondScreen;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Outcome;

/// What the statements and the plain loops say, in the same words.
final class Agreement {
    private Agreement() {}

    /// Findings as `rule/ENTITY/ID|figures`, outcomes as `rule/ENTITY/ID reason`.
    static Set<String> lines(Screened screened) {
        Set<String> lines = new TreeSet<>();
        for (Finding finding : screened.findings) {
            lines.add(finding.key().substring("accounts/".length()) + "|" + figures(finding));
        }
        for (Outcome outcome : screened.outcomes) {
            lines.add(outcome.key().substring("accounts/".length()) + " " + outcome.reason());
        }
        return lines;
    }

    private static String figures(Finding finding) {
        Map<?, ?> figures = (Map<?, ?>) Objects.requireNonNull(finding.fields().get("figures"));
        return switch (finding.rule()) {
            case "accounts.long-inactive" -> figures.get("balance") + " " + figures.get("basis");
            case "accounts.over-count" ->
                figures.get("I") + " " + figures.get("II") + " " + figures.get("III") + " " + accounts(finding);
            case "accounts.reawakened" -> figures.get("movedOn") + " " + figures.get("quietSince");
            case "accounts.shared-phone" -> figures.get("foreign") + " " + accounts(finding);
            case "accounts.stale-identity" -> figures.get("field") + " " + accounts(finding);
            case "accounts.unit-suspended" -> String.valueOf(figures.get("balance"));
            case "accounts.unused-since-opening" -> String.valueOf(figures.get("openedOn"));
            default -> "";
        };
    }

    private static String accounts(Finding finding) {
        List<?> accounts = (List<?>) Objects.requireNonNull(finding.fields().get("accounts"));
        return String.join(
                ",",
                accounts.stream()
                        .map(each -> String.valueOf(((Map<?, ?>) each).get("accountId")))
                        .toList());
    }

    static SecondScreen second(Bank bank, Parameters parameters) {
        Map<String, List<Map<String, String>>> tables = new HashMap<>();
        bank.rows.forEach((table, rows) -> tables.put(table.word(), rows));
        LocalDate from = Objects.requireNonNull(bank.transactionsFrom);
        return new SecondScreen(tables, parameters, bank.extractedOn, from, bank.lastActivityCounts != null);
    }

    static void assertSame(Set<String> statements, Set<String> loops) {
        assertThat(onlyIn(statements, loops))
                .as("only the statements; only the loops: %s", onlyIn(loops, statements))
                .isEmpty();
        assertThat(onlyIn(loops, statements)).as("only the loops").isEmpty();
    }

    private static Set<String> onlyIn(Set<String> one, Set<String> other) {
        Set<String> rest = new TreeSet<>(one);
        rest.removeAll(other);
        return rest;
    }
}
