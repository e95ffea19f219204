package org.qingyuan.output;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Finding;

/// Sums over the accounts of a finding.
public final class AccountSums {
    private AccountSums() {}

    /// The balances of its accounts together; `null` where it lists none.
    public static @Nullable BigDecimal balance(Finding finding) {
        if (!(finding.fields().get("accounts") instanceof List<?> accounts) || accounts.isEmpty()) {
            return null;
        }
        BigDecimal sum = BigDecimal.ZERO.setScale(2);
        for (Object account : accounts) {
            if (account instanceof Map<?, ?> map && map.get("balance") instanceof Number balance) {
                sum = sum.add(money(balance));
            }
        }
        return sum;
    }

    /// An amount as it was written: results that were read back hold some amounts as doubles.
    public static BigDecimal money(Number amount) {
        BigDecimal exact = amount instanceof BigDecimal decimal ? decimal : new BigDecimal(amount.toString());
        return exact.setScale(2, java.math.RoundingMode.HALF_EVEN);
    }
}
