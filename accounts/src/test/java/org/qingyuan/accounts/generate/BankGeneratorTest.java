package org.qingyuan.accounts.generate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingyuan.accounts.extract.CanonicalTable;
import org.qingyuan.accounts.rule.Rule;
import org.qingyuan.accounts.rule.Rules;

class BankGeneratorTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);

    @TempDir
    private Path folder;

    private Path bank(String name, long customers, long seed, boolean transactions) throws IOException {
        Path bank = folder.resolve(name);
        new BankGenerator(new BankRequest(customers, seed, AS_OF, transactions, Layout.CANONICAL)).write(bank);
        return bank;
    }

    private static List<String> lines(Path bank, String file) throws IOException {
        return Files.readAllLines(bank.resolve(file), UTF_8);
    }

    @Test
    void theSameSeedGivesTheSameBytes() throws IOException {
        Path first = bank("a", 800, 7, true);
        Path second = bank("b", 800, 7, true);
        Path other = bank("c", 800, 8, true);
        for (String file :
                List.of("customers.csv", "accounts.csv", "transactions.csv", "explanations.csv", "truth.jsonl")) {
            assertThat(second.resolve(file)).hasSameBinaryContentAs(first.resolve(file));
        }
        assertThat(lines(other, "accounts.csv")).isNotEqualTo(lines(first, "accounts.csv"));
    }

    @Test
    void everyRuleAndOutcomeIsPlanted() throws IOException {
        List<String> truth = lines(bank("a", 1, 1, true), "truth.jsonl");
        for (Rule rule : Rules.all()) {
            for (String outcome : List.of("finding", "undecided", "none")) {
                boolean possible = !(outcome.equals("undecided") && rule.name().equals("stale-identity"));
                assertThat(truth.stream()
                                .anyMatch(line -> line.contains("\"rule\":\"" + rule.id())
                                        && line.contains("\"outcome\":\"" + outcome)))
                        .as("%s %s", rule.id(), outcome)
                        .isEqualTo(possible);
            }
        }
    }

    @Test
    void everyReasonIsPlanted() throws IOException {
        String truth = Files.readString(bank("a", 1, 1, true).resolve("truth.jsonl"));
        for (String reason : List.of(
                "frozen",
                "protected-product",
                "minor",
                "foreign-currency",
                "overdrawn",
                "moved-since",
                "unknown-code",
                "history-unknown",
                "owner-unknown",
                "touched-by-reject")) {
            assertThat(truth).contains("\"reason\":\"" + reason + "\"");
        }
    }

    @Test
    void noCaseHasTwoNames() {
        List<String> words = Stream.concat(Plants.SOUND.stream(), Plants.REJECTED.stream())
                .map(Plant::word)
                .toList();
        assertThat(words).doesNotHaveDuplicates().hasSizeGreaterThan(180);
    }

    @Test
    void aRuleSaysOneThingOfASubject() throws IOException {
        Set<String> seen = new HashSet<>();
        for (String line : lines(bank("a", 3000, 1, true), "truth.jsonl")) {
            assertThat(seen.add(line.replaceAll("\"plant\":\"[^\"]*\",|,\"outcome.*", "")))
                    .as(line)
                    .isTrue();
        }
    }

    @Test
    void aSmallBankHasSeveralLegalEntities() throws IOException {
        Set<String> entities = new TreeSet<>();
        lines(bank("a", 500, 1, true), "customers.csv").stream()
                .skip(1)
                .forEach(line -> entities.add(line.split(",")[0]));
        assertThat(entities).containsExactly("4020001", "4020002", "4020003");
    }

    @Test
    void namesNeedFourBytes() throws IOException {
        String customers = Files.readString(bank("a", 500, 1, true).resolve("customers.csv"));
        assertThat(customers.codePoints().anyMatch(c -> c > 0xffff)).isTrue();
    }

    @Test
    void withoutTransactionsTheTruthSaysNothingOfRulesThatNeedThem() throws IOException {
        Path bank = bank("a", 500, 1, false);
        assertThat(bank.resolve("transactions.csv")).doesNotExist();
        assertThat(Files.readString(bank.resolve("truth.jsonl")))
                .doesNotContain("accounts.long-inactive", "accounts.unused-since-opening", "accounts.reawakened")
                .contains("accounts.over-count");
        assertThat(Files.readString(bank.resolve("extract.yaml"))).doesNotContain("transactionsFrom");
    }

    @Test
    void headersAreCanonical() throws IOException {
        Path bank = bank("a", 1, 1, true);
        for (CanonicalTable table : CanonicalTable.values()) {
            assertThat(lines(bank, table.word() + ".csv").getFirst()).isEqualTo(String.join(",", table.columns()));
        }
    }

    @Test
    void rejectsComeOnceInTwentyThousandCustomers() throws IOException {
        for (long customers : List.of(1L, 19_000L)) {
            assertThat(lines(bank("a", customers, 1, true), "truth.jsonl"))
                    .filteredOn(line -> line.contains("touched-by-reject"))
                    .hasSize(14);
        }
    }

    @Test
    void aBankOfItsOwnHabitsHasItsMapping() throws IOException {
        Path bank = folder.resolve("own");
        Charset gb18030 = Charset.forName("GB18030");
        new BankGenerator(new BankRequest(1, 1, AS_OF, true, new Layout(gb18030, "\u001b"))).write(bank);
        assertThat(Files.readString(bank.resolve("mapping.yaml")))
                .contains("encoding: gb18030", "separator: \"0x1b\"", "extractedOn: 2026-07-10", "transactions:");
        List<String> rows = Files.readAllLines(bank.resolve("AGT_ACCT.dat"), gb18030);
        assertThat(rows).allSatisfy(row -> assertThat(row.split("\u001b", -1)).hasSize(17));
        assertThat(bank.resolve("extract.yaml")).doesNotExist();
    }

    @Test
    void numbersOfPersonsAreTheirOwn() {
        Set<String> seen = new HashSet<>();
        for (long serial = 1; serial < 50_000; serial++) {
            assertThat(seen.add(Numbers.resident(serial))).isTrue();
            assertThat(seen.add(Numbers.phone(serial))).isTrue();
            assertThat(seen.add(Numbers.unit(serial))).isTrue();
        }
    }

    @Test
    void checkDigitsAreThoseOfTheStandards() {
        assertThat(Digits.resident("11010519491231002")).isEqualTo("11010519491231002X");
        assertThat(Digits.fifteen("11010519491231002X")).isEqualTo("110105491231002");
        assertThat(Digits.unit("350100", 15_699_999L)).hasSize(18).matches("91350100[0-9A-Z]{10}");
        assertThat(Digits.card("7992739871")).isEqualTo("79927398713");
    }
}
