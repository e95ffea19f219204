package org.qingyuan.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.CaseStore.LogHead;
import org.qingyuan.casework.cases.Step;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;

/// A backup is the store as it was, from each engine into each.
class BackupTest {
    @TempDir
    Path folder;

    private static void fill(SqlCaseStore store) {
        byte[] photo = {1, 2, 3};
        String digest = store.attachments().keep(photo);
        store.write(writer -> {
            writer.add(Made.campaign("c"));
            for (int i = 0; i < 1010; i++) {
                writer.open(Made.opened(Made.id(i), "c"), Made.first(Made.id(i), Map.of()));
            }
            writer.keep("run", List.of(Made.finding(1, "k", "o", true)));
            CaseFile file = Made.opened(Made.id(0), "c");
            Step check = Made.check(file);
            Step named = new Step(
                    check.caseId(),
                    check.version(),
                    check.event(),
                    check.state(),
                    check.actor(),
                    check.at(),
                    check.policy(),
                    check.reason(),
                    List.of("sha256:" + digest),
                    check.details());
            writer.record(file.after(named), named);
            return true;
        });
    }

    @ParameterizedTest
    @CsvSource({"SQLITE,SQLITE", "SQLITE,POSTGRES", "POSTGRES,SQLITE", "POSTGRES,POSTGRES"})
    void isRestoredWithItsLogAndItsAttachments(EngineKind from, EngineKind to) throws Exception {
        Path copy = folder.resolve("copy");
        StoreAddress source = from.address(folder);
        StoreOptions options = from.options(folder);
        LogHead head;
        try (SqlCaseStore store = Stores.create(source, options, true)) {
            fill(store);
            head = store.verifyLog(step -> {});
            store.backup(copy);
            Failure again = Objects.requireNonNull(catchThrowableOfType(Failure.class, () -> store.backup(copy)));
            assertThat(again.code()).isEqualTo(ErrorCode.STORE_EXISTS);
        }
        assertThat(copy.resolve("key")).doesNotExist();
        StoreAddress target = to.address(Files.createDirectory(folder.resolve("other")));
        StoreOptions restoring = to.options(folder).withKeyFile(KeyFile.of(source, options));
        Stores.restore(copy, target, restoring);
        try (SqlCaseStore store = Stores.open(target, restoring)) {
            assertThat(store.verifyLog(step -> {})).isEqualTo(head);
            assertThat(store.isSingleUser()).isTrue();
            StoreCheck.Result result = store.check();
            assertThat(result.problems()).isEmpty();
            assertThat(result.cases()).isEqualTo(1010);
            assertThat(result.attachments()).isEqualTo(1);
            store.write(writer -> writer.isFirst("goes on"));
        }
        Failure twice = Objects.requireNonNull(
                catchThrowableOfType(Failure.class, () -> Stores.restore(copy, target, restoring)));
        assertThat(twice.code()).isEqualTo(ErrorCode.STORE_EXISTS);
    }

    @ParameterizedTest
    @EnumSource(EngineKind.class)
    void isNotRestoredWithAnotherKey(EngineKind kind) {
        Path copy = folder.resolve("copy");
        try (SqlCaseStore store =
                Stores.create(EngineKind.SQLITE.address(folder), EngineKind.SQLITE.options(folder), false)) {
            fill(store);
            store.backup(copy);
        }
        StoreAddress target =
                kind == EngineKind.SQLITE ? new StoreAddress.Folder(folder.resolve("again")) : kind.address(folder);
        Path other = folder.resolve("other.key");
        KeyFile.readOrMake(other, new java.security.SecureRandom());
        StoreOptions options = kind.options(folder).withKeyFile(other);
        Failure failure = Objects.requireNonNull(
                catchThrowableOfType(Failure.class, () -> Stores.restore(copy, target, options)));
        assertThat(failure.code()).isEqualTo(ErrorCode.STORE_KEY);
        Failure unknown =
                Objects.requireNonNull(catchThrowableOfType(Failure.class, () -> Stores.open(target, options)));
        assertThat(unknown.code()).isEqualTo(ErrorCode.STORE_UNKNOWN);
    }
}
