package org.qingyuan.traffic;

import java.util.List;
import java.util.Map;
import org.qingyuan.finding.InputSummary;
import org.qingyuan.finding.Reject;

/// What became of the inputs of one scan, beside its findings.
///
/// @param inputs in the order in which they were read
/// @param counters by name, `packets-read`, `packets-used`, `mirrored`, ...; each name is a row of a closed table with
///     texts in both languages. The sum holds: read = used + rejected + left out by name
/// @param rejects by the reason's word
/// @param rejected the first rejects one by one, at most 10,000 a file
/// @param coverage when the tap was alive, at most 65,536 rows
/// @param coverageMerged how many rows were merged into wider ones to stay within that
/// @param learnedPools servers that confirmed sessions revealed and the catalogue does not hold
/// @param readable whether anything could be read of any input
/// @param stopped whether an interrupt ended it
public record ScanResult(
        List<InputSummary> inputs,
        Map<String, Long> counters,
        Map<String, Long> rejects,
        List<Reject> rejected,
        List<Coverage> coverage,
        long coverageMerged,
        List<LearnedPool> learnedPools,
        boolean readable,
        boolean stopped) {
    /// Traffic of one network on one UTC day.
    ///
    /// @param network a registered prefix, else the /24 or /64 of the address
    /// @param date ISO date
    public record Coverage(String network, String date, long packetsFrom, long packetsTo, long bytes) {}

    /// A pool that a confirmed session revealed.
    ///
    /// @param host its name where the capture tells, else blank
    /// @param coin ticker, or blank
    public record LearnedPool(String host, String ip, int port, String dialect, String coin) {}
}
