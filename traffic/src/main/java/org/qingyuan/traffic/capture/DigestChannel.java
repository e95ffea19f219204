package org.qingyuan.traffic.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.security.MessageDigest;

/// A channel that digests all that is read of it.
public final class DigestChannel implements ReadableByteChannel {
    private final ReadableByteChannel channel;
    private final MessageDigest digest;
    private long count;

    public DigestChannel(ReadableByteChannel channel, MessageDigest digest) {
        this.channel = channel;
        this.digest = digest;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        int begin = target.position();
        int read = channel.read(target);
        if (read > 0) {
            digest.update(target.duplicate().position(begin).limit(begin + read));
            count += read;
        }
        return read;
    }

    /// Reads what nobody wanted to, up to the end.
    public void drain() throws IOException {
        ByteBuffer rest = ByteBuffer.allocate(1 << 16);
        while (read(rest) >= 0) {
            rest.clear();
        }
    }

    /// Bytes read so far.
    public long count() {
        return count;
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
