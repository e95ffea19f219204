package org.qingyuan.report.blocklist;

import java.time.Instant;
import java.util.List;
import org.qingyuan.casework.cases.CaseStore;
import org.qingyuan.finding.Address;

/// The pools of the confirmed cases of a campaign.
///
/// @param entries by address, then port
public record BlockList(Origin origin, List<Entry> entries, Counts counts) {
    /// From what it was made.
    ///
    /// @param policy `name@version` of the campaign's standard
    /// @param head where the log of the store ended
    /// @param days how long an entry holds after its pool was last seen
    /// @param isOwnKnown whether a registry told which networks are one's own
    public record Origin(
            String campaign,
            String policy,
            CaseStore.LogHead head,
            Instant at,
            int days,
            boolean isOwnKnown,
            String program) {}

    /// A pool.
    ///
    /// @param until from then on it holds no longer
    public record Entry(Address address, int port, Instant until) {}

    /// What became of the pools of so many cases.
    ///
    /// @param pools how many there were, each address and port once
    /// @param lapsed last seen too long ago
    /// @param sharedHosting on the list of shared hosting
    /// @param own in a network of the registry, or the subject of a case
    /// @param reserved private, loopback, multicast and the like
    public record Counts(long cases, long pools, long lapsed, long sharedHosting, long own, long reserved) {}

    public BlockList {
        entries = List.copyOf(entries);
    }
}
