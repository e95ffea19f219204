package org.qingyuan.traffic.flow;

import java.util.Arrays;
import java.util.function.IntPredicate;

/// Finds the entry that was not used for the longest time, exactly, at no cost when entries are used.
///
/// A heap of what is known of each entry's last use, which may be old news: the true number stands in the entry
/// itself. What is known is never later than the truth, so when the smallest number turns out to be true, its entry is
/// the oldest; while it does not, it is put right and the heap is asked again.
final class UseOrder {
    /// Who knows when an entry was last used.
    @FunctionalInterface
    interface Truth {
        /// Number of the last use, 0..2^40-1, never smaller than before.
        long lastUse(int entry);
    }

    private static final int ENTRY_BITS = 23;
    private static final int ENTRY_MASK = (1 << ENTRY_BITS) - 1;

    /// Number of a use and entry.
    private long[] heap = new long[64];

    private int size;

    /// Adds an entry whose last use is the latest of all.
    void add(int entry, long use) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
        }
        // the largest number belongs at the end
        heap[size++] = use << ENTRY_BITS | entry;
    }

    /// The entry that was not used for the longest time, or -1.
    int oldest(Truth truth) {
        if (size == 0) {
            return -1;
        }
        while (true) {
            int entry = (int) heap[0] & ENTRY_MASK;
            long known = heap[0] >>> ENTRY_BITS;
            long use = truth.lastUse(entry);
            if (use == known) {
                return entry;
            }
            sink(use << ENTRY_BITS | entry);
        }
    }

    /// Takes out the entry that [#oldest] gave.
    void removeOldest() {
        long last = heap[--size];
        if (size > 0) {
            sink(last);
        }
    }

    /// Puts a value at the root and lets it sink to its place.
    private void sink(long value) {
        int at = 0;
        while (true) {
            int child = 2 * at + 1;
            if (child >= size) {
                break;
            }
            if (child + 1 < size && heap[child + 1] < heap[child]) {
                child++;
            }
            if (value <= heap[child]) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = value;
    }

    void clear() {
        size = 0;
    }

    /// The entries that are wanted, the longest unused first.
    int[] all(Truth truth, IntPredicate wanted) {
        long[] order = new long[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            int entry = (int) heap[i] & ENTRY_MASK;
            if (wanted.test(entry)) {
                order[count++] = truth.lastUse(entry) << ENTRY_BITS | entry;
            }
        }
        Arrays.sort(order, 0, count);
        int[] entries = new int[count];
        for (int i = 0; i < count; i++) {
            entries[i] = (int) order[i] & ENTRY_MASK;
        }
        return entries;
    }
}
