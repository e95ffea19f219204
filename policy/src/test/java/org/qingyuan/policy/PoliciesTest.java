package org.qingyuan.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;

class PoliciesTest {
    private static final String PACK = """
            name: my-bank
            version: 1
            title: {zh: 甲, en: A}
            inForce: {from: 2024-01-01, to: 2025-01-01}
            legalBasis:
              - {zh: 法, en: law, read: unread}
            sources:
              - {zh: 源, en: source, read: original}
            currency: CNY
            zone: Asia/Shanghai
            rules:
              long-inactive: {period: P2Y, balanceMax: 10.00}
            codes:
              01: {debit: counts, credit: does-not-count}
            protectedProducts: [loan]
            placeholders: ['-']
            """;

    @TempDir
    private Path folder;

    private Path pack(String version, String text) throws IOException {
        Path pack = folder.resolve("my-bank");
        Files.createDirectories(pack.resolve(version));
        Files.writeString(pack.resolve(version).resolve("policy.yaml"), text);
        return pack;
    }

    private Path twoVersions(String secondFrom) throws IOException {
        pack("1", PACK);
        return pack(
                "2",
                PACK.replace("version: 1", "version: 2")
                        .replace("{from: 2024-01-01, to: 2025-01-01}", "{from: " + secondFrom + "}"));
    }

    private static Policy only(Path pack) throws IOException {
        return Policies.load(pack).all().getFirst();
    }

    @Test
    void readsEveryField() throws IOException {
        Policy policy = only(pack("1", PACK));
        assertThat(policy.reference()).isEqualTo("my-bank@1");
        assertThat(policy.title()).isEqualTo(new Wording("甲", "A"));
        assertThat(policy.from()).isEqualTo("2024-01-01");
        assertThat(policy.to()).isEqualTo("2025-01-01");
        assertThat(policy.legalBasis()).containsExactly(new Basis(new Wording("法", "law"), Basis.Reading.UNREAD));
        assertThat(policy.sources().getFirst().reading()).isEqualTo(Basis.Reading.ORIGINAL);
        assertThat(policy.currency()).isEqualTo("CNY");
        assertThat(policy.zone().getId()).isEqualTo("Asia/Shanghai");
        assertThat(policy.rules().get("long-inactive")).containsEntry("balanceMax", "10.00");
        assertThat(policy.codes())
                .containsExactly(new CodeRow("01", CodeRow.Meaning.COUNTS, CodeRow.Meaning.DOES_NOT_COUNT));
        assertThat(policy.protectedProducts()).containsExactly("loan");
        assertThat(policy.placeholders()).containsExactly("-");
    }

    @Test
    void hashesTheBytes() throws IOException {
        assertThat(only(pack("1", PACK)).sha256())
                .isNotEqualTo(only(pack("1", PACK + "# seen\n")).sha256());
    }

    @Test
    void hashesFilesThenEachLetterWithItsName() throws Exception {
        SequencedMap<String, byte[]> files = new LinkedHashMap<>();
        files.put("cases.yaml", "a".getBytes(StandardCharsets.UTF_8));
        files.put("policy.yaml", "b".getBytes(StandardCharsets.UTF_8));
        files.put("letters/x.en.txt", "c".getBytes(StandardCharsets.UTF_8));
        files.put("letters/x.zh.txt", "d".getBytes(StandardCharsets.UTF_8));
        byte[] digest = MessageDigest.getInstance("SHA-256")
                .digest("abx.en.txt\ncx.zh.txt\nd".getBytes(StandardCharsets.UTF_8));
        assertThat(new PackFiles("p/1", files).sha256())
                .isEqualTo(HexFormat.of().formatHex(digest));
    }

    @Test
    void aFolderThatIsNotOfLettersIsRefused() throws IOException {
        Path pack = pack("1", PACK);
        Files.createDirectories(pack.resolve("1/drafts"));
        assertThatThrownBy(() -> Policies.load(pack))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("bad-structure");
        assertThat(Policies.check(pack)).hasSize(1);
    }

    @Test
    void aPackThatSaysNothingIsRefused() throws IOException {
        int rules = PACK.indexOf("rules:");
        Path pack = pack("1", PACK.substring(0, rules));
        assertThatThrownBy(() -> Policies.load(pack))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("rules");
    }

    @Test
    void theAccountPartIsThereAsAWhole() throws IOException {
        Path pack = pack("1", PACK.replace("placeholders: ['-']\n", ""));
        assertThatThrownBy(() -> Policies.load(pack))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("placeholders");
    }

    @Test
    void problemsOfEveryVersionAreNamed() throws IOException {
        pack("1", PACK.replace("currency: CNY", "currency: yuan"));
        Path pack = pack("2", PACK.replace("version: 1", "version: 2").replace("zone: Asia/Shanghai", "zone: Nowhere"));
        assertThat(Policies.check(pack)).hasSize(2);
    }

