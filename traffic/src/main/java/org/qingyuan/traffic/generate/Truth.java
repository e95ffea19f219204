package org.qingyuan.traffic.generate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qingyuan.traffic.generate.wire.Endpoint;

/// What was planted and what a right scan says of it; one line of `truth.jsonl`. Counted from the packets that the
/// capture holds after all disturbances.
///
/// @param file name of the capture
/// @param rule `mining.session`, `mining.attempt` or `none`
/// @param reason of an attempt: `refused`, `unanswered`, `left-without-share`
/// @param count attempts that are one finding, else 1
/// @param unconfirmed whether the tap saw one side only
/// @param coin ticker, `null` where the wire does not tell one
/// @param client ends of the first connection
/// @param startNanos first packet, nanoseconds since 1970 UTC; 0 without packets
/// @param endNanos last packet
/// @param shares by what became of them
/// @param work of accepted shares whose weight the capture tells
/// @param rate true rate of accepted work a second, 0 where nobody mines. A stale share comes on top
/// @param ratedSeconds the time to which `work` belongs: from the first packet, or from the first work of known
///     scale where the capture begins later, or the time of one of several algorithms
/// @param rateKnown whether shares, answers and scale are all visible, so that a rate can be told
/// @param packets of all connections, mirrored copies once
/// @param bytesToServer IP total lengths
/// @param note what is special, for people
public record Truth(
        String file,
        String scenario,
        String rule,
        @Nullable String reason,
        int count,
        boolean unconfirmed,
        @Nullable String dialect,
        @Nullable String algorithm,
        @Nullable String coin,
        @Nullable String wallet,
        List<String> workers,
        @Nullable String agent,
        Endpoint client,
        Endpoint server,
        int connections,
        long startNanos,
        long endNanos,
        Shares shares,
        Work work,
        double rate,
        double ratedSeconds,
        boolean rateKnown,
        long packets,
        long bytesToServer,
        long bytesToClient,
        String note) {
    /// Disjoint counts; `submitted` is their sum.
    public record Shares(long accepted, long stale, long rejected, long unanswered, long implausible) {
        public long submitted() {
            return accepted + stale + rejected + unanswered + implausible;
        }
    }

    /// @param unit `H` or `Sol`
    /// @param hashes sum of the weights of accepted shares
    /// @param squares sum of their squares
    /// @param largestWeight largest that came with work
    /// @param stale sum of the weights of stale shares
    public record Work(String unit, double hashes, double squares, double largestWeight, double stale) {}
}
