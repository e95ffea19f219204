package org.qingyuan.run;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Finding;
import org.qingyuan.output.Masking;
import org.qingyuan.output.ResultSpool;
import org.qingyuan.traffic.CaptureInput;
import org.qingyuan.traffic.ScanResult;
import org.qingyuan.traffic.TrafficScan;

/// Scans files by themselves, several at once, and gives them back in their order. Used by one thread.
final class FileScans implements Closeable {
    /// How far the threads may run ahead of the file whose turn it is; bounds the results that wait.
    private static final int AHEAD = 64;

    /// Results of one waiting file held in memory, beyond which they wait on disk.
    private static final int SPOOL_BYTES = 256 << 10;

    private final ScanRequest request;
    private final TrafficScan scan;
    private final ProgressSum progress;
    private final Deque<CaptureInput> waiting;
    private final Deque<Future<@Nullable Scanned>> running = new ArrayDeque<>();
    private final ExecutorService threads;

    /// One file that was read.
    ///
    /// @param findings in order once drained; the taker closes it
    record Scanned(ScanResult result, Gathering gathering, ResultSpool findings) {}

    FileScans(ScanRequest request, TrafficScan scan, List<CaptureInput> inputs, ProgressSum progress) {
        this.request = request;
        this.scan = scan;
        this.progress = progress;
        this.waiting = new ArrayDeque<>(inputs);
        this.threads = Executors.newFixedThreadPool(Math.max(1, Math.min(request.threads(), inputs.size())));
    }

    /// Whether files are left; after a cancel only those that are being read.
    boolean hasNext() {
        if (progress.isCancelled()) {
            waiting.clear();
        }
        return !waiting.isEmpty() || !running.isEmpty();
    }

    /// The next file in order, `null` when it was cancelled before it began; waits until it is read.
    @Nullable
    Scanned next() throws IOException {
        while (running.size() < AHEAD && !waiting.isEmpty()) {
            CaptureInput input = waiting.remove();
            running.add(threads.submit(() -> scanned(input)));
        }
        try {
            return running.remove().get();
        } catch (ExecutionException e) {
            throw ScanFaults.asIo(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private @Nullable Scanned scanned(CaptureInput input) throws IOException {
        if (progress.isCancelled()) {
            return null;
        }
        ResultSpool spool = new ResultSpool(request.temporary(), SPOOL_BYTES, Masking.forData(request.revealed()));
        Gathering gathering = new Gathering();
        try (SpoolThread writer = new SpoolThread(spool)) {
            ScanResult result = scan.scan(input, progress.listener(finding -> {
                gathering.add(finding);
                keep(writer, finding);
            }));
            writer.finish();
            progress.done(input);
            return new Scanned(result, gathering, spool);
        } catch (IOException | UncheckedIOException e) {
            spool.close();
            throw ScanFaults.asIo(e);
        }
    }

    private static void keep(SpoolThread writer, Finding finding) {
        try {
            writer.add(finding);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void spool(ResultSpool spool, Finding finding) {
        try {
            spool.add(finding);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Ends what still runs and waits for it.
    @Override
    public void close() throws IOException {
        progress.cancel();
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
                throw new IOException("a reader did not stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (Future<@Nullable Scanned> left : running) {
            Scanned scanned = left.state() == Future.State.SUCCESS ? left.resultNow() : null;
            if (scanned != null) {
                scanned.findings().close();
            }
        }
    }
}
