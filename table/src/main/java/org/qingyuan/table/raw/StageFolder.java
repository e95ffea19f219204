package org.qingyuan.table.raw;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/// Where staged parts are written. Used by several threads.
interface StageFolder {
    /// A path that no part has yet.
    Path next();

    OutputStream create(Path path) throws IOException;
}
