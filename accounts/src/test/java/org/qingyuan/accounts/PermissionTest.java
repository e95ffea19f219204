package org.qingyuan.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.qingyuan.accounts.extract.CanonicalTable;
import org.qingyuan.accounts.extract.Extract;
import org.qingyuan.accounts.rule.Rule;
import org.qingyuan.accounts.rule.Rules;
import org.qingyuan.accounts.rule.Thresholds;
import org.qingyuan.finding.Failure;

/// Which rules an extract allows.
class PermissionTest {
    private static Map<String, String> refused(Extract extract, @Nullable LocalDate from, boolean lastActivity) {
        Map<String, String> refused = new TreeMap<>();
        Permission permission =
                new Permission(extract, from, lastActivity, Standard.codes().counting(), Map.of());
        for (Rule rule : Rules.all()) {
            Refused refusal = permission.refusal(rule, new Thresholds(rule, Bank.AS_OF, Map.of()));
            if (refusal != null) {
                refused.put(rule.name(), refusal.reason().word());
            }
        }
        return refused;
    }

    private static Extract extract(boolean complete, @Nullable Set<String> lastActivity) {
        return new Extract(new HashMap<>(), null, null, complete, lastActivity);
    }

    @Test
    void everyRuleRunsOnAWholeExtract() {
        assertThat(refused(extract(true, null), LocalDate.of(2023, 6, 30), false))
                .isEmpty();
    }

    @Test
    void emptyCustomersNeedClosedAccounts() {
        assertThat(refused(extract(false, null), LocalDate.of(2023, 6, 30), false))
                .containsExactly(Map.entry("empty-customer", "accounts-incomplete"));
    }

    @Test
    void inactivityNeedsTransactionsBackToItsCutOff() {
        assertThat(refused(extract(true, null), LocalDate.of(2023, 7, 1), false))
                .containsExactly(Map.entry("long-inactive", "transactions-too-short"));
    }

    @Test
    void inactivityTakesTheDateOfTheLastActivityInstead() {
        assertThat(refused(extract(true, Standard.codes().counting()), LocalDate.of(2026, 1, 1), true))
                .containsExactly(Map.entry("reawakened", "transactions-too-short"));
    }

    @Test
    void aDateThatCountsOtherCodesIsNotTaken() {
        assertThat(refused(extract(true, new TreeSet<>(List.of("01"))), null, false))
                .containsEntry("long-inactive", "last-activity-differs");
    }

    @Test
    void awakeningNeedsTransactionsBackToTheSilenceBeforeItsWindow() {
        assertThat(refused(extract(true, null), LocalDate.of(2025, 5, 31), false))
                .doesNotContainKey("reawakened");
        assertThat(refused(extract(true, null), LocalDate.of(2025, 6, 1), false))
                .containsEntry("reawakened", "transactions-too-short");
    }

    @Test
    void withoutTransactionsFourRulesAreLeft() {
        assertThat(refused(extract(false, null), null, false).keySet())
                .containsExactly("empty-customer", "long-inactive", "reawakened", "unused-since-opening");
    }

    @Test
    void thresholdsAreOfTheirKind() {
        Rule rule = Rules.all().get(1);
        for (String text : List.of("3Y", "-P1D", "P-1Y", "P99999Y")) {
            assertThatThrownBy(() -> new Thresholds(rule, Bank.AS_OF, Map.of("period", text)))
                    .isInstanceOf(Failure.class);
        }
        assertThatThrownBy(() -> new Thresholds(rule, Bank.AS_OF, Map.of("balanceMax", "100")))
                .isInstanceOf(Failure.class);
        assertThatThrownBy(() -> new Thresholds(rule, Bank.AS_OF, Map.of("other", "1")))
                .isInstanceOf(Failure.class);
    }

    @Test
    void cutOffsAreCountedByTheCalendar() {
        Rule rule = Rules.all().get(1);
        LocalDate leapDay = LocalDate.of(2028, 2, 29);
        assertThat(new Thresholds(rule, leapDay, Map.of("period", "P3Y")).cutOff("period"))
                .isEqualTo(LocalDate.of(2025, 2, 28));
        assertThat(new Thresholds(rule, leapDay, Map.of("period", "P365D")).cutOff("period"))
                .isEqualTo(LocalDate.of(2027, 3, 1));
        assertThat(CanonicalTable.values()).hasSize(4);
    }
}
