package org.qingyuan.output;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A file that appears under its name only when it is whole: written beside it under a temporary name, renamed by
/// [#commit], kept as `FILE.partial` by [#keepPartial], removed by [#close] when neither was called. What is no
/// ordinary file (a pipe, a terminal, `/dev/null`) is written directly. A link is followed, not replaced.
public final class AtomicFile implements Closeable {
    /// Who may read the file.
    public enum Access {
        /// Its owner alone: 0600.
        PRIVATE,
        /// As the system's mask says; for reports.
        SHARED
    }

    private static final Set<StandardOpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private final Path target;
    private final @Nullable Path temporary;
    private final OutputStream stream;
    private boolean done;

    private AtomicFile(Path target, @Nullable Path temporary, OutputStream stream) {
        this.target = target;
        this.temporary = temporary;
        this.stream = new BufferedOutputStream(stream, 1 << 16);
    }

    /// Begins to write.
    ///
    /// @throws IOException when the folder does not exist or cannot be written to
    public static AtomicFile create(Path file, Access access) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            return new AtomicFile(target, null, Files.newOutputStream(target, StandardOpenOption.WRITE));
        }
        for (int i = 0; ; i++) {
            Path temporary = target.resolveSibling(".qingyuan-" + i + ".tmp");
            try {
                return new AtomicFile(
                        target,
                        temporary,
                        Channels.newOutputStream(Files.newByteChannel(temporary, NEW, attributes(target, access))));
            } catch (FileAlreadyExistsException e) {
                // another run writes into this folder, or one that died did: take the next name
            }
        }
    }

    private static FileAttribute<?>[] attributes(Path target, Access access) {
        boolean posix = target.getFileSystem().supportedFileAttributeViews().contains("posix");
        return switch (access) {
            case PRIVATE ->
                posix
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
            case SHARED -> new FileAttribute<?>[0];
        };
    }

    /// Where to write; closing it closes the file but does not rename it.
    public OutputStream stream() {
        return stream;
    }

    /// The file is whole: it takes its name, in place of one that was there.
    public void commit() throws IOException {
        moveTo(target);
    }

    /// The file is not whole and worth keeping: `FILE.partial`.
    public void keepPartial() throws IOException {
        moveTo(target.resolveSibling(target.getFileName() + ".partial"));
    }

    private void moveTo(Path name) throws IOException {
        stream.close();
        if (temporary != null) {
            Files.move(temporary, name, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
        done = true;
    }

    /// Removes what was neither committed nor kept.
    @Override
    public void close() throws IOException {
        try {
            stream.close();
        } finally {
            if (!done && temporary != null) {
                Files.deleteIfExists(temporary);
            }
        }
    }
}
