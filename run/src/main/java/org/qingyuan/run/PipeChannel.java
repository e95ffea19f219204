package org.qingyuan.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// A pipe that ends when the run is cancelled: a read from a silent pipe cannot be called off otherwise. A thread of
/// its
/// own reads ahead by a few blocks; it is left behind in its last read when the run ends first.
final class PipeChannel implements ReadableByteChannel {
    private static final int BLOCK = 1 << 16;
    private static final int BLOCKS_AHEAD = 8;
    private static final int ASK_MILLIS = 50;

    private final ReadableByteChannel pipe;
    private final BooleanSupplier cancelled;
    private final BlockingQueue<Block> blocks = new ArrayBlockingQueue<>(BLOCKS_AHEAD);
    private @Nullable Block current;
    private volatile boolean isOpen = true;

    /// What was read: bytes, the end, or a fault.
    private record Block(
            @Nullable ByteBuffer bytes, @Nullable IOException fault) {}

    PipeChannel(ReadableByteChannel pipe, BooleanSupplier cancelled) {
        this.pipe = pipe;
        this.cancelled = cancelled;
        Thread reader = new Thread(this::readAhead, "pipe");
        reader.setDaemon(true);
        reader.start();
    }

    private void readAhead() {
        try {
            Block block;
            do {
                block = readBlock();
                blocks.put(block);
            } while (block.bytes != null && isOpen);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Block readBlock() {
        ByteBuffer bytes = ByteBuffer.allocate(BLOCK);
        try {
            return pipe.read(bytes) < 0 ? new Block(null, null) : new Block(bytes.flip(), null);
        } catch (IOException e) {
            return new Block(null, e);
        }
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        Block block = current == null || current.bytes != null && !current.bytes.hasRemaining() ? await() : current;
        current = block;
        if (block == null) {
            return -1;
        }
        if (block.fault != null) {
            throw block.fault;
        }
        return block.bytes == null ? -1 : copy(block.bytes, target);
    }

    private static int copy(ByteBuffer from, ByteBuffer to) {
        int length = Math.min(from.remaining(), to.remaining());
        to.put(from.slice(from.position(), length));
        from.position(from.position() + length);
        return length;
    }

    /// The next block, `null` when the run was cancelled.
    private @Nullable Block await() throws IOException {
        try {
            Block block = null;
            while (block == null && !cancelled.getAsBoolean()) {
                block = blocks.poll(ASK_MILLIS, TimeUnit.MILLISECONDS);
            }
            return block;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public boolean isOpen() {
        return isOpen;
    }

    @Override
    public void close() {
        isOpen = false;
    }
}
