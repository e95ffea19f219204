package org.qingyuan.traffic.generate.wire;

/// How one TCP connection behaves.
///
/// @param talk its number in the capture from 1, 0 = background
/// @param openNanos when the SYN passes the tap
/// @param rttNanos from the tap to the server and back
/// @param segmentBytes most payload bytes a segment
/// @param cutter how the bytes are cut
/// @param ending how it ends
/// @param endNanos when the end begins, later if messages last longer
/// @param keepAliveNanos silence after which the client probes, 0 = never
/// @param tags VLAN tags of its frames
public record TcpPlan(
        int talk,
        Endpoint client,
        Endpoint server,
        long openNanos,
        long rttNanos,
        int segmentBytes,
        Cutter cutter,
        Ending ending,
        long endNanos,
        long keepAliveNanos,
        Tags tags) {
    /// How a connection ends.
    public enum Ending {
        CLIENT_FIN,
        SERVER_FIN,
        CLIENT_RESET,
        SERVER_RESET,
        /// The capture ends before it does.
        OPEN
    }

    /// How the byte stream is cut into segments.
    public enum Cutter {
        /// Each message begins a segment; long ones are cut at the most that a segment holds.
        MESSAGE,
        /// What one side says within 50 ms shares segments.
        TOGETHER,
        /// Segments of seeded lengths, without regard for messages; what one side says within 50 ms is one stream.
        ANYWHERE
    }

    /// An ordinary connection: 1,448-byte segments, keep-alive after 75 s.
    public static TcpPlan ordinary(int talk, Endpoint client, Endpoint server, long openNanos, long rttNanos) {
        return new TcpPlan(
                talk,
                client,
                server,
                openNanos,
                rttNanos,
                1448,
                Cutter.MESSAGE,
                Ending.CLIENT_FIN,
                openNanos,
                75_000_000_000L,
                Tags.NONE);
    }

    public TcpPlan ending(Ending other, long atNanos) {
        return new TcpPlan(
                talk, client, server, openNanos, rttNanos, segmentBytes, cutter, other, atNanos, keepAliveNanos, tags);
    }

    public TcpPlan cut(Cutter other, int mostBytes) {
        return new TcpPlan(
                talk, client, server, openNanos, rttNanos, mostBytes, other, ending, endNanos, keepAliveNanos, tags);
    }

    public TcpPlan tagged(Tags other) {
        return new TcpPlan(
                talk,
                client,
                server,
                openNanos,
                rttNanos,
                segmentBytes,
                cutter,
                ending,
                endNanos,
                keepAliveNanos,
                other);
    }

    public TcpPlan silent() {
        return new TcpPlan(talk, client, server, openNanos, rttNanos, segmentBytes, cutter, ending, endNanos, 0, tags);
    }
}
