package org.qingyuan.accounts;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.qingyuan.accounts.extract.CanonicalTable;
import org.qingyuan.accounts.extract.Extract;
import org.qingyuan.accounts.extract.Screening;
import org.qingyuan.accounts.extract.Terms;
import org.qingyuan.accounts.rule.Rule;
import org.qingyuan.accounts.rule.RuleRun;
import org.qingyuan.accounts.rule.Rules;
import org.qingyuan.accounts.rule.Thresholds;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;
import org.qingyuan.table.raw.RawFile;
import org.qingyuan.table.raw.RawTable;
import org.qingyuan.table.session.Session;

/// Screens an extract by a standard: the door of the module. Holds no state between screenings.
///
/// The same extract, parameters and options give the same findings, outcomes, rejects and counts in the same order,
/// whatever the order of the rows and the threads of the session; only the row numbers follow the rows.
public final class AccountScreen {
    private final Parameters parameters;
    private final ScreenOptions options;
    private final Map<Rule, Thresholds> rules = new LinkedHashMap<>();

    /// @throws Failure of [ErrorCode#CONFIGURATION] where the parameters name a rule or threshold that does not exist
    /// or
    ///     give a text that is not of its kind
    public AccountScreen(Parameters parameters, ScreenOptions options) {
        this.parameters = parameters;
        this.options = options;
        for (String id : parameters.rules().stream().sorted().distinct().toList()) {
            Rule rule = Rules.of(id);
            if (rule == null) {
                throw new Failure(ErrorCode.CONFIGURATION, Map.of("where", parameters.policyName(), "what", id));
            }
            rules.put(rule, new Thresholds(rule, parameters.asOf(), parameters.of(id)));
        }
    }

    /// Screens the extract whose raw tables the session holds. Leaves tables and views of its own in the session, which
    /// should be closed afterwards.
    ///
    /// @throws IOException where a listener throws it
    /// @throws Failure where the session does: disk full, memory too small, interrupted
    public ScreenResult screen(Session session, Extract extract, ScreenListener listener) throws IOException {
        return new Run(session, extract, listener).screen();
    }

    /// One screening.
    private final class Run {
        private final Session session;
        private final Extract extract;
        private final ScreenListener listener;
        private final Screening screening;
        private final Map<Rule, Thresholds> allowed = new LinkedHashMap<>();
        private final Map<String, Refused> refused = new TreeMap<>();
        private int done;

        Run(Session session, Extract extract, ScreenListener listener) {
            this.session = session;
            this.extract = extract;
            this.listener = listener;
            this.screening = new Screening(
                    session,
                    extract,
                    new Terms(
                            parameters.asOf(),
                            parameters.codes(),
                            parameters.protectedProducts(),
                            parameters.placeholders(),
                            parameters.currency()));
        }

        private boolean goesOn(String step) {
            listener.progress(step, done++, rules.size() + 4);
            return !listener.cancelled();
        }

        ScreenResult screen() throws IOException {
            Checked none = new Checked(List.of(), Map.of(), 0);
            if (!goesOn("check")) {
                return stopped(none);
            }
            screening.check();
            Map<CanonicalTable, Long> unattributable = screening.unattributable();
            Checked checked = checked(unattributable);
            if (!listener.checked(checked) || !goesOn("prepare")) {
                return stopped(checked);
            }
            screening.prepare();
            LocalDate earliest =
                    extract.table(CanonicalTable.TRANSACTIONS) == null ? null : screening.earliestBooking();
            LocalDate from = extract.table(CanonicalTable.TRANSACTIONS) != null && extract.transactionsFrom() != null
                    ? extract.transactionsFrom()
                    : earliest;
            allow(from, options.acceptUnattributable() ? Map.of() : unattributable);
            for (Map.Entry<Rule, Thresholds> rule : allowed.entrySet()) {
                if (!goesOn(rule.getKey().id())) {
                    return stopped(checked);
                }
                new RuleRun(session, rule.getKey(), rule.getValue(), parameters.asOf(), from).run();
            }
            if (!goesOn("evidence")) {
                return stopped(checked);
            }
            boolean accepted = options.acceptUnattributable() && !unattributable.isEmpty();
            Findings findings = new Findings(session, extract, parameters, allowed, accepted);
            findings.prepare();
            if (!goesOn("findings")) {
                return stopped(checked);
            }
            findings.write(listener);
            if (options.everyOutcome()) {
                findings.writeOutcomes(listener);
            }
            return new ScreenResult(
                    checked,
                    refused,
                    findings.counts(),
                    findings.outcomes(),
                    screening.counters(),
                    screening.unknownCodes(),
                    from,
                    from != null && extract.transactionsFrom() == null,
                    true);
        }

        private ScreenResult stopped(Checked checked) {
            return new ScreenResult(checked, refused, Map.of(), Map.of(), Map.of(), Map.of(), null, false, false);
        }

        private void allow(@Nullable LocalDate from, Map<CanonicalTable, Long> unattributable) {
            Permission permission = new Permission(
                    extract,
                    from,
                    screening.lastActivityUsed(),
                    parameters.codes().counting(),
                    unattributable);
            rules.forEach((rule, thresholds) -> {
                Refused refusal = permission.refusal(rule, thresholds);
                if (refusal == null) {
                    allowed.put(rule, thresholds);
                } else {
                    refused.put(rule.id(), refusal);
                }
            });
        }

        private Checked checked(Map<CanonicalTable, Long> unattributable) throws IOException {
            Map<String, Long> reasons = new TreeMap<>();
            Map<CanonicalTable, Map<String, Long>> perFile = new TreeMap<>();
            screening.rejects((table, reject) -> {
                reasons.merge(reject.reason().word(), 1L, Long::sum);
                perFile.computeIfAbsent(table, t -> new TreeMap<>()).merge(reject.file(), 1L, Long::sum);
                listener.reject(reject);
            });
            List<Checked.FileRows> files = new ArrayList<>();
            for (CanonicalTable table : CanonicalTable.values()) {
                RawTable raw = extract.table(table);
                for (RawFile file : raw == null ? List.<RawFile>of() : raw.files()) {
                    long rejected = perFile.getOrDefault(table, Map.of()).getOrDefault(file.name(), 0L);
                    files.add(new Checked.FileRows(table, file.name(), file.rows(), rejected));
                }
            }
            long nameless =
                    unattributable.values().stream().mapToLong(Long::longValue).sum();
            return new Checked(List.copyOf(files), reasons, nameless);
        }
    }
}
