package org.qingyuan.report.circular;

import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Reject;
import org.qingyuan.finding.RunSummary;
import org.qingyuan.output.ResultListener;
import org.qingyuan.registry.Factors;
import org.qingyuan.registry.HardwareTable;

/// Computes a circular from results. The same results in the same order give the same model, on any machine.
///
/// @param zone for days and months, and for dates in the tables; `null` = the one of the first run line
public record Circulars(@Nullable ZoneId zone, HardwareTable hardware, Factors factors) {
    /// Reads every source twice: once to learn which findings are the same session, once to count.
    ///
    /// @throws IOException when a source cannot be read
    public CircularModel model(List<? extends ResultSource> sources) throws IOException {
        SourceReading first = new SourceReading();
        for (ResultSource source : sources) {
            int before = first.runs().size();
            source.read(first);
            first.endOfSource(before);
        }
        ZoneId days = zone == null ? first.zone() : zone;
        SessionMerge.Merged merged = first.merged();
        Counting second = new Counting(first, merged, new CircularCount(days, hardware));
        for (ResultSource source : sources) {
            source.read(second);
            second.endOfSource();
        }
        List<String> digests = sources.stream().map(ResultSource::sha256).toList();
        return new CircularAssembly(days, factors, first, merged.count(), digests).model(second.count);
    }

    /// The second reading: counts what the merge left.
    private static final class Counting implements ResultListener {
        private final SourceReading first;
        private final SessionMerge.Merged merged;
        private final CircularCount count;
        private int run;
        private int ordinal;

        Counting(SourceReading first, SessionMerge.Merged merged, CircularCount count) {
            this.first = first;
            this.merged = merged;
            this.count = count;
        }

        @Override
        public void finding(Finding finding) {
            if (!merged.isDropped(run, ordinal++)) {
                count.add(MiningSession.of(first.runs().get(run).site(), finding));
            }
        }

        @Override
        public void run(RunSummary summary) {
            run++;
            ordinal = 0;
        }

        @Override
        public void rejected(Reject reject) {}

        void endOfSource() {
            if (ordinal > 0) {
                run++;
                ordinal = 0;
            }
        }
    }
}
