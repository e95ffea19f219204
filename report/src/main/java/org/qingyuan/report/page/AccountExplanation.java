package org.qingyuan.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Evidence;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.RunSummary;
import org.qingyuan.output.AccountSums;
import org.qingyuan.report.circular.Values;

/// Why one finding in a bank's extract was made, as lines of text, in the order in which a doubting reader asks: what,
/// by whose standard, which accounts, which rows, what would refute it, what is proposed.
public final class AccountExplanation {
    private final Wording wording;
    private final List<String> lines = new ArrayList<>();

    public AccountExplanation(Wording wording) {
        this.wording = wording;
    }

    /// @param run the run line of the results, `null` when they were cut off
    public List<String> lines(Finding whole, @Nullable RunSummary run) {
        Finding finding = wording.masking().mask(whole);
        Values values = new Values(finding.fields());
        lines.add(wording.summary(finding.summary()));
        rule(finding);
        standard(finding, values, run);
        reasons(values);
        accounts(values);
        evidence(finding);
        say("refuted", Wording.with());
        finding.refutedBy().forEach(key -> item(wording.refutation(key)));
        say("proposed", Wording.with("proposed", wording.word("proposed", values.textOrBlank("proposed"))));
        if (run == null) {
            lines.add(wording.say("report.explain.cutOff"));
        }
        return List.copyOf(lines);
    }

    private void rule(Finding finding) {
        lines.add(wording.say(
                "report.explain.rule",
                Wording.with(
                        "id", finding.id(),
                        "rule", finding.rule(),
                        "ruleId", finding.rule(),
                        "ruleVersion", finding.ruleVersion(),
                        "severity", finding.severity().word())));
    }

    private void standard(Finding finding, Values values, @Nullable RunSummary run) {
        Object sha256 = run == null ? null : new Values(run.parameters()).at("policy", "sha256");
        say(
                "standard",
                Wording.with(
                        "policy",
                        values.textOrBlank("policy", "name") + "@" + values.textOrBlank("policy", "version"),
                        "sha256",
                        sha256 == null ? Wording.NONE : sha256.toString(),
                        "from",
                        finding.start(),
                        "to",
                        finding.end()));
        if (!finding.parameters().isEmpty()) {
            lines.add(wording.say("report.explain.thresholds"));
            finding.parameters().forEach((name, value) -> item(name + " = " + (value == null ? Wording.NONE : value)));
        }
        if (values.flag("acceptedUnattributable")) {
            lines.add(wording.say("report.accounts.unattributable"));
        }
    }

    /// Reasons of a rule that gives several, each with what it saw.
    private void reasons(Values values) {
        List<Values> reasons = values.maps("figures", "reasons");
        if (reasons.isEmpty()) {
            return;
        }
        say("reasons", Wording.with());
        for (Values reason : reasons) {
            List<String> seen = new ArrayList<>();
            reason.map().forEach((name, value) -> {
                if (!name.equals("reason") && !name.equals("state") && value != null) {
                    seen.add(wording.word("detail", name) + " "
                            + wording.humans().value(name, value));
                }
            });
            boolean isMet = reason.textOrBlank("state").equals("met");
            String what = wording.word("awakening", reason.textOrBlank("reason"));
            String more = seen.isEmpty() ? "" : wording.say("report.brackets", "text", wording.list(seen));
            item(isMet ? what + more : wording.say("report.explain.accounts.not-assessed", "what", what));
        }
    }

    private void accounts(Values values) {
        List<Values> accounts = values.maps("accounts");
        if (accounts.isEmpty()) {
            return;
        }
        say("accounts", Wording.with("count", (long) accounts.size()));
        for (Values account : accounts) {
            List<String> parts = new ArrayList<>();
            parts.add(wording.exact(account.textOrBlank("accountId")));
            add(parts, "class", account.text("class"));
            parts.add(wording.word("status", account.textOrBlank("status")));
            if (account.at("balance") instanceof Number balance) {
                add(parts, "balance", wording.humans().value("balance", AccountSums.money(balance)));
            }
            add(parts, "lastMovedOn", account.at("lastMovedOn"));
            if (account.flag("untouchable")) {
                parts.add(wording.say("report.column.untouchable"));
            }
            if (account.flag("keep")) {
                add(parts, "keep", wording.word("keep", account.textOrBlank("keepReason")));
            }
            item(wording.list(parts));
        }
    }

    private void add(List<String> parts, String column, @Nullable Object value) {
        if (value != null) {
            parts.add(wording.say("report.column." + column) + " " + wording.exact(value.toString()));
        }
    }

    private void evidence(Finding finding) {
        lines.add(wording.say(
                "report.explain.evidence",
                Wording.with("shown", (long) finding.evidence().size(), "count", finding.evidenceCount())));
        for (Evidence piece : finding.evidence()) {
            List<String> details = new ArrayList<>();
            for (Map.Entry<String, Object> detail : piece.details().entrySet()) {
                details.add(wording.word("detail", detail.getKey()) + " " + detail(detail.getKey(), detail.getValue()));
            }
            String at = piece.at() == null ? "" : " " + piece.at().text();
            item(wording.exact(piece.file() + ":" + piece.row()) + "  " + wording.evidence(piece) + at
                    + (details.isEmpty() ? "" : wording.say("report.brackets", "text", wording.list(details))));
        }
    }

    private String detail(String name, Object value) {
        return name.equals("status")
                ? wording.word("status", value.toString())
                : wording.humans().value(name, value);
    }

    private void say(String name, Map<String, ?> values) {
        lines.add(wording.say("report.explain.accounts." + name, values));
    }

    private void item(String text) {
        lines.add("  - " + text);
    }
}
