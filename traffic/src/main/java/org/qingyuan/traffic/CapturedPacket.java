package org.qingyuan.traffic;

import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.RejectReason;
import org.qingyuan.traffic.packet.Packet;

/// One record of a capture as the reading thread hands it on. Refilled for each record; the fields hold as far as the
/// fate says.
final class CapturedPacket {
    /// What became of it so far.
    enum Fate {
        /// The record itself cannot be used; [#unusable] says why.
        UNUSABLE,
        OUTSIDE_WINDOW,
        OUTSIDE_NET,
        /// [Packet#counter] says what it is.
        NOT_IP,
        /// [Packet#reason] says why.
        REJECTED,
        TCP,
        UDP,
        OTHER_IP
    }

    final Packet packet = new Packet();
    Fate fate = Fate.UNUSABLE;

    @Nullable
    RejectReason unusable;

    /// Nanoseconds since 1970 UTC, and whether they are finer than microseconds.
    long timeNanos;

    boolean nanos;
    int captured;
    int wire;
    int linkType;

    /// What the memory of mirrored copies says of an IP packet.
    int copyAge;
}
