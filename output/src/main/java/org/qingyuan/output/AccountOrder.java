package org.qingyuan.output;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.qingyuan.finding.Finding;

/// The order in which people look at findings of one rule: those with most reasons first, then the larger amount, then
/// as the results have them. Rules without reasons keep the order of the results.
public final class AccountOrder {
    public static final Comparator<Finding> FOR_PEOPLE = Comparator.comparingInt(AccountOrder::reasons)
            .reversed()
            .thenComparing(AccountOrder::amount, Comparator.reverseOrder())
            .thenComparing(Finding::key)
            .thenComparing(Finding::id);

    private AccountOrder() {}

    /// How many reasons a finding gives; one that was not assessed is none.
    static int reasons(Finding finding) {
        if (!(finding.fields().get("figures") instanceof Map<?, ?> figures)
                || !(figures.get("reasons") instanceof List<?> reasons)) {
            return 0;
        }
        return (int) reasons.stream().filter(AccountOrder::isMet).count();
    }

    private static boolean isMet(Object reason) {
        return reason instanceof Map<?, ?> map && "met".equals(map.get("state"));
    }

    private static BigDecimal amount(Finding finding) {
        return finding.fields().get("figures") instanceof Map<?, ?> figures
                        && figures.containsKey("reasons")
                        && figures.get("amount") instanceof Number amount
                ? AccountSums.money(amount)
                : BigDecimal.ZERO;
    }
}
