package org.qingyuan.traffic.generate.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// Frames of single packets, for those who write capture files of their own shape.
public final class Frame {
    private static final int LONGEST_HEADER = 64;

    private Frame() {}

    /// The packet behind the header of its link.
    public static byte[] of(Link link, Packet packet) {
        ByteBuffer out = ByteBuffer.allocate(packet.bytes().length + LONGEST_HEADER);
        link.frame(packet, out);
        return Arrays.copyOf(out.array(), out.position());
    }
}
