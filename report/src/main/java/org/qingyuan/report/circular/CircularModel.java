package org.qingyuan.report.circular;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qingyuan.estimate.Consistency;
import org.qingyuan.estimate.ObservedWindow;
import org.qingyuan.estimate.PeakRate;
import org.qingyuan.finding.Estimate;
import org.qingyuan.finding.Holder;
import org.qingyuan.finding.InputSummary;
import org.qingyuan.registry.Efficiency;
import org.qingyuan.registry.Factor;

/// Everything a circular says, as numbers. Totals are of confirmed sessions only; power and energy are at the wall
/// of the machines, without PUE, except in [Cost].
///
/// @param attemptCount attempts behind the findings of attempts
public record CircularModel(
        Header header,
        Window window,
        KeyFigures figures,
        List<AlgorithmLine> algorithms,
        Ranking<ProxyLine> proxies,
        Cost cost,
        Kinds kinds,
        Ranking<RegionLine> regions,
        Ranking<OrganisationLine> organisations,
        Ranking<CoinLine> coins,
        Ranking<PoolLine> pools,
        TimeLine timeLine,
        Ranking<MiningSession> sessions,
        Ranking<MiningSession> unconfirmed,
        Ranking<MiningSession> attempts,
        long attemptCount,
        Checks consistency,
        Coverage coverage,
        Ranking<LearnedPool> learned,
        Unread unread) {

    /// Where the numbers come from.
    ///
    /// @param sites vantage points, sorted; blank where nobody named it
    /// @param firstDay first day spoken of in `zone`, `null` when nothing was seen
    /// @param zone in which days are meant
    /// @param versions program versions of the runs
    /// @param registries fingerprints of the registries of the runs
    /// @param digests SHA-256 of each results file, those that are known
    /// @param merged findings that another one stands for
    /// @param otherFindings findings of rules that a circular on mining does not speak of
    public record Header(
            List<String> sites,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            ZoneId zone,
            List<String> versions,
            List<String> registries,
            List<ReadRun> runs,
            List<String> digests,
            long merged,
            long otherFindings) {}

    /// One run among the results.
    ///
    /// @param findings lines that are findings
    /// @param hasRunLine without it the results were cut off
    /// @param complete whether the run ended by itself
    public record ReadRun(String site, long findings, boolean hasRunLine, boolean complete) {}

    /// When the tap was looking.
    ///
    /// @param observed the union of the inputs' times, gaps of more than an hour left out
    /// @param sites the same for each site
    /// @param fromFindings whether a run without its run line had to be judged by its findings
    public record Window(ObservedWindow observed, List<SiteWindow> sites, boolean fromFindings) {
        public double seconds() {
            return observed.seconds();
        }

        /// Whether the sites looked at different times, so that a mean over the union understates.
        public boolean sitesDiffer() {
            return sites.stream().anyMatch(site -> site.seconds() < seconds() * 0.99);
        }
    }

    /// When one site was looking.
    public record SiteWindow(String site, long inputs, ObservedWindow observed) {
        public double seconds() {
            return observed.seconds();
        }
    }

    /// The figures on top.
    ///
    /// @param withoutRate sessions that count everywhere but in rates and energy
    /// @param poolAddresses distinct IP addresses of pools
    /// @param poolEndpoints distinct pairs of address and port
    /// @param toServer IP bytes from the clients
    /// @param toClient IP bytes from the pools
    /// @param watts mean power over the window; `null` when nothing is known of it
    /// @param publicWatts of public organisations
    /// @param contradicted sessions whose claimed rate lies outside the interval of their shares
    public record KeyFigures(
            long sessions,
            long withoutRate,
            long clients,
            long organisations,
            long poolAddresses,
            long poolEndpoints,
            long toServer,
            long toClient,
            @Nullable Estimate watts,
            @Nullable Estimate publicWatts,
            long contradicted) {
        public long bytes() {
            return toServer + toClient;
        }
    }

    /// One algorithm; hash rates of different lines are never added.
    ///
    /// @param rate mean over the window, `null` when no session of it has a rate or the window has no length
    /// @param peak the largest rate of sessions that ran at the same time, `null` when none has a rate
    /// @param efficiencies rows of the hardware table that were used
    /// @param partlyWithoutPower whether some of its work falls on days without a row
    public record AlgorithmLine(
            String algorithm,
            long sessions,
            long withoutRate,
            long clients,
            long acceptedShares,
            @Nullable Estimate rate,
            @Nullable PeakRate peak,
            @Nullable Estimate watts,
            String dominatedBy,
            List<Efficiency> efficiencies,
            boolean partlyWithoutPower) {}

    /// What the energy costs, PUE included.
    ///
    /// @param energyPerDay kWh a day at the meter
    /// @param yuanPerDay price times energy
    /// @param publicYuanPerDay the part that public organisations pay
    /// @param co2PerDay kg a day
    public record Cost(
            @Nullable Estimate energyPerDay,
            @Nullable Estimate yuanPerDay,
            @Nullable Estimate publicYuanPerDay,
            @Nullable Estimate co2PerDay,
            AppliedFactors factors) {}

    /// The stated factors, each with its source.
    ///
    /// @param pue total energy over that of the machines
    /// @param price yuan a kWh
    /// @param carbon kg of CO2 a kWh
    public record AppliedFactors(Factor pue, Factor price, Factor carbon) {}

    /// Confirmed client addresses by the kind of who holds them.
    ///
    /// @param lines the registry's kinds in their order, then `unregistered`; only those that occur
    /// @param clients all confirmed client addresses, the denominator
    /// @param named of public organisations and enterprises, what circulars of 2021 gave as one share
    public record Kinds(List<KindLine> lines, long clients, long named) {}

    /// @param kind a word of the registry, or `unregistered`
    /// @param clients addresses; each address counts once, where its first session puts it
    public record KindLine(String kind, long clients, Share share) {}

    /// Sums of one group.
    ///
    /// @param watts mean over the window, `null` when nothing is known
    public record Share(
            long clients,
            long sessions,
            long bytes,
            @Nullable Estimate watts,
            List<String> algorithms) {}

    /// @param code prefecture-level city, province where nothing finer is known, blank for unregistered addresses
    public record RegionLine(String code, Share share) {}

    /// @param site where its addresses were seen
    public record OrganisationLine(String site, Holder holder, Share share) {}

    /// @param coin ticker, blank when it cannot be told
    public record CoinLine(String coin, Share share) {}

    /// @param endpoint address and port
    /// @param name as the catalogue or the capture gives it, blank when neither does
    public record PoolLine(String endpoint, String name, Share share) {}

    /// The first of many, and how many there are.
    public record Ranking<T>(List<T> top, long total) {
        public long left() {
            return total - top.size();
        }
    }

    /// What happened when, by hour, or by day or month where hours would be too many.
    ///
    /// @param step width of a bucket
    /// @param algorithms those with energy, sorted; the order of `kwh` in each bucket
    public record TimeLine(Step step, List<String> algorithms, List<Bucket> buckets) {}

    /// Widths of a time line's bucket.
    public enum Step {
        HOUR,
        DAY,
        MONTH
    }

    /// @param start in UTC; hours as the capture counts them, days and months in the circular's zone
    /// @param kwh best value at the wall per algorithm in the order of the time line
    public record Bucket(Instant start, List<Double> kwh, long accepted, long bytes) {
        public double totalKwh() {
            return kwh.stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    /// Whether the figures fit together.
    ///
    /// @param wattsPerClient mean power by client address, `null` without power
    /// @param bitsPerClient bit/s by client address
    /// @param bitsPerSession bit/s by session
    /// @param algorithms all energy divided by this algorithm's rate, against its hardware
    public record Checks(
            @Nullable Estimate wattsPerClient,
            double bitsPerClient,
            double bitsPerSession,
            List<AlgorithmCheck> algorithms) {
        /// More than one algorithm has energy: a single figure of J per hash misleads.
        public boolean isMixture() {
            return algorithms.size() > 1;
        }
    }

    /// @param joulesPerHash all energy over this algorithm's best rate
    /// @param bandLow least of the hardware table
    /// @param bandHigh most of the hardware table
    public record AlgorithmCheck(String algorithm, String unit, double joulesPerHash, double bandLow, double bandHigh) {
        /// Where it lies; the band is a tenth of a percent wider than its table, for rounding.
        public Consistency.Verdict verdict() {
            double middle = (bandLow + bandHigh) / 2;
            return Consistency.compare(
                    joulesPerHash, new Estimate(bandLow * 0.999, middle, bandHigh * 1.001, "J/" + unit));
        }
    }

    /// Of which networks the taps saw packets at all: whoever tests again can see that they were looking.
    ///
    /// @param merged rows that were merged into wider ones when there were too many
    public record Coverage(Ranking<CoverageLine> networks, long merged) {}

    /// @param days on which packets were seen
    /// @param firstDay ISO date
    public record CoverageLine(
            String site,
            String network,
            long days,
            String firstDay,
            String lastDay,
            long packetsFrom,
            long packetsTo,
            long bytes) {}

    /// A pool that a confirmed session revealed and the catalogue did not hold; `host` and `coin` are blank when not
    /// known.
    public record LearnedPool(String host, String ip, long port, String dialect, String coin) {}

    /// What could not be read.
    ///
    /// @param inputs all inputs of all runs
    /// @param broken those with a problem
    /// @param unusableLines lines of the results that were no record
    /// @param rejects by the reason's word
    /// @param counters by name
    public record Unread(
            long inputs,
            long bytes,
            long packets,
            Ranking<BrokenInput> broken,
            long unusableLines,
            Map<String, Long> rejects,
            Map<String, Long> counters) {}

    /// An input that could not be read, or not to its end.
    public record BrokenInput(String site, InputSummary input) {}
}
