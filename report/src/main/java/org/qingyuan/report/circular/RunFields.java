package org.qingyuan.report.circular;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.qingyuan.report.circular.CircularModel.Coverage;
import org.qingyuan.report.circular.CircularModel.CoverageLine;
import org.qingyuan.report.circular.CircularModel.LearnedPool;
import org.qingyuan.report.circular.CircularModel.Ranking;
import org.qingyuan.report.circular.SourceReading.ReadRun;

/// What the run lines tell besides: of which networks the taps saw packets, and which pools they learned.
final class RunFields {
    private RunFields() {}

    private record Network(String site, String network) {}

    /// Sums of one network over days and runs.
    private static final class Sum {
        final TreeSet<String> days = new TreeSet<>();
        long packetsFrom;
        long packetsTo;
        long bytes;

        void add(Values row) {
            days.add(row.textOrBlank("date"));
            packetsFrom += row.count("packetsFrom");
            packetsTo += row.count("packetsTo");
            bytes += row.count("bytes");
        }
    }

    private static Values fields(ReadRun run) {
        return new Values(run.summary() == null ? Map.of() : run.summary().fields());
    }

    /// The networks with the most bytes first.
    static Coverage coverage(List<ReadRun> runs, int max) {
        Map<Network, Sum> sums =
                new TreeMap<>(Comparator.comparing(Network::site).thenComparing(Network::network));
        long merged = 0;
        for (ReadRun run : runs) {
            Values fields = fields(run);
            merged += fields.count("coverageMerged");
            for (Values row : fields.maps("coverage")) {
                sums.computeIfAbsent(new Network(run.site(), row.textOrBlank("network")), key -> new Sum())
                        .add(row);
            }
        }
        List<CoverageLine> lines = new ArrayList<>();
        sums.forEach((at, sum) -> lines.add(new CoverageLine(
                at.site,
                at.network,
                sum.days.size(),
                sum.days.getFirst(),
                sum.days.getLast(),
                sum.packetsFrom,
                sum.packetsTo,
                sum.bytes)));
        lines.sort(Comparator.comparingLong(CoverageLine::bytes).reversed());
        return new Coverage(
                new Ranking<>(List.copyOf(lines.subList(0, Math.min(max, lines.size()))), lines.size()), merged);
    }

    /// Each pool once, by address and port.
    static Ranking<LearnedPool> learned(List<ReadRun> runs, int max) {
        Map<String, LearnedPool> pools = new TreeMap<>();
        for (ReadRun run : runs) {
            for (Values row : fields(run).maps("learnedPools")) {
                LearnedPool pool = new LearnedPool(
                        row.textOrBlank("host"),
                        row.textOrBlank("ip"),
                        row.count("port"),
                        row.textOrBlank("dialect"),
                        row.textOrBlank("coin"));
                pools.putIfAbsent(String.join(" ", pool.ip(), "" + pool.port(), pool.host(), pool.dialect()), pool);
            }
        }
        return new Ranking<>(pools.values().stream().limit(max).toList(), pools.size());
    }
}
