package org.qingyuan.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;

/// Attachments as files `ab/abcd...`: written under another name, synced, renamed, and the folder synced too. A file
/// that is being written is locked; one that is not was left by a crash and goes at the next start.
final class AttachmentFolder implements SealedFiles.Place {
    private static final String UNFINISHED = ".part";

    private final Path folder;
    private final SecureRandom random;

    AttachmentFolder(Path folder, SecureRandom random) {
        this.folder = folder;
        this.random = random;
    }

    private Path part(String digest) {
        return folder.resolve(digest.substring(0, 2));
    }

    private Path file(String digest) {
        return part(digest).resolve(digest);
    }

    @Override
    public boolean has(String digest) {
        return Files.exists(file(digest));
    }

    @Override
    public Optional<byte[]> sealed(String digest) {
        try {
            return Optional.of(Files.readAllBytes(file(digest)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public void keep(String digest, byte[] sealed) {
        byte[] name = new byte[8];
        random.nextBytes(name);
        Path unfinished = folder.resolve(HexFormat.of().formatHex(name) + UNFINISHED);
        try {
            PrivateFiles.folder(part(digest));
            write(unfinished, sealed, file(digest));
            PrivateFiles.sync(part(digest));
            PrivateFiles.sync(folder);
        } catch (IOException e) {
            remove(unfinished);
            throw failed(e);
        }
    }

    private static void write(Path unfinished, byte[] sealed, Path whole) throws IOException {
        PrivateFiles.file(unfinished);
        try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            ByteBuffer buffer = ByteBuffer.wrap(sealed);
            while (held.isValid() && buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
            Files.move(unfinished, whole, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // the next start tries again
        }
    }

    /// Removes what a crash left unfinished.
    void removeAbandoned() {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(UNFINISHED)).toList()) {
                if (isAbandoned(file)) {
                    remove(file);
                }
            }
        } catch (IOException e) {
            // whoever needs the folder will say so
        }
    }

    private static boolean isAbandoned(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (IOException | OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void each(Consumer<String> listener) {
        for (Path part : sorted(folder)) {
            if (Files.isDirectory(part)) {
                for (Path file : sorted(part)) {
                    listener.accept(String.valueOf(file.getFileName()));
                }
            }
        }
    }

    private List<Path> sorted(Path of) {
        try (Stream<Path> files = Files.list(of)) {
            return files.sorted().toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private Failure failed(IOException e) {
        return diskFailure(e, folder);
    }

    /// Which error a file system's is.
    static Failure diskFailure(IOException e, Path where) {
        String reason = e instanceof FileSystemException system ? "" + system.getReason() : "" + e.getMessage();
        ErrorCode code = ErrorCode.STORE_FAILED;
        if (reason.contains("No space left") || reason.contains("quota")) {
            code = ErrorCode.DISK_FULL;
        } else if (reason.contains("Read-only") || e instanceof java.nio.file.AccessDeniedException) {
            code = ErrorCode.STORE_READ_ONLY;
        }
        return new Failure(code, Map.of("where", where.toString(), "what", reason), e);
    }
}
