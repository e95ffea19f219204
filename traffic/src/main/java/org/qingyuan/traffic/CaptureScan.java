package org.qingyuan.traffic;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.InputSummary;
import org.qingyuan.finding.Moment;
import org.qingyuan.finding.Reject;
import org.qingyuan.finding.RejectReason;
import org.qingyuan.finding.TimeRange;
import org.qingyuan.traffic.capture.CaptureReader;
import org.qingyuan.traffic.flow.CoverageTable;
import org.qingyuan.traffic.flow.FlowLimits;
import org.qingyuan.traffic.flow.FlowTracker;
import org.qingyuan.traffic.flow.NetworkNamer;
import org.qingyuan.traffic.flow.PacketRef;
import org.qingyuan.traffic.packet.Counter;
import org.qingyuan.traffic.packet.Counters;
import org.qingyuan.traffic.packet.Decoded;
import org.qingyuan.traffic.packet.NetFilter;
import org.qingyuan.traffic.packet.Packet;

/// One scan over one input, or over several as one stream. Used once, by one thread.
final class CaptureScan {
    private static final int MOST_REJECTS_A_FILE = 10_000;
    private static final long PROGRESS_NANOS = 300_000_000L;

    private final ScanParameters parameters;
    private final ScanLimits limits;
    private final ObserverFactory observers;
    private final ScanListener listener;
    private final NetFilter nets;
    private final long fromNanos;
    private final long toNanos;

    private final Counters counters = new Counters();
    private final CoverageTable coverage;
    private final Packet packet = new Packet();
    private final PacketRef at = new PacketRef();
    private final List<InputSummary> inputs = new ArrayList<>();
    private final List<Reject> rejected = new ArrayList<>();
    private long progressNanos = System.nanoTime();
    private boolean readable;
    private boolean stopped;

    // the input in hand
    private String name = "";
    private int rejectsOfFile;
    private long firstNanos;
    private long lastNanos;
    private boolean nanos;

    CaptureScan(
            ScanParameters parameters,
            ScanLimits limits,
            ObserverFactory observers,
            @Nullable NetworkNamer namer,
            ScanListener listener) {
        this.parameters = parameters;
        this.limits = limits;
        this.observers = observers;
        this.listener = listener;
        coverage = new CoverageTable(namer);
        nets = NetFilter.of(parameters.nets());
        TimeRange window = parameters.window();
        fromNanos = bound(window.from(), Long.MIN_VALUE);
        toNanos = bound(window.to(), Long.MAX_VALUE);
    }

    /// An end of the window in nanoseconds since 1970, held within what those can say.
    private static long bound(@Nullable Instant instant, long open) {
        if (instant == null) {
            return open;
        }
        long most = Long.MAX_VALUE / 1_000_000_000L - 1;
        long seconds = Math.clamp(instant.getEpochSecond(), -most, most);
        return seconds * 1_000_000_000L + instant.getNano();
    }

    ScanResult run(List<CaptureInput> captures) {
        List<String> names = captures.stream().map(CaptureInput::name).toList();
        ObserverFactory.Observation observation = observers.make(parameters, limits, names, listener);
        FlowTracker flows =
                new FlowTracker(flowLimits(), observation.observer(), counters, coverage, System.nanoTime());
        for (int i = 0; i < captures.size() && !stopped; i++) {
            at.input = i;
            at.number = 0;
            flows.nextInput();
            read(captures.get(i), flows, observation);
        }
        flows.finish();
        observation.finish();
        return result(observation);
    }

    private FlowLimits flowLimits() {
        return new FlowLimits(
                limits.maxFlows(),
                limits.maxStreams(),
                limits.streamBytes(),
                limits.totalStreamBytes(),
                parameters.sessionIdle().toNanos());
    }

    private void read(CaptureInput input, FlowTracker flows, ObserverFactory.Observation observation) {
        name = input.name();
        rejectsOfFile = 0;
        firstNanos = Long.MAX_VALUE;
        lastNanos = Long.MIN_VALUE;
        nanos = false;
        try (CaptureReader reader = new CaptureReader(input.opener().open())) {
            do {
                packets(reader, flows);
                stopped = listener.cancelled();
                progress(input, reader, observation);
            } while (!stopped && reader.fill());
            summarise(reader);
        } catch (IOException e) {
            rejectInput(RejectReason.UNREADABLE_FILE, String.valueOf(e.getMessage()));
            inputs.add(
                    new InputSummary(name, 0, null, null, null, 0, "packets", false, 0, RejectReason.UNREADABLE_FILE));
        }
    }

