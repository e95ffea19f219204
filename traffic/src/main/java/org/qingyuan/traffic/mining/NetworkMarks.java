package org.qingyuan.traffic.mining;

import java.util.Arrays;

/// What jobs reveal of the network that they belong to: the distinct compact difficulties (nbits), and whether the
/// version is rolled. Bounded to [#MAX] values; a session shows few.
final class NetworkMarks {
    static final int MAX = 64;

    private int[] bits = new int[4];
    private int count;

    /// Whether the miner negotiated version rolling (BIP 310), which only sha256d networks have.
    boolean versionRolling;

    void bits(int value) {
        if (count > 0 && bits[count - 1] == value || count == MAX) {
            return;
        }
        for (int i = 0; i < count; i++) {
            if (bits[i] == value) {
                return;
            }
        }
        if (count == bits.length) {
            bits = Arrays.copyOf(bits, 2 * count);
        }
        bits[count++] = value;
    }

    int[] bits() {
        return Arrays.copyOf(bits, count);
    }
}
