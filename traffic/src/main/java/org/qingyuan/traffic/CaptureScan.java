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
import org.qingyuan.traffic.CapturedPacket.Fate;
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

/// One scan over one input, or over several as one stream. Used once, by one thread; each input is read ahead by
/// another
/// (see [CaptureFeed]).
final class CaptureScan {
    private static final int MOST_REJECTS_A_FILE = 10_000;
    private static final long PROGRESS_NANOS = 300_000_000L;

    private final ScanParameters parameters;
    private final ScanLimits limits;
    private final ObserverFactory observers;
    private final ScanListener listener;
    private final CaptureFeed.Sight sight;

    private final Counters counters = new Counters();
    private final CoverageTable coverage;
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
        TimeRange window = parameters.window();
        sight = new CaptureFeed.Sight(
                bound(window.from(), Long.MIN_VALUE),
                bound(window.to(), Long.MAX_VALUE),
                NetFilter.of(parameters.nets()));
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
            packets(input, reader, flows, observation);
            summarise(reader);
        } catch (IOException e) {
            rejectInput(RejectReason.UNREADABLE_FILE, String.valueOf(e.getMessage()));
            inputs.add(
                    new InputSummary(name, 0, null, null, null, 0, "packets", false, 0, RejectReason.UNREADABLE_FILE));
        }
    }

    private void packets(
            CaptureInput input, CaptureReader reader, FlowTracker flows, ObserverFactory.Observation observation) {
        try (CaptureFeed feed = new CaptureFeed(reader, sight)) {
            boolean more = true;
            long bytesRead = 0;
            while (more && !stopped) {
                PacketBatch batch = feed.next();
                if (batch != null) {
                    packets(batch, flows);
                    more = !batch.last;
                    bytesRead = batch.bytesRead;
                    feed.release(batch);
                }
                stopped = listener.cancelled();
                progress(input, bytesRead, observation);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }

    private void progress(CaptureInput input, long bytesRead, ObserverFactory.Observation observation) {
        long now = System.nanoTime();
        if (now - progressNanos >= PROGRESS_NANOS) {
            progressNanos = now;
            listener.progress(input, bytesRead, at.number, observation.confirmed());
        }
    }

    private void packets(PacketBatch batch, FlowTracker flows) {
        for (int i = 0; i < batch.count(); i++) {
            at.number++;
            packet(batch.get(i), flows);
        }
        counters.add(Counter.PACKETS_READ, batch.count());
    }

    private void packet(CapturedPacket record, FlowTracker flows) {
        RejectReason unusable = record.unusable;
        if (unusable != null) {
            rejectPacket(unusable, "");
            return;
        }
        long time = record.timeNanos;
        firstNanos = Math.min(firstNanos, time);
        lastNanos = Math.max(lastNanos, time);
        nanos = record.nanos;
        if (record.fate == Fate.OUTSIDE_WINDOW) {
            counters.count(Counter.OUTSIDE_WINDOW);
            return;
        }
        at.timeNanos = time;
        flows.clock(time);
        if (record.captured < record.wire) {
            counters.count(Counter.SNAPPED);
        }
        decoded(record, flows);
    }

    private void decoded(CapturedPacket record, FlowTracker flows) {
        switch (record.fate) {
            case TCP -> flows.packet(record.packet, Decoded.TCP, record.copyAge, at, nanos);
            case UDP -> flows.packet(record.packet, Decoded.UDP, record.copyAge, at, nanos);
            case OTHER_IP -> flows.packet(record.packet, Decoded.OTHER_IP, record.copyAge, at, nanos);
            case OUTSIDE_NET -> counters.count(Counter.OUTSIDE_NET);
            case NOT_IP -> counters.count(record.packet.counter());
            case REJECTED -> reject(record);
            case UNUSABLE, OUTSIDE_WINDOW -> throw new IllegalStateException("counted before");
        }
    }

    private void reject(CapturedPacket record) {
        RejectReason reason = record.packet.reason();
        if (rejectsOfFile >= MOST_REJECTS_A_FILE) {
            counters.rejectPacket(reason);
        } else if (reason == RejectReason.UNKNOWN_LINK_TYPE) {
            rejectPacket(reason, "LINKTYPE " + record.linkType);
        } else {
            rejectPacket(reason, record.captured + "/" + record.wire);
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
        RejectReason problem = stopped ? null : reader.problem();
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
