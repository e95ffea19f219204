package org.qingyuan.run;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.qingyuan.traffic.CaptureInput;

/// A capture that was asked for, and where it lies.
///
/// @param path `null` for stdin
record NamedCapture(CaptureInput input, @Nullable Path path) {
    /// Whether it comes through a pipe, so that what is found in it should be told at once.
    boolean isStream() {
        return input.size() < 0;
    }
}
