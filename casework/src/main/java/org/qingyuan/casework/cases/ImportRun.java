package org.qingyuan.casework.cases;

import java.time.Instant;
import org.qingyuan.access.Actor;

/// One import and how far it is, so that a killed or repeated one goes on where it was.
///
/// @param id SHA-256 of campaign, file, site and scope of who brought it, 64 hex digits
/// @param file name of the file
/// @param site of the run line, blank where none was told
/// @param runLine the last line of the results, blank where there is none
/// @param lines how many lines are behind it; -1 when all findings are kept and cases take them
/// @param isDone whether every case has taken what is its own
public record ImportRun(
        String id,
        String campaign,
        String file,
        String site,
        String runLine,
        long lines,
        boolean isDone,
        Instant startedAt,
        Actor actor,
        Counts counts) {
    /// What became of the findings.
    ///
    /// @param read lines that are findings
    /// @param known ids that were there with the same content
    /// @param revised ids that were there with other content
    /// @param rejected lines that could not be used, or whose matter lies outside the scope of who brought them
    /// @param opened cases
    /// @param joined cases that took something
    /// @param resting findings that joined a dismissed matter while it rests
    /// @param loose findings that wait for a case, because they open none
    public record Counts(
            long read, long known, long revised, long rejected, long opened, long joined, long resting, long loose) {
        public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0);

        /// The sum of both.
        public Counts plus(Counts other) {
            return new Counts(
                    read + other.read,
                    known + other.known,
                    revised + other.revised,
                    rejected + other.rejected,
                    opened + other.opened,
                    joined + other.joined,
                    resting + other.resting,
                    loose + other.loose);
        }
    }
}
