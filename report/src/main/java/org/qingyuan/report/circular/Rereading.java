package org.qingyuan.report.circular;

import java.io.IOException;
import java.util.List;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Reject;
import org.qingyuan.finding.RunSummary;
import org.qingyuan.output.ResultListener;

/// A further reading of all sources, in the same order: gives what the merge left, each with its place.
final class Rereading implements ResultListener {
    private final SourceReading first;
    private final SessionMerge.Merged merged;
    private final Sink sink;
    private int run;
    private int ordinal;

    /// Takes a finding.
    interface Sink {
        /// @param run in which it stands, from 0
        /// @param ordinal of the finding in its run, from 0
        void finding(MiningSession session, int run, int ordinal);
    }

    private Rereading(SourceReading first, SessionMerge.Merged merged, Sink sink) {
        this.first = first;
        this.merged = merged;
        this.sink = sink;
    }

    /// @throws IOException when a source cannot be read
    static void of(List<? extends ResultSource> sources, SourceReading first, SessionMerge.Merged merged, Sink sink)
            throws IOException {
        Rereading reading = new Rereading(first, merged, sink);
        for (ResultSource source : sources) {
            source.read(reading);
            reading.endOfSource();
        }
    }

    @Override
    public void finding(Finding finding) {
        int place = ordinal++;
        if (!merged.isDropped(run, place)) {
            sink.finding(MiningSession.of(first.runs().get(run).site(), finding), run, place);
        }
    }

    @Override
    public void run(RunSummary summary) {
        run++;
        ordinal = 0;
    }

    @Override
    public void rejected(Reject reject) {}

    private void endOfSource() {
        if (ordinal > 0) {
            run++;
            ordinal = 0;
        }
    }
}
