package org.qingyuan.report.circular;

import java.io.IOException;
import org.qingyuan.output.ResultListener;

/// Results as JSON lines hold them: findings, and after those of a run its run line. Read twice from the beginning, it
/// gives the same both times, so that of 100,000 findings only a few need to be in memory.
public interface ResultSource {
    /// Tells every record in the order of the lines.
    ///
    /// @throws IOException when it cannot be read
    void read(ResultListener listener) throws IOException;

    /// SHA-256 of its bytes in hex, once it has been read; blank when that is not known.
    String sha256();
}
