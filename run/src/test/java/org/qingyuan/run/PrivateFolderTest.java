package org.qingyuan.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFolderTest {
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

    @TempDir
    Path parent;

    /// What a run that died leaves: a folder with its lock file, which nobody holds any more.
    private Path leftBehind(String name) throws IOException {
        Path folder = Files.createDirectory(parent.resolve(name));
        Files.setLastModifiedTime(Files.createFile(folder.resolve("lock")), LONG_AGO);
        Files.writeString(folder.resolve("findings"), "secret");
        return folder;
    }

    @Test
    void isForItsOwnerOnlyAndGoesWithAllThatIsInIt() throws IOException {
        Path path;
        try (PrivateFolder folder = PrivateFolder.create(parent)) {
            path = folder.path();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rwx------");
            Files.createDirectories(path.resolve("a/b"));
            Files.writeString(path.resolve("a/b/c"), "x");
        }
        assertThat(path).doesNotExist();
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void theNextRunRemovesWhatADeadOneLeft() throws IOException {
        Path dead = leftBehind("qingyuan-1");
        PrivateFolder.create(parent).close();
        assertThat(dead).doesNotExist();
    }

    @Test
    void whatIsInUseStays() throws IOException {
        Path used = leftBehind("qingyuan-1");
        try (FileChannel channel = FileChannel.open(used.resolve("lock"), StandardOpenOption.WRITE);
                var held = channel.lock()) {
            PrivateFolder.create(parent).close();
            assertThat(held.isValid()).isTrue();
            assertThat(used.resolve("findings")).exists();
        }
    }

    @Test
    void otherProcessesSeeThatItIsInUse() throws IOException {
        Path locks = Path.of("/proc/locks");
        assumeThat(locks).isReadable();
        try (PrivateFolder folder = PrivateFolder.create(parent);
                PrivateFolder second = PrivateFolder.create(parent)) {
            assertThat(Files.readString(locks))
                    .contains(":" + inode(folder.path()) + " ")
                    .contains(":" + inode(second.path()) + " ");
        }
    }

    private static Object inode(Path folder) throws IOException {
        return Files.getAttribute(folder.resolve("lock"), "unix:ino");
    }

    @Test
    void whatIsYoungStays() throws IOException {
        Path young = leftBehind("qingyuan-1");
        Files.setLastModifiedTime(young.resolve("lock"), FileTime.from(Instant.parse("2100-01-01T00:00:00Z")));
        PrivateFolder.create(parent).close();
        assertThat(young).exists();
    }

    @Test
    void whatOnlyLooksLikeOursStays() throws IOException {
        Path withoutLock = Files.createDirectory(parent.resolve("qingyuan-notes"));
        Path other = leftBehind("other-1");
        Path link = Files.createSymbolicLink(parent.resolve("qingyuan-link"), other);
        PrivateFolder.create(parent).close();
        assertThat(withoutLock).exists();
        assertThat(other.resolve("findings")).exists();
        assertThat(link).exists();
    }
}
