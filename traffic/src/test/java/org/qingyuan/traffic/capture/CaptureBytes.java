package org.qingyuan.traffic.capture;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.zip.GZIPOutputStream;

/// Makes captures by hand, byte by byte, in either order. Every buffer has an array of its own.
@SuppressWarnings("ByteBufferBackingArray")
public final class CaptureBytes {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ByteOrder order;
    private final int recordHeader;

    private CaptureBytes(ByteOrder order, int recordHeader) {
        this.order = order;
        this.recordHeader = recordHeader;
    }

    /// A pcap file with this magic.
    public static CaptureBytes pcap(int magic, ByteOrder order, int linkType) {
        CaptureBytes capture = new CaptureBytes(order, magic == 0xa1b2cd34 ? 24 : 16);
        ByteBuffer header = ByteBuffer.allocate(24).order(order);
        header.putInt(magic)
                .putShort((short) 2)
                .putShort((short) 4)
                .putInt(16, 262144)
                .putInt(20, linkType);
        capture.bytes.writeBytes(header.array());
        return capture;
    }

    /// A little-endian pcap file with microseconds.
    public static CaptureBytes pcap(int linkType) {
        return pcap(0xa1b2c3d4, ByteOrder.LITTLE_ENDIAN, linkType);
    }

    /// A pcapng file that begins with a section.
    public static CaptureBytes pcapng(ByteOrder order) {
        return new CaptureBytes(order, 0).section();
    }

    /// One pcap record.
    public CaptureBytes record(long seconds, int fraction, byte[] packet, int wire) {
        ByteBuffer header = ByteBuffer.allocate(recordHeader).order(order);
        header.putInt((int) seconds).putInt(fraction).putInt(packet.length).putInt(wire);
        bytes.writeBytes(header.array());
        bytes.writeBytes(packet);
        return this;
    }

    /// One pcap record at a time in nanoseconds since 1970, in a file of microseconds.
    public CaptureBytes at(long timeNanos, byte[] packet) {
        return record(timeNanos / 1_000_000_000L, (int) (timeNanos % 1_000_000_000L / 1000), packet, packet.length);
    }

    public CaptureBytes section() {
        ByteBuffer body = buffer(16)
                .putInt(0x1a2b3c4d)
                .putShort((short) 1)
                .putShort((short) 0)
                .putLong(-1);
        return block(0x0a0d0d0a, body.array());
    }

    /// An interface with options as they lie in the file.
    public CaptureBytes interfaceBlock(int linkType, int snapLength, byte... options) {
        ByteBuffer body = buffer(8 + options.length);
        body.putShort((short) linkType).putShort((short) 0).putInt(snapLength).put(options);
        return block(1, body.array());
    }

    /// if_tsresol.
    public byte[] resolution(int value) {
        return buffer(8)
                .putShort((short) 9)
                .putShort((short) 1)
                .put((byte) value)
                .array();
    }

    /// if_tsoffset.
    public byte[] offset(long seconds) {
        return buffer(12)
                .putShort((short) 14)
                .putShort((short) 8)
                .putLong(seconds)
                .array();
    }

    public CaptureBytes enhanced(int interfaceId, long ticks, byte[] packet, int wire) {
        ByteBuffer body = buffer(20 + padded(packet.length)).putInt(interfaceId);
        body.putInt((int) (ticks >>> 32)).putInt((int) ticks);
        return block(6, body.putInt(packet.length).putInt(wire).put(packet).array());
    }

    public CaptureBytes old(int interfaceId, long ticks, byte[] packet, int wire) {
        ByteBuffer body =
                buffer(20 + padded(packet.length)).putShort((short) interfaceId).putShort((short) 3);
        body.putInt((int) (ticks >>> 32)).putInt((int) ticks);
        return block(2, body.putInt(packet.length).putInt(wire).put(packet).array());
    }

    public CaptureBytes simple(byte[] packet, int wire) {
        return block(
                3, buffer(4 + padded(packet.length)).putInt(wire).put(packet).array());
    }

    /// Any block; the body has a multiple of 4 bytes.
    public CaptureBytes block(int type, byte[] body) {
        ByteBuffer frame = buffer(12 + body.length).putInt(type).putInt(12 + body.length);
        bytes.writeBytes(frame.put(body).putInt(12 + body.length).array());
        return this;
    }

    /// Bytes as they are.
    public CaptureBytes raw(byte[] any) {
        bytes.writeBytes(any);
        return this;
    }

    private ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(order);
    }

    private static int padded(int length) {
        return length + 3 & ~3;
    }

    public byte[] toBytes() {
        return bytes.toByteArray();
    }

    /// One gzip member.
    public static byte[] gzip(byte[] plain) {
        try (ByteArrayOutputStream target = new ByteArrayOutputStream()) {
            try (GZIPOutputStream gzip = new GZIPOutputStream(target)) {
                gzip.write(plain);
            }
            return target.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A channel over bytes.
    public static ReadableByteChannel channel(byte[] bytes) {
        return Channels.newChannel(new ByteArrayInputStream(bytes));
    }

    /// A channel that gives one byte a read, and now and then none.
    public static ReadableByteChannel drip(byte[] bytes) {
        return new ReadableByteChannel() {
            private int reads;
            private int position;

            @Override
            public int read(ByteBuffer target) {
                if (position == bytes.length) {
                    return -1;
                }
                if (reads++ % 3 == 0) {
                    return 0;
                }
                target.put(bytes[position++]);
                return 1;
            }

            @Override
            public boolean isOpen() {
                return true;
            }

            @Override
            public void close() {}
        };
    }
}
