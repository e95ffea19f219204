package org.qingyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Compares with a file that is kept, or writes it anew where `./test --renew` asks for that.
final class Golden {
    private Golden() {}

    /// @param file from the folder of the module
    static void check(Path file, String text) throws IOException {
        if (Boolean.getBoolean("qingyuan.renew")) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        }
        assertThat(file).as("kept text; ./test --renew writes it").exists().hasContent(text);
    }
}
