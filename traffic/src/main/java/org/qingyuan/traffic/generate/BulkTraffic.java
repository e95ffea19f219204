package org.qingyuan.traffic.generate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.qingyuan.traffic.generate.wire.Packet;

/// Merges sources of packets by time. A source is made only when its time has come and forgotten when it is empty, so
/// that memory holds the flows of the moment.
final class BulkTraffic implements Iterable<Packet> {
    /// Packets that begin at an instant, in the order of time.
    record Source(long startNanos, Supplier<List<Packet>> packets) {}

    private final BulkFlows flows;
    private final SplittableRandom random;
    private final List<Source> sources;
    private final long startNanos;
    private final double seconds;
    private final long count;

    /// @param sources beside the short flows
    /// @param seconds within which short flows begin
    /// @param count how many short flows
    BulkTraffic(
            BulkFlows flows,
            SplittableRandom random,
            List<Source> sources,
            long startNanos,
            double seconds,
            long count) {
        this.flows = flows;
        this.random = random;
        this.sources = new ArrayList<>(sources);
        this.sources.sort(Comparator.comparingLong(Source::startNanos));
        this.startNanos = startNanos;
        this.seconds = seconds;
        this.count = count;
    }

    /// May be called once: the generators move on.
    @Override
    public Iterator<Packet> iterator() {
        return new Merge();
    }

    /// What is left of one source.
    private static final class Cursor {
        final List<Packet> packets;
        final long serial;
        int at;

        Cursor(List<Packet> packets, long serial) {
            this.packets = packets;
            this.serial = serial;
        }

        long timeNanos() {
            return packets.get(at).timeNanos();
        }
    }

    private final class Merge implements Iterator<Packet> {
        private final PriorityQueue<Cursor> open =
                new PriorityQueue<>(Comparator.comparingLong(Cursor::timeNanos).thenComparingLong(c -> c.serial));
        private final Iterator<Source> waiting = sources.iterator();
        private Source next = waiting.hasNext() ? waiting.next() : nothing();
        private long flow;
        private long flowNanos = startNanos;
        private long serial;

        private Source nothing() {
            return new Source(Long.MAX_VALUE, List::of);
        }

        @Override
        public boolean hasNext() {
            fill();
            return !open.isEmpty();
        }

        @Override
        public Packet next() {
            fill();
            Cursor cursor = open.poll();
            if (cursor == null) {
                throw new NoSuchElementException();
            }
            Packet packet = cursor.packets.get(cursor.at++);
            if (cursor.at < cursor.packets.size()) {
                open.add(cursor);
            }
            return packet;
        }

        /// Begins all that begins before the earliest packet at hand.
        private void fill() {
            while (true) {
                Cursor first = open.peek();
                long until = first == null ? Long.MAX_VALUE : first.timeNanos();
                long flowAt = flow < count ? flowNanos : Long.MAX_VALUE;
                if (next.startNanos() <= flowAt && next.startNanos() < until) {
                    begin(next.packets().get());
                    next = waiting.hasNext() ? waiting.next() : nothing();
                } else if (flowAt < until) {
                    begin(flows.packets(flowNanos));
                    flow++;
                    flowNanos = SessionPlan.at(flowNanos, SessionSampler.exponential(random, seconds / count));
                } else {
                    return;
                }
            }
        }

        private void begin(List<Packet> packets) {
            if (!packets.isEmpty()) {
                open.add(new Cursor(packets, serial++));
            }
        }
    }
}
