package org.qingyuan.table.text;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/// How a file is compressed, told by its first bytes and never by its name.
public enum Compression {
    NONE("", new int[0]),
    /// RFC 1952, any number of members; what follows the last but zeros is an error.
    GZIP(".gz", new int[] {0x1f, 0x8b}),
    /// RFC 8878, any number of frames, windows up to 128 MiB.
    ZSTD(".zst", new int[] {0x28, 0xb5, 0x2f, 0xfd});

    private static final int BUFFER = 131_072;
    private static final int MAX_WINDOW_LOG = 27;

    private final String suffix;
    private final int[] magic;

    Compression(String suffix, int[] magic) {
        this.suffix = suffix;
        this.magic = magic;
    }

    /// What a name ends with: `.gz`, `.zst`, or nothing.
    public String suffix() {
        return suffix;
    }

    /// Tells it by the first bytes of a file, of which there may be less than asked for.
    ///
    /// @param head four bytes
    public static Compression of(byte[] head) {
        return Arrays.stream(values())
                .filter(candidate -> candidate != NONE && candidate.begins(head))
                .findFirst()
                .orElse(NONE);
    }

    private boolean begins(byte[] head) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= head.length || (head[i] & 255) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /// Undoes it. Data that is cut off or damaged is an IOException of the stream that this gives, of the type
    /// [DamagedData].
    ///
    /// @param in its `available` must not be 0 before its end, as that of a file is not
    public InputStream open(InputStream in) throws IOException {
        if (this == NONE) {
            return in;
        }
        InputStream buffered = new BufferedInputStream(in, BUFFER);
        try {
            return new CheckedStream(this == GZIP ? new WholeGzip(buffered) : zstd(buffered));
        } catch (EOFException e) {
            throw new DamagedData(e);
        }
    }

    private static InputStream zstd(InputStream in) throws IOException {
        ZstdInputStreamNoFinalizer stream = new ZstdInputStreamNoFinalizer(in);
        stream.setLongMax(MAX_WINDOW_LOG);
        return stream;
    }

    /// Compressed data that does not decode.
    public static final class DamagedData extends IOException {
        private static final long serialVersionUID = 1L;

        DamagedData(IOException cause) {
            super(cause instanceof EOFException ? "the data is cut off" : cause.getMessage(), cause);
        }
    }

    /// Says that what a decoder throws is the data's fault.
    private static final class CheckedStream extends InputStream {
        private final InputStream in;

        CheckedStream(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            try {
                return in.read(target, offset, length);
            } catch (IOException e) {
                throw new DamagedData(e);
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    /// The JDK's decoder takes whatever follows the last member as its end, were it half of another; this one does not.
    private static final class WholeGzip extends GZIPInputStream {
        private static final int TRAILER = 8;

        WholeGzip(InputStream in) throws IOException {
            super(in, BUFFER);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            if (count < 0) {
                checkRest();
            }
            return count;
        }

        private void checkRest() throws IOException {
            for (int i = len - inf.getRemaining() + TRAILER; i < len; i++) {
                checkPadding(buf[i]);
            }
            for (int next = in.read(); next >= 0; next = in.read()) {
                checkPadding(next);
            }
        }

        private static void checkPadding(int value) throws IOException {
            if (value != 0) {
                throw new IOException("something follows the compressed data");
            }
        }
    }
}
