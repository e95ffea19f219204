package org.qingyuan.policy;

import java.math.BigDecimal;

/// What a measure means up to a size.
///
/// @param upTo kilowatts, inclusive, as a decimal number; blank = no bound
public record Grade(String upTo, Wording text) {
    /// Whether a size falls under it; the first grade of a measure that covers a size holds.
    public boolean covers(BigDecimal kilowatts) {
        return upTo.isEmpty() || kilowatts.compareTo(new BigDecimal(upTo)) <= 0;
    }
}
