package org.qingyuan.run;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Outcome;
import org.qingyuan.finding.Reject;
import org.qingyuan.finding.RunSummary;
import org.qingyuan.finding.Subject;
import org.qingyuan.output.ResultListener;
import org.qingyuan.output.ResultReader;

/// One of two results that are compared: what each finding says, and what is told of the rest. Some hundred bytes a
/// finding stay in memory.
final class AccountSide implements ResultListener {
    private final SortedMap<String, Known> findings = new TreeMap<>();
    private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
    private @Nullable RunSummary run;

    /// What is compared of the findings of one matter; several phones of one owner are one matter.
    ///
    /// @param figures by name; of several findings one after the other
    /// @param accounts account id to balance and status
    record Known(
            String rule,
            Subject subject,
            @Nullable Object legalEntity,
            Map<String, Object> figures,
            SortedMap<String, String> accounts,
            Map<String, Object> parameters) {}

    private AccountSide() {}

    /// @throws IOException when it cannot be read
    static AccountSide read(Path file) throws IOException {
        AccountSide side = new AccountSide();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            ResultReader.read(in, file.toString(), side);
        }
        return side;
    }

    @Override
    public void finding(Finding finding) {
        if (!finding.rule().startsWith("accounts.")) {
            return;
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        if (finding.fields().get("figures") instanceof Map<?, ?> map) {
            map.forEach((name, value) -> figures.put(String.valueOf(name), String.valueOf(value)));
        }
        Known known = new Known(
                finding.rule(),
                finding.subject(),
                finding.fields().get("legalEntity"),
                figures,
                accounts(finding),
                finding.parameters());
        findings.merge(finding.key(), known, AccountSide::joined);
    }

    private static SortedMap<String, String> accounts(Finding finding) {
        SortedMap<String, String> accounts = new TreeMap<>();
        if (finding.fields().get("accounts") instanceof List<?> list) {
            for (Object element : list) {
                if (element instanceof Map<?, ?> account) {
                    String state = account.get("balance") + " " + account.get("status");
                    accounts.put(String.valueOf(account.get("accountId")), state);
                }
            }
        }
        return accounts;
    }

    private static Known joined(Known first, Known second) {
        Map<String, Object> figures = new LinkedHashMap<>(first.figures);
        second.figures.forEach((name, value) -> figures.merge(name, value, (a, b) -> a + " " + b));
        SortedMap<String, String> accounts = new TreeMap<>(first.accounts);
        accounts.putAll(second.accounts);
        return new Known(first.rule, first.subject, first.legalEntity, figures, accounts, first.parameters);
    }

    @Override
    public void outcome(Outcome outcome) {
        outcomes.putIfAbsent(outcome.key(), outcome);
    }

    @Override
    public void run(RunSummary summary) {
        run = summary;
    }

    @Override
    public void rejected(Reject reject) {
        // a missing run line shows in run(), a damaged one is told by the report
    }

    SortedMap<String, Known> findings() {
        return findings;
    }

    @Nullable
    Outcome outcome(String key) {
        return outcomes.get(key);
    }

    /// `null` when the results were cut off.
    @Nullable
    RunSummary run() {
        return run;
    }

    /// Whether the rule ran here.
    boolean ran(String rule) {
        return run != null && run.findings().containsKey(rule);
    }

    /// The as-of date, blank when it is not known.
    String asOf() {
        return run == null ? "" : String.valueOf(run.parameters().getOrDefault("asOf", ""));
    }

    /// By which standard it judged, without the day.
    Map<String, Object> standard() {
        Map<String, Object> standard = new LinkedHashMap<>(run == null ? Map.of() : run.parameters());
        standard.remove("asOf");
        return standard;
    }
}
