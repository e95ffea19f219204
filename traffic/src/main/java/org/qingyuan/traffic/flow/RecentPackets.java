package org.qingyuan.traffic.flow;

import java.util.Arrays;

/// The signatures of the last packets of one connection that is read, over every byte of them. Grows to hold all
/// packets of the last 100 ms, at most [#MOST] and as far as the budget has room.
final class RecentPackets {
    static final int MOST = 256;

    private static final int FIRST = 4;
    private static final int BYTES = 16;

    private final StreamBudget budget;
    private long[] signatures = new long[FIRST];
    private long[] times = new long[FIRST];
    private int count;
    private int next;

    RecentPackets(StreamBudget budget) {
        this.budget = budget;
    }

    /// Whether a packet of this signature was seen within the window; it is remembered if not.
    boolean seenOrAdd(long signature, long timeNanos) {
        for (int i = 0; i < count; i++) {
            if (signatures[i] == signature && MirrorMemory.within(times[i], timeNanos)) {
                return true;
            }
        }
        if (count == signatures.length && MirrorMemory.within(times[next], timeNanos)) {
            grow();
        }
        signatures[next] = signature;
        times[next] = timeNanos;
        next = (next + 1) % signatures.length;
        count = Math.max(count, next == 0 ? signatures.length : next);
        return false;
    }

    /// The ring is full: unrolls it, oldest first, with as much room behind.
    private void grow() {
        if (count == MOST || !budget.hasRoom(count * BYTES)) {
            return;
        }
        budget.take(count * BYTES);
        signatures = unrolled(signatures);
        times = unrolled(times);
        next = count;
    }

    private long[] unrolled(long[] ring) {
        long[] larger = Arrays.copyOfRange(ring, next, next + 2 * ring.length);
        System.arraycopy(ring, 0, larger, ring.length - next, next);
        return larger;
    }

    /// Gives back what was taken of the budget.
    void release() {
        budget.release((signatures.length - FIRST) * BYTES);
        signatures = new long[FIRST];
        times = new long[FIRST];
        count = 0;
        next = 0;
    }
}
