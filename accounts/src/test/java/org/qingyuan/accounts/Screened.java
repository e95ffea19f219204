package org.qingyuan.accounts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qingyuan.accounts.extract.CanonicalTable;
import org.qingyuan.accounts.extract.Extract;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Outcome;
import org.qingyuan.finding.Reject;
import org.qingyuan.table.mapping.Mapping;
import org.qingyuan.table.raw.RawTable;
import org.qingyuan.table.raw.RawTables;
import org.qingyuan.table.session.Session;

/// What a screening said, kept whole.
final class Screened implements ScreenListener {
    final List<Reject> rejects = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();
    final List<Outcome> outcomes = new ArrayList<>();

    /// Runs before each step.
    Runnable atStep = () -> {};

    @Nullable
    ScreenResult result;

    static Screened of(Session session, Path folder, Bank bank, Parameters parameters) throws IOException {
        return of(session, folder, bank, parameters, new ScreenOptions(false, true));
    }

    static Screened of(Session session, Path folder, Bank bank, Parameters parameters, ScreenOptions options)
            throws IOException {
        bank.write(folder);
        Screened screened = new Screened();
        screened.result =
                new AccountScreen(parameters, options).screen(session, extract(session, folder, bank), screened);
        return screened;
    }

    static Extract extract(Session session, Path folder, Bank bank) throws IOException {
        Map<CanonicalTable, RawTable> tables = new EnumMap<>(CanonicalTable.class);
        Map<String, RawTable> named = RawTables.openAll(
                session,
                folder,
                Stream.of(CanonicalTable.values()).map(CanonicalTable::shape).toList(),
                Mapping.NONE);
        for (CanonicalTable table : CanonicalTable.values()) {
            RawTable raw = named.get(table.word());
            if (raw != null) {
                tables.put(table, raw);
            }
        }
        return new Extract(
                tables, bank.extractedOn, bank.transactionsFrom, bank.accountsComplete, bank.lastActivityCounts);
    }

    ScreenResult result() {
        if (result == null) {
            throw new IllegalStateException("not screened");
        }
        return result;
    }

    /// Keys of findings as `KEY`, of outcomes as `KEY reason`, without `accounts/`; of one rule.
    List<String> lines(String rule) {
        List<String> lines = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding.rule().equals("accounts." + rule)) {
                lines.add(finding.key().substring("accounts/".length()));
            }
        }
        for (Outcome outcome : outcomes) {
            if (outcome.rule().equals("accounts." + rule)) {
                lines.add(outcome.key().substring("accounts/".length()) + " " + outcome.reason());
            }
        }
        return lines;
    }

    /// Rejects as `file:line column reason`.
    List<String> rejected() {
        return rejects.stream()
                .map(reject -> reject.file() + ":" + reject.line() + " " + reject.column() + " "
                        + reject.reason().word())
                .toList();
    }

    @Override
    public void reject(Reject reject) {
        rejects.add(reject);
    }

    @Override
    public boolean checked(Checked checked) {
        return true;
    }

    @Override
    public void finding(Finding finding) {
        findings.add(finding);
    }

    @Override
    public void outcome(Outcome outcome) {
        outcomes.add(outcome);
    }

    @Override
    public void progress(String step, int done, int total) {
        atStep.run();
    }

    @Override
    public boolean cancelled() {
        return false;
    }
}
