package org.qingyuan.output;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Outcome;
import org.qingyuan.finding.RunSummary;

/// Passes findings on in the order for people, rule by rule as they come; of a rule with more than [#MOST] the rest
/// keeps the order of the results.
final class RankedFindings implements ResultWriter {
    private static final int MOST = 50_000;

    private final ResultWriter target;
    private final List<Finding> held = new ArrayList<>();

    RankedFindings(ResultWriter target) {
        this.target = target;
    }

    @Override
    public void finding(Finding finding) throws IOException {
        if (!held.isEmpty() && !held.getFirst().rule().equals(finding.rule())) {
            passOn();
        }
        if (held.size() < MOST) {
            held.add(finding);
        } else {
            passOn();
            target.finding(finding);
        }
    }

    private void passOn() throws IOException {
        held.sort(AccountOrder.FOR_PEOPLE);
        for (Finding finding : held) {
            target.finding(finding);
        }
        held.clear();
    }

    @Override
    public void outcome(Outcome outcome) throws IOException {
        target.outcome(outcome);
    }

    @Override
    public void run(RunSummary run) throws IOException {
        passOn();
        target.run(run);
    }

    @Override
    public void flush() throws IOException {
        passOn();
        target.flush();
    }

    @Override
    public void close() throws IOException {
        passOn();
        target.close();
    }
}
