package org.qingyuan.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Outcome;
import org.qingyuan.finding.Reject;
import org.qingyuan.finding.RunSummary;
import org.qingyuan.output.ResultListener;
import org.qingyuan.output.ResultReader;

/// The commands on accounts over one generated bank, which is screened once.
class AccountsCommandTest {
    private static final String AS_OF = "2026-06-30";

    @TempDir
    private static Path folder;

    private static Bench.Result screened = new Bench.Result(-1, "", "");

    @BeforeAll
    static void screenTheBank() {
        assertThat(run("generate", "accounts", "--customers", "1", "-w", "bank").code())
                .isZero();
        screened = run(
                "accounts",
                "screen",
                "bank",
                "--as-of",
                AS_OF,
                "--outcomes",
                "all",
                "-w",
                "all.jsonl",
                "--rejects",
                "rejects.csv",
                "--report",
                "accounts.html",
                "--site",
                "测试农商行");
    }

    private static Bench.Result run(String... line) {
        return new Bench(folder).run(line);
    }

    private static String text(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    /// What results say of each matter: the outcome's word and the reason.
    private static Map<String, String> matters(String file) throws IOException {
        Map<String, String> matters = new TreeMap<>();
        ResultReader.read(
                new ByteArrayInputStream(Files.readAllBytes(folder.resolve(file))), file, new ResultListener() {
                    @Override
                    public void finding(Finding finding) {
                        matters.put(finding.key(), "finding");
                    }

                    @Override
                    public void outcome(Outcome outcome) {
                        matters.put(outcome.key(), outcome.kind().word() + " " + outcome.reason());
                    }

                    @Override
                    public void rejected(Reject reject) {
                        throw new AssertionError(reject);
                    }
                });
        return matters;
    }

    private static Map<String, String> truth(String file) throws IOException {
        Map<String, String> truth = new TreeMap<>();
        for (String line : Files.readAllLines(folder.resolve(file), UTF_8)) {
            String key = line.replaceAll(".*\"key\":\"([^\"]*)\".*", "$1");
            String outcome = line.replaceAll(".*\"outcome\":\"([^\"]*)\".*", "$1");
            String reason =
                    line.contains("\"reason\"") ? " " + line.replaceAll(".*\"reason\":\"([^\"]*)\".*", "$1") : "";
            if (!outcome.equals("none")) {
                truth.put(key, outcome + reason);
            }
        }
        return truth;
    }

    private static RunSummary runLine(String file) throws IOException {
        List<RunSummary> runs = new ArrayList<>();
        ResultReader.read(
                new ByteArrayInputStream(Files.readAllBytes(folder.resolve(file))), file, new ResultListener() {
                    @Override
                    public void finding(Finding finding) {}

                    @Override
                    public void run(RunSummary run) {
                        runs.add(run);
                    }

                    @Override
                    public void rejected(Reject reject) {}
                });
        return runs.getFirst();
    }

    @Test
    void whatWasPlantedIsFoundAndNothingElse() throws IOException {
        assertThat(screened.code()).as(screened.err()).isZero();
        assertThat(matters("all.jsonl")).isEqualTo(truth("bank/truth.jsonl"));
    }

    @Test
    void theRunLineNamesThePolicyAndWhatWasRead() throws IOException {
        RunSummary run = runLine("all.jsonl");
        assertThat(run.command()).isEqualTo("accounts screen");
        assertThat(run.site()).isEqualTo("测试农商行");
        assertThat(run.parameters()).containsEntry("asOf", AS_OF).containsEntry("long-inactive.period", "P3Y");
        assertThat(String.valueOf(run.parameters().get("policy")))
                .contains("cn-rural-2021")
                .containsPattern("[0-9a-f]{64}");
        assertThat(run.inputs()).hasSize(4);
        assertThat(run.findings()).hasSize(8);
        assertThat(run.rejects()).containsEntry("orphan-account", 1L);
        assertThat(run.fields()).containsEntry("refused", Map.of());
        assertThat(run.complete()).isTrue();
    }

    @Test
    void rejectsAreListedWithTheirPlace() throws IOException {
        assertThat(text("rejects.csv"))
                .startsWith("file,line,column,reason,detail\n")
                .contains("accounts.csv", "orphan-account", "bad-date");
    }

    @Test
    void theReportIsAPageOfItsOwn() throws IOException {
        assertThat(text("accounts.html"))
                .contains("cn-rural-2021@1", "4020001", "测试农商行", "Screening of sleeping and abnormal accounts")
                .doesNotContain("⟦", "<script", "http://", "https://");
        Bench.Result chinese = run("accounts", "report", "all.jsonl", "--lang", "zh", "-w", "zh.html");
        assertThat(chinese.code()).as(chinese.err()).isZero();
        assertThat(text("zh.html")).contains("长期不动户", "拟议措施").doesNotContain("⟦");
    }

    @Test
    void listsAreMadeBySuffix() throws IOException {
        assertThat(run("accounts", "report", "all.jsonl", "-w", "list.csv").code())
                .isZero();
        assertThat(text("list.csv")).contains("accounts.over-count", "4020002");
        assertThat(run("accounts", "report", "all.jsonl", "-w", "list.xlsx").code())
                .isZero();
        List<String> sheets = new ArrayList<>();
        try (ZipFile zip = new ZipFile(folder.resolve("list.xlsx").toFile())) {
            zip.stream().forEach(entry -> sheets.add(entry.getName()));
        }
        assertThat(sheets)
                .filteredOn(name -> name.startsWith("xl/worksheets/sheet"))
                .hasSize(9);
    }

    @Test
    void aFindingIsExplainedInBothLanguages() throws IOException {
        for (String line : text("all.jsonl")
                .lines()
                .filter(each -> each.contains("\"record\":\"finding\""))
                .toList()) {
            if (line.contains("over-count") || line.contains("reawakened")) {
                String id = line.replaceAll(".*?\"id\":\"([0-9a-f]{32}).*", "$1");
                assertThat(run("accounts", "explain", id, "--in", "all.jsonl").out())
                        .contains("Standard: cn-rural-2021@1", "a person decides", "accounts.csv:")
                        .doesNotContain("⟦");
                assertThat(run("accounts", "explain", id, "--in", "all.jsonl", "--lang", "zh")
                                .out())
                        .contains("标准：cn-rural-2021@1")
                        .doesNotContain("⟦");
                return;
            }
        }
        throw new AssertionError("no such finding");
    }

    @Test
    void resultsAreComparedMatterByMatter() throws IOException {
        assertThat(run("accounts", "diff", "all.jsonl", "all.jsonl").out()).isEmpty();
        List<String> fewer = text("all.jsonl")
                .lines()
                .filter(line -> !line.contains("\"rule\":\"accounts.unit-suspended\"")
                        && !line.contains("\"key\":\"accounts/over-count/"))
                .toList();
        String without = String.join("\n", fewer).replace("\"accounts.unit-suspended\":", "\"accounts.elsewhere\":");
        Files.writeString(folder.resolve("fewer.jsonl"), without + "\n");
        Bench.Result later = run("accounts", "diff", "all.jsonl", "fewer.jsonl");
        assertThat(later.out()).contains("\"change\":\"cured\"", "meets-the-rule-no-more");
        assertThat(later.out().lines().filter(line -> line.contains("unit-suspended")))
                .isNotEmpty()
                .allMatch(line -> line.contains("\"change\":\"not-judged\"") && line.contains("rule-did-not-run"));
        Bench.Result back = run("accounts", "diff", "fewer.jsonl", "all.jsonl", "--format", "table", "--lang", "zh");
        assertThat(back.out()).contains("新增", "前一次没有运行该规则").doesNotContain("⟦");
        assertThat(back.err()).doesNotContain("⟦");
    }

    @Test
    void aBanksOwnFilesGiveTheSame() throws IOException {
        assertThat(run(
                                "generate",
                                "accounts",
                                "--customers",
                                "1",
                                "--encoding",
                                "gb18030",
                                "--separator",
                                "0x1b",
                                "-w",
                                "own")
                        .code())
                .isZero();
        Bench.Result result = run(
                "accounts",
                "screen",
                "own",
                "--as-of",
                AS_OF,
                "--mapping",
                "own/mapping.yaml",
                "--outcomes",
                "all",
                "-w",
                "own.jsonl");
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(matters("own.jsonl")).isEqualTo(truth("own/truth.jsonl"));
    }

    @Test
    void aTableMasksAccountsAndRanks() {
        Bench.Result table = new Bench(folder)
                .terminal()
                .run("accounts", "screen", "bank", "--as-of", AS_OF, "--policy", "cn-psbc-2021");
        assertThat(table.code()).as(table.err()).isZero();
        assertThat(table.out())
                .contains("more accounts than one person may hold", "…")
                .doesNotContain("⟦");
    }

    @Test
    void aRuleThatCannotRunIsNamedAndEndsWithThreeWhenAskedFor() throws IOException {
        Files.createDirectories(folder.resolve("bare"));
        for (String file : List.of("customers.csv", "accounts.csv")) {
            Files.copy(
                    folder.resolve("bank").resolve(file), folder.resolve("bare").resolve(file));
        }
        Files.writeString(folder.resolve("bare/extract.yaml"), "extractedOn: 2026-07-10\n");
        Bench.Result result = run(
                "accounts", "screen", "bare", "--as-of", AS_OF, "--set", "reawakened.windowDays=60", "-w", "b.jsonl");
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err())
                .contains("rule not run: sleeping account that moved again", "accounts.reawakened: no-transactions");
        assertThat(String.valueOf(runLine("b.jsonl").fields().get("refused")))
                .contains("accounts-incomplete", "no-transactions");
    }

