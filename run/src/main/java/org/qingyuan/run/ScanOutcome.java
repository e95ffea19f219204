package org.qingyuan.run;

import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.RunSummary;
import org.qingyuan.finding.Severity;

/// What came of a scan, beside the results it wrote.
///
/// @param run the run line
/// @param readable whether anything could be read at all
/// @param firstId id of the first finding in the order of the results, `null` when there is none
/// @param worst the highest severity among the findings, `null` when there is none
/// @param looksRotated whether the files look like one capture in pieces that was read file by file
public record ScanOutcome(
        RunSummary run,
        boolean readable,
        @Nullable String firstId,
        @Nullable Severity worst,
        boolean looksRotated) {}
