package org.qingyuan.traffic;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qingyuan.traffic.capture.CaptureReader;
import org.qingyuan.traffic.flow.NetworkNamer;

/// Scans captures: the door of the module. Holds no state, so several threads may scan different inputs at once; each
/// scan has tables of its own within 40 MB.
public final class TrafficScan {
    private final ScanParameters parameters;
    private final ScanLimits limits;
    private final ObserverFactory observers;
    private final @Nullable NetworkNamer namer;

    /// @param namer registered networks for the coverage; `null` when there are none
    public TrafficScan(
            ScanParameters parameters, ScanLimits limits, ObserverFactory observers, @Nullable NetworkNamer namer) {
        this.parameters = parameters;
        this.limits = limits;
        this.observers = observers;
        this.namer = namer;
    }

    /// Reads one input by itself. What is wrong with it stands in the result; nothing is thrown for it.
    public ScanResult scan(CaptureInput input, ScanListener listener) {
        return new CaptureScan(parameters, limits, observers, namer, listener).run(List.of(input));
    }

    /// Reads rotated captures as one stream, in the order of their first packets; connections go on from one to the
    /// next. Every input but pipes is opened twice. Inputs without packets come last, by name.
    public ScanResult scanContinuous(List<CaptureInput> inputs, ScanListener listener) {
        return new CaptureScan(parameters, limits, observers, namer, listener).run(inOrder(inputs));
    }

    private static List<CaptureInput> inOrder(List<CaptureInput> inputs) {
        record Timed(CaptureInput input, long firstNanos) {}
        List<Timed> timed = new ArrayList<>();
        for (CaptureInput input : inputs) {
            timed.add(new Timed(input, input.size() < 0 ? Long.MAX_VALUE : firstNanos(input)));
        }
        timed.sort(Comparator.comparingLong(Timed::firstNanos)
                .thenComparing(each -> each.input().name()));
        return timed.stream().map(Timed::input).toList();
    }

    /// Time of the first packet, `Long.MAX_VALUE` when there is none.
    private static long firstNanos(CaptureInput input) {
        try (CaptureReader reader = new CaptureReader(input.opener().open())) {
            do {
                while (reader.next()) {
                    if (reader.rejected() == null) {
                        return reader.timeNanos();
                    }
                }
            } while (reader.fill());
        } catch (IOException e) {
            // said when it is read
        }
        return Long.MAX_VALUE;
    }
}
