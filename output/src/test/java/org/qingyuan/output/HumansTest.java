package org.qingyuan.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.qingyuan.finding.Estimate;

class HumansTest {
    private final Humans en = humans(Language.EN, "Asia/Shanghai");
    private final Humans zh = humans(Language.ZH, "Asia/Shanghai");

    @Test
    void countsAreGrouped() {
        assertThat(en.count(0)).isEqualTo("0");
        assertThat(en.count(999)).isEqualTo("999");
        assertThat(en.count(1000)).isEqualTo("1,000");
        assertThat(en.count(-1234567)).isEqualTo("-1,234,567");
    }

    @Test
    void numbersHaveThreeDigitsBelowAThousandAndFourFromThere() {
        assertThat(numbers(0, 0.01234567, 12.345, 99.96, 885.25, 999.4, 999.6, 2065.4, 1234567))
                .containsExactly("0", "0.0123", "12.3", "100", "885", "999", "1,000", "2,065", "1,235,000");
    }

    private List<String> numbers(double... values) {
        return Arrays.stream(values).mapToObj(en::number).toList();
    }

    @Test
    void anEstimateShowsItsIntervalUnderOnePrefix() {
        assertThat(en.estimate(new Estimate(286.741, 885.25, 2065.12, "H/s"))).isEqualTo("885 [287–2,065] H/s");
        assertThat(en.estimate(new Estimate(1.1e13, 1.23e13, 1.4e13, "H/s"))).isEqualTo("12.3 [11–14] TH/s");
        assertThat(en.estimate(new Estimate(0, 0, 4321, "Sol/s"))).isEqualTo("0 [0–4.32] kSol/s");
        assertThat(en.estimate(new Estimate(0, 0, 0, "H/s"))).isEqualTo("0 [0–0] H/s");
        assertThat(zh.estimate(new Estimate(200_000, 260_000, 300_000, "kWh/day")))
                .isEqualTo("260,000 [200,000–300,000] 千瓦时/日");
    }

    @Test
    void thePrefixChangesWhereAThousandWouldShow() {
        assertThat(en.quantity(999.4, "H/s")).isEqualTo("999 H/s");
        assertThat(en.quantity(999.5, "H/s")).isEqualTo("1 kH/s");
        assertThat(en.quantity(5e24, "H/s")).isEqualTo("5 YH/s");
        assertThat(en.quantity(5e28, "H/s")).isEqualTo("50,000 YH/s");
    }

    @Test
    void bytesAreInPowersOf1024() {
        assertThat(en.bytes(0)).isEqualTo("0 B");
        assertThat(en.bytes(1023)).isEqualTo("1,023 B");
        assertThat(en.bytes(1024)).isEqualTo("1 KiB");
        assertThat(en.bytes(1L << 62)).isEqualTo("4 EiB");
    }

    @Test
    void instantsAreShownInTheZone() {
        assertThat(en.moment(Samples.at("2026-11-20T02:00:01.900000Z"))).isEqualTo("2026-11-20 10:00:01 +08:00");
        assertThat(zh.moment(Samples.at("2026-11-20T18:00:01.900000Z"))).isEqualTo("2026年11月21日 02:00:01 +08:00");
        assertThat(humans(Language.EN, "UTC").moment(Samples.at("2026-11-20T02:00:01.000000Z")))
                .isEqualTo("2026-11-20 02:00:01 UTC");
        assertThat(en.moment(Samples.at("2026-11-20"))).isEqualTo("2026-11-20");
    }

    @Test
    void aSpanSaysOnceWhatIsTheSame() {
        assertThat(span("2026-11-20T02:00:00.000000Z", "2026-11-20T03:30:00.000000Z"))
                .isEqualTo("2026-11-20 10:00–11:30");
        assertThat(span("2026-11-20T02:00:00.000000Z", "2026-11-20T02:00:59.000000Z"))
                .isEqualTo("2026-11-20 10:00");
        assertThat(span("2026-11-20T02:00:00.000000Z", "2026-11-20T17:30:00.000000Z"))
                .isEqualTo("2026-11-20 10:00–11-21 01:30");
        assertThat(span("2026-11-20T02:00:00.000000Z", "2027-11-20T02:00:00.000000Z"))
                .isEqualTo("2026-11-20 10:00–2027-11-20 10:00");
        assertThat(span("2026-11-20", "2026-11-21")).isEqualTo("2026-11-20–2026-11-21");
    }

    @Test
    void whatNamesSomethingIsNotGrouped() {
        assertThat(en.value("packet", 123456L)).isEqualTo("123456");
        assertThat(en.value("serverPort", 3333L)).isEqualTo("3333");
        assertThat(en.value("packets", 123456L)).isEqualTo("123,456");
    }

    @Test
    void listsAreJoinedAsTheLanguageDoes() {
        assertThat(en.value("vlan", List.of(20L, 301L))).isEqualTo("20, 301");
        assertThat(zh.value("vlan", List.of(20L, 301L))).isEqualTo("20、301");
    }

    @Test
    void textFromOutsideCannotActOnATerminal() {
        assertThat(en.value("agent", "a\u001b[2Jb\n\u202ec")).isEqualTo("a\\x{1b}[2Jb\\n\\x{202e}c");
    }

    @Test
    void percentHasOneDecimal() {
        assertThat(en.percent(0.2143)).isEqualTo("21.4 %");
        assertThat(zh.percent(1)).isEqualTo("100.0%");
    }

    private String span(String start, String end) {
        return en.span(Samples.at(start), Samples.at(end));
    }

    private static Humans humans(Language language, String zone) {
        return Messages.load(language, ZoneId.of(zone)).humans();
    }
}
