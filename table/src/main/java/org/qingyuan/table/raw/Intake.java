package org.qingyuan.table.raw;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;
import org.qingyuan.finding.Reject;
import org.qingyuan.finding.RejectReason;
import org.qingyuan.table.mapping.Mapping;
import org.qingyuan.table.mapping.TableMapping;
import org.qingyuan.table.session.Session;
import org.qingyuan.table.text.Compression;

/// Reads the text files of an extract by several threads, one a file, while the session's own thread loads what they
/// have staged.
final class Intake implements AutoCloseable {
    /// Staged parts that wait to be loaded; the readers wait when there are more.
    private static final int WAITING = 4;

    private static final long PATIENCE_SECONDS = 30;

    private final Session session;
    private final Mapping mapping;
    private final Loader loader;
    private final StageFolder folder;
    private final ExecutorService readers;
    private final BlockingQueue<Item> items = new ArrayBlockingQueue<>(WAITING);
    private int running;

    /// What a reader hands over, done by the session's thread.
    private interface Item {
        void take() throws IOException;
    }

    Intake(Session session, Mapping mapping) {
        this(session, mapping, new SessionFolder(session.folder(), new AtomicInteger()));
    }

    Intake(Session session, Mapping mapping, StageFolder folder) {
        this.session = session;
        this.mapping = mapping;
        this.folder = folder;
        this.loader = new Loader(session);
        this.readers = Executors.newFixedThreadPool(session.options().threads(), task -> {
            Thread thread = new Thread(task, "table-reader");
            thread.setDaemon(true);
            return thread;
        });
    }

    private record SessionFolder(Path folder, AtomicInteger count) implements StageFolder {
        @Override
        public Path next() {
            return folder.resolve("part-" + count.incrementAndGet());
        }

        @Override
        public OutputStream create(Path path) throws IOException {
            return Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        }
    }

    /// Reads and loads all files of the tables.
    void run(List<TableBuilder> tables) throws IOException {
        for (TableBuilder table : tables) {
            loader.rejectRelations(table.shape());
            ParquetFiles parquet = new ParquetFiles(session, table.shape());
            for (int i = 0; i < table.sources().size(); i++) {
                SourceFile source = table.sources().get(i);
                if (isParquet(source)) {
                    checkUnmapped(table, source);
                    table.addParquet(i, parquet.footer(source));
                } else {
                    start(table, i);
                }
            }
        }
        while (running > 0) {
            next().take();
        }
    }

    private void checkUnmapped(TableBuilder table, SourceFile source) {
        TableMapping how = mapping.tables().get(table.shape().name());
        if (how != null && !how.columns().isEmpty()) {
            throw new Failure(
                    ErrorCode.CONFIGURATION,
                    Map.of("where", source.name(), "what", "columns of Parquet are not mapped"));
        }
    }

    private boolean isParquet(SourceFile source) {
        try {
            return source.isParquet();
        } catch (IOException e) {
            // said by the reader
            return false;
        }
    }

    private Item next() {
        try {
            return items.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(
                    ErrorCode.INTERRUPTED, Map.of("where", session.folder().toString(), "what", ""), e);
        }
    }

    private void start(TableBuilder table, int fileNo) {
        running++;
        readers.execute(() -> {
            try {
                items.put(result(table, fileNo));
            } catch (InterruptedException e) {
                // nobody waits any more
                Thread.currentThread().interrupt();
            }
        });
    }

    private Item result(TableBuilder table, int fileNo) throws InterruptedException {
        try {
            return read(table, fileNo);
        } catch (IOException e) {
            Reject fault = fault(table.sources().get(fileNo), e);
            return () -> {
                running--;
                table.addFault(fault);
                table.setFile(fileNo, "csv", 0, 0);
            };
        } catch (RuntimeException | Error e) {
            return () -> rethrow(e);
        }
    }

    private static void rethrow(Throwable fault) {
        if (fault instanceof Error grave) {
            throw grave;
        }
        throw (RuntimeException) fault;
    }

    private Item read(TableBuilder table, int fileNo) throws IOException, InterruptedException {
        SourceFile source = table.sources().get(fileNo);
        TableMapping how = mapping.tables().getOrDefault(table.shape().name(), TableMapping.CANONICAL);
        TextStager stager = new TextStager(source, fileNo, table.shape(), how, folder, sink(table));
        Compression compression = source.compression();
        StagePlan plan;
        try (InputStream raw = Files.newInputStream(source.path());
                InputStream in = compression.open(raw)) {
            plan = stager.stage(in);
        } finally {
            source.checkUnchanged();
        }
        return () -> {
            running--;
            table.addText(fileNo, plan);
            table.setFile(fileNo, "csv" + compression.suffix(), stager.rows(), stager.rejected());
        };
    }

    private PartSink sink(TableBuilder table) {
        return new PartSink() {
            @Override
            public void rows(Part part) throws InterruptedException {
                items.put(() -> table.addPart(part, loader.rows(part)));
            }

            @Override
            public void rejects(RejectPart part) throws InterruptedException {
                items.put(() -> loader.rejects(part));
            }
        };
    }

    private static Reject fault(SourceFile source, IOException fault) {
        RejectReason reason = fault instanceof Compression.DamagedData
                ? RejectReason.DAMAGED_COMPRESSION
                : RejectReason.UNREADABLE_FILE;
        @Nullable String what = fault instanceof AccessDeniedException ? "permission denied" : fault.getMessage();
        return new Reject(
                source.name(), 0, null, reason, what == null ? fault.getClass().getSimpleName() : what);
    }

    /// Ends the readers, also those that still have something to read.
    @Override
    public void close() {
        readers.shutdownNow();
        try {
            if (!readers.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("a reader does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