    private void progress(CaptureInput input, CaptureReader reader, ObserverFactory.Observation observation) {
        long now = System.nanoTime();
        if (now - progressNanos >= PROGRESS_NANOS) {
            progressNanos = now;
            listener.progress(input, reader.bytesRead(), at.number, observation.confirmed());
        }
    }

    /// Takes the records that are in the reader's buffer.
    private void packets(CaptureReader reader, FlowTracker flows) {
        while (reader.next()) {
            at.number++;
            counters.count(Counter.PACKETS_READ);
            RejectReason unusable = reader.rejected();
            if (unusable == null) {
                packet(reader, flows);
            } else {
                rejectPacket(unusable, "");
            }
        }
    }

    private void packet(CaptureReader reader, FlowTracker flows) {
        long time = reader.timeNanos();
        firstNanos = Math.min(firstNanos, time);
        lastNanos = Math.max(lastNanos, time);
        nanos = reader.nanos();
        if (time < fromNanos || time >= toNanos) {
            counters.count(Counter.OUTSIDE_WINDOW);
            return;
        }
        at.timeNanos = time;
        flows.clock(time);
        int captured = reader.capturedLength();
        int wire = reader.wireLength();
        if (captured < wire) {
            counters.count(Counter.SNAPPED);
        }
        Decoded what = packet.decode(reader.bytes(), reader.offset(), captured, wire, reader.linkType());
        switch (what) {
            case TCP, UDP, OTHER_IP -> {
                if (nets.admits(packet)) {
                    flows.packet(packet, what, at, nanos);
                } else {
                    counters.count(Counter.OUTSIDE_NET);
                }
            }
            case NOT_IP -> counters.count(packet.counter());
            case REJECTED -> reject(reader);
        }
    }

    private void reject(CaptureReader reader) {
        RejectReason reason = packet.reason();
        if (rejectsOfFile >= MOST_REJECTS_A_FILE) {
            counters.rejectPacket(reason);
        } else if (reason == RejectReason.UNKNOWN_LINK_TYPE) {
            rejectPacket(reason, "LINKTYPE " + reader.linkType());
        } else {
            rejectPacket(reason, reader.capturedLength() + "/" + reader.wireLength());
        }
    }

    private void rejectPacket(RejectReason reason, String detail) {
        counters.rejectPacket(reason);
        list(reason, at.number, detail);
    }

    private void rejectInput(RejectReason reason, String detail) {
        counters.rejectInput(reason);
        list(reason, 0, detail);
    }

    private void list(RejectReason reason, long number, String detail) {
        if (rejectsOfFile < MOST_REJECTS_A_FILE) {
            rejectsOfFile++;
            rejected.add(new Reject(name, number, null, reason, detail));
        }
    }

    private void summarise(CaptureReader reader) {
        RejectReason problem = reader.problem();
        if (problem != null) {
            rejectInput(problem, "@" + reader.stoppedAt());
        }
        boolean any = lastNanos >= firstNanos;
        readable |= problem == null || at.number > 0 || isHeaderGood(problem);
        inputs.add(new InputSummary(
                name,
                reader.bytesRead(),
                reader.format(),
                any ? Moment.ofEpochNanos(firstNanos, nanos) : null,
                any ? Moment.ofEpochNanos(lastNanos, nanos) : null,
                at.number,
                "packets",
                problem == null && !stopped,
                problem == null && stopped ? reader.bytesRead() : reader.stoppedAt(),
                problem));
    }

    /// Whether an input without a single packet was a capture nevertheless.
    private static boolean isHeaderGood(RejectReason problem) {
        return problem == RejectReason.CUT_RECORD
                || problem == RejectReason.DAMAGED_RECORD
                || problem == RejectReason.OVERSIZED_RECORD;
    }

    private ScanResult result(ObserverFactory.Observation observation) {
        List<ScanResult.Coverage> rows = new ArrayList<>();
        for (CoverageTable.Row row : coverage.toRows()) {
            rows.add(new ScanResult.Coverage(
                    row.network(), row.day().toString(), row.packetsFrom(), row.packetsTo(), row.bytes()));
        }
        Map<String, Long> counts = new TreeMap<>();
        counters.each(counts::put);
        Map<String, Long> rejects = new TreeMap<>();
        counters.eachReject(rejects::put);
        counts.putAll(observation.counters());
        return new ScanResult(
                inputs,
                counts,
                rejects,
                rejected,
                rows,
                coverage.merged(),
                observation.learnedPools(),
                readable,
                stopped);
    }
}
