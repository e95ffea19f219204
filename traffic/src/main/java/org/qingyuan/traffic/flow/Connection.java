package org.qingyuan.traffic.flow;

import org.qingyuan.finding.Address;

/// A TCP connection that is being read: its endpoints and all that was counted of it since its first packet, also
/// before reading began. Side 0 is who sent the first SYN; where no handshake was seen, who sent the first packet.
///
/// The flow layer fills and updates it; readers only look. Copies of mirrored packets are counted once.
public final class Connection {
    public final Address[] address;
    public final int[] port;

    /// Whether the SYN was seen, so that side 0 is the initiator.
    public boolean handshake;

    public long firstNanos;
    public long lastNanos;

    /// Whether the capture that holds the first packet has nanoseconds.
    public boolean nanos;

    /// The first packet: its input and its number from 1.
    public int firstInput;

    public long firstNumber;

    /// Packets and IP total lengths by sender.
    public final long[] packets = new long[2];

    public final long[] bytes = new long[2];

    /// VLAN tags seen from each sender, outer tag in the upper half, inner in the lower; -1 = untagged or not seen,
    /// a single tag has 0xffff in the lower half.
    public final int[] vlan = {-1, -1};

    public Connection(Address[] address, int[] port) {
        this.address = address;
        this.port = port;
    }

    /// Whether a packet of this sender was captured at all; on a one-way tap one side stays silent.
    public boolean seen(int side) {
        return packets[side] > 0;
    }
}
