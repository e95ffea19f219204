package org.qingyuan.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Path;
import java.time.DateTimeException;
import org.qingyuan.casework.cases.KeptFinding;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;

/// Whatever stands in an address or in a row: what it says, or an error of its own kind.
class StoreFuzzTest {
    @FuzzTest(maxDuration = "5s")
    void readsAnyAddressAndAnyRow(byte[] bytes) {
        readsAddress(new String(bytes, UTF_8));
        readsRow(bytes);
    }

    private static void readsAddress(String text) {
        try {
            StoreAddress address = StoreAddress.parse(text, Path.of("/base"));
            assertThat(address.text()).isNotBlank();
            if (address instanceof StoreAddress.Server server) {
                assertThat(StoreAddress.SETTINGS).containsAll(server.settings().keySet());
            }
        } catch (Failure e) {
            assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION);
        }
    }

    private static void readsRow(byte[] bytes) {
        try {
            KeptFinding finding = StoreText.finding(bytes);
            assertThat(StoreText.finding(StoreText.write(finding))).isEqualTo(finding);
        } catch (IllegalArgumentException | DateTimeException e) {
            assertThat(e).isNotInstanceOf(IndexOutOfBoundsException.class);
        }
    }
}
