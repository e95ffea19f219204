package org.qingyuan.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Files and folders that nobody but their owner can read: 0600 and 0700.
final class PrivateFiles {
    static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

    private PrivateFiles() {}

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /// A new empty file.
    static void file(Path path) throws IOException {
        if (isPosix(path)) {
            Files.createFile(path, PosixFilePermissions.asFileAttribute(FILE));
        } else {
            Files.createFile(path);
        }
    }

    /// A folder with those above it, unless it is there.
    static void folder(Path path) throws IOException {
        if (isPosix(path)) {
            Files.createDirectories(path, PosixFilePermissions.asFileAttribute(FOLDER));
        } else {
            Files.createDirectories(path);
        }
    }

    /// Lets nobody else in.
    static void close(Path path) throws IOException {
        if (isPosix(path)) {
            Files.setPosixFilePermissions(path, Files.isDirectory(path) ? FOLDER : FILE);
        }
    }

    /// Makes a file's or a folder's content outlast a loss of power.
    static void sync(@Nullable Path path) throws IOException {
        if (path != null) {
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /// Removes a folder with all below it, as far as that can be done.
    static void remove(Path folder) {
        try (Stream<Path> below = Files.walk(folder)) {
            for (Path path : below.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            // what is left has the name of something unfinished
        }
    }
}
