package org.qingyuan.run;

import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Failure;
import org.qingyuan.finding.RunSummary;
import org.qingyuan.finding.Severity;

/// What came of a screening, beside the results it wrote.
///
/// @param run the run line
/// @param written whether results may stand: false when it ended after the checks
/// @param failure what the command ends with, `null` when all is well; results may stand all the same
/// @param firstId id of the first finding, `null` when there is none
/// @param worst the highest severity among the findings, `null` when there is none
public record AccountOutcome(
        RunSummary run,
        boolean written,
        @Nullable Failure failure,
        @Nullable String firstId,
        @Nullable Severity worst) {}
