package org.qingyuan.run;

/// Who is told how far a scan is, and whether to go on. Called from several threads.
public interface ScanProgress {
    /// How far all inputs are together; a few times a second at most.
    ///
    /// @param totalBytes of all inputs, -1 when one of them is a pipe
    /// @param findings so far, sessions that are confirmed and still going on among them
    void progress(long doneBytes, long totalBytes, long findings);

    /// Whether to stop.
    boolean cancelled();

    /// Nobody looks and nothing stops.
    ScanProgress SILENT = new ScanProgress() {
        @Override
        public void progress(long doneBytes, long totalBytes, long findings) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    };
}
