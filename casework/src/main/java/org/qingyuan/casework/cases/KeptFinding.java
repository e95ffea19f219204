package org.qingyuan.casework.cases;

import java.util.Arrays;
import org.qingyuan.finding.Moment;

/// A finding as it was read, whole.
///
/// @param id of the finding
/// @param digest SHA-256 of its line, 64 lower-case hex digits
/// @param matter by which it comes into a case
/// @param opens whether it opens a case; what does not only joins one
/// @param line as results have it, without line feed
public record KeptFinding(
        String id, String digest, Matter matter, String rule, Moment start, Moment end, boolean opens, byte[] line) {
    /// What joins findings to one case.
    ///
    /// @param organisation id of who held the subject, blank where nobody is known
    public record Matter(String site, String key, String organisation) {}

    @Override
    public boolean equals(Object other) {
        return other instanceof KeptFinding kept
                && id.equals(kept.id)
                && digest.equals(kept.digest)
                && matter.equals(kept.matter)
                && rule.equals(kept.rule)
                && start.equals(kept.start)
                && end.equals(kept.end)
                && opens == kept.opens
                && Arrays.equals(line, kept.line);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
