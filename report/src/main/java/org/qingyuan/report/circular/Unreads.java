package org.qingyuan.report.circular;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.qingyuan.finding.InputSummary;
import org.qingyuan.finding.RunSummary;
import org.qingyuan.report.circular.CircularModel.BrokenInput;
import org.qingyuan.report.circular.CircularModel.Ranking;
import org.qingyuan.report.circular.CircularModel.Unread;

/// What could not be read, summed over all runs.
final class Unreads {
    /// The most inputs with a problem that are listed.
    private static final int MAX_BROKEN = 200;

    private Unreads() {}

    static Unread of(SourceReading reading) {
        long inputs = 0;
        long bytes = 0;
        long packets = 0;
        List<BrokenInput> broken = new ArrayList<>();
        Map<String, Long> rejects = new TreeMap<>();
        Map<String, Long> counters = new TreeMap<>();
        for (SourceReading.ReadRun run : reading.runs()) {
            RunSummary summary = run.summary();
            if (summary == null) {
                continue;
            }
            for (InputSummary input : summary.inputs()) {
                inputs++;
                bytes += Math.max(0, input.bytes());
                packets += input.records();
                if (input.problem() != null || !input.complete()) {
                    broken.add(new BrokenInput(run.site(), input));
                }
            }
            summary.rejects().forEach((reason, count) -> rejects.merge(reason, count, Long::sum));
            summary.counters().forEach((name, count) -> counters.merge(name, count, Long::sum));
        }
        Ranking<BrokenInput> listed =
                new Ranking<>(broken.stream().limit(MAX_BROKEN).toList(), broken.size());
        return new Unread(inputs, bytes, packets, listed, reading.unusableLines(), rejects, counters);
    }
}
