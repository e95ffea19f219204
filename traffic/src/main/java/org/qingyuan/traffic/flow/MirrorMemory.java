package org.qingyuan.traffic.flow;

import org.qingyuan.traffic.packet.Decoded;
import org.qingyuan.traffic.packet.Packet;

/// The signatures of the last packets of all flows of one input, four to a set, the oldest of a set giving way: copies
/// are found
/// while fewer than some 8,000 packets lie between them. 64 KB, so that it stays in a core's cache; touches one line of
/// it
/// a packet.
///
/// A way is 36 bits of the signature and 28 bits of the time in units of 1,024 ns, which come round every 275 s.
public final class MirrorMemory {
    /// A copy comes within 100 ms, before or after by the capture's clock.
    static final long WINDOW_NANOS = 100_000_000L;

    /// The packet is no copy.
    public static final int UNSEEN = -1;

    private static final int SETS = 2048;
    private static final int WAYS = 4;
    private static final int TIME_BITS = 28;
    private static final int UNIT_BITS = 10;
    private static final int WINDOW_UNITS = (int) (WINDOW_NANOS >>> UNIT_BITS);

    private final long[] ways = new long[SETS * WAYS];

    /// How far away in time, in units of 1,024 ns, the same packet was seen; it is remembered if it was not.
    ///
    /// @param what [Decoded#TCP], [Decoded#UDP] or [Decoded#OTHER_IP]
    /// @return [#UNSEEN] when it was not seen within the window
    public int ageOfCopy(Packet packet, Decoded what, long timeNanos) {
        return seenOrAdd(what == Decoded.TCP ? PacketSignature.tcp(packet) : PacketSignature.brief(packet), timeNanos);
    }

    /// How far away in time, in units, a packet of this signature was seen within the window. It is remembered if none
    /// was.
    ///
    /// @return [#UNSEEN] if none was
    private int seenOrAdd(long signature, long timeNanos) {
        int set = set(signature);
        int now = units(timeNanos);
        int victim = set;
        int oldest = -1;
        for (int at = set; at < set + WAYS; at++) {
            long way = ways[at];
            int age = age(way, now);
            if ((way ^ signature) >>> TIME_BITS == 0) {
                if (age <= WINDOW_UNITS) {
                    return age;
                }
                age = Integer.MAX_VALUE;
            }
            if (age > oldest) {
                victim = at;
                oldest = age;
            }
        }
        ways[victim] = signature >>> TIME_BITS << TIME_BITS | now;
        return UNSEEN;
    }

    /// A span of time in units.
    static long spanUnits(long nanos) {
        return nanos >>> UNIT_BITS;
    }

    private static int units(long timeNanos) {
        return (int) (timeNanos >>> UNIT_BITS) & (1 << TIME_BITS) - 1;
    }

    /// How far apart in time, in units; the time comes round.
    private static int age(long way, int now) {
        return Math.abs(now - (int) way << 32 - TIME_BITS) >>> 32 - TIME_BITS;
    }

    private static int set(long signature) {
        return ((int) signature & SETS - 1) * WAYS;
    }

    static boolean within(long seen, long timeNanos) {
        return Math.abs(timeNanos - seen) <= WINDOW_NANOS;
    }
}
