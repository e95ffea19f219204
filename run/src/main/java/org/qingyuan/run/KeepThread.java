package org.qingyuan.run;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.qingyuan.casework.campaign.Importing;
import org.qingyuan.casework.cases.ImportRun;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;

/// Keeps batches of findings one after the other in a thread of its own, so that whoever reads the file waits for no
/// disk. At most one batch waits beside the one that is being kept. Used by one thread.
final class KeepThread implements AutoCloseable {
    private final Importing importing;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private ImportRun run;
    private boolean isStopped;
    private @Nullable Future<?> last;
    private @Nullable Future<?> before;

    /// @param run as the import stood
    KeepThread(Importing importing, ImportRun run) {
        this.importing = importing;
        this.run = run;
    }

    /// Takes a batch; waits while two others are not kept.
    ///
    /// @throws RuntimeException what an earlier one failed with; none after that one is kept; later ones fail with it
    /// too
    void keep(List<Importing.Found> found, long lines) {
        add(() -> importing.keep(run, found, lines, 0));
    }

    /// Keeps the last batch, and waits until all are.
    ImportRun keepLast(List<Importing.Found> found, long lines, long rejected) {
        add(() -> importing.keepLast(run, found, lines, rejected));
        await(before);
        await(last);
        return run;
    }

    private void add(Supplier<ImportRun> work) {
        await(before);
        before = last;
        last = thread.submit(() -> inTurn(work));
    }

    /// After one that could not be kept, none is.
    private void inTurn(Supplier<ImportRun> work) {
        if (!isStopped) {
            isStopped = true;
            run = work.get();
            isStopped = false;
        }
    }

    private static void await(@Nullable Future<?> kept) {
        try {
            if (kept != null) {
                kept.get();
            }
        } catch (ExecutionException e) {
            throw unwrapped(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(ErrorCode.INTERRUPTED, Map.of("where", "", "what", ""), e);
        }
    }

    private static RuntimeException unwrapped(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException e ? e : new IllegalStateException(cause);
    }

    /// Waits for what is being kept.
    @Override
    public void close() {
        thread.close();
    }
}
