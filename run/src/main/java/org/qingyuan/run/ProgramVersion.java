package org.qingyuan.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/// The version that the build wrote down; it stands in every run line.
public final class ProgramVersion {
    private ProgramVersion() {}

    /// For example `0.1.0`.
    public static String text() {
        try (InputStream stream = ProgramVersion.class.getResourceAsStream("version.txt")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
