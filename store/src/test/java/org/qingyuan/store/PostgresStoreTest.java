package org.qingyuan.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;

/// A server as a store: who is let in, and what is said when nobody answers.
class PostgresStoreTest {
    @TempDir
    Path folder;

    private StoreOptions options() {
        return EngineKind.POSTGRES.options(folder);
    }

    private static Failure failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        return Objects.requireNonNull(catchThrowableOfType(Failure.class, work));
    }

    @Test
    void aStoreIsMadeInAnEmptyDatabase() {
        StoreAddress.Server address = Servers.running().empty();
        assertThat(failure(() -> Stores.open(address, options())).code()).isEqualTo(ErrorCode.STORE_UNKNOWN);
        Stores.create(address, options(), false).close();
        Stores.open(address, options()).close();
    }

    @Test
    void aWrongPasswordIsNamedAndNotShown() throws Exception {
        Path wrong = folder.resolve("wrong");
        Files.writeString(wrong, "secret-word");
        StoreAddress.Server address = Servers.running().database();
        KeyFile.readOrMake(folder.resolve("key.hex"), new java.security.SecureRandom());
        Failure failure = failure(() -> Stores.open(address, options().withPasswordFile(wrong)));
        assertThat(failure.code()).isEqualTo(ErrorCode.STORE_UNREACHABLE);
        assertThat("" + failure.arguments().get("what")).contains("28P01").contains("password authentication failed");
        assertThat(failure.getMessage()).doesNotContain("secret-word");
    }

    @Test
    void aServerThatDoesNotAnswerIsUnreachable() {
        StoreAddress.Server nobody = new StoreAddress.Server("127.0.0.1", 1, "x", "qy", Map.of());
        StoreOptions hasty = options().withPatience(Duration.ofSeconds(1));
        assertThat(failure(() -> Stores.open(nobody, hasty)).code()).isEqualTo(ErrorCode.STORE_UNREACHABLE);
    }

    @Test
    void aDatabaseThatIsNotThereIsUnknown() {
        StoreAddress.Server address = Servers.running().database();
        StoreAddress.Server other = new StoreAddress.Server(address.host(), address.port(), "nowhere", "qy", Map.of());
        assertThat(failure(() -> Stores.open(other, options())).code()).isEqualTo(ErrorCode.STORE_UNKNOWN);
    }

    @Test
    void aDatabaseThatCanOnlyBeReadSaysSo() {
        StoreAddress.Server address = Servers.running().database();
        try (SqlCaseStore store = Stores.create(address, options(), false)) {
            store.attachments();
        }
        Servers.running()
                .execute(
                        "postgres", "ALTER DATABASE " + address.database() + " SET default_transaction_read_only = on");
        try (SqlCaseStore store = Stores.open(address, options())) {
            assertThat(failure(() -> store.write(writer -> writer.isFirst("x"))).code())
                    .isEqualTo(ErrorCode.STORE_READ_ONLY);
        }
    }

    @Test
    void aServerWithoutAKeyFileIsRefused() {
        StoreAddress.Server address = Servers.running().database();
        StoreOptions keyless = Made.options().withPasswordFile(Servers.running().passwordFile());
        Failure failure = failure(() -> Stores.create(address, keyless, false));
        assertThat(failure.code()).isEqualTo(ErrorCode.STORE_KEY);
        assertThat(failure.arguments()).containsEntry("what", "--key-file");
    }
}
