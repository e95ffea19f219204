package org.qingyuan.traffic.capture;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;
import java.io.InputStream;
import org.qingyuan.finding.RejectReason;

/// Undoes Zstandard (RFC 8878), any number of frames one after another, windows up to 128 MiB as `zstd -d` accepts
/// without asking.
final class ZstdSource implements ByteSource {
    private static final int MAX_WINDOW_LOG = 27;

    private final ByteSource raw;
    private final RawStream stream;
    private final ZstdInputStreamNoFinalizer decoder;

    ZstdSource(ByteSource raw) throws IOException {
        this.raw = raw;
        this.stream = new RawStream(raw);
        this.decoder = new ZstdInputStreamNoFinalizer(stream);
        decoder.setLongMax(MAX_WINDOW_LOG);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            int count;
            do {
                count = decoder.read(target, offset, length);
            } while (count == 0);
            return count;
        } catch (ZstdIOException e) {
            throw new DamagedCompression(reason(e), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            if (stream.ended && !stream.failed) {
                throw new DamagedCompression(RejectReason.DAMAGED_COMPRESSION, String.valueOf(e.getMessage()));
            }
            throw e;
        }
    }

    private static RejectReason reason(ZstdIOException e) {
        return e.getErrorCode() == Zstd.errFrameParameterWindowTooLarge()
                ? RejectReason.OVERSIZED_WINDOW
                : RejectReason.DAMAGED_COMPRESSION;
    }

    @Override
    public long consumed() {
        return raw.consumed();
    }

    @Override
    public void close() throws IOException {
        decoder.close();
    }

    /// The compressed bytes as the decoder wants them. `available` stays 0, so the decoder never waits for more than
    /// it needs for the first byte of output.
    private static final class RawStream extends InputStream {
        private final ByteSource raw;
        private boolean ended;
        private boolean failed;

        RawStream(ByteSource raw) {
            this.raw = raw;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            failed = true;
            int count = raw.read(target, offset, length);
            failed = false;
            ended |= count < 0;
            return count;
        }

        @Override
        public void close() throws IOException {
            raw.close();
        }
    }
}
