package org.qingyuan.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;

/// Whatever stands in the files: a policy, or errors that name the file.
class PolicyFuzzTest {
    @FuzzTest(maxDuration = "5s")
    void readsAnyText(byte[] bytes) {
        try {
            Policy policy = PolicyReader.read("pack", new String(bytes, UTF_8), "", null);
            assertThat(policy.name()).isNotEmpty();
        } catch (Failure e) {
            assertThat(e.code()).isEqualTo(ErrorCode.POLICY_REJECTED);
            assertThat("" + e.arguments().get("where")).startsWith("pack:");
        }
    }

    @FuzzTest(maxDuration = "5s")
    void readsAnyCases(byte[] bytes) {
        read(new SamplePack().with(CasesReader.FILE, new String(bytes, UTF_8))).ifPresent(rules -> {
            assertThat(rules.opens()).isNotEmpty();
            assertThat(rules.interimDays()).isBetween(1, 7);
            LocalDate deadline =
                    Holidays.NONE.plus(LocalDate.EPOCH, rules.notice().days(), DayCount.CALENDAR);
            assertThat(deadline).isAfter(LocalDate.EPOCH);
            rules.measures().forEach(measure -> measure.surchargePerKwh("330106", measure.from()));
        });
    }

    @FuzzTest(maxDuration = "5s")
    void readsAnyLetter(byte[] bytes) {
        read(new SamplePack()
                        .with("letters/closing.zh.txt", new String(bytes, UTF_8))
                        .with("letters/closing.en.txt", SamplePack.EN))
                .ifPresent(rules -> {
                    Letter letter = rules.letter("closing");
                    Map<String, String> values =
                            letter.placeholders().stream().collect(Collectors.toMap(name -> name, name -> "7"));
                    assertThat(letter.text("zh", values))
                            .contains(Letter.NEVER_ASKED_ZH)
                            .doesNotContain("{", "}", "http", "www");
                });
    }

    @FuzzTest(maxDuration = "5s")
    void readsAnyHolidays(byte[] bytes) {
        read(new SamplePack().with(CasesReader.HOLIDAYS, new String(bytes, UTF_8)))
                .ifPresent(rules -> assertThat(rules.holidays().lastYear()).isEqualTo(2026));
    }

    private static Optional<CaseRules> read(SamplePack pack) {
        Problems problems = new Problems();
        Optional<CaseRules> rules = CasesReader.read(pack.files(), problems);
        assertThat(rules.isEmpty())
                .isEqualTo(problems.count() > 0 || !pack.files().has(CasesReader.FILE));
        problems.all().forEach(problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.POLICY_REJECTED);
            assertThat("" + problem.arguments().get("where")).startsWith("pack/1/");
        });
        return rules;
    }
}
