package org.qingyuan.traffic.capture;

import java.io.IOException;
import org.qingyuan.finding.RejectReason;

/// Compressed data that does not decode, or not within the memory allowed. Ends the input, so at most one is thrown
/// for each.
final class DamagedCompression extends IOException {
    private static final long serialVersionUID = 1L;

    private final RejectReason reason;

    DamagedCompression(RejectReason reason, String message) {
        super(message);
        this.reason = reason;
    }

    RejectReason reason() {
        return reason;
    }
}
