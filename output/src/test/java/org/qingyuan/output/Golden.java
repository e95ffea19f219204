package org.qingyuan.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// Expected outputs beside the tests. With the system property `qingyuan.renew` they are written anew instead of
/// compared.
final class Golden {
    private Golden() {}

    static String read(String name) {
        try (InputStream in = Objects.requireNonNull(Golden.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Compares, or renews.
    static void check(String name, String actual) {
        if (!Boolean.getBoolean("qingyuan.renew")) {
            org.assertj.core.api.Assertions.assertThat(actual).isEqualTo(read(name));
            return;
        }
        try {
            Files.writeString(Path.of("src/test/resources/org/qingyuan/output", name), actual);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
