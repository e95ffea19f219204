package org.qingyuan.run;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.qingyuan.finding.Finding;
import org.qingyuan.traffic.CaptureInput;
import org.qingyuan.traffic.ScanListener;

/// Adds up how far each file is, for one progress over all. Safe for several threads.
final class ProgressSum {
    private final ScanProgress progress;
    private final long totalBytes;
    private final AtomicLong doneBytes = new AtomicLong();
    private final AtomicLong findings = new AtomicLong();
    private final Map<String, Going> going = new ConcurrentHashMap<>();
    private volatile boolean isCancelled;

    private record Going(long bytes, int confirmed) {}

    ProgressSum(ScanProgress progress, List<CaptureInput> inputs) {
        this.progress = progress;
        this.totalBytes = inputs.stream().anyMatch(input -> input.size() < 0)
                ? -1
                : inputs.stream().mapToLong(CaptureInput::size).sum();
    }

    /// Makes every reader stop.
    void cancel() {
        isCancelled = true;
    }

    boolean isCancelled() {
        return isCancelled || progress.cancelled();
    }

    void done(CaptureInput input) {
        going.remove(input.name());
        doneBytes.addAndGet(Math.max(0, input.size()));
    }

    ScanListener listener(Consumer<Finding> taker) {
        return new ScanListener() {
            @Override
            public void finding(Finding finding) {
                findings.incrementAndGet();
                taker.accept(finding);
            }

            @Override
            public void progress(CaptureInput input, long bytesRead, long packets, int confirmed) {
                going.put(input.name(), new Going(bytesRead, confirmed));
                long bytes = doneBytes.get();
                long found = findings.get();
                for (Going each : going.values()) {
                    bytes += each.bytes;
                    found += each.confirmed;
                }
                progress.progress(bytes, totalBytes, found);
            }

            @Override
            public boolean cancelled() {
                return isCancelled();
            }
        };
    }
}
