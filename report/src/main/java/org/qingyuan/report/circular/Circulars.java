package org.qingyuan.report.circular;

import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qingyuan.registry.Factors;
import org.qingyuan.registry.HardwareTable;

/// Computes a circular from results. The same results in the same order give the same model, on any machine.
///
/// @param zone for days and months, and for dates in the tables; `null` = the one of the first run line
public record Circulars(@Nullable ZoneId zone, HardwareTable hardware, Factors factors) {
    /// Reads every source twice: once to learn which findings are the same session, once to count; and a third time
    /// between where some addresses may be proxies.
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
        Proxies proxies = new Proxies(first.mayBeProxies());
        if (!first.mayBeProxies().isEmpty()) {
            Rereading.of(sources, first, merged, proxies::add);
        }
        List<ProxyLine> lines = proxies.resolve();
        CircularCount count = new CircularCount(days, hardware);
        Rereading.of(
                sources,
                first,
                merged,
                (session, run, ordinal) -> count.add(proxies.isAside(run, ordinal) ? session.setAside() : session));
        List<String> digests = sources.stream().map(ResultSource::sha256).toList();
        return new CircularAssembly(days, factors, first, merged.count(), digests).model(count, lines);
    }
}
