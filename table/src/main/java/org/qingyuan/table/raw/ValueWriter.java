package org.qingyuan.table.raw;

import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.RejectReason;
import org.qingyuan.table.text.Records;

/// Writes one canonical value of a record.
interface ValueWriter {
    /// @param shift added to the positions that it knows
    /// @return why the value cannot be written, and then what was written is to be forgotten; else `null`
    @Nullable
    RejectReason write(Records record, int shift, RowBuffer out);
}
