package org.qingyuan.traffic.flow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Address;

/// Knows which registered network an address belongs to.
@FunctionalInterface
public interface NetworkNamer {
    /// The text of the longest prefix that holds the address and is valid then, `null` when none does.
    @Nullable
    String prefixAt(Address address, Instant time);
}
