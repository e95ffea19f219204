package org.qingyuan.traffic.capture;

import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.qingyuan.finding.RejectReason;

/// Undoes gzip (RFC 1952), any number of members one after another; zeros after the last are padding. Checks the CRC
/// and length of each member.
final class GzipSource implements ByteSource {
    private static final int BLOCK = 256 << 10;
    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xe0;

    private final ByteSource raw;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] input = new byte[BLOCK];
    private int position;
    private int limit;
    private boolean inMember;
    private boolean ended;

    GzipSource(ByteSource raw) {
        this.raw = raw;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (!ended) {
            if (!inMember) {
                ended = !beginMember();
                continue;
            }
            int count = inflate(target, offset, length);
            if (count > 0) {
                crc.update(target, offset, count);
                return count;
            }
            if (inflater.finished()) {
                endMember();
            } else if (!refill()) {
                throw damaged("the data ends within a member");
            } else {
                inflater.setInput(input, position, limit - position);
            }
        }
        return -1;
    }

    private int inflate(byte[] target, int offset, int length) throws IOException {
        try {
            int count = inflater.inflate(target, offset, length);
            position = limit - inflater.getRemaining();
            if (inflater.needsDictionary()) {
                throw damaged("a preset dictionary is asked for");
            }
            return count;
        } catch (DataFormatException e) {
            throw damaged(String.valueOf(e.getMessage()));
        }
    }

    private boolean refill() throws IOException {
        int count = raw.read(input, 0, BLOCK);
        position = 0;
        limit = Math.max(count, 0);
        return count > 0;
    }

    /// Reads a member's header; `false` at the end of the input.
    private boolean beginMember() throws IOException {
        int first = nextOrEnd();
        while (first == 0) {
            first = nextOrEnd();
        }
        if (first < 0) {
            return false;
        }
        if (first != 0x1f || next() != 0x8b || next() != 8) {
            throw damaged("no gzip header where a member should begin");
        }
        int flags = next();
        if ((flags & RESERVED) != 0) {
            throw damaged("reserved flags in a member's header");
        }
        skip(6);
        skipOptional(flags);
        inflater.reset();
        inflater.setInput(input, position, limit - position);
        crc.reset();
        inMember = true;
        return true;
    }

    private void skipOptional(int flags) throws IOException {
        if ((flags & EXTRA) != 0) {
            int low = next();
            skip(low | next() << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CRC) != 0) {
            skip(2);
        }
    }

    private void endMember() throws IOException {
        long expectedCrc = littleEndian();
        long expectedLength = littleEndian();
        if (expectedCrc != crc.getValue() || expectedLength != (inflater.getBytesWritten() & 0xffff_ffffL)) {
            throw damaged("checksum or length of a member differ");
        }
        inMember = false;
    }

    private long littleEndian() throws IOException {
        long value = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            value |= (long) next() << shift;
        }
        return value;
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    private void skipText() throws IOException {
        while (next() != 0) {
            // names and comments are of no use here
        }
    }

    private int next() throws IOException {
        int value = nextOrEnd();
        if (value < 0) {
            throw damaged("the data ends within a header or trailer");
        }
        return value;
    }

    private int nextOrEnd() throws IOException {
        return position < limit || refill() ? input[position++] & 255 : -1;
    }

    private static DamagedCompression damaged(String message) {
        return new DamagedCompression(RejectReason.DAMAGED_COMPRESSION, message);
    }

    @Override
    public long consumed() {
        return raw.consumed() - (limit - position);
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        raw.close();
    }
}
