package org.qingyuan.registry;

import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Holder;
import org.qingyuan.finding.TimeRange;

/// A row of `organisations.csv`.
///
/// @param region code of GB/T 2260
/// @param parent id of the organisation above it
/// @param contact whom a notice goes to, as written; never part of a finding
/// @param valid when it existed; it holds nothing outside
public record Organisation(
        String id,
        String name,
        @Nullable String nameEn,
        OrganisationKind kind,
        String region,
        @Nullable String parent,
        @Nullable String contact,
        TimeRange valid) {
    /// As findings carry it.
    public Holder holder() {
        return new Holder(id, name, nameEn, kind.word(), region, parent);
    }
}
