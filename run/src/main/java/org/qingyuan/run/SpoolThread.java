package org.qingyuan.run;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Finding;
import org.qingyuan.output.ResultSpool;

/// Puts the findings of one file into its spool in a thread of its own, so that whoever follows the packets waits for
/// no text and no disk. The spool is the caller's again when this is closed. Used by one thread.
final class SpoolThread implements Closeable {
    /// Findings that wait for their turn.
    private static final int WAITING = 64;

    private final ResultSpool spool;
    private final Deque<Future<@Nullable Void>> waiting = new ArrayDeque<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    SpoolThread(ResultSpool spool) {
        this.spool = spool;
    }

    /// Takes a finding; waits while too many others do.
    ///
    /// @throws IOException when an earlier one could not be kept
    void add(Finding finding) throws IOException {
        if (waiting.size() == WAITING) {
            await(waiting.remove());
        }
        waiting.add(thread.submit(() -> {
            spool.add(finding);
            return null;
        }));
    }

    /// Waits until all are kept.
    ///
    /// @throws IOException when one could not be
    void finish() throws IOException {
        while (!waiting.isEmpty()) {
            await(waiting.remove());
        }
    }

    private static void await(Future<@Nullable Void> kept) throws IOException {
        try {
            kept.get();
        } catch (ExecutionException e) {
            throw ScanFaults.asIo(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        thread.close();
    }
}
