package org.qingyuan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.qingyuan.policy.CodeRow.Meaning;

class BuiltInPoliciesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    private static Policy named(String name) {
        return Policies.builtIn().find(name, DAY);
    }

    private static List<String> codes(String name, Meaning meaning) {
        return named(name).codes().stream()
                .filter(row -> row.debit() == meaning && row.credit() == meaning)
                .map(CodeRow::code)
                .toList();
    }

    @Test
    void thereAreSeven() {
        assertThat(Policies.builtIn().all())
                .extracting(Policy::reference)
                .containsExactly(
                        "cn-ccb-2021@1",
                        "cn-cib-2025@1",
                        "cn-mining-2021@1",
                        "cn-psbc-2021@1",
                        "cn-rural-2021@1",
                        "cn-yuanan-2025@1",
                        "in-rbi-2024@1");
    }

    @Test
    void theNewspapersStandardRunsAllEight() {
        assertThat(named("cn-rural-2021").rules())
                .containsExactly(
                        Map.entry("empty-customer", Map.of()),
                        Map.entry("long-inactive", Map.of("period", "P3Y", "balanceMax", "100.00")),
                        Map.entry("over-count", Map.of("max.I", "1", "max.II", "5", "max.III", "5")),
                        Map.entry("shared-phone", Map.of("maxForeign", "1")),
                        Map.entry("unit-suspended", Map.of()),
                        Map.entry("unused-since-opening", Map.of("period", "P6M")),
                        Map.entry("stale-identity", Map.of("expiredDays", "90")),
                        Map.entry("reawakened", Map.of("windowDays", "30", "quiet", "P1Y", "limit", "50000.00")));
    }

    @Test
    void othersRunWhatTheirNoticesSay() {
        assertThat(named("cn-ccb-2021").rules())
                .isEqualTo(Map.of("long-inactive", Map.of("period", "P3Y", "balanceMax", "0.00")));
        assertThat(named("cn-psbc-2021").rules())
                .isEqualTo(Map.of("over-count", Map.of("max.I", "1", "max.II", "5", "max.III", "5")));
        assertThat(named("cn-cib-2025").rules())
                .isEqualTo(Map.of("long-inactive", Map.of("period", "P365D", "balanceMax", "10.00")));
        assertThat(named("cn-yuanan-2025").rules().keySet())
                .containsExactly("long-inactive", "over-count", "stale-identity");
        assertThat(named("in-rbi-2024").rules()).isEqualTo(Map.of("long-inactive", Map.of("period", "P2Y")));
    }

    @Test
    void codeTablesSayWhoseActEachCodeIs() {
        assertThat(codes("cn-rural-2021", Meaning.COUNTS)).containsExactly("01", "02", "03", "04", "07", "13", "14");
        assertThat(codes("cn-rural-2021", Meaning.DOES_NOT_COUNT))
                .containsExactly("05", "06", "08", "10", "11", "12", "bank");
        assertThat(codes("cn-rural-2021", Meaning.UNKNOWN)).containsExactly("09");
        assertThat(codes("cn-ccb-2021", Meaning.COUNTS)).containsExactly("01", "02", "03");
        assertThat(codes("cn-ccb-2021", Meaning.DOES_NOT_COUNT)).containsExactly("08", "bank");
        assertThat(codes("in-rbi-2024", Meaning.COUNTS))
                .containsExactly("01", "02", "03", "04", "05", "06", "07", "13", "14");
        assertThat(codes("in-rbi-2024", Meaning.DOES_NOT_COUNT)).containsExactly("08", "bank");
    }

    @Test
    void protectedProductsFollowTheNotices() {
        assertThat(named("cn-rural-2021").protectedProducts()).hasSize(13).doesNotContain("salary");
        assertThat(named("cn-yuanan-2025").protectedProducts())
                .isEqualTo(named("cn-rural-2021").protectedProducts());
        assertThat(named("cn-ccb-2021").protectedProducts()).containsExactly("loan", "card_autopay");
        assertThat(named("cn-cib-2025").protectedProducts())
                .containsExactly("loan", "fund", "wealth", "social_security", "housing_fund");
        assertThat(named("in-rbi-2024").protectedProducts()).containsExactly("subsidy", "probate", "minor");
    }

    @Test
    void everyPackForAccountsWritesOutEveryCode() {
        assertThat(Policies.builtIn().all().stream().filter(Policy::judgesAccounts))
                .hasSize(6)
                .allSatisfy(policy -> assertThat(policy.codes())
                        .extracting(CodeRow::code)
                        .hasSize(15)
                        .startsWith("01")
                        .endsWith("bank"));
    }

    @Test
    void whatWasNotReadAtItsSourceSaysSo() {
        assertThat(Policies.builtIn().all())
                .allSatisfy(policy -> assertThat(Stream.concat(policy.legalBasis().stream(), policy.sources().stream()))
                        .isNotEmpty()
                        .noneMatch(basis -> basis.reading() == Basis.Reading.ORIGINAL));
    }

    @Test
    void aPackWithoutCasesKeepsTheHashOfItsFile() {
        assertThat(named("cn-ccb-2021").sha256())
                .isEqualTo("dfab0e9dce484d0b1d77ba85c55a15fad4977a27ec82fb65a423b4db2fdc754e");
    }

    @Test
    void theHashIsThatOfTheFile() {
        assertThat(Policies.builtIn().all())
                .allSatisfy(policy -> assertThat(policy.sha256()).matches("[0-9a-f]{64}"))
                .extracting(Policy::sha256)
                .doesNotHaveDuplicates();
    }
}
