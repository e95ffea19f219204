package org.qingyuan.output;

import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Outcome;
import org.qingyuan.finding.Reject;
import org.qingyuan.finding.RunSummary;

/// Who hears what stands in a file of results, line after line, from the thread that reads.
public interface ResultListener {
    void finding(Finding finding);

    default void outcome(Outcome outcome) {}

    default void run(RunSummary run) {}

    /// A line that cannot be used, or a missing run line (`CUT_OFF`, on the line after the last).
    void rejected(Reject reject);
}
