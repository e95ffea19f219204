package org.qingyuan.finding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A span of time, `from` inclusive, `to` exclusive; a missing end is open.
public record TimeRange(@Nullable Instant from, @Nullable Instant to) {
    /// All of time.
    public static final TimeRange ALWAYS = new TimeRange(null, null);

    /// Whether the instant lies within.
    public boolean contains(Instant instant) {
        return (from == null || !instant.isBefore(from)) && (to == null || instant.isBefore(to));
    }

    /// Whether both have an instant in common.
    public boolean overlaps(TimeRange other) {
        return startsBefore(to, other.from) && startsBefore(other.to, from);
    }

    private static boolean startsBefore(@Nullable Instant end, @Nullable Instant start) {
        return end == null || start == null || start.isBefore(end);
    }
}
