package org.qingyuan.traffic;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.qingyuan.finding.TimeRange;

/// What is looked at and by which thresholds; no field depends on the machine.
///
/// @param window packets outside it are counted as `outside-window`
/// @param nets only packets with an end in one of these are looked at, the others are counted as `outside-net`;
///     empty = all. CIDR text, already checked
/// @param sessionIdle silence that ends a session
/// @param minObservedSeconds how long a session must last after its first work when it shows neither a share nor
///     ten works
/// @param zone for dates in reference tables
public record ScanParameters(
        TimeRange window, List<String> nets, Duration sessionIdle, int minObservedSeconds, ZoneId zone) {
    public static final Duration DEFAULT_SESSION_IDLE = Duration.ofHours(1);
    public static final int DEFAULT_MIN_OBSERVED_SECONDS = 60;
}
