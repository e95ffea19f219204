package org.qingyuan.output;

import java.io.Closeable;
import java.io.IOException;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Outcome;
import org.qingyuan.finding.RunSummary;

/// Writes the results of one run in one format: findings, then outcomes, then the run. Masks them, each writer by
/// what its format is for. Used by one thread; made by [Format#open].
public interface ResultWriter extends Closeable {
    void finding(Finding finding) throws IOException;

    /// A finding that was already written by [ResultJson] and masked for data; it need not be read when the format
    /// writes the same.
    default void line(byte[] json) throws IOException {
        finding(ResultReader.finding(json));
    }

    void outcome(Outcome outcome) throws IOException;

    /// The last call but for closing. Formats for tables leave it out; see [Format#writesRun].
    void run(RunSummary run) throws IOException;

    /// Passes on what was held back, for results that are shown as they come.
    void flush() throws IOException;

    /// Ends the output and closes the stream under it.
    @Override
    void close() throws IOException;
}
