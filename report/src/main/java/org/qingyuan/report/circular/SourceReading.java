package org.qingyuan.report.circular;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Reject;
import org.qingyuan.finding.RejectReason;
import org.qingyuan.finding.RunSummary;
import org.qingyuan.output.ResultListener;

/// The first reading of all sources: cuts them into runs and learns of each when it was looking. Findings and the
/// run line after them belong together; findings without one are a run that was cut off.
final class SourceReading implements ResultListener {
    private final SessionMerge merge = new SessionMerge();
    private final ProxySearch proxies = new ProxySearch();
    private final List<ReadRun> runs = new ArrayList<>();
    private Map<String, ObservedSpan> spans = new LinkedHashMap<>();
    private int ordinal;
    private long unusableLines;

    /// Findings and their run line.
    ///
    /// @param summary `null` when it was cut off
    /// @param spans when the findings of each input were: stands in for the inputs' own times where the run line is
    ///     missing
    record ReadRun(@Nullable RunSummary summary, long findings, List<ObservedSpan> spans) {
        String site() {
            return summary == null ? "" : summary.site();
        }
    }

    /// From the first to the last instant.
    record ObservedSpan(Instant from, Instant to) {
        ObservedSpan around(ObservedSpan other) {
            return new ObservedSpan(
                    from.isBefore(other.from) ? from : other.from, to.isAfter(other.to) ? to : other.to);
        }
    }

    @Override
    public void finding(Finding finding) {
        merge.add(runs.size(), ordinal, finding);
        proxies.add(finding);
        ordinal++;
        if (Values.instantOf(finding.start()) != null && finding.rule().startsWith("mining.")) {
            MiningSession session = MiningSession.of("", finding);
            ObservedSpan own = new ObservedSpan(session.start(), session.end());
            spans.merge(session.values().textOrBlank("file"), own, ObservedSpan::around);
        }
    }

    @Override
    public void run(RunSummary run) {
        close(run);
    }

    @Override
    public void rejected(Reject reject) {
        if (reject.reason() != RejectReason.CUT_OFF) {
            unusableLines++;
        }
    }

    /// Ends a source: what has no run line by now was cut off. A source without any line was too.
    void endOfSource(int runsBefore) {
        if (ordinal > 0 || runs.size() == runsBefore) {
            close(null);
        }
    }

    private void close(@Nullable RunSummary run) {
        runs.add(new ReadRun(run, ordinal, List.copyOf(spans.values())));
        spans = new LinkedHashMap<>();
        ordinal = 0;
    }

    List<ReadRun> runs() {
        return runs;
    }

    /// Zone of the first run line that names one, else that of Shanghai.
    ZoneId zone() {
        for (ReadRun run : runs) {
            ZoneId zone = run.summary == null ? null : zone(run.summary);
            if (zone != null) {
                return zone;
            }
        }
        return ZoneId.of("Asia/Shanghai");
    }

    private static @Nullable ZoneId zone(RunSummary run) {
        String name = new Values(run.parameters()).text("zone");
        try {
            return name == null ? null : ZoneId.of(name);
        } catch (DateTimeException unknownZone) {
            return null;
        }
    }

    /// Lines that were no record, beyond a missing run line.
    long unusableLines() {
        return unusableLines;
    }

    /// Addresses that confirmed sessions have on both of their ends.
    Set<String> mayBeProxies() {
        return proxies.addresses();
    }

    SessionMerge.Merged merged() {
        return merge.resolve(runs.stream().map(ReadRun::site).toList());
    }
}
