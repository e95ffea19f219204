package org.qingyuan.report.accounts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.qingyuan.finding.Finding;
import org.qingyuan.output.AccountOrder;
import org.qingyuan.output.AccountSums;
import org.qingyuan.report.circular.Values;

/// Adds up one rule.
final class RuleCount {
    private final SortedMap<String, PlaceCount> places = new TreeMap<>();
    private final SortedMap<String, Long> outcomes = new TreeMap<>();
    private final PriorityQueue<Finding> listed = new PriorityQueue<>(AccountOrder.FOR_PEOPLE.reversed());
    private long findings;
    private long accounts;
    private BigDecimal balance = BigDecimal.ZERO.setScale(2);

    private static final class PlaceCount {
        final String legalEntity;
        final String branch;
        long findings;
        long accounts;
        BigDecimal balance = BigDecimal.ZERO.setScale(2);

        PlaceCount(String legalEntity, String branch) {
            this.legalEntity = legalEntity;
            this.branch = branch;
        }
    }

    void add(Finding finding) {
        findings++;
        Values values = new Values(finding.fields());
        String entity = values.textOrBlank("legalEntity");
        List<Values> listedAccounts = values.maps("accounts");
        Set<PlaceCount> met = new HashSet<>();
        for (Values account : listedAccounts) {
            PlaceCount place = place(entity, account.textOrBlank("branch"));
            BigDecimal amount = amount(values, account, listedAccounts.size());
            place.accounts++;
            place.balance = place.balance.add(amount);
            balance = balance.add(amount);
            accounts++;
            met.add(place);
        }
        if (listedAccounts.isEmpty()) {
            met.add(place(entity, ""));
        }
        met.forEach(place -> place.findings++);
        list(finding);
    }

    /// The sum that the rule compared where the finding is of one account, else the account's own balance.
    private static BigDecimal amount(Values finding, Values account, int accounts) {
        Object compared = accounts == 1 ? finding.at("figures", "balance") : null;
        Object amount = compared instanceof Number ? compared : account.at("balance");
        return amount instanceof Number number ? AccountSums.money(number) : BigDecimal.ZERO;
    }

    private PlaceCount place(String legalEntity, String branch) {
        return places.computeIfAbsent(legalEntity + "\n" + branch, key -> new PlaceCount(legalEntity, branch));
    }

    private void list(Finding finding) {
        listed.add(finding);
        if (listed.size() > AccountCount.LISTED) {
            listed.remove();
        }
    }

    void addOutcomes(Map<String, Long> more) {
        more.forEach((reason, count) -> outcomes.merge(reason, count, Long::sum));
    }

    AccountModel.RuleResult result(String rule) {
        List<Finding> ordered = new ArrayList<>(listed);
        ordered.sort(AccountOrder.FOR_PEOPLE);
        return new AccountModel.RuleResult(
                rule,
                findings,
                accounts,
                balance,
                places.values().stream()
                        .sorted(Comparator.comparing((PlaceCount place) -> place.legalEntity)
                                .thenComparing(place -> place.branch))
                        .map(place -> new AccountModel.Place(
                                place.legalEntity, place.branch, place.findings, place.accounts, place.balance))
                        .toList(),
                outcomes,
                ordered);
    }
}
