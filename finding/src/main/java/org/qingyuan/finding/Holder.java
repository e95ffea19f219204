package org.qingyuan.finding;

import org.jspecify.annotations.Nullable;

/// The organisation that held a subject when the finding starts.
///
/// @param kind one of the registry's kinds, `university`
/// @param region code of GB/T 2260
public record Holder(
        String id,
        String name,
        @Nullable String nameEn,
        String kind,
        String region,
        @Nullable String parent) {}
