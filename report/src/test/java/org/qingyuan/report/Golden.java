package org.qingyuan.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Expected documents in the test resources. With the system property `qingyuan.renew` they are written anew and the
/// comparison is left out.
final class Golden {
    private Golden() {}

    static void check(String name, String actual) throws IOException {
        if (System.getProperty("qingyuan.renew") != null) {
            Path folder = Path.of(System.getProperty("basedir", "."), "src/test/resources/org/qingyuan/report");
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name), actual);
            return;
        }
        try (InputStream in = Golden.class.getResourceAsStream(name)) {
            assertThat(in).as("golden %s", name).isNotNull();
            assertThat(actual).isEqualTo(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
