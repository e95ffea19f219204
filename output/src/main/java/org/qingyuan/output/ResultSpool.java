package org.qingyuan.output;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Finding;

/// Puts the findings of one file into the order of the results: by start, key, id. Holds lines of JSON, already masked
/// for data, in memory up to a bound; beyond it sorted runs go to a private temporary folder and are merged. One spool
/// per file and thread; the caller drains the spools in byte order of the files' names.
public final class ResultSpool implements Closeable {
    /// Lines held in memory unless told otherwise.
    public static final int DEFAULT_BYTES = 4 << 20;

    /// Runs that are merged at once; more are merged into one before.
    static final int MAX_RUNS = 64;

    private static final int BUFFER = 1 << 14;

    /// What a line costs beside its bytes: the entry, its key and id, the headers of its arrays.
    private static final int OVERHEAD = 300;

    private final Path parent;
    private final int maxBytes;
    private final Masking masking;
    private final List<SpoolEntry> held = new ArrayList<>();
    private final List<Path> runs = new ArrayList<>();
    private @Nullable Path folder;
    private long heldBytes;
    private long count;
    private int named;

    /// @param parent an existing private folder; nothing is written there until the bound is reached
    /// @param maxBytes lines held in memory
    /// @param masking how findings are masked before they are kept; for data
    public ResultSpool(Path parent, int maxBytes, Masking masking) {
        this.parent = parent;
        this.maxBytes = maxBytes;
        this.masking = masking;
    }

    public void add(Finding finding) throws IOException {
        byte[] line = ResultJson.line(masking.mask(finding));
        held.add(new SpoolEntry(finding.start(), finding.key(), finding.id(), line));
        heldBytes += line.length + OVERHEAD;
        count++;
        if (heldBytes > maxBytes) {
            spill();
        }
    }

    /// How many findings it holds.
    public long count() {
        return count;
    }

    /// Gives every line to the writer, in order; the spool is empty then.
    public void drain(ResultWriter writer) throws IOException {
        held.sort(null);
        SpoolMerge.merge(runs, held, entry -> writer.line(entry.line()));
        clear();
    }

    /// Removes its files; what was not drained is lost.
    @Override
    public void close() throws IOException {
        clear();
        if (folder != null) {
            Files.deleteIfExists(folder);
            folder = null;
        }
    }

    private void clear() throws IOException {
        held.clear();
        heldBytes = 0;
        count = 0;
        delete(runs);
        runs.clear();
    }

    private void spill() throws IOException {
        held.sort(null);
        List<Path> merged = runs.size() < MAX_RUNS ? List.of() : List.copyOf(runs);
        runs.add(write(merged));
        runs.removeAll(merged);
        delete(merged);
        held.clear();
        heldBytes = 0;
    }

    /// A new run of the given ones and what is held.
    private Path write(List<Path> merged) throws IOException {
        Path run = folder().resolve("run-" + named++);
        try (OutputStream file = Files.newOutputStream(run, StandardOpenOption.CREATE_NEW);
                DataOutputStream out = new DataOutputStream(new BufferedOutputStream(file, BUFFER))) {
            SpoolMerge.merge(merged, held, entry -> entry.write(out));
        }
        return run;
    }

    private Path folder() throws IOException {
        Path made = folder;
        if (made == null) {
            // 0700 where the file system knows permissions
            made = Files.createTempDirectory(parent, "spool-");
            folder = made;
        }
        return made;
    }

    private static void delete(List<Path> files) throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
