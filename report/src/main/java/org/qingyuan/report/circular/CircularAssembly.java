package org.qingyuan.report.circular;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qingyuan.estimate.ObservedWindow;
import org.qingyuan.estimate.PeakRate;
import org.qingyuan.finding.Estimate;
import org.qingyuan.finding.RunSummary;
import org.qingyuan.registry.Factors;
import org.qingyuan.registry.OrganisationKind;
import org.qingyuan.report.circular.CircularModel.AlgorithmLine;
import org.qingyuan.report.circular.CircularModel.CoinLine;
import org.qingyuan.report.circular.CircularModel.Header;
import org.qingyuan.report.circular.CircularModel.KeyFigures;
import org.qingyuan.report.circular.CircularModel.KindLine;
import org.qingyuan.report.circular.CircularModel.Kinds;
import org.qingyuan.report.circular.CircularModel.OrganisationLine;
import org.qingyuan.report.circular.CircularModel.PoolLine;
import org.qingyuan.report.circular.CircularModel.Ranking;
import org.qingyuan.report.circular.CircularModel.ReadRun;
import org.qingyuan.report.circular.CircularModel.RegionLine;
import org.qingyuan.report.circular.CircularModel.Share;
import org.qingyuan.report.circular.CircularModel.Window;

/// Turns counts into the model: rates and energy over the window, rankings, factors.
final class CircularAssembly {
    /// The most rows of a ranking.
    static final int MAX_RANKED = 50;

    private final ZoneId zone;
    private final Factors factors;
    private final SourceReading reading;
    private final long merged;
    private final List<String> digests;
    private final Window window;
    private final double seconds;

    CircularAssembly(ZoneId zone, Factors factors, SourceReading reading, long merged, List<String> digests) {
        this.zone = zone;
        this.factors = factors;
        this.reading = reading;
        this.merged = merged;
        this.digests = digests.stream().filter(digest -> !digest.isEmpty()).toList();
        this.window = Windows.of(reading.runs());
        this.seconds = window.seconds();
    }

    CircularModel model(CircularCount count, List<ProxyLine> proxies) {
        KeyFigures figures = figures(count);
        List<AlgorithmLine> algorithms = algorithms(count);
        Header header = header(count);
        LocalDate lastDay = header.lastDay();
        int year = lastDay == null ? LocalDate.EPOCH.getYear() : lastDay.getYear();
        return new CircularModel(
                header,
                window,
                figures,
                algorithms,
                new Ranking<>(proxies.stream().limit(MAX_RANKED).toList(), proxies.size()),
                Costs.of(figures, factors, year),
                kinds(count),
                rank(count.byRegion, RegionLine::new),
                rank(count.byOrganisation, (at, share) -> new OrganisationLine(at.site(), at.holder(), share)),
                rank(count.byCoin, CoinLine::new),
                rank(
                        count.byPool,
                        (endpoint, share) -> new PoolLine(endpoint, count.poolNames.getOrDefault(endpoint, ""), share)),
                count.hours.timeLine(),
                count.sessions.ranking(),
                count.unconfirmed.ranking(),
                count.attempts.ranking(),
                count.attemptCount,
                ConsistencyCheck.of(figures, algorithms, seconds),
                RunFields.coverage(reading.runs(), MAX_RANKED),
                RunFields.learned(reading.runs(), MAX_RANKED),
                Unreads.of(reading));
    }

    private Header header(CircularCount count) {
        List<ObservedWindow.Span> spans = window.observed().spans();
        List<RunSummary> runs = reading.runs().stream()
                .map(SourceReading.ReadRun::summary)
                .filter(Objects::nonNull)
                .toList();
        return new Header(
                distinct(reading.runs().stream().map(SourceReading.ReadRun::site)),
                spans.isEmpty() ? null : day(spans.getFirst().start()),
                spans.isEmpty() ? null : day(spans.getLast().end()),
                zone,
                distinct(runs.stream().map(RunSummary::version)),
                distinct(runs.stream().map(CircularAssembly::registry)),
                reading.runs().stream().map(CircularAssembly::readRun).toList(),
                digests,
                merged,
                count.otherFindings);
    }

