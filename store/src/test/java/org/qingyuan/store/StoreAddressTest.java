package org.qingyuan.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qingyuan.finding.Failure;

class StoreAddressTest {
    private static final Path BASE = Path.of("/base");

    @Test
    void readsAFolderBelowTheBase() {
        assertThat(StoreAddress.parse("data", BASE)).isEqualTo(new StoreAddress.Folder(Path.of("/base/data")));
        assertThat(StoreAddress.parse("/var/data/", BASE)).isEqualTo(new StoreAddress.Folder(Path.of("/var/data")));
    }

    @Test
    void readsBothFormsOfAServer() {
        StoreAddress.Server server =
                new StoreAddress.Server("db.example", 6432, "cases", "qy", Map.of("sslmode", "verify-full"));
        assertThat(StoreAddress.parse("postgresql://qy@db.example:6432/cases?sslmode=verify-full", BASE))
                .isEqualTo(server);
        assertThat(StoreAddress.parse("jdbc:postgresql://db.example:6432/cases?user=qy&sslmode=verify-full", BASE))
                .isEqualTo(server);
        assertThat(StoreAddress.parse("postgresql://qy@h/cases", BASE).text())
                .isEqualTo("postgresql://qy@h:5432/cases");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://qy:hunter2@h/cases",
                "jdbc:postgresql://h/cases?user=qy&password=hunter2",
                "postgresql://qy@h/cases?password=hunter2&socketFactory=x",
                "postgresql://qy:hunter2@h:bad/cases"
            })
    void aPasswordInAnAddressIsRefusedAndNotRepeated(String text) {
        assertThatThrownBy(() -> StoreAddress.parse(text, BASE))
                .isInstanceOf(Failure.class)
                .hasMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "/",
                "mysql://qy@h/cases",
                "jdbc:sqlite:x",
                "postgresql://h/cases",
                "postgresql://qy@h/",
                "postgresql://qy@h/a/b",
                "postgresql://qy@/cases",
                "postgresql://qy@h:0/cases",
                "postgresql://qy@h:65536/cases",
                "postgresql://qy@h/cases?socketFactory=evil.Class",
                "postgresql://qy@h/cases?loggerFile=x",
                "postgresql://qy@h/cases?sslmode",
                "postgresql:qy"
            })
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> StoreAddress.parse(text, BASE))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("configuration");
    }
}
