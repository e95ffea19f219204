package org.qingyuan.traffic.flow;

import java.util.Arrays;

/// The signatures of the last packets of all flows, four to a set, the oldest of a set giving way: copies are found
/// while fewer than some 30,000 packets lie between them. 512 KB; touches one cache line a packet.
final class MirrorMemory {
    /// A copy comes within 100 ms, before or after by the capture's clock.
    static final long WINDOW_NANOS = 100_000_000L;

    private static final int SETS = 8192;
    private static final int WAYS = 4;
    private static final long NEVER = -(1L << 61);

    /// Signature and time of each way in turn.
    private final long[] ways = new long[SETS * WAYS * 2];

    MirrorMemory() {
        clear();
    }

    /// Forgets all; a copy is one within the same input only.
    void clear() {
        Arrays.fill(ways, NEVER);
    }

    /// Whether a packet of this signature was seen within the window; it is remembered if not.
    boolean seenOrAdd(long signature, long timeNanos) {
        int set = set(signature);
        int victim = set;
        long oldest = Long.MAX_VALUE;
        for (int at = set; at < set + WAYS * 2; at += 2) {
            long seen = ways[at + 1];
            if (ways[at] == signature) {
                if (within(seen, timeNanos)) {
                    return true;
                }
                victim = at;
                oldest = Long.MIN_VALUE;
            } else if (seen < oldest) {
                victim = at;
                oldest = seen;
            }
        }
        ways[victim] = signature;
        ways[victim + 1] = timeNanos;
        return false;
    }

    /// Whether a packet of this signature was seen within the window.
    boolean seen(long signature, long timeNanos) {
        int set = set(signature);
        for (int at = set; at < set + WAYS * 2; at += 2) {
            if (ways[at] == signature && within(ways[at + 1], timeNanos)) {
                return true;
            }
        }
        return false;
    }

    private static int set(long signature) {
        return ((int) signature & (SETS - 1)) * (WAYS * 2);
    }

    static boolean within(long seen, long timeNanos) {
        return Math.abs(timeNanos - seen) <= WINDOW_NANOS;
    }
}
