package org.qingyuan.table.raw;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;

/// A row buffer with the file of the current part behind it.
final class PartFile implements Closeable {
    private final StageFolder folder;
    private final RowBuffer buffer = new RowBuffer();
    private @Nullable Path path;
    private @Nullable OutputStream out;
    private long written;

    PartFile(StageFolder folder) {
        this.folder = folder;
    }

    RowBuffer buffer() {
        return buffer;
    }

    /// Bytes of the current part on disk.
    long written() {
        return written;
    }

    /// Writes the rows that the buffer has kept.
    void flush() {
        try {
            OutputStream to = out;
            if (to == null) {
                path = folder.next();
                to = folder.create(path);
                out = to;
            }
            written += buffer.writeTo(to);
        } catch (IOException e) {
            throw failure(folder.toString(), e);
        }
    }

    /// Ends the current part; its path, or `null` where it has no rows.
    @Nullable
    Path finish() {
        if (buffer.position() > 0) {
            flush();
        }
        Path whole = path;
        close();
        path = null;
        written = 0;
        return whole;
    }

    @Override
    public void close() {
        OutputStream open = out;
        out = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                throw failure(folder.toString(), e);
            }
        }
    }

    private static Failure failure(String where, IOException fault) {
        String what = fault instanceof FileSystemException at && at.getReason() != null
                ? at.getReason()
                : String.valueOf(fault.getMessage());
        boolean full = what.toLowerCase(Locale.ROOT).contains("no space left");
        ErrorCode code = full ? ErrorCode.DISK_FULL : ErrorCode.OUTPUT_FAILED;
        return new Failure(code, Map.of("where", where, "what", what), fault);
    }
}
