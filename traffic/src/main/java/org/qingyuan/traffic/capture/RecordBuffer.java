package org.qingyuan.traffic.capture;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.RejectReason;

/// The bytes being walked, and the record on which the walk stands. Fields instead of accessors: it is shared by the
/// reader and its format only, once a record.
final class RecordBuffer {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN)
            .withInvokeExactBehavior();

    byte[] bytes;

    /// Whether the bytes already walked must stay where they are; see [#into].
    private boolean keeps;

    /// Bytes that the last read gave.
    int lastRead;

    /// The first byte not yet walked.
    int position;

    /// One past the last byte read.
    int limit;

    /// Bytes read so far, after decompression.
    long total;

    /// Bytes still to be passed over that are not in the buffer.
    private long skip;

    // the record
    int packetOffset;
    int capturedLength;
    int wireLength;
    long timeNanos;
    boolean nanos;
    int linkType;

    @Nullable
    RejectReason rejected;

    // the end, if it came early
    @Nullable
    RejectReason problem;

    long stoppedAt;

    RecordBuffer(int size) {
        bytes = new byte[size];
    }

    int available() {
        return limit - position;
    }

    /// Offset of the position in the input after decompression.
    long offset() {
        return total - available() + skip;
    }

    boolean skipping() {
        return skip > 0;
    }

    /// A 32-bit number in the order told.
    int int32(int index, boolean bigEndian) {
        int value = (int) INT.get(bytes, index);
        return bigEndian ? Integer.reverseBytes(value) : value;
    }

    /// A 16-bit number in the order told, 0..65535.
    int int16(int index, boolean bigEndian) {
        int first = bytes[index] & 255;
        int second = bytes[index + 1] & 255;
        return bigEndian ? first << 8 | second : second << 8 | first;
    }

    /// Takes the record at the position as a packet and moves behind it.
    void packet(int offset, int captured, int wire, int end) {
        packetOffset = offset;
        capturedLength = captured;
        wireLength = wire < captured ? captured : wire;
        rejected = null;
        position = end;
    }

    /// Takes the record at the position as one that cannot be used and moves `length` bytes on, which may lie beyond
    /// what was read.
    void reject(RejectReason reason, long length) {
        packetOffset = position;
        capturedLength = 0;
        wireLength = 0;
        rejected = reason;
        pass(length);
    }

    /// Moves `length` bytes on, which may lie beyond what was read.
    void pass(long length) {
        int here = (int) Math.min(length, available());
        position += here;
        skip += length - here;
    }

    /// Ends the walk at the position.
    void stop(RejectReason reason) {
        stop(reason, offset());
    }

    void stop(RejectReason reason, long at) {
        problem = reason;
        stoppedAt = at;
        position = limit;
    }

    /// Goes on in another array, to whose front it takes what is left; from now on what was walked is not overwritten.
    void into(byte[] next) {
        move(next);
        keeps = true;
    }

    private void move(byte[] next) {
        int left = available();
        System.arraycopy(bytes, position, next, 0, left);
        bytes = next;
        position = 0;
        limit = left;
    }

    /// Reads at most `most` bytes behind what is left, which moves to the front unless what was walked is kept.
    ///
    /// @return `false` at the end of the input
    boolean read(ByteSource source, int most) throws IOException {
        if (!keeps) {
            move(bytes);
        }
        int count = source.read(bytes, limit, Math.min(most, bytes.length - limit));
        lastRead = Math.max(count, 0);
        if (count < 0) {
            return false;
        }
        limit += count;
        total += count;
        if (skip > 0) {
            long pending = skip;
            skip = 0;
            pass(pending);
        }
        return true;
    }
}
