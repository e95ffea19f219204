package org.qingyuan.run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A folder for temporary files that only its owner may read, removed when closed. Each holds a locked file; what a run
/// that died left behind is not locked any more and is removed by the next run of the same user.
public final class PrivateFolder implements Closeable {
    private static final String PREFIX = "qingyuan-";
    private static final String LOCK = "lock";

    /// A folder younger than this may not have locked its file yet.
    private static final long SETTLED_MILLIS = 60_000;

    /// Folders of this process. To close any channel of a locked file gives up every lock that the process has on it,
    /// so the next of them must not even look at the others' lock files.
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel lock;

    private PrivateFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /// @param parent where temporary files go, the system's folder for them
    public static PrivateFolder create(Path parent) throws IOException {
        // 0700 where the file system knows permissions
        Path path = Files.createTempDirectory(parent, PREFIX).toRealPath();
        OWN.add(path);
        FileChannel lock =
                FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        lock.lock();
        removeLeftBehind(parent, Files.getLastModifiedTime(path).toMillis() - SETTLED_MILLIS);
        return new PrivateFolder(path, lock);
    }

    public Path path() {
        return path;
    }

    private static void removeLeftBehind(Path parent, long beforeMillis) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : folders) {
                removeIfLeftBehind(folder, beforeMillis);
            }
        } catch (IOException e) {
            // nothing of ours can be seen there, so nothing of ours is removed
        }
    }

    private static void removeIfLeftBehind(Path folder, long beforeMillis) {
        Path file = folder.resolve(LOCK);
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                || isOwn(folder)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            if (Files.getLastModifiedTime(file).toMillis() < beforeMillis && channel.tryLock() != null) {
                remove(folder);
            }
        } catch (IOException | OverlappingFileLockException e) {
            // somebody else's, or in use
        }
    }

    private static boolean isOwn(Path folder) {
        try {
            return OWN.contains(folder.toRealPath());
        } catch (IOException e) {
            // gone meanwhile, or nobody may look
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        OWN.remove(path);
        lock.close();
        remove(path);
    }

    private static void remove(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException failure) throws IOException {
                Files.deleteIfExists(dir);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
