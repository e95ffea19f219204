package org.qingyuan.run;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What a screening of accounts is asked to do.
///
/// @param extract folder of the extract
/// @param mapping how the bank's own files become the canonical layout, `null` when they are in it
/// @param site name of the bank or place, blank when it has none
/// @param everyOutcome whether each outcome is written, or only counted
/// @param countsOutcomes whether outcomes are told at all
/// @param acceptUnattributable whether rules run although rows cannot be attributed
/// @param revealed whether nothing is masked
/// @param threads at least 1; changes nothing in the results
/// @param temporary an existing private folder
public record AccountRequest(
        Path extract,
        @Nullable Path mapping,
        AccountPolicy policy,
        String site,
        boolean everyOutcome,
        boolean countsOutcomes,
        RejectLimit maxRejects,
        boolean acceptUnattributable,
        boolean revealed,
        int threads,
        Path temporary) {}
