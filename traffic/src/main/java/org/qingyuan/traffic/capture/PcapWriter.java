package org.qingyuan.traffic.capture;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Writes one pcap file: the 24-byte header, then each packet behind a 16-byte record header
/// (draft-ietf-opsawg-pcap). Not thread-safe; the caller buffers and closes the stream.
public final class PcapWriter {
    private static final int MICROS_MAGIC = 0xa1b2c3d4;
    private static final int NANOS_MAGIC = 0xa1b23c4d;
    private static final int SNAP_LENGTH = 262_144;

    private final OutputStream out;
    private final boolean nanos;
    private final ByteBuffer header;

    /// Writes the file header at once.
    ///
    /// @param linkType LINKTYPE number, 1 = Ethernet
    /// @param nanos nine digits of the second instead of six
    public PcapWriter(OutputStream out, int linkType, boolean nanos, ByteOrder order) throws IOException {
        this.out = out;
        this.nanos = nanos;
        this.header = ByteBuffer.allocate(24).order(order);
        header.putInt(nanos ? NANOS_MAGIC : MICROS_MAGIC);
        header.putShort((short) 2)
                .putShort((short) 4)
                .putInt(0)
                .putInt(0)
                .putInt(SNAP_LENGTH)
                .putInt(linkType);
        out.write(header.array(), 0, 24);
    }

    /// Writes one packet.
    ///
    /// @param timeNanos nanoseconds since 1970 UTC
    /// @param originalLength length on the wire, at least `length`
    public void write(long timeNanos, byte[] bytes, int offset, int length, int originalLength) throws IOException {
        long fraction = Math.floorMod(timeNanos, 1_000_000_000L);
        header.clear();
        header.putInt((int) Math.floorDiv(timeNanos, 1_000_000_000L));
        header.putInt((int) (nanos ? fraction : fraction / 1000));
        header.putInt(length).putInt(originalLength);
        out.write(header.array(), 0, 16);
        out.write(bytes, offset, length);
    }
}
