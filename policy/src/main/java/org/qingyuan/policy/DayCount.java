package org.qingyuan.policy;

import java.util.Locale;

/// Which days a period counts.
public enum DayCount {
    /// Every day. A deadline on a day off stays where it is.
    CALENDAR,
    /// Days on which people work, by the pack's holiday table.
    WORKING;

    /// The word in packs and message keys: lower case.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