    private LocalDate day(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    private static List<String> distinct(Stream<String> texts) {
        return List.copyOf(new TreeSet<>(texts.toList()));
    }

    /// Fingerprint of the registry that a run used, `none` where it had none.
    private static String registry(RunSummary run) {
        String inParameters = new Values(run.parameters()).text("registry");
        String fingerprint = inParameters == null ? new Values(run.fields()).text("registry") : inParameters;
        return fingerprint == null || fingerprint.isBlank() ? "none" : fingerprint;
    }

    private static ReadRun readRun(SourceReading.ReadRun run) {
        RunSummary summary = run.summary();
        return new ReadRun(run.site(), run.findings(), summary != null, summary != null && summary.complete());
    }

    private KeyFigures figures(CircularCount count) {
        Share all = count.all.share(seconds);
        long withoutRate = count.algorithms.values().stream()
                .mapToLong(algorithm -> algorithm.withoutRate)
                .sum();
        return new KeyFigures(
                all.sessions(),
                withoutRate,
                all.clients(),
                count.byOrganisation.size(),
                count.poolAddresses.size(),
                count.byPool.size(),
                count.toServer,
                count.toClient,
                all.watts(),
                count.publicSector.watts(seconds),
                count.contradicted);
    }

    private List<AlgorithmLine> algorithms(CircularCount count) {
        Map<String, WorkTally.AlgorithmTotal> totals = new HashMap<>();
        count.all.totals(seconds).forEach(total -> totals.putIfAbsent(total.algorithm(), total));
        List<AlgorithmLine> lines = new ArrayList<>();
        count.byAlgorithm.forEach((name, group) -> lines.add(algorithmLine(
                name, group.share(seconds), Objects.requireNonNull(count.algorithms.get(name)), totals.get(name))));
        lines.sort(Comparator.comparingDouble((AlgorithmLine line) -> -best(line.watts()))
                .thenComparing(AlgorithmLine::sessions, Comparator.reverseOrder())
                .thenComparing(AlgorithmLine::algorithm));
        return lines;
    }

    private static AlgorithmLine algorithmLine(
            String name, Share share, CircularCount.AlgorithmCount count, WorkTally.@Nullable AlgorithmTotal total) {
        PeakRate peak = count.rated.values().stream()
                .map(PeakRate::of)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new AlgorithmLine(
                name,
                share.sessions(),
                count.withoutRate,
                share.clients(),
                count.accepted,
                total == null ? null : total.rate(),
                peak,
                total == null ? null : total.watts(),
                total == null ? "" : total.dominatedBy(),
                total == null ? List.of() : total.efficiencies(),
                total != null && total.partlyWithoutPower());
    }

    private Kinds kinds(CircularCount count) {
        Map<String, Long> clients = new HashMap<>();
        count.kindOfClient.values().forEach(kind -> clients.merge(kind, 1L, Long::sum));
        List<KindLine> lines = new ArrayList<>();
        long named = 0;
        for (OrganisationKind kind : OrganisationKind.values()) {
            addKind(lines, kind.word(), clients, count);
            named += kind.namedInCirculars() ? clients.getOrDefault(kind.word(), 0L) : 0;
        }
        addKind(lines, CircularCount.UNREGISTERED, clients, count);
        return new Kinds(lines, count.kindOfClient.size(), named);
    }

    private void addKind(List<KindLine> lines, String kind, Map<String, Long> clients, CircularCount count) {
        Group group = count.byKind.get(kind);
        if (group != null) {
            lines.add(new KindLine(kind, clients.getOrDefault(kind, 0L), group.share(seconds)));
        }
    }

    /// Makes one line of a key and its sums.
    private interface LineOf<K, L> {
        L line(K key, Share share);
    }

    /// Most energy first, then most client addresses, sessions, traffic, then by name.
    private <K, L> Ranking<L> rank(Map<K, Group> groups, LineOf<K, L> lineOf) {
        List<Map.Entry<K, Share>> entries = new ArrayList<>();
        groups.forEach((key, group) -> entries.add(Map.entry(key, group.share(seconds))));
        entries.sort(Comparator.comparingDouble(
                        (Map.Entry<K, Share> entry) -> -best(entry.getValue().watts()))
                .thenComparingLong(entry -> -entry.getValue().clients())
                .thenComparingLong(entry -> -entry.getValue().sessions())
                .thenComparingLong(entry -> -entry.getValue().bytes())
                .thenComparing(entry -> entry.getKey().toString()));
        List<L> top = entries.stream()
                .limit(MAX_RANKED)
                .map(entry -> lineOf.line(entry.getKey(), entry.getValue()))
                .toList();
        return new Ranking<>(top, entries.size());
    }

    private static double best(@Nullable Estimate estimate) {
        return estimate == null ? 0 : estimate.best();
    }
}
