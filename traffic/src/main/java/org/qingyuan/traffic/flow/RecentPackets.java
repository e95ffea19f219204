package org.qingyuan.traffic.flow;

import java.util.Arrays;

/// The signatures of the last packets of one connection that is read, over every byte of them. Grows to hold all
/// packets of the last 100 ms, at most [#MOST].
final class RecentPackets {
    static final int MOST = 256;

    private long[] signatures = new long[8];
    private long[] times = new long[8];
    private int count;
    private int next;

    /// Whether a packet of this signature was seen within the window; it is remembered if not.
    boolean seenOrAdd(long signature, long timeNanos) {
        for (int i = 0; i < count; i++) {
            if (signatures[i] == signature && MirrorMemory.within(times[i], timeNanos)) {
                return true;
            }
        }
        if (count == signatures.length && count < MOST && MirrorMemory.within(times[next], timeNanos)) {
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
        signatures = unrolled(signatures);
        times = unrolled(times);
        next = count;
    }

    private long[] unrolled(long[] ring) {
        long[] larger = Arrays.copyOfRange(ring, next, next + 2 * ring.length);
        System.arraycopy(ring, 0, larger, ring.length - next, next);
        return larger;
    }

    void clear() {
        count = 0;
        next = 0;
    }
}
