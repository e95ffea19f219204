package org.qingyuan.traffic.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/// Plain reads of a file or pipe. The first bytes may be looked at before they are read.
///
/// Reads go through a buffer of its own outside the heap, aligned to a cache line and small enough to stay in the
/// cache: the one that the JDK would put in between is neither, and copies took three times as long.
final class ChannelSource implements ByteSource {
    private static final int LINE = 64;
    private static final int SIZE = 64 << 10;

    private final ReadableByteChannel channel;
    private final byte[] head = new byte[4];
    private int headLength;
    private int headPosition;
    private long consumed;
    private final ByteBuffer between = ByteBuffer.allocateDirect(SIZE + LINE).alignedSlice(LINE);

    ChannelSource(ReadableByteChannel channel) {
        this.channel = channel;
    }

    /// The first four bytes in network order without using them up; bytes beyond the end are 0.
    int peek() throws IOException {
        while (headLength < head.length) {
            int count = fill(head, headLength, head.length - headLength);
            if (count < 0) {
                break;
            }
            headLength += count;
        }
        return (head[0] & 255) << 24 | (head[1] & 255) << 16 | (head[2] & 255) << 8 | head[3] & 255;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count;
        if (headPosition < headLength) {
            count = Math.min(length, headLength - headPosition);
            System.arraycopy(head, headPosition, target, offset, count);
            headPosition += count;
        } else {
            count = fill(target, offset, length);
        }
        consumed += Math.max(count, 0);
        return count;
    }

    private int fill(byte[] target, int offset, int length) throws IOException {
        between.clear().limit(Math.min(length, SIZE));
        int count;
        do {
            count = channel.read(between);
        } while (count == 0);
        if (count > 0) {
            between.flip().get(target, offset, count);
        }
        return count;
    }

    @Override
    public long consumed() {
        return consumed;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
