package org.qingyuan.traffic.capture;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// Writes pcapng (draft-ietf-opsawg-pcapng): sections, interfaces with a time resolution of their own, enhanced,
/// simple and obsolete packet blocks. Not thread-safe; the caller buffers and closes the stream.
///
/// A block is `type, total length, body padded to four bytes, total length`.
public final class PcapngWriter {
    private static final int SECTION = 0x0a0d0d0a;
    private static final int INTERFACE = 1;
    private static final int OBSOLETE_PACKET = 2;
    private static final int SIMPLE_PACKET = 3;
    private static final int STATISTICS = 5;
    private static final int ENHANCED_PACKET = 6;
    private static final int ORDER_MAGIC = 0x1a2b3c4d;
    private static final int TIME_RESOLUTION = 9;
    private static final int BINARY = 0x80;

    private final OutputStream out;
    private final List<Integer> resolutions = new ArrayList<>();
    private ByteOrder order;
    private ByteBuffer block = ByteBuffer.allocate(1 << 12);

    /// Writes the first section header at once.
    public PcapngWriter(OutputStream out, ByteOrder order) throws IOException {
        this.out = out;
        this.order = order;
        section(order);
    }

    /// A time resolution of 10^-`digits` seconds, 0..9.
    public static int decimal(int digits) {
        return digits;
    }

    /// A time resolution of 2^-`bits` seconds, 0..30.
    public static int binary(int bits) {
        return BINARY | bits;
    }

    /// Begins a section, whose interfaces count from 0 again.
    public void section(ByteOrder sectionOrder) throws IOException {
        order = sectionOrder;
        resolutions.clear();
        begin(SECTION, 16);
        block.putInt(ORDER_MAGIC).putShort((short) 1).putShort((short) 0).putLong(-1);
        end();
    }

    /// Describes an interface.
    ///
    /// @param snapLength 0 = no bound
    /// @param resolution from [#decimal] or [#binary]
    /// @return its number in the section
    public int channel(int linkType, int snapLength, int resolution) throws IOException {
        begin(INTERFACE, 24);
        block.putShort((short) linkType).putShort((short) 0).putInt(snapLength);
        block.putShort((short) TIME_RESOLUTION).putShort((short) 1).put((byte) resolution);
        block.put((byte) 0).putShort((short) 0);
        block.putInt(0);
        end();
        resolutions.add(resolution);
        return resolutions.size() - 1;
    }

    /// Writes an enhanced packet block.
    ///
    /// @param timeNanos nanoseconds since 1970 UTC, rounded down to the interface's resolution
    /// @param originalLength length on the wire
    public void packet(int channel, long timeNanos, byte[] bytes, int captured, int originalLength) throws IOException {
        begin(ENHANCED_PACKET, 20 + captured);
        long units = units(timeNanos, resolutions.get(channel));
        block.putInt(channel).putInt((int) (units >>> 32)).putInt((int) units);
        block.putInt(captured).putInt(originalLength);
        block.put(bytes, 0, captured);
        end();
    }

    /// Writes an obsolete packet block, as very old captures have it.
    public void obsoletePacket(int channel, long timeNanos, byte[] bytes, int captured, int originalLength)
            throws IOException {
        begin(OBSOLETE_PACKET, 20 + captured);
        long units = units(timeNanos, resolutions.get(channel));
        block.putShort((short) channel)
                .putShort((short) 0)
                .putInt((int) (units >>> 32))
                .putInt((int) units);
        block.putInt(captured).putInt(originalLength);
        block.put(bytes, 0, captured);
        end();
    }

    /// Writes a simple packet block: interface 0, no time, not snapped.
    public void simplePacket(byte[] bytes, int length) throws IOException {
        begin(SIMPLE_PACKET, 4 + length);
        block.putInt(length).put(bytes, 0, length);
        end();
    }

    /// Writes an interface statistics block, which carries nothing that a scan needs.
    public void statistics(int channel, long timeNanos) throws IOException {
        begin(STATISTICS, 12);
        long units = units(timeNanos, resolutions.get(channel));
        block.putInt(channel).putInt((int) (units >>> 32)).putInt((int) units);
        end();
    }

    /// Writes a block of any type; readers skip the types that they do not know.
    public void block(int type, byte[] body) throws IOException {
        begin(type, body.length);
        block.put(body);
        end();
    }

    private static long units(long timeNanos, int resolution) {
        long seconds = Math.floorDiv(timeNanos, 1_000_000_000L);
        long nanos = Math.floorMod(timeNanos, 1_000_000_000L);
        if ((resolution & BINARY) != 0) {
            int bits = resolution & ~BINARY;
            return (seconds << bits) + (nanos << bits) / 1_000_000_000L;
        }
        long scale = 1;
        for (int i = 0; i < resolution; i++) {
            scale *= 10;
        }
        return seconds * scale + nanos / (1_000_000_000L / scale);
    }

    private void begin(int type, int bodyLength) {
        int total = 12 + (bodyLength + 3) / 4 * 4;
        if (block.capacity() < total) {
            block = ByteBuffer.allocate(Math.max(total, 2 * block.capacity()));
        }
        block.clear().limit(total).order(order);
        block.putInt(type).putInt(total);
    }

    private void end() throws IOException {
        int total = block.limit();
        while (block.position() < total - 4) {
            block.put((byte) 0);
        }
        block.putInt(total);
        out.write(block.array(), 0, total);
    }
}
