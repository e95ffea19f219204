package org.qingyuan.traffic.flow;

import org.qingyuan.traffic.packet.Counters;
import org.qingyuan.traffic.packet.Decoded;
import org.qingyuan.traffic.packet.Packet;
import org.qingyuan.traffic.packet.PacketBuilder;

/// A wire with a tap: packets made by hand go through the decoder into a tracker. Each packet comes a millisecond after
/// the one before, unless [#pass] says otherwise, and has an IP id of its own.
final class Wire {
    static final long SECOND = 1_000_000_000L;
    static final long START = 1_700_000_000L * SECOND;
    static final FlowLimits LIMITS = new FlowLimits(1000, 100, 65_536, 1 << 20, 3600 * SECOND);

    final RecordingObserver observer = new RecordingObserver();
    final Counters counters = new Counters();
    final CoverageTable coverage = new CoverageTable(null);
    final FlowTracker tracker;
    private final Packet packet = new Packet();
    private final PacketRef at = new PacketRef();
    private MirrorMemory mirrors = new MirrorMemory();
    private int id;

    Wire() {
        this(LIMITS);
    }

    Wire(FlowLimits limits) {
        tracker = new FlowTracker(limits, observer, counters, coverage, 42);
        at.timeNanos = START;
    }

    /// Lets time pass.
    Wire pass(long nanos) {
        at.timeNanos += nanos;
        return this;
    }

    Wire send(PacketBuilder builder) {
        return raw(builder.id(++id).ethernet());
    }

    /// Sends a frame as it is.
    Wire raw(byte[] frame) {
        return snapped(frame, frame.length);
    }

    /// Sends a frame of which fewer bytes are captured.
    Wire snapped(byte[] frame, int captured) {
        at.number++;
        at.timeNanos += 1_000_000;
        tracker.clock(at.timeNanos);
        Decoded what = packet.decode(frame, 0, captured, frame.length, 1);
        if (what == Decoded.REJECTED || what == Decoded.NOT_IP) {
            throw new AssertionError(what + " " + packet.reason());
        }
        tracker.packet(packet, what, mirrors.ageOfCopy(packet, what, at.timeNanos), at, false);
        return this;
    }

    long now() {
        return at.timeNanos;
    }

    void nextInput() {
        at.input++;
        at.number = 0;
        mirrors = new MirrorMemory();
    }

    Wire finish() {
        tracker.finish();
        return this;
    }
}
