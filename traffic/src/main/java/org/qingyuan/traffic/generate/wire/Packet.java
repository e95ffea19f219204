package org.qingyuan.traffic.generate.wire;

/// One packet that passes the tap, from its network header on.
///
/// @param timeNanos nanoseconds since 1970 UTC
/// @param etherType what `bytes` are, 0x0800 or 0x86dd unless the packet is no IP
/// @param bytes from the network header on; never changed after the packet is made
/// @param origin whose packet it is
/// @param tags VLAN tags that the link adds
/// @param snap at most so many bytes of `bytes` are captured
public record Packet(long timeNanos, int etherType, byte[] bytes, Origin origin, Tags tags, int snap) {
    public static final int IPV4 = 0x0800;
    public static final int IPV6 = 0x86dd;
    /// No bound on what is captured.
    public static final int WHOLE = Integer.MAX_VALUE;

    /// Whose packet it is, so that the truth can be counted after the capture was disturbed.
    ///
    /// @param talk number of the TCP connection in its capture from 1; 0 = background
    /// @param side 0 = sent by the client, 1 = by the server
    /// @param first number of the first message from 0 of whose bytes it carries some, -1 = none
    /// @param last number of the last such message
    /// @param segment number of the segment in its connection from 0; a retransmission has that of its original, -1 =
    ///     none
    /// @param copy whether the packet is a mirrored copy of an earlier one
    public record Origin(int talk, int side, int first, int last, int segment, boolean copy) {
        /// Traffic of nobody whose truth is kept, sent by the side given.
        public static Origin background(int side) {
            return new Origin(0, side, -1, -1, -1, false);
        }

        /// Whether some bytes of the message are in the packet.
        public boolean carries(int message) {
            return message >= first && message <= last;
        }

        Origin mirrored() {
            return new Origin(talk, side, first, last, segment, true);
        }
    }

    /// An IPv4 or IPv6 packet, told by its first four bits.
    public static Packet ip(long timeNanos, byte[] bytes, Origin origin, Tags tags) {
        return new Packet(timeNanos, bytes[0] >> 4 == 6 ? IPV6 : IPV4, bytes, origin, tags, WHOLE);
    }

    public Packet at(long time) {
        return new Packet(time, etherType, bytes, origin, tags, snap);
    }

    public Packet with(byte[] other) {
        return new Packet(timeNanos, etherType, other, origin, tags, snap);
    }

    public Packet tagged(Tags other) {
        return new Packet(timeNanos, etherType, bytes, origin, other, snap);
    }

    public Packet snapped(int length) {
        return new Packet(timeNanos, etherType, bytes, origin, tags, length);
    }

    /// The same packet seen again by a second port of the mirror.
    public Packet mirrored(long time, byte[] other) {
        return new Packet(time, etherType, other, origin.mirrored(), tags, snap);
    }

    /// Whether it carries bytes of a message.
    public boolean hasData() {
        return origin.first() >= 0;
    }
}
