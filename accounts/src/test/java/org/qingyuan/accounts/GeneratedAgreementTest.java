package org.qingyuan.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.qingyuan.accounts.GeneratedBank.Form;
import org.qingyuan.accounts.extract.CanonicalTable;
import org.qingyuan.accounts.second.SecondScreen;
import org.qingyuan.finding.Reject;
import org.qingyuan.table.session.Session;
import org.qingyuan.table.session.SessionOptions;

/// The statements and the plain loops say the same of banks of the generator, however they are written, ordered, split
/// and screened.
class GeneratedAgreementTest {
    private static final int PARTS = 8;
    private static final List<Form> FORMS = List.of(Form.UTF8, Form.GB18030, Form.PARQUET);
    private static final Set<String> NEED_TRANSACTIONS = Set.of("accounts.reawakened", "accounts.unused-since-opening");

    @TempDir
    Path folder;

    /// @param seed of the bank
    /// @param split whether it is screened in eight parts; the loops always see it whole
    /// @param transactions whether the bank hands any over; without them it declares its column of the last activity
    /// @param before whether the cut-off lies before the day of the extract
    record Case(
            Packs pack,
            Form form,
            boolean shuffled,
            int threads,
            boolean transactions,
            boolean before,
            long seed,
            boolean split) {
        /// Choice of each kind.
        List<Object> choices() {
            return List.of(pack, form, shuffled, threads, transactions, before, seed, split);
        }
    }

    static List<Case> cases() {
        return List.of(
                new Case(Packs.RURAL, Form.UTF8, true, 1, true, true, 2, false),
                new Case(Packs.RURAL, Form.GB18030, true, 2, false, false, 2, true),
                new Case(Packs.RURAL, Form.PARQUET, false, 1, false, false, 1, false),
                new Case(Packs.CIB, Form.UTF8, true, 2, false, false, 1, false),
                new Case(Packs.CIB, Form.GB18030, false, 2, true, false, 1, false),
                new Case(Packs.CIB, Form.PARQUET, true, 1, true, true, 2, true),
                new Case(Packs.RBI, Form.UTF8, false, 2, true, true, 1, true),
                new Case(Packs.RBI, Form.GB18030, false, 1, false, true, 2, false),
                new Case(Packs.RBI, Form.PARQUET, true, 2, false, false, 1, false));
    }

    @Test
    void everyTwoChoicesMeet() {
        int kinds = cases().getFirst().choices().size();
        for (int one = 0; one < kinds; one++) {
            for (int other = one + 1; other < kinds; other++) {
                int a = one;
                int b = other;
                assertThat(distinct(each ->
                                List.of(each.choices().get(a), each.choices().get(b))))
                        .as("choices %d and %d", a, b)
                        .isEqualTo(distinct(each -> each.choices().get(a))
                                * distinct(each -> each.choices().get(b)));
            }
        }
    }

    private static int distinct(Function<Case, Object> of) {
        return new HashSet<>(cases().stream().map(of).toList()).size();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void banksAgree(Case each) throws IOException {
        agree(each, 1);
    }

    static Stream<Case> largeCases() {
        return LongStream.rangeClosed(1, 20)
                .boxed()
                .flatMap(seed -> Stream.of(Packs.RURAL, Packs.CCB, Packs.RBI)
                        .map(pack -> new Case(
                                pack,
                                FORMS.get((int) (seed % 3)),
                                seed % 2 == 0,
                                1 + (int) (seed / 2 % 2),
                                true,
                                true,
                                100 + seed,
                                false)));
    }

    @ParameterizedTest
    @MethodSource("largeCases")
    @EnabledIfSystemProperty(named = "qingyuan.long", matches = "true")
    void largeBanksAgree(Case each) throws IOException {
        agree(each, 20_000);
    }

    private void agree(Case each, long customers) throws IOException {
        GeneratedBank bank = new GeneratedBank(
                Files.createDirectory(folder.resolve("made")),
                each.form(),
                customers,
                each.seed(),
                each.transactions());
        Map<CanonicalTable, List<Integer>> whole = bank.whole();
        if (each.shuffled()) {
            GeneratedBank.shuffle(whole, each.seed());
        }
        LocalDate asOf = each.before() ? GeneratedBank.AS_OF : GeneratedBank.EXTRACTED_ON;
        Parameters parameters = each.pack().at(asOf);
        Set<String> statements = new TreeSet<>();
        List<String> rejects = new ArrayList<>();
        List<Map<CanonicalTable, List<Integer>>> parts =
                each.split() ? Components.split(bank.rows, PARTS) : List.of(whole);
        try (Session session =
                Session.open(new SessionOptions(folder, 512L << 20, 4L << 30, each.threads(), List.of(folder)))) {
            for (Map<CanonicalTable, List<Integer>> part : parts) {
                Path place = Files.createDirectory(folder.resolve("part-" + parts.indexOf(part)));
                Screened screened = screen(session, place, bank, part, parameters, each);
                assertThat(screened.result().refused().keySet()).isEqualTo(refused(each, parameters));
                statements.addAll(Agreement.lines(screened));
                screened.rejects.forEach(reject -> rejects.add(reject(bank, reject, !each.split())));
            }
        }
        SecondScreen second = new SecondScreen(
                bank.rows(whole),
                parameters,
                GeneratedBank.EXTRACTED_ON,
                GeneratedBank.TRANSACTIONS_FROM,
                !each.transactions());
        assertThat(statements).hasSizeGreaterThan(5);
        Agreement.assertSame(statements, allowed(second.lines(), parameters, each));
        assertThat(rejects)
                .containsExactlyInAnyOrderElementsOf(second.rejects().stream()
                        .map(line -> each.split() ? line.replaceFirst(":\\d+", "") : line)
                        .toList());
    }

    private static Screened screen(
            Session session,
            Path place,
            GeneratedBank bank,
            Map<CanonicalTable, List<Integer>> part,
            Parameters parameters,
            Case each)
            throws IOException {
        Set<String> counts = each.transactions() ? null : parameters.codes().counting();
        Screened screened = new Screened();
        screened.result = new AccountScreen(parameters, new ScreenOptions(false, true))
                .screen(session, bank.open(session, place, part, counts), screened);
        return screened;
    }

    /// The rules of the pack that want transactions where there are none.
    private static Set<String> refused(Case each, Parameters parameters) {
        Set<String> refused = new TreeSet<>(parameters.rules());
        refused.retainAll(each.transactions() ? Set.of() : NEED_TRANSACTIONS);
        return refused;
    }

    private static Set<String> allowed(Set<String> lines, Parameters parameters, Case each) {
        Set<String> allowed = new TreeSet<>();
        for (String line : lines) {
            String rule = "accounts." + line.substring(0, line.indexOf('/'));
            if (parameters.rules().contains(rule) && !refused(each, parameters).contains(rule)) {
                allowed.add(line);
            }
        }
        return allowed;
    }

    /// The reject as the loops write it: with the line that the row has in a canonical file.
    private static String reject(GeneratedBank bank, Reject reject, boolean withLine) {
        for (CanonicalTable table : CanonicalTable.values()) {
            if (bank.file(table).equals(reject.file())) {
                long line = reject.line() + (reject.file().endsWith(".csv") ? 0 : 1);
                return table.word() + ".csv" + (withLine ? ":" + line : "") + " " + reject.column() + " "
                        + reject.reason().word();
            }
        }
        throw new IllegalStateException(reject.file());
    }
}
