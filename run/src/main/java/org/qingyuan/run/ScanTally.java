package org.qingyuan.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.qingyuan.finding.InputSummary;
import org.qingyuan.finding.Moment;
import org.qingyuan.finding.RunSummary;
import org.qingyuan.registry.PoolCatalogue;
import org.qingyuan.traffic.ScanParameters;
import org.qingyuan.traffic.ScanResult;
import org.qingyuan.traffic.ScanResult.LearnedPool;

/// Adds up what the files of a scan gave, in their order, and says it in the run line.
final class ScanTally {
    static final String COMMAND = "mining scan";

    private final List<InputSummary> inputs = new ArrayList<>();
    private final SortedMap<String, Long> counters = new TreeMap<>();
    private final SortedMap<String, Long> rejects = new TreeMap<>();
    private final CoverageSum coverage = new CoverageSum();
    private final SortedMap<String, LearnedPool> learned = new TreeMap<>();
    private final Gathering gathering = new Gathering();
    private boolean readable;
    private boolean stopped;

    void add(ScanResult result, Gathering findings) {
        inputs.addAll(result.inputs());
        result.counters().forEach((name, count) -> counters.merge(name, count, Long::sum));
        result.rejects().forEach((reason, count) -> rejects.merge(reason, count, Long::sum));
        coverage.add(result.coverage(), result.coverageMerged());
        for (LearnedPool pool : result.learnedPools()) {
            learned.put(String.join(" ", pool.host(), pool.ip(), "" + pool.port(), pool.dialect(), pool.coin()), pool);
        }
        gathering.addLater(findings);
        readable |= result.readable();
        stopped |= result.stopped();
    }

    ScanOutcome outcome(ScanRequest request, boolean isWhole) {
        RunSummary run = new RunSummary(
                COMMAND,
                ProgramVersion.text(),
                request.site(),
                parameters(request),
                request.limits().toMap(),
                List.copyOf(inputs),
                counters,
                rejects,
                Map.of(),
                gathering.byRule(),
                isWhole && !stopped,
                fields(request));
        boolean looksRotated = !request.continuous() && Rotation.isLikely(inputs);
        return new ScanOutcome(run, readable, gathering.firstId(), gathering.worst(), looksRotated);
    }

    private static Map<String, Object> parameters(ScanRequest request) {
        ScanParameters parameters = request.parameters();
        Map<String, Object> map = new LinkedHashMap<>();
        if (parameters.window().from() != null) {
            map.put("from", new Moment.At(parameters.window().from(), false));
        }
        if (parameters.window().to() != null) {
            map.put("to", new Moment.At(parameters.window().to(), false));
        }
        map.put("nets", parameters.nets());
        map.put("sessionIdle", parameters.sessionIdle().toString());
        map.put("minObservedSeconds", (long) parameters.minObservedSeconds());
        map.put("continuous", request.continuous());
        map.put("zone", parameters.zone().getId());
        map.put("registry", request.references().registry().fingerprint());
        PoolCatalogue.Source pools = request.references().pools().source();
        if (pools != null) {
            map.put("pools", Map.of("file", pools.file(), "sha256", pools.sha256()));
        }
        return map;
    }

    private Map<String, Object> fields(ScanRequest request) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("learnedPools", pools(learned.values()));
        fields.put("coverage", coverage.toList());
        fields.put("coverageMerged", coverage.merged());
        if (request.revealed()) {
            fields.put("revealed", true);
        }
        return fields;
    }

    private static List<Map<String, Object>> pools(Collection<LearnedPool> pools) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (LearnedPool pool : pools) {
            Map<String, Object> map = new LinkedHashMap<>();
            if (!pool.host().isEmpty()) {
                map.put("host", pool.host());
            }
            map.put("ip", pool.ip());
            map.put("port", (long) pool.port());
            map.put("dialect", pool.dialect());
            map.put("coin", pool.coin().isEmpty() ? null : pool.coin());
            list.add(map);
        }
        return list;
    }
}
