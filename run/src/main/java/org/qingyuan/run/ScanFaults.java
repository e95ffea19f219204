package org.qingyuan.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Carries a fault from the thread that met it to the one that waits.
final class ScanFaults {
    private ScanFaults() {}

    /// The fault as an IOException; faults of our own are thrown at once.
    static IOException asIo(@Nullable Throwable fault) {
        return switch (Objects.requireNonNull(fault)) {
            case IOException io -> io;
            case UncheckedIOException unchecked -> Objects.requireNonNull(unchecked.getCause());
            case RuntimeException ours -> throw ours;
            case Error grave -> throw grave;
            default -> throw new IllegalStateException(fault);
        };
    }
}
