package org.qingyuan.casework.disposition;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Finding;

/// What screening again said of the matters of a campaign, by the standard and the cut-off of their notices.
///
/// @param extractedOn the day of the extract
/// @param verdicts by the key of the matter; what is not there was not found
public record Fresh(LocalDate extractedOn, Map<String, Verdict> verdicts) {
    public Fresh {
        verdicts = Collections.unmodifiableMap(new HashMap<>(verdicts));
    }

    /// What it said of one matter.
    public sealed interface Verdict {
        /// It still stands.
        record Stands(Finding finding) implements Verdict {}

        /// An exclusion holds.
        ///
        /// @param reason as outcomes have it
        /// @param movedOn the last movement after the cut-off, `null` where there is none or it is not known
        record Excluded(String reason, @Nullable LocalDate movedOn) implements Verdict {}
    }
}
