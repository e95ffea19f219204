package org.qingyuan.traffic.packet;

import java.util.function.ObjLongConsumer;
import org.qingyuan.finding.RejectReason;

/// Counts by name and by reason. One a scan; not thread-safe.
///
/// Counts lie in arrays by ordinal, which never leave the object: one addition a packet and no more.
@SuppressWarnings("EnumOrdinal")
public final class Counters {
    private static final Counter[] COUNTERS = Counter.values();
    private static final RejectReason[] REASONS = RejectReason.values();

    private final long[] counts = new long[COUNTERS.length];
    private final long[] rejects = new long[REASONS.length];

    public void count(Counter counter) {
        counts[counter.ordinal()]++;
    }

    public void add(Counter counter, long amount) {
        counts[counter.ordinal()] += amount;
    }

    public long get(Counter counter) {
        return counts[counter.ordinal()];
    }

    /// Counts a packet that cannot be used.
    public void rejectPacket(RejectReason reason) {
        counts[Counter.PACKETS_REJECTED.ordinal()]++;
        rejects[reason.ordinal()]++;
    }

    /// Counts an input that cannot be used, or not to its end.
    public void rejectInput(RejectReason reason) {
        rejects[reason.ordinal()]++;
    }

    public long get(RejectReason reason) {
        return rejects[reason.ordinal()];
    }

    /// Tells all counters by word; zeros of the totals only.
    public void each(ObjLongConsumer<String> consumer) {
        for (Counter counter : COUNTERS) {
            long value = get(counter);
            if (value != 0 || counter.kind() == Counter.Kind.TOTAL) {
                consumer.accept(counter.word(), value);
            }
        }
    }

    /// Tells all rejects by word, zeros left out.
    public void eachReject(ObjLongConsumer<String> consumer) {
        for (RejectReason reason : REASONS) {
            if (get(reason) != 0) {
                consumer.accept(reason.word(), get(reason));
            }
        }
    }
}
