package org.qingyuan.traffic.flow;

import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Address;

/// Who wants to read what the flow layer finds. One per capture, called from its thread.
public interface StreamObserver {
    /// A cheap look at the first bytes of a segment of a connection that nobody reads yet: may a conversation of
    /// ours begin here? Called for the first bytes of each side where the handshake was seen; for a connection joined
    /// in the middle for every segment. Allocates nothing.
    boolean mayBegin(byte[] buffer, int offset, int length);

    /// Begins to read a connection; `null` when no more can be read at once (counted by the observer).
    @Nullable
    Conversation open(Connection connection);

    /// A UDP datagram from port 53 (DNS answers), payload only.
    void dnsAnswer(Address client, byte[] buffer, int offset, int length, PacketRef at);

    /// An input ends, or time has passed in the capture; called at least once a minute of capture time, so that
    /// what is due can be finished.
    void tick(long timeNanos);
}
