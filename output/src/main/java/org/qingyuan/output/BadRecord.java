package org.qingyuan.output;

import org.qingyuan.finding.RejectReason;

/// A line of results that cannot be used, and why. Never leaves the reader.
final class BadRecord extends Exception {
    private static final long serialVersionUID = 1L;

    private final RejectReason reason;

    BadRecord(String message) {
        this(RejectReason.BAD_RECORD, message);
    }

    BadRecord(RejectReason reason, String message) {
        super(message);
        this.reason = reason;
    }

    RejectReason reason() {
        return reason;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
