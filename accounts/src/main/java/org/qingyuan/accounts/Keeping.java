package org.qingyuan.accounts;

import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsFirst;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.qingyuan.accounts.FindingMaker.ListedAccount;
import org.qingyuan.accounts.rule.Thresholds;

/// Proposes which accounts of a class that is over its number stay: first those that may not be touched, then those
/// with
/// a loan or a wage, then the last used, then the oldest.
final class Keeping {
    private static final Set<String> ATTACHED = Set.of("loan", "salary");

    private static final Comparator<ListedAccount> FIRST_TO_STAY = comparing(ListedAccount::untouchable)
            .thenComparing(Keeping::attached)
            .thenComparing(ListedAccount::lastMovedOn, nullsFirst(Comparator.<LocalDate>naturalOrder()))
            .reversed()
            .thenComparing(ListedAccount::openedOn)
            .thenComparing(account -> account.at().id());

    private Keeping() {}

    /// By account id the reason why it stays, blank where it need not; accounts of classes within their number are not
    /// in it.
    static Map<String, String> of(List<ListedAccount> accounts, Thresholds thresholds) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (String name : List.of("I", "II", "III")) {
            List<ListedAccount> own = accounts.stream()
                    .filter(account -> name.equals(account.accountClass()))
                    .sorted(FIRST_TO_STAY)
                    .toList();
            Object most = thresholds.of("max." + name);
            long max = most instanceof Long count ? count : Long.MAX_VALUE;
            for (int i = 0; own.size() > max && i < own.size(); i++) {
                ListedAccount account = own.get(i);
                kept.put(account.at().id(), i < max || account.untouchable() ? reason(account) : "");
            }
        }
        return kept;
    }

    private static boolean attached(ListedAccount account) {
        return List.of(account.products().split(";")).stream().anyMatch(ATTACHED::contains);
    }

    private static String reason(ListedAccount account) {
        if (account.untouchable()) {
            return "untouchable";
        }
        if (attached(account)) {
            return "loan-or-wage";
        }
        return account.lastMovedOn() != null ? "last-used" : "oldest";
    }
}
