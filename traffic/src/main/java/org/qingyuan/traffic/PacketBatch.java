package org.qingyuan.traffic;

import java.util.Arrays;
import org.qingyuan.traffic.capture.CaptureReader;

/// The records of a few blocks of a capture, with the bytes in which they lie. Goes round between the thread that reads
/// and the one that follows flows.
final class PacketBatch {
    private static final int FIRST = 512;

    final byte[] bytes = new byte[CaptureReader.ROOM];

    /// How far the input was read.
    long bytesRead;

    /// Whether nothing comes after it.
    boolean last;

    private CapturedPacket[] packets = new CapturedPacket[FIRST];
    private int filled;
    private int count;

    void clear() {
        count = 0;
        last = false;
    }

    int count() {
        return count;
    }

    CapturedPacket get(int index) {
        return packets[index];
    }

    /// The next one to be filled.
    CapturedPacket add() {
        if (count == filled) {
            make();
        }
        return packets[count++];
    }

    private void make() {
        if (filled == packets.length) {
            packets = Arrays.copyOf(packets, 2 * filled);
        }
        packets[filled++] = new CapturedPacket();
    }
}
