package org.qingyuan.traffic;

import org.qingyuan.finding.Finding;

/// Who hears of a scan while it runs; called from the thread of the file.
public interface ScanListener {
    /// A finding, as soon as it is certain. Files read from a pipe give theirs while they run; the order within a
    /// file is by the end of the session, not yet the order of the results.
    void finding(Finding finding);

    /// Bytes read so far of the input, a few times a second at most; `confirmed` counts sessions that are confirmed
    /// though not over yet.
    void progress(CaptureInput input, long bytesRead, long packets, int confirmed);

    /// Whether to stop; asked about once per block read.
    boolean cancelled();
}
