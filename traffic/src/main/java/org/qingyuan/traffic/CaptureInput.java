package org.qingyuan.traffic;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;

/// One input to read: a file or a pipe, with the name that findings carry.
///
/// @param name relative to the folder given, or the base name of a file given; `-` for stdin
/// @param size bytes on disk, -1 when it is not known
/// @param opener opens it; called once a scan, twice where several files are read as one stream; the scan closes the
///     channel
public record CaptureInput(String name, long size, Opener opener) {
    /// Opens an input from its beginning.
    @FunctionalInterface
    public interface Opener {
        ReadableByteChannel open() throws IOException;
    }
}
