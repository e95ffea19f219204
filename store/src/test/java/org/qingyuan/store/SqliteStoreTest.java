package org.qingyuan.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;

/// A folder as a store: its files, and what happens when the machine fails.
class SqliteStoreTest {
    @TempDir
    Path folder;

    private StoreAddress.Folder address() {
        return new StoreAddress.Folder(folder.resolve("data"));
    }

    private SqlCaseStore made(int cases) {
        SqlCaseStore store = Stores.create(address(), Made.options(), false);
        store.write(writer -> {
            writer.add(Made.campaign("c"));
            for (int i = 0; i < cases; i++) {
                writer.open(Made.opened(Made.id(i), "c"), Made.first(Made.id(i), Map.of()));
            }
            return true;
        });
        return store;
    }

    private static Failure failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        return Objects.requireNonNull(catchThrowableOfType(Failure.class, work));
    }

    private static String mode(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void nobodyElseCanReadItsFiles() throws Exception {
        try (SqlCaseStore store = made(1)) {
            String digest = store.attachments().keep(new byte[] {1});
            assertThat(store.attachments().read(digest)).containsExactly(1);
            assertThat(mode(address().path())).isEqualTo("rwx------");
            try (var files = Files.walk(address().path())) {
                for (Path file : files.toList()) {
                    assertThat(mode(file)).as("%s", file).doesNotContain("r-x").matches("rw[x-]------");
                }
            }
            assertThat(mode(address().keyBeside())).isEqualTo("rw-------");
            assertThat(address().keyReference()).hasContent("../data.key");
        }
    }

    @Test
    void aKeyThatOthersCanReadIsRefused() throws Exception {
        made(1).close();
        Files.setPosixFilePermissions(address().keyBeside(), PosixFilePermissions.fromString("rw-r-----"));
        Failure failure = failure(() -> Stores.open(address(), Made.options()));
        assertThat(failure.code()).isEqualTo(ErrorCode.STORE_KEY);
        assertThat(failure.arguments()).containsEntry("what", "chmod 600");
    }

    @Test
    void aKeyInTheFolderIsRefused() {
        StoreOptions inside = Made.options().withKeyFile(address().path().resolve("k"));
        assertThat(failure(() -> Stores.create(address(), inside, false)).code())
                .isEqualTo(ErrorCode.STORE_KEY);
        assertThat(address().path()).doesNotExist();
    }

    @Test
    void aNamedKeyIsRememberedAndMayBeBase64() throws Exception {
        Path key = folder.resolve("named");
        PrivateFiles.file(key);
        Files.writeString(key, Base64.getEncoder().encodeToString(new byte[32]) + "\n");
        Stores.create(address(), Made.options().withKeyFile(key), false).close();
        assertThat(address().keyBeside()).doesNotExist();
        Stores.open(address(), Made.options()).close();
        Files.writeString(key, "not a key");
        assertThat(failure(() -> Stores.open(address(), Made.options())).code()).isEqualTo(ErrorCode.STORE_KEY);
    }

    @Test
    void nothingIsOpenedWhereNoStoreIs() {
        assertThat(failure(() -> Stores.open(address(), Made.options())).code()).isEqualTo(ErrorCode.STORE_UNKNOWN);
        assertThat(address().path()).doesNotExist();
    }

    @Test
    void aFolderWithOtherThingsIsLeftAlone() throws Exception {
        Files.createDirectories(address().path());
        Files.writeString(address().path().resolve("letter.txt"), "x");
        assertThat(failure(() -> Stores.create(address(), Made.options(), false))
                        .code())
                .isEqualTo(ErrorCode.STORE_EXISTS);
    }

    @Test
    void aDamagedPageIsNamed() throws Exception {
        made(300).close();
        long size = Files.size(address().database());
        try (RandomAccessFile file = new RandomAccessFile(address().database().toFile(), "rw")) {
            for (long page = 60; page * 4096 < size; page += 2) {
                file.seek(page * 4096);
                file.write(new byte[400]);
            }
        }
        try (SqlCaseStore store = Stores.open(address(), Made.options())) {
            StoreCheck.Result result = store.check();
            assertThat(result.problems()).extracting(StoreCheck.Problem::flaw).contains(StoreCheck.Flaw.DATABASE);
            assertThat(failure(() -> store.verifyLog(step -> {})).code())
                    .isIn(ErrorCode.STORE_CORRUPT, ErrorCode.LOG_BROKEN);
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsCorrupt() throws Exception {
        made(1).close();
        Files.write(address().database(), new byte[8192]);
        byte[] noise = new byte[8192];
        new SecureRandom().nextBytes(noise);
        Files.write(address().database(), noise);
        assertThat(failure(() -> Stores.open(address(), Made.options())).code()).isEqualTo(ErrorCode.STORE_CORRUPT);
    }

    @Test
    void anUnfinishedAttachmentGoesAtTheNextStart() throws Exception {
        made(1).close();
        Path left = address().attachments().resolve("00ff.part");
        Files.writeString(left, "half");
        Stores.open(address(), Made.options()).close();
        assertThat(left).doesNotExist();
    }

    @Test
    void aLargeAttachmentIsRefused() {
        StoreOptions small = new StoreOptions(null, null, Made.options().patience(), 10, new SecureRandom());
        try (SqlCaseStore store = Stores.create(address(), small, false)) {
            store.attachments().keep(new byte[10]);
            assertThat(failure(() -> store.attachments().keep(new byte[11])).code())
                    .isEqualTo(ErrorCode.CONFIGURATION);
            assertThat(failure(() -> store.attachments().read("0".repeat(64))).code())
                    .isEqualTo(ErrorCode.FILE_NOT_FOUND);
            assertThat(failure(() -> store.attachments().read("../cases.db")).code())
                    .isEqualTo(ErrorCode.FILE_NOT_FOUND);
        }
    }

    private static boolean mounted(String... line) throws Exception {
        List<String> command = new ArrayList<>(List.of("mount"));
        command.addAll(List.of(line));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    private static void unmount(Path place) throws Exception {
        new ProcessBuilder("umount", "-l", place.toString()).start().waitFor(20, TimeUnit.SECONDS);
    }

    @Test
    void aFullDiskStopsAWriteWhole() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeThat(mounted("-t", "tmpfs", "-o", "size=2m", "tmpfs", disk.toString()))
                .as("a small file system can be mounted")
                .isTrue();
        try {
            StoreAddress.Folder full = new StoreAddress.Folder(disk.resolve("data"));
            try (SqlCaseStore store = Stores.create(full, Made.options(), false)) {
                store.write(writer -> {
                    writer.add(Made.campaign("c"));
                    return true;
                });
                int[] opened = {0};
                Failure failure = failure(() -> {
                    while (opened[0] < 100_000) {
                        int number = opened[0];
                        store.write(writer -> {
                            for (int i = 0; i < 20; i++) {
                                String id = Made.id(number + i);
                                writer.open(Made.opened(id, "c"), Made.first(id, Map.of()));
                            }
                            return true;
                        });
                        opened[0] += 20;
                    }
                });
                assertThat(failure.code()).isEqualTo(ErrorCode.DISK_FULL);
                assertThat(store.verifyLog(step -> {}).number()).isEqualTo(opened[0]);
                assertThat(failure(() -> store.attachments().keep(new byte[1 << 20]))
                                .code())
                        .isEqualTo(ErrorCode.DISK_FULL);
                assertThat(failure(() -> store.backup(disk.resolve("copy"))).code())
                        .isEqualTo(ErrorCode.DISK_FULL);
                assertThat(disk.resolve("copy")).doesNotExist();
                assertThat(disk.resolve("copy.partial")).doesNotExist();
                assertThat(store.check().problems()).isEmpty();
            }
        } finally {
            unmount(disk);
        }
    }

    @Test
    void aReadOnlyFolderIsNamed() throws Exception {
        made(1).close();
        Path shown = Files.createDirectory(folder.resolve("shown"));
        assumeThat(mounted("--bind", folder.resolve("data").toString(), shown.toString())
                        && mounted("-o", "remount,bind,ro", shown.toString()))
                .as("a folder can be mounted read-only")
                .isTrue();
        try {
            StoreOptions options = Made.options().withKeyFile(address().keyBeside());
            assertThat(failure(() -> Stores.open(new StoreAddress.Folder(shown), options))
                            .code())
                    .isEqualTo(ErrorCode.STORE_READ_ONLY);
            assertThat(failure(() -> Stores.create(new StoreAddress.Folder(shown.resolve("new")), options, false))
                            .code())
                    .isEqualTo(ErrorCode.STORE_READ_ONLY);
        } finally {
            unmount(shown);
        }
    }
}
