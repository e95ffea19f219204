package org.qingyuan.traffic.flow;

import java.util.Arrays;

/// Remembers the coverage rows of the addresses seen last, so that most packets need no look-up by network. 128 KB.
final class AddressRows {
    private static final int SIZE = 4096;
    private static final int LONGS = 4;
    private static final long MIX = 0x9e3779b97f4a7c15L;

    private final CoverageTable coverage;

    /// high, low, version, row of each slot.
    private final long[] slots = new long[SIZE * LONGS];

    private int epoch;

    AddressRows(CoverageTable coverage) {
        this.coverage = coverage;
        epoch = coverage.epoch();
    }

    /// The row of an address on a day.
    int row(int version, long high, long low, int epochDay, long timeNanos) {
        if (epoch != coverage.epoch()) {
            Arrays.fill(slots, 0);
            epoch = coverage.epoch();
        }
        int at = (int) ((low ^ high * MIX) * MIX >>> 52) * LONGS;
        if (slots[at + 1] == low && slots[at] == high && slots[at + 2] == version) {
            int row = (int) slots[at + 3];
            if (coverage.isOf(row, coverage.day(epochDay))) {
                return row;
            }
        }
        int row = coverage.row(version, high, low, epochDay, timeNanos);
        slots[at] = high;
        slots[at + 1] = low;
        slots[at + 2] = version;
        slots[at + 3] = row;
        return row;
    }
}
