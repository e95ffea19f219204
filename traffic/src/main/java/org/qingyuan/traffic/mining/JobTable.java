package org.qingyuan.traffic.mining;

import java.util.Arrays;

/// The latest jobs of a session with their weights, by a mark of their id. Bounded: the oldest of [#ROOM] leaves.
final class JobTable {
    static final int ROOM = 64;

    private long[] marks = new long[8];
    private double[] weights = new double[8];
    private long[] limits = new long[8];
    private int[] books = new int[8];
    private long added;

    /// Adds a job; `limit` is what the tail of a share's hash must stay below, 0 where shares do not show their hash.
    void add(long mark, double weight, long limit, int book) {
        if (added == marks.length && marks.length < ROOM) {
            int size = marks.length * 2;
            marks = Arrays.copyOf(marks, size);
            weights = Arrays.copyOf(weights, size);
            limits = Arrays.copyOf(limits, size);
            books = Arrays.copyOf(books, size);
        }
        int slot = (int) (added++ % marks.length);
        marks[slot] = mark;
        weights[slot] = weight;
        limits[slot] = limit;
        books[slot] = book;
    }

    boolean isEmpty() {
        return added == 0;
    }

    /// Slot of the latest job of that mark, -1 when none is known.
    int find(long mark) {
        int known = (int) Math.min(added, marks.length);
        for (int i = 1; i <= known; i++) {
            int slot = (int) ((added - i) % marks.length);
            if (marks[slot] == mark) {
                return slot;
            }
        }
        return -1;
    }

    double weight(int slot) {
        return weights[slot];
    }

    long limit(int slot) {
        return limits[slot];
    }

    int book(int slot) {
        return books[slot];
    }
}
