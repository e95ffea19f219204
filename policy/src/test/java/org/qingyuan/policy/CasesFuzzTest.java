package org.qingyuan.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.qingyuan.finding.ErrorCode;

/// Whatever stands in one of the files that say how cases go: rules that can be used, or errors that name a file. The
/// first byte says which file the others are: `0` cases, `1` a letter, `2` holidays.
class CasesFuzzTest {
    @FuzzTest(maxDuration = "5s")
    void readsAnyFile(byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        String text = new String(Arrays.copyOfRange(bytes, 1, bytes.length), UTF_8);
        String file = Map.of('0', CasesReader.FILE, '1', "letters/closing.zh.txt", '2', CasesReader.HOLIDAYS)
                .getOrDefault((char) bytes[0], CasesReader.FILE);
        read(new SamplePack().with(file, text)).ifPresent(rules -> {
            checkTimes(rules);
            rules.letters().forEach(CasesFuzzTest::checkLetter);
        });
    }

    private static Optional<CaseRules> read(SamplePack pack) {
        Problems problems = new Problems();
        Optional<CaseRules> rules = CasesReader.read(pack.files(), problems);
        assertThat(rules.isEmpty()).isEqualTo(problems.count() > 0);
        problems.all().forEach(problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.POLICY_REJECTED);
            assertThat("" + problem.arguments().get("where")).startsWith("pack/1/");
        });
        return rules;
    }

    private static void checkTimes(CaseRules rules) {
        assertThat(rules.opens()).isNotEmpty();
        assertThat(rules.interimDays()).isBetween(1, 7);
        LocalDate start = LocalDate.of(2026, 2, 13);
        assertThat(Holidays.NONE.plus(start, rules.notice().days(), DayCount.CALENDAR))
                .isAfter(start);
        rules.measures().forEach(measure -> measure.surchargePerKwh("330106", measure.from()));
    }

    private static void checkLetter(Letter letter) {
        Map<String, String> values =
                letter.placeholders().stream().collect(Collectors.toMap(name -> name, name -> "7"));
        assertThat(letter.text("zh", values)).contains(Letter.NEVER_ASKED_ZH).doesNotContain("{", "}", "http", "www");
        assertThat(letter.text("en", values)).contains(Letter.NEVER_ASKED_EN).doesNotContain("{", "}", "http", "www");
    }
}
