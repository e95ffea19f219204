package org.qingyuan.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qingyuan.accounts.second.SecondScreen;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Outcome;
import org.qingyuan.table.session.Session;
import org.qingyuan.table.session.SessionOptions;

/// The statements and the plain loops say the same of banks made by chance.
class AgreementTest {
    @TempDir
    Path folder;

    private Session open(int threads) throws IOException {
        return Session.open(new SessionOptions(folder, 512L << 20, 1L << 30, threads, List.of(folder)));
    }

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
            case "accounts.over-count" -> figures.get("I") + " " + figures.get("II") + " " + figures.get("III");
            case "accounts.reawakened" -> figures.get("movedOn") + " " + figures.get("quietSince");
            case "accounts.shared-phone" -> figures.get("foreign") + " " + firstAccount(finding);
            case "accounts.stale-identity" -> String.valueOf(figures.get("field"));
            case "accounts.unit-suspended" -> String.valueOf(figures.get("balance"));
            case "accounts.unused-since-opening" -> String.valueOf(figures.get("openedOn"));
            default -> "";
        };
    }

    private static String firstAccount(Finding finding) {
        List<?> accounts = (List<?>) Objects.requireNonNull(finding.fields().get("accounts"));
        return String.valueOf(((Map<?, ?>) accounts.getFirst()).get("accountId"));
    }

    static SecondScreen second(Bank bank, Parameters parameters) {
        Map<String, List<Map<String, String>>> tables = new HashMap<>();
        bank.rows.forEach((table, rows) -> tables.put(table.word(), rows));
        LocalDate from = Objects.requireNonNull(bank.transactionsFrom);
        return new SecondScreen(tables, parameters, bank.extractedOn, from, bank.lastActivityCounts != null);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void cleanBanksAgree(long seed) throws IOException {
        agree(RandomBank.of(seed, 80, 0), 1 + (int) (seed % 2));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void dirtyBanksAgree(long seed) throws IOException {
        agree(RandomBank.of(seed, 120, 0.004), 1 + (int) (seed % 2));
    }

    static Set<String> onlyIn(Set<String> one, Set<String> other) {
        Set<String> rest = new TreeSet<>(one);
        rest.removeAll(other);
        return rest;
    }

    private void agree(Bank bank, int threads) throws IOException {
        Parameters parameters = Standard.of(Map.of());
        try (Session session = open(threads)) {
            Screened screened = Screened.of(session, folder, bank, parameters);
            SecondScreen second = second(bank, parameters);
            assertThat(new TreeSet<>(screened.rejected())).isEqualTo(second.rejects());
            assertThat(onlyIn(lines(screened), second.lines()))
                    .as("only the statements; only the loops: %s", onlyIn(second.lines(), lines(screened)))
                    .isEmpty();
            assertThat(onlyIn(second.lines(), lines(screened)))
                    .as("only the loops")
                    .isEmpty();
            assertThat(screened.findings).isNotEmpty();
        }
    }

    @Test
    void theOrderOfTheRowsAndTheThreadsChangeNothingButRowNumbers() throws IOException {
        Bank bank = RandomBank.of(21, 80, 0.004);
        Parameters parameters = Standard.of(Map.of());
        List<String> first;
        List<String> second;
        try (Session session = open(1)) {
            first = written(Screened.of(session, folder, bank, parameters));
        }
        try (Session session = open(2)) {
            second = written(Screened.of(session, folder, bank.shuffled(7), parameters));
        }
        assertThat(second).isEqualTo(first);
    }

    /// Everything said, in its order, but for the rows of evidence.
    private static List<String> written(Screened screened) {
        List<String> lines = new ArrayList<>();
        for (Finding finding : screened.findings) {
            lines.add(finding.id() + " " + finding.key() + " " + finding.subject() + " " + finding.summary() + " "
                    + finding.fields() + " " + finding.evidenceCount() + " "
                    + finding.evidence().stream()
                            .map(piece -> piece.what() + piece.details())
                            .toList());
        }
        screened.outcomes.forEach(outcome -> lines.add(outcome.toString()));
        lines.add(screened.result().counters() + " " + screened.result().unknownCodes() + " "
                + screened.result().checked().rejects());
        return lines;
    }

    @Test
    void aBankInEightPartsSaysWhatTheWholeSays() throws IOException {
        Bank whole = new Bank();
        Set<String> parts = new TreeSet<>();
        Parameters parameters = Standard.of(Map.of());
        try (Session session = open(2)) {
            for (int i = 0; i < 8; i++) {
                Bank part = RandomBank.of(31 + i, 20, 0).renamed("P" + i + "-");
                part.lastActivityCounts = null;
                parts.addAll(lines(Screened.of(session, folder, part, parameters)));
                whole.extractedOn = part.extractedOn;
                whole.transactionsFrom = part.transactionsFrom;
                part.rows.forEach((table, rows) -> whole.rows
                        .computeIfAbsent(table, t -> new ArrayList<>())
                        .addAll(rows));
            }
            assertThat(lines(Screened.of(session, folder, whole, parameters))).isEqualTo(parts);
        }
        assertThat(parts).hasSizeGreaterThan(50);
    }
}
