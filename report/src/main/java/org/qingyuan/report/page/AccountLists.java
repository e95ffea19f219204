package org.qingyuan.report.page;

import java.util.ArrayList;
import java.util.List;
import org.qingyuan.finding.Finding;
import org.qingyuan.output.AccountSums;
import org.qingyuan.report.accounts.AccountModel;
import org.qingyuan.report.circular.Values;

/// Rows of the lists that go with a report: the counts by place, and the findings with one row an account. Ids are
/// whole
/// here, because people act on them.
public final class AccountLists {
    private final Wording wording;

    public AccountLists(Wording wording) {
        this.wording = wording;
    }

    public List<String> placeTitles() {
        return titles("rule", "title", "legalEntity", "branch", "found", "accounts", "balance");
    }

    /// Texts, counts and amounts.
    public List<List<Object>> places(AccountModel model) {
        List<List<Object>> rows = new ArrayList<>();
        for (AccountModel.RuleResult rule : model.rules()) {
            for (AccountModel.Place place : rule.places()) {
                rows.add(List.of(
                        rule.rule(),
                        wording.word("rule", rule.rule()),
                        place.legalEntity(),
                        place.branch(),
                        place.findings(),
                        place.accounts(),
                        place.balance()));
            }
        }
        return rows;
    }

    public List<String> listTitles() {
        return titles(
                "id",
                "severity",
                "legalEntity",
                "branch",
                "customers",
                "account",
                "class",
                "status",
                "balance",
                "lastMovedOn",
                "untouchable",
                "keep",
                "summary",
                "proposed");
    }

    /// One row an account; one row where a finding has none.
    public List<List<Object>> rows(Finding finding) {
        Values values = new Values(finding.fields());
        List<List<Object>> rows = new ArrayList<>();
        for (Values account : values.maps("accounts")) {
            rows.add(row(finding, values, account));
        }
        return rows.isEmpty() ? List.of(row(finding, values, new Values(java.util.Map.of()))) : rows;
    }

    private List<Object> row(Finding finding, Values values, Values account) {
        return List.of(
                finding.id(),
                wording.word("severity", finding.severity().word()),
                values.textOrBlank("legalEntity"),
                account.textOrBlank("branch"),
                String.join(" ", values.texts("customerIds")),
                account.textOrBlank("accountId"),
                account.textOrBlank("class"),
                account.text("status") == null ? "" : wording.word("status", account.textOrBlank("status")),
                account.at("balance") instanceof Number balance ? AccountSums.money(balance) : "",
                day(account.at("lastMovedOn")),
                mark(account.flag("untouchable")),
                mark(account.flag("keep")),
                wording.summary(finding.summary()),
                wording.word("proposed", values.textOrBlank("proposed")));
    }

    private String mark(boolean isSet) {
        return isSet ? wording.say("report.accounts.yes") : "";
    }

    static String day(@org.jspecify.annotations.Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private List<String> titles(String... names) {
        List<String> titles = new ArrayList<>();
        for (String name : names) {
            titles.add(wording.say("report.column." + name));
        }
        return titles;
    }
}
