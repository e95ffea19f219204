package org.qingyuan.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Moment;
import org.qingyuan.finding.Severity;
import org.qingyuan.finding.Subject;
import org.qingyuan.finding.Summary;

class ScreeningsTest {
    private final Screenings screenings = new Screenings();

    private void add(String key, String asOf, String version, Map<String, Object> parameters) {
        Finding finding = new Finding(
                "f",
                key,
                "accounts.rule",
                1,
                Severity.LOW,
                new Subject("customer", "C"),
                null,
                Moment.parse(asOf),
                Moment.parse(asOf),
                parameters,
                new Summary("summary", Map.of()),
                List.of(),
                0,
                List.of(),
                Map.of("policy", Map.of("name", "cn", "version", version)));
        screenings.add(finding, key);
    }

    private List<String> sets() {
        return screenings.all().stream()
                .map(each -> String.join(" ", each.sets()))
                .toList();
    }

    @Test
    void oneScreeningDoesForAllRulesOfAStandardAndACutOff() {
        add("a", "2026-06-30", "1", Map.of("long-inactive.balanceMax", new BigDecimal("100.00")));
        add("b", "2026-06-30", "1", Map.of("over-count.max.I", 1));
        add("c", "2026-06-30", "1", Map.of());
        assertThat(sets()).containsExactly("long-inactive.balanceMax=100.00 over-count.max.I=1");
        assertThat(screenings.all().getFirst().keys()).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void whatWasJudgedByAnotherThresholdDayOrVersionIsScreenedByItself() {
        add("a", "2026-06-30", "1", Map.of("long-inactive.period", "P3Y"));
        add("b", "2026-06-30", "1", Map.of("long-inactive.period", "P2Y"));
        add("c", "2026-09-30", "1", Map.of("long-inactive.period", "P3Y"));
        add("d", "2026-06-30", "2", Map.of("long-inactive.period", "P3Y"));
        add("e", "2026-06-30", "1", Map.of("long-inactive.period", "P2Y"));
        assertThat(screenings.all()).hasSize(4);
        assertThat(screenings.all().get(1).keys()).containsExactlyInAnyOrder("b", "e");
    }
}
