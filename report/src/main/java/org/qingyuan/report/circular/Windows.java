package org.qingyuan.report.circular;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.qingyuan.estimate.ObservedWindow;
import org.qingyuan.finding.InputSummary;
import org.qingyuan.finding.RunSummary;
import org.qingyuan.report.circular.CircularModel.SiteWindow;
import org.qingyuan.report.circular.CircularModel.Window;
import org.qingyuan.report.circular.SourceReading.ReadRun;

/// When the taps were looking, from the run lines.
final class Windows {
    private Windows() {}

    static Window of(List<ReadRun> runs) {
        Map<String, List<ObservedWindow.Span>> bySite = new TreeMap<>();
        List<ObservedWindow.Span> all = new ArrayList<>();
        boolean fromFindings = false;
        for (ReadRun run : runs) {
            List<ObservedWindow.Span> spans = spans(run);
            fromFindings |= run.summary() == null && !spans.isEmpty();
            all.addAll(spans);
            bySite.computeIfAbsent(run.site(), site -> new ArrayList<>()).addAll(spans);
        }
        List<SiteWindow> sites = new ArrayList<>();
        bySite.forEach((site, spans) -> sites.add(new SiteWindow(site, spans.size(), ObservedWindow.of(spans))));
        return new Window(ObservedWindow.of(all), sites, fromFindings);
    }

    private static List<ObservedWindow.Span> spans(ReadRun run) {
        List<ObservedWindow.Span> spans = new ArrayList<>();
        RunSummary summary = run.summary();
        if (summary == null) {
            run.spans().forEach(span -> spans.add(new ObservedWindow.Span(span.from(), span.to())));
            return spans;
        }
        Values parameters = new Values(summary.parameters());
        for (InputSummary input : summary.inputs()) {
            ObservedWindow.Span span = within(input, parameters.instant("from"), parameters.instant("to"));
            if (span != null) {
                spans.add(span);
            }
        }
        return spans;
    }

    /// The time of an input, cut to the window that the run was told to look at; `null` when nothing is left.
    private static ObservedWindow.@Nullable Span within(
            InputSummary input, @Nullable Instant from, @Nullable Instant to) {
        Instant first = Values.instantOf(input.first());
        Instant last = Values.instantOf(input.last());
        if (first == null || last == null) {
            return null;
        }
        Instant start = from != null && from.isAfter(first) ? from : first;
        Instant end = to != null && to.isBefore(last) ? to : last;
        return end.isBefore(start) ? null : new ObservedWindow.Span(start, end);
    }
}
