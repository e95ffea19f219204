package org.qingyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qingyuan.policy.Policies;

class PolicyCommandTest {
    @TempDir
    private Path folder;

    private Bench.Result run(String... line) {
        return new Bench(folder).run(line);
    }

    /// Copies the pack for mining, to be changed, and gives the folder of its version.
    private Path copied() throws IOException, URISyntaxException {
        URI home = Policies.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI();
        Path version = folder.resolve("packs/cn-mining-2021/1");
        if (Files.isDirectory(Path.of(home))) {
            copy(Path.of(home).resolve("org/qingyuan/policy/cn-mining-2021/1"), version);
        } else {
            try (FileSystem jar = FileSystems.newFileSystem(Path.of(home))) {
                copy(jar.getPath("org/qingyuan/policy/cn-mining-2021/1"), version);
            }
        }
        return version;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        List<Path> entries;
        try (var stream = Files.list(from)) {
            entries = stream.toList();
        }
        for (Path entry : entries) {
            Path target = to.resolve(entry.getFileName().toString().replace("/", ""));
            if (Files.isDirectory(entry)) {
                copy(entry, target);
            } else {
                Files.copy(entry, target);
            }
        }
    }

    private static void replace(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void listsAndShowsEveryPack(String language) {
        String list = run("policy", "list", "--lang", language).out();
        assertThat(list)
                .contains("cn-mining-2021@1", "cn-rural-2021@1", "in-rbi-2024@1")
                .doesNotContain("⟦");
        for (String name : List.of("cn-mining-2021", "cn-rural-2021@1", "in-rbi-2024")) {
            Bench.Result shown = run("policy", "show", name, "--lang", language);
            assertThat(shown.code()).isZero();
            assertThat(shown.out()).isNotEmpty().doesNotContain("⟦");
        }
    }

    @Test
    void showsHowCasesGo() {
        assertThat(run("policy", "show", "cn-mining-2021").out())
                .contains("mining.session", "15 days (5 to 30), calendar days", "surchargePerKwh.330000 = 0.50")
                .contains("suspend-business", "up to 5 kW", "holidays of: 2021-2026")
                .doesNotContain("Transaction codes");
        assertThat(run("policy", "show", "cn-rural-2021").out())
                .contains("long-inactive.balanceMax = 100.00", "30 days (15 to 30)", "personal-sms (text message)");
    }

    @Test
    void anUnknownPackIsNamed() {
        assertThat(run("policy", "show", "nobody").code()).isEqualTo(2);
        assertThat(run("policy", "show", "cn-mining-2021@9").code()).isEqualTo(2);
        assertThat(run("policy", "check", "nobody").code()).isEqualTo(2);
        assertThat(run("policy", "check", "./nobody").code()).isEqualTo(3);
    }

    @Test
    void thePacksOfTheProgramAreInOrder() {
        String[] line = {
            "policy",
            "check",
            "cn-ccb-2021",
            "cn-cib-2025",
            "cn-mining-2021",
            "cn-psbc-2021",
            "cn-rural-2021",
            "cn-yuanan-2025",
            "in-rbi-2024"
        };
        Bench.Result checked = run(line);
        assertThat(checked.out()).isEmpty();
        assertThat(checked.code()).isZero();
    }

    @Test
    void namesEveryProblemOfAPack() throws Exception {
        Path version = copied();
        assertThat(run("policy", "check", "packs/cn-mining-2021").code()).isZero();
        replace(version.resolve("cases.yaml"), "minDays: 5\n", "minDays: 0\n");
        replace(version.resolve("letters/closing.en.txt"), "{{outcome}}", "{{result}}");
        replace(version.resolve("letters/closing.en.txt"), "Thank you", "See www.example. Thank you");
        replace(version.resolve("letters/reminder.zh.txt"), "绝不索要密码", "绝不索要");
        replace(version.resolve("holidays.csv"), "2021-01-02,holiday\n", "2021-01-02,feast\n");
        Bench.Result checked = run("policy", "check", "packs/cn-mining-2021", "--lang", "en");
        assertThat(checked.code()).isEqualTo(2);
        assertThat(checked.out())
                .contains(
                        "cn-mining-2021/1/cases.yaml:7: ",
                        "cn-mining-2021/1/letters/closing.en.txt:6: ",
                        "{{result}}",
                        "www",
                        "cn-mining-2021/1/letters/reminder.zh.txt: ",
                        "cn-mining-2021/1/holidays.csv:3: ")
                .doesNotContain("⟦");
        assertThat(checked.err()).contains("problems");
    }

    @Test
    void namesRulesAndKindsThatDoNotExist() throws Exception {
        Path version = copied();
        replace(version.resolve("cases.yaml"), "[mining.attempt]", "[mining.dream]");
        replace(version.resolve("cases.yaml"), "[internet-cafe]", "[tea-house]");
        Bench.Result checked = run("policy", "check", "packs/cn-mining-2021");
        assertThat(checked.code()).isEqualTo(2);
        assertThat(checked.out()).contains("mining.dream", "suspend-business.organisationKinds = tea-house");
    }

    @Test
    void accountsAreNotJudgedByAPackForMining() throws IOException {
        Files.createDirectories(folder.resolve("bank"));
        Bench.Result screened =
                run("accounts", "screen", "bank", "--as-of", "2026-06-30", "--policy", "cn-mining-2021");
        assertThat(screened.code()).isEqualTo(2);
        assertThat(screened.err()).contains("cn-mining-2021@1").contains("no rules for accounts");
        assertThat(run("accounts", "policies").out()).doesNotContain("cn-mining-2021");
        assertThat(run("accounts", "policies", "cn-mining-2021").code()).isEqualTo(2);
    }

    @Test
    void theHashCoversEveryLetter() throws Exception {
        Path version = copied();
        String before = hash();
        replace(version.resolve("letters/closing.en.txt"), "Thank you", "Thanks");
        assertThat(hash()).isNotEqualTo(before);
    }

    private String hash() {
        return run("policy", "show", "packs/cn-mining-2021")
                .out()
                .lines()
                .filter(line -> line.contains("SHA-256"))
                .findFirst()
                .orElseThrow();
    }
}
