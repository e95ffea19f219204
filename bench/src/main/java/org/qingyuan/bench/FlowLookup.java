package org.qingyuan.bench;

import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.qingyuan.finding.Address;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.TimeRange;
import org.qingyuan.traffic.CaptureInput;
import org.qingyuan.traffic.References;
import org.qingyuan.traffic.ScanLimits;
import org.qingyuan.traffic.ScanListener;
import org.qingyuan.traffic.ScanParameters;
import org.qingyuan.traffic.flow.Connection;
import org.qingyuan.traffic.flow.Conversation;
import org.qingyuan.traffic.flow.CoverageTable;
import org.qingyuan.traffic.flow.FlowLimits;
import org.qingyuan.traffic.flow.FlowTracker;
import org.qingyuan.traffic.flow.MirrorMemory;
import org.qingyuan.traffic.flow.PacketRef;
import org.qingyuan.traffic.flow.StreamObserver;
import org.qingyuan.traffic.mining.MiningObservers;
import org.qingyuan.traffic.packet.Counters;
import org.qingyuan.traffic.packet.Decoded;
import org.qingyuan.traffic.packet.Packet;

/// Decoding a packet and following its flow, without any miner; one operation is one packet. `observer` is who looks at
/// first bytes: nobody, or the scan for mining, which opens what could be a conversation of its own and puts it away.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class FlowLookup {
    @Param({"nobody", "mining"})
    private String observer = "nobody";

    private final Packet packet = new Packet();
    private final PacketRef at = new PacketRef();
    private final OrdinaryTraffic traffic = OrdinaryTraffic.generate();
    private final MirrorMemory mirrors = new MirrorMemory();
    private FlowTracker tracker = tracker(new Nobody());
    private long shiftNanos;

    /// Sets who looks.
    @Setup
    public void choose() {
        tracker = tracker(observer.equals("mining") ? mining() : new Nobody());
    }

    private static FlowTracker tracker(StreamObserver who) {
        ScanLimits limits = ScanLimits.DEFAULT;
        FlowLimits bounds = new FlowLimits(
                limits.maxFlows(),
                limits.maxStreams(),
                limits.streamBytes(),
                limits.totalStreamBytes(),
                ScanParameters.DEFAULT_SESSION_IDLE.toNanos());
        return new FlowTracker(bounds, who, new Counters(), new CoverageTable(null), 1);
    }

    static StreamObserver mining() {
        ScanParameters parameters = new ScanParameters(
                TimeRange.ALWAYS,
                List.of(),
                ScanParameters.DEFAULT_SESSION_IDLE,
                ScanParameters.DEFAULT_MIN_OBSERVED_SECONDS,
                ZoneOffset.UTC);
        return new MiningObservers(References.builtIn())
                .make(parameters, ScanLimits.DEFAULT, List.of("bench"), new Deaf())
                .observer();
    }

    /// Hears of findings and forgets them.
    private static final class Deaf implements ScanListener {
        @Override
        public void finding(Finding finding) {}

        @Override
        public void progress(CaptureInput input, long bytesRead, long packets, int confirmed) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    }

    /// Each round is later than the one before.
    ///
    /// @return something that depends on every packet
    @Benchmark
    @OperationsPerInvocation(OrdinaryTraffic.PACKETS)
    public long follow() {
        for (int i = 0; i < OrdinaryTraffic.PACKETS; i++) {
            at.number++;
            at.timeNanos = traffic.timeNanos[i] + shiftNanos;
            tracker.clock(at.timeNanos);
            Decoded what = traffic.decode(packet, i);
            if (what != Decoded.NOT_IP && what != Decoded.REJECTED) {
                tracker.packet(packet, what, mirrors.ageOfCopy(packet, what, at.timeNanos), at, false);
            }
        }
        shiftNanos += traffic.roundNanos();
        return tracker.flows();
    }

    /// Wants to read nothing.
    private static final class Nobody implements StreamObserver {
        @Override
        public boolean mayBegin(byte[] buffer, int offset, int length) {
            return false;
        }

        @Override
        public @Nullable Conversation open(Connection connection) {
            return null;
        }

        @Override
        public void dnsAnswer(Address client, byte[] buffer, int offset, int length, PacketRef at) {}

        @Override
        public void tick(long timeNanos) {}
    }
}