    @Test
    void tooManyRejectsEndTheRunWithoutResults() {
        Bench.Result result = run(
                "accounts",
                "screen",
                "bank",
                "--as-of",
                AS_OF,
                "--max-rejects",
                "3",
                "-w",
                "no.jsonl",
                "--rejects",
                "many.csv");
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains("too many rejected rows");
        assertThat(folder.resolve("no.jsonl")).doesNotExist();
        assertThat(folder.resolve("many.csv")).isNotEmptyFile();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "accounts screen bank                                                            | --as-of",
                "accounts screen bank --as-of 30.06.2026                                         | --as-of",
                "accounts screen bank --as-of 2026-06-30 --policy nobody                         | cn-rural-2021",
                "accounts screen bank --as-of 2019-06-30                                         | cn-rural-2021@1",
                "accounts screen bank --as-of 2026-06-30 --set long-inactive.periode=P2Y         | long-inactive.period",
                "accounts screen bank --as-of 2026-06-30 --set long-inactive.period=2Y           | P3Y",
                "accounts screen bank --as-of 2026-06-30 --set over-count.max.I=-1               | whole number",
                "accounts screen bank --as-of 2026-06-30 --policy cn-psbc-2021 --set long-inactive.period=P2Y | over-count",
                "accounts screen bank --as-of 2026-06-30 --outcomes some                         | none, counts or all",
                "accounts screen bank --as-of 2026-06-30 --max-rejects 200%                      | --max-rejects",
                "generate accounts --format parquet --separator ; -w x                           | parquet",
                "generate accounts --encoding latin1 -w x                                        | gb18030",
            })
    void mistakesOfTheLineEndWithTwo(String line, String said) {
        Bench.Result result = run(line.strip().split(" +"));
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains(said).doesNotContain("⟦");
    }

    @Test
    void aFolderThatIsNotThereEndsWithThree() {
        assertThat(run("accounts", "screen", "nowhere", "--as-of", AS_OF).code())
                .isEqualTo(3);
        assertThat(run("accounts", "report", "nothing.jsonl").code()).isEqualTo(3);
    }

    @Test
    void policiesAndRulesAreListed() {
        assertThat(run("accounts", "policies").out()).contains("cn-rural-2021@1", "in-rbi-2024@1");
        assertThat(run("accounts", "policies", "cn-ccb-2021").out())
                .contains("long-inactive.balanceMax = 0.00", "the original was not read")
                .doesNotContain("⟦");
        assertThat(run("accounts", "policies", "nobody").code()).isEqualTo(2);
        assertThat(run("accounts", "rules", "--lang", "zh").out())
                .contains("accounts.long-inactive", "long-inactive.period = P3Y", "over-count.openedSince = 不设")
                .doesNotContain("⟦");
    }

    @Test
    void aPackOfOnesOwnIsAFolder() throws IOException {
        Files.createDirectories(folder.resolve("packs/my-bank/1"));
        String pack = """
                name: my-bank
                version: 1
                title: {zh: 本行标准, en: our own}
                inForce: {from: 2020-01-01}
                legalBasis: [{zh: 内规, en: own rules, read: original}]
                sources: [{zh: 内规, en: own rules, read: original}]
                currency: CNY
                zone: Asia/Shanghai
                rules:
                  unit-suspended: {}
                codes:
                  "04": {debit: counts, credit: counts}
                protectedProducts: [loan]
                placeholders: ['-']
                """;
        Files.writeString(folder.resolve("packs/my-bank/1/policy.yaml"), pack);
        Bench.Result result =
                run("accounts", "screen", "bank", "--as-of", AS_OF, "--policy", "packs/my-bank", "-w", "mine.jsonl");
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(runLine("mine.jsonl").findings().keySet()).containsExactly("accounts.unit-suspended");
    }

    @Test
    void theSameSeedMakesTheSameParquet() throws IOException {
        // so many that an accounts file has more than one group of rows and two threads share the work
        for (String to : List.of("first", "second")) {
            assertThat(run(("generate accounts --customers 50000 --no-transactions --format parquet -w " + to)
                                    .split(" "))
                            .code())
                    .isZero();
        }
        for (String name : List.of("customers.parquet", "accounts.parquet", "extract.yaml", "truth.jsonl")) {
            assertThat(Files.mismatch(folder.resolve("first/" + name), folder.resolve("second/" + name)))
                    .as(name)
                    .isEqualTo(-1);
        }
    }
}
