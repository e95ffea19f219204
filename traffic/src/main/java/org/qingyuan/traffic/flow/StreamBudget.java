package org.qingyuan.traffic.flow;

/// Bytes held back over all streams of a capture, against their bound.
final class StreamBudget {
    private final long most;
    private long used;

    StreamBudget(long most) {
        this.most = most;
    }

    boolean hasRoom(int bytes) {
        return used + bytes <= most;
    }

    void take(int bytes) {
        used += bytes;
    }

    void release(int bytes) {
        used -= bytes;
    }

    long used() {
        return used;
    }
}
