package org.qingyuan.traffic.capture;

import java.io.Closeable;
import java.io.IOException;

/// The bytes of a capture with compression undone. Not thread-safe.
interface ByteSource extends Closeable {
    /// Reads what is there, waiting only for the first byte.
    ///
    /// @return how many bytes, at least 1, or -1 at the end
    /// @throws DamagedCompression when compressed data does not decode; what was read before stands
    int read(byte[] target, int offset, int length) throws IOException;

    /// Bytes used so far of the input as it lies on disk.
    long consumed();
}
