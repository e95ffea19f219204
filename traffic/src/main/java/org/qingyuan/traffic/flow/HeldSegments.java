package org.qingyuan.traffic.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Segments of one direction that came before what precedes them, in order and without overlap: what came first wins.
final class HeldSegments {
    /// What an object costs beside its bytes.
    static final int OVERHEAD = 96;

    private final StreamBudget budget;
    private final List<Segment> segments = new ArrayList<>(0);
    private int cost;

    HeldSegments(StreamBudget budget) {
        this.budget = budget;
    }

    /// A copy of a part of a packet; `missing` bytes after its own were not captured.
    record Segment(int sequence, byte[] bytes, int missing, PacketRef at) {
        int end() {
            return sequence + bytes.length + missing;
        }

        int cost() {
            return bytes.length + OVERHEAD;
        }
    }

    boolean isEmpty() {
        return segments.isEmpty();
    }

    /// Bytes and overhead of all that is held.
    int cost() {
        return cost;
    }

    Segment first() {
        return segments.getFirst();
    }

    Segment removeFirst() {
        Segment first = segments.removeFirst();
        cost -= first.cost();
        budget.release(first.cost());
        return first;
    }

    void clear() {
        segments.clear();
        budget.release(cost);
        cost = 0;
    }

    /// Keeps those parts of a segment that are not held yet.
    void add(int sequence, byte[] bytes, int offset, int captured, int missing, PacketRef at) {
        int length = captured + missing;
        int from = 0;
        int index = 0;
        while (from < length) {
            int start = sequence + from;
            while (index < segments.size() && segments.get(index).end() - start <= 0) {
                index++;
            }
            Segment behind = index < segments.size() ? segments.get(index) : null;
            if (behind != null && behind.sequence() - start <= 0) {
                from = behind.end() - sequence;
                continue;
            }
            int until = behind == null ? length : Math.min(length, behind.sequence() - sequence);
            int dataFrom = Math.min(from, captured);
            int dataUntil = Math.min(until, captured);
            byte[] copy = Arrays.copyOfRange(bytes, offset + dataFrom, offset + dataUntil);
            insert(index, new Segment(start, copy, until - from - copy.length, at.copy()));
            from = until;
        }
    }

    private void insert(int index, Segment segment) {
        segments.add(index, segment);
        cost += segment.cost();
        budget.take(segment.cost());
    }
}