    @Test
    void theLastDayIsNotInForce() throws IOException {
        Policies policies = Policies.load(pack("1", PACK));
        assertThat(policies.find("my-bank", LocalDate.of(2024, 12, 31)).version())
                .isEqualTo("1");
        assertThatThrownBy(() -> policies.find("my-bank", LocalDate.of(2025, 1, 1)))
                .isInstanceOfSatisfying(
                        Failure.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.POLICY_NOT_IN_FORCE));
        assertThatThrownBy(() -> policies.find("my-bank", LocalDate.of(2023, 12, 31)))
                .isInstanceOf(Failure.class);
    }

    @Test
    void theVersionInForceIsTaken() throws IOException {
        Policies policies = Policies.load(twoVersions("2025-01-01"));
        assertThat(policies.find("my-bank", LocalDate.of(2024, 6, 1)).version()).isEqualTo("1");
        assertThat(policies.find("my-bank", LocalDate.of(2025, 1, 1)).version()).isEqualTo("2");
    }

    @Test
    void aNamedVersionIsTakenWhateverTheDay() throws IOException {
        Policies policies = Policies.load(twoVersions("2025-01-01"));
        assertThat(policies.find("my-bank@1", LocalDate.of(2030, 1, 1)).version())
                .isEqualTo("1");
        assertThatThrownBy(() -> policies.find("my-bank@3", LocalDate.of(2030, 1, 1)))
                .isInstanceOfSatisfying(Failure.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.POLICY_UNKNOWN));
    }

    @Test
    void twoVersionsInForceAtOnceAreRefused() throws IOException {
        Path pack = twoVersions("2024-12-31");
        assertThatThrownBy(() -> Policies.load(pack))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("bad-period");
    }

    @Test
    void anUnknownNameSaysWhichThereAre() {
        assertThatThrownBy(() -> Policies.builtIn().find("cn-nobody", LocalDate.EPOCH))
                .isInstanceOfSatisfying(
                        Failure.class,
                        e -> assertThat("" + e.arguments().get("what")).contains("cn-rural-2021"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'version: 1'          | 'version: 2'                      | bad-value",
                "'name: my-bank'       | 'name: your-bank'                 | bad-value",
                "'name: my-bank'       | 'name: My Bank'                   | bad-value",
                "'title: {zh: 甲, en: A}' | 'title: {zh: 甲}'              | blank-value",
                "'title: {zh: 甲, en: A}' | 'title: {zh: \" \", en: A}'    | blank-value",
                "'from: 2024-01-01'    | 'from: 2024-02-30'                | bad-date",
                "'to: 2025-01-01'      | 'to: 2024-01-01'                  | bad-period",
                "'read: unread'        | 'read: perhaps'                   | bad-value",
                "'currency: CNY'       | 'currency: yuan'                  | bad-value",
                "'zone: Asia/Shanghai' | 'zone: Nowhere'                   | bad-value",
                "'debit: counts'       | 'debit: maybe'                    | bad-value",
                "'debit: counts, '     | ''                                | blank-value",
                "'01: {'               | '1: {'                            | bad-value",
                "'[loan]'              | '[loan, loan]'                    | repeated-id",
                "'[loan]'              | 'loan'                            | bad-structure",
                "'period: P2Y'         | 'period: P2Y, period: P3Y'        | repeated-id",
                "'period: P2Y'         | 'period: [P2Y]'                   | bad-structure",
                "'period: P2Y'         | 'period: \"two years\"'           | bad-value",
                "'currency: CNY'       | 'currency: CNY\ncolour: red'      | unknown-field",
                "'currency: CNY'       | 'currency: \"CNY'                 | bad-yaml",
            })
    void refusesWithFileLineAndReason(String from, String to, String reason) throws IOException {
        assertThat(PACK).contains(from);
        Path pack = pack("1", PACK.replace(from, to == null ? "" : to.replace("\\n", "\n")));
        assertThatThrownBy(() -> Policies.load(pack)).isInstanceOfSatisfying(Failure.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.POLICY_REJECTED);
            assertThat(e.arguments()).containsEntry("reject", reason);
        });
    }

    @Test
    void namesTheLine() throws IOException {
        Path pack = pack("1", PACK.replace("debit: counts", "debit: maybe"));
        assertThatThrownBy(() -> Policies.load(pack)).hasMessageContaining("my-bank/1/policy.yaml:14");
    }

    @Test
    void refusesBytesThatAreNoUtf8() throws IOException {
        Path pack = pack("1", PACK);
        Files.write(pack.resolve("1/policy.yaml"), PACK.getBytes(StandardCharsets.UTF_16LE));
        assertThatThrownBy(() -> Policies.load(pack)).isInstanceOf(Failure.class);
        Files.write(pack.resolve("1/policy.yaml"), new byte[] {(byte) 0xc4, (byte) 0xe3});
        assertThatThrownBy(() -> Policies.load(pack)).hasMessageContaining("bad-encoding");
    }

    @Test
    void aFolderWithoutVersionsIsNotAPack() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThatThrownBy(() -> Policies.load(empty)).isInstanceOf(NoSuchFileException.class);
    }
}
