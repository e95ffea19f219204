package org.qingyuan.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CasesReaderTest {
    private static final LocalDate DAY = LocalDate.of(2022, 6, 30);

    @Test
    void readsEveryField() {
        CaseRules rules = new SamplePack().rules();
        assertThat(rules.kind()).isEqualTo("mining");
        assertThat(rules.notice())
                .isEqualTo(new NoticeTerms(5, 30, 15, DayCount.WORKING, List.of(3, 1), List.of(Channel.UNIT_LETTER)));
        assertThat(List.of(
                        rules.overdueEscalationDays(),
                        rules.restDays(),
                        rules.interimDays(),
                        rules.watchDays(),
                        rules.checkDays(),
                        rules.approvalDays(),
                        rules.executionDays()))
                .containsExactly(5, 180, 7, 30, 10, 6, 12);
        assertThat(rules.measures()).hasSize(3);
        assertThat(rules.measures().getFirst())
                .isEqualTo(new Measure(
                        "isolate",
                        new Wording("隔离", "Isolate"),
                        "mining",
                        List.of("university"),
                        true,
                        LocalDate.of(2021, 9, 24),
                        LocalDate.of(2023, 1, 1),
                        new Wording("法", "law"),
                        Basis.Reading.UNREAD,
                        Map.of("maxDays", "7"),
                        List.of(new Grade("5", new Wording("小", "small")), new Grade("", new Wording("大", "large")))));
        assertThat(rules.letter("closing"))
                .isEqualTo(new Letter(
                        "closing", Channel.UNIT_LETTER, SamplePack.ZH.stripTrailing(), SamplePack.EN.stripTrailing()));
        assertThat(rules.holidays().isWorkingDay(LocalDate.of(2026, 2, 14))).isTrue();
    }

    @Test
    void anAttemptOnlyAttaches() {
        CaseRules rules = new SamplePack().rules();
        assertThat(rules.opens("mining.session")).isTrue();
        assertThat(rules.opens("mining.attempt")).isFalse();
        assertThat(rules.takes("mining.attempt")).isTrue();
        assertThat(rules.takes("mining.other")).isFalse();
    }

    @Test
    void theTextInForceOnTheDayIsTaken() {
        CaseRules rules = new SamplePack().rules();
        assertThat(rules.measure("isolate", LocalDate.of(2021, 9, 23))).isEmpty();
        assertThat(rules.measure("isolate", LocalDate.of(2022, 12, 31))
                        .orElseThrow()
                        .legalBasis()
                        .zh())
                .isEqualTo("法");
        assertThat(rules.measure("isolate", LocalDate.of(2023, 1, 1))
                        .orElseThrow()
                        .legalBasis()
                        .zh())
                .isEqualTo("新法");
        assertThat(rules.measures(DAY)).extracting(Measure::word).containsExactly("isolate", "surcharge");
    }

    @Test
    void measuresKnowKindsAndSizes() {
        Measure isolate = new SamplePack().rules().measures().getFirst();
        assertThat(isolate.appliesToKind("university")).isTrue();
        assertThat(isolate.appliesToKind("residential")).isFalse();
        assertThat(isolate.grade(new BigDecimal("5.0")).orElseThrow().text().en())
                .isEqualTo("small");
        assertThat(isolate.grade(new BigDecimal("5.01")).orElseThrow().text().en())
                .isEqualTo("large");
        Measure later = new SamplePack().rules().measures().get(1);
        assertThat(later.appliesToKind("residential")).isTrue();
        assertThat(later.grade(BigDecimal.ONE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "330106, 2022-02-13, 0.30, any",
        "330106, 2022-02-14, 0.50, 330000",
        "330000, 2024-02-28, 0.50, 330000",
        "330000, 2024-02-29, 0.30, any",
        "320500, 2022-06-30, 0.30, any",
        "'', 2022-06-30, 0.30, any",
    })
    void surchargesFollowRegionAndDay(String region, LocalDate day, BigDecimal surcharge, String whose) {
        Measure measure = new SamplePack().rules().measures().getLast();
        assertThat(measure.surchargePerKwh(region, day)).contains(surcharge);
        assertThat(measure.surchargeRegion(region, day)).contains(whose);
    }

    @Test
    void aLetterThatThePackHasNotIsAMistakeOfTheCaller() {
        assertThat(new SamplePack().rules().findLetter("nothing")).isEmpty();
        assertThatThrownBy(() -> new SamplePack().rules().letter("nothing"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'kind: mining'             | 'kind: bank'                 | bad-value",
                "'opens: [mining.session]'  | 'opens: []'                  | blank-value",
                "'opens: [mining.session]'  | 'opens: [session]'           | bad-value",
                "'opens: [mining.session]'  | 'opens: [accounts.session]'  | bad-value",
                "'[mining.attempt]'         | '[mining.session]'           | repeated-id",
                "'minDays: 5'               | 'minDays: 0'                 | bad-number",
                "'minDays: 5'               | 'minDays: five'              | bad-number",
                "'days: 15'                 | 'days: 31'                   | bad-number",
                "'days: 15'                 | 'days: 4'                    | bad-number",
                "'maxDays: 30'              | 'maxDays: 4'                 | bad-number",
                "'counting: working'        | 'counting: lunar'            | bad-value",
                "'[3, 1]'                   | '[1, 3]'                     | bad-value",
                "'[3, 1]'                   | '[5, 1]'                     | bad-value",
                "'channels: [unit-letter]'  | 'channels: [pigeon]'         | bad-value",
                "'channels: [unit-letter]'  | 'channels: [sms]'            | blank-value",
                "'interimDays: 7'           | 'interimDays: 8'             | bad-number",
                "'restDays: 180'            | 'restDays: 3661'             | bad-number",
                "'  restDays: 180\n'        | ''                           | blank-value",
                "'interim: true'            | 'interim: perhaps'           | bad-value",
                "'to: 2023-01-01'           | 'to: 2023-01-02'             | bad-period",
                "'to: 2023-01-01'           | 'to: '                       | bad-period",
                "'to: 2023-01-01'           | 'to: 2021-09-24'             | bad-period",
                "'read: unread'             | 'read: heard'                | bad-value",
                "'maxDays: 7'               | 'maxDay: 7'                  | unknown-field",
                "'maxDays: 7'               | 'maxDays: 0'                 | bad-number",
                "'maxDays: 7'               | 'maxDays.any: 7'             | unknown-field",
                "'surchargePerKwh.any'      | 'surchargePerKwh'            | unknown-field",
                "'surchargePerKwh.any'      | 'surchargePerKwh.all'        | bad-value",
                "'surchargePerKwh.330000: 0.50' | 'surchargePerKwh.330000: -1' | bad-value",
                "'surchargePerKwh.330000'   | 'surchargePerKwh.320000'     | blank-value",
                "'surchargeFrom.330000: 2022-02-14' | 'surchargeFrom.330000: soon' | bad-date",
                "'{upTo: 5,'                | '{upTo: ,'                   | bad-value",
                "'{upTo: 5,'                | '{upTo: -5,'                 | bad-value",
                "'  closing: unit-letter\n' | ''                           | blank-value",
                "'closing: unit-letter'     | 'closing: pigeon'            | bad-value",
                "'closing: unit-letter'     | 'closing: sms'               | ",
                "'firstYear: 2026'          | 'firstYear: 2027'            | bad-number",
                "'lastYear: 2026'           | 'lastYear: 2027'             | blank-value",
                "'kind: mining'             | 'kind: mining\ncolour: red'  | unknown-field",
                "'kind: mining'             | 'kind: [mining'              | bad-yaml",
            })
    void refusesWithReason(String from, String to, String reason) {
        assertThat(SamplePack.CASES).contains(from);
        String text = SamplePack.CASES.replace(from, to == null ? "" : to);
        List<String> problems = new SamplePack().with(CasesReader.FILE, text).problems();
        if (reason == null) {
            assertThat(problems).isEmpty();
        } else {
            assertThat(problems).anyMatch(problem -> problem.contains(": " + reason + " ("));
        }
    }

    @Test
    void namesEveryMistakeWithItsLine() {
        String text = SamplePack.CASES
                .replace("minDays: 5", "minDays: 0")
                .replace("restDays: 180", "restDays: never")
                .replace("maxDays: 7", "maxDay: 7")
                .replace("0.50", "half");
        assertThat(new SamplePack().with(CasesReader.FILE, text).problems())
                .containsExactly(
                        "pack/1/cases.yaml:5: bad-number (notice.minDays = 1 <= 0 <= 3660)",
                        "pack/1/cases.yaml:13: bad-number (times.restDays = never)",
                        "pack/1/cases.yaml:26: unknown-field (measures.limits.maxDay = maxDay)",
                        "pack/1/cases.yaml:40: bad-value (measures.limits.surchargePerKwh.330000 = half)");
    }

    @Test
    void aPackWithoutCasesHasNoneOfTheirFiles() {
        assertThat(new SamplePack().without(CasesReader.FILE).problems())
                .hasSize(11)
                .contains("pack/1/holidays.csv: unknown-field (cases.yaml)");
    }

    @Test
    void workingDaysWantATable() {
        String text = SamplePack.CASES.replace("holidays: {firstYear: 2026, lastYear: 2026}\n", "");
        SamplePack pack = new SamplePack().with(CasesReader.FILE, text).without(CasesReader.HOLIDAYS);
        assertThat(pack.problems()).containsExactly("pack/1/cases.yaml:5: blank-value (notice = holidays.csv)");
        pack.with(CasesReader.FILE, text.replace("working", "calendar"));
        assertThat(pack.rules().holidays()).isSameAs(Holidays.NONE);
    }

    @Test
    void aTableWantsItsYears() {
        String text = SamplePack.CASES.replace("holidays: {firstYear: 2026, lastYear: 2026}\n", "");
        assertThat(new SamplePack().with(CasesReader.FILE, text).problems())
                .containsExactly("pack/1/cases.yaml:1: blank-value (holidays)");
    }
}
