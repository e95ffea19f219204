package org.qingyuan.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuiltInCasesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final Path GOLDENS = Path.of("src/test/resources/org/qingyuan/policy/letters");

    @Test
    void twoPacksSayHowCasesGo() {
        assertThat(Policies.builtIn().all().stream().filter(policy -> policy.cases() != null))
                .extracting(Policy::name)
                .containsExactly("cn-mining-2021", "cn-rural-2021");
        assertThat(Policies.builtIn().find("cn-mining-2021", DAY).judgesAccounts())
                .isFalse();
        assertThat(Policies.builtIn().find("cn-rural-2021", DAY).judgesAccounts())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cn-ccb-2021", "cn-mining-2021", "cn-rural-2021"})
    void nothingIsWrongWithThem(String name) {
        assertThat(Policies.checkBuiltIn(name)).isEmpty();
    }

    @Test
    void attemptsAndReawakenedAccountsOpenNothing() {
        CaseRules mining = SamplePack.builtInCases("cn-mining-2021");
        assertThat(mining.opens()).containsExactly("mining.session");
        assertThat(mining.attaches()).containsExactly("mining.attempt");
        CaseRules accounts = SamplePack.builtInCases("cn-rural-2021");
        assertThat(accounts.opens()).hasSize(7);
        assertThat(accounts.attaches()).containsExactly("accounts.reawakened");
    }

    @Test
    void theRuralBanksGiveFifteenToThirtyDaysAndThreeReminders() {
        assertThat(SamplePack.builtInCases("cn-rural-2021").notice())
                .isEqualTo(new NoticeTerms(
                        15,
                        30,
                        30,
                        DayCount.CALENDAR,
                        List.of(14, 7, 1),
                        List.of(Channel.SMS, Channel.LETTER, Channel.UNIT_LETTER, Channel.ANNOUNCEMENT)));
    }

    @Test
    void measuresAreThoseOfTheirWorld() {
        CaseRules mining = SamplePack.builtInCases("cn-mining-2021");
        assertThat(mining.measures(DAY))
                .extracting(Measure::word)
                .containsExactly(
                        "rectify",
                        "isolate",
                        "disconnect",
                        "seal",
                        "suspend-business",
                        "surcharge",
                        "dishonesty-list",
                        "referral");
        assertThat(mining.measures(DAY).stream().filter(Measure::interim))
                .extracting(Measure::word)
                .containsExactly("isolate", "disconnect");
        assertThat(mining.measure("suspend-business", DAY).orElseThrow().organisationKinds())
                .containsExactly("internet-cafe");
        CaseRules accounts = SamplePack.builtInCases("cn-rural-2021");
        assertThat(accounts.measures(DAY))
                .extracting(Measure::word)
                .containsExactly(
                        "keep",
                        "activate",
                        "activate-as-class-two",
                        "explain",
                        "downgrade",
                        "merge",
                        "close",
                        "to-long-suspended",
                        "hold",
                        "lock-record");
        assertThat(accounts.measures(DAY).stream().filter(Measure::interim))
                .extracting(Measure::word)
                .containsExactly("hold");
    }

    @ParameterizedTest
    @CsvSource({
        "330106, 2021-09-24, 0.30",
        "330106, 2022-02-14, 0.50",
        "460100, 2021-12-02, 0.30",
        "460100, 2021-12-03, 0.80",
        "150000, 2026-06-30, 1.00",
        "510100, 2026-06-30, 2.00",
        "370100, 2022-12-31, 0.30",
        "520100, 2023-01-01, 2.00",
        "610100, 2023-01-01, 0.30",
    })
    void surchargesAreThoseReported(String region, LocalDate day, BigDecimal surcharge) {
        Measure measure = SamplePack.builtInCases("cn-mining-2021")
                .measure("surcharge", day)
                .orElseThrow();
        assertThat(measure.surchargePerKwh(region, day)).contains(surcharge);
    }

    @Test
    void noMeasureClaimsToHaveReadTheOriginal() {
        for (String name : List.of("cn-mining-2021", "cn-rural-2021")) {
            assertThat(SamplePack.builtInCases(name).measures())
                    .noneMatch(measure -> measure.read() == Basis.Reading.ORIGINAL);
        }
    }

    @ParameterizedTest
    @CsvSource({"cn-mining-2021, zh", "cn-mining-2021, en", "cn-rural-2021, zh", "cn-rural-2021, en"})
    void lettersReadAsKept(String name, String language) throws IOException {
        StringBuilder all = new StringBuilder();
        for (Letter letter : SamplePack.builtInCases(name).letters()) {
            all.append("=== ")
                    .append(letter.word())
                    .append(" (")
                    .append(letter.channel().word());
            all.append(")\n")
                    .append(letter.text(language, values(name, language)))
                    .append("\n\n");
        }
        Path golden = GOLDENS.resolve(name + "_" + language + ".txt");
        if (Boolean.getBoolean("qingyuan.renew")) {
            Files.createDirectories(GOLDENS);
            Files.writeString(golden, all);
        }
        assertThat(golden).as("kept text; ./test --renew writes it").exists().hasContent(all.toString());
    }

    private static Map<String, String> values(String name, String language) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        Path file = Path.of("src/test/resources/org/qingyuan/policy/values_" + name + "_" + language + ".txt");
        for (String line : Files.readAllLines(file, UTF_8)) {
            int equals = line.indexOf('=');
            values.put(line.substring(0, equals), line.substring(equals + 1).replace("\\n", "\n"));
        }
        assertThat(values).hasSameSizeAs(LetterField.values());
        return values;
    }
}
