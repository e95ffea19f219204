package org.qingyuan.report.accounts;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Reject;
import org.qingyuan.finding.RejectReason;
import org.qingyuan.finding.RunSummary;
import org.qingyuan.output.ResultListener;
import org.qingyuan.report.circular.ResultSource;

/// Adds up what files of results hold about accounts, in one reading and in memory for the places and the list only.
public final class AccountCount implements ResultListener {
    /// Findings listed for each rule.
    public static final int LISTED = 500;

    private static final String FAMILY = "accounts.";

    private final SortedMap<String, RuleCount> rules = new TreeMap<>();
    private final SortedMap<String, String> refused = new TreeMap<>();
    private final List<RunSummary> runs = new ArrayList<>();
    private long unusable;
    private long cutOff;

    private AccountCount() {}

    /// @throws IOException when a source cannot be read
    public static AccountModel model(List<? extends ResultSource> sources) throws IOException {
        AccountCount count = new AccountCount();
        for (ResultSource source : sources) {
            source.read(count);
        }
        return new AccountModel(
                List.copyOf(count.runs),
                count.cutOff,
                count.rules.entrySet().stream()
                        .map(entry -> entry.getValue().result(entry.getKey()))
                        .toList(),
                count.refused,
                count.unusable,
                sources.stream().map(ResultSource::sha256).toList());
    }

    @Override
    public void finding(Finding finding) {
        if (finding.rule().startsWith(FAMILY)) {
            of(finding.rule()).add(finding);
        }
    }

    @Override
    public void run(RunSummary run) {
        runs.add(run);
        run.findings().keySet().forEach(this::of);
        for (Map.Entry<String, Map<String, Long>> outcomes : run.outcomes().entrySet()) {
            of(outcomes.getKey()).addOutcomes(outcomes.getValue());
        }
        if (run.fields().get("refused") instanceof Map<?, ?> reasons) {
            reasons.forEach((rule, reason) -> refused.put(String.valueOf(rule), String.valueOf(reason)));
        }
    }

    @Override
    public void rejected(Reject reject) {
        if (reject.reason() == RejectReason.CUT_OFF) {
            cutOff++;
        } else {
            unusable++;
        }
    }

    private RuleCount of(String rule) {
        return rules.computeIfAbsent(rule, name -> new RuleCount());
    }
}
