package org.qingyuan.traffic.mining;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qingyuan.estimate.HashRate;
import org.qingyuan.estimate.Power;
import org.qingyuan.estimate.Rounding;
import org.qingyuan.estimate.Work;
import org.qingyuan.finding.Estimate;
import org.qingyuan.finding.Evidence;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.FindingId;
import org.qingyuan.finding.Holder;
import org.qingyuan.finding.Moment;
import org.qingyuan.finding.Subject;
import org.qingyuan.finding.Summary;
import org.qingyuan.registry.Algorithm;
import org.qingyuan.registry.Algorithms;
import org.qingyuan.registry.Efficiency;
import org.qingyuan.registry.Pool;
import org.qingyuan.traffic.References;
import org.qingyuan.traffic.ScanParameters;
import org.qingyuan.traffic.ScanResult.LearnedPool;
import org.qingyuan.traffic.mining.Attempts.Attempt;

/// Writes what a session's account shows as findings, one for each algorithm that it worked on.
final class FindingMaker {
    private static final double SECOND_NANOS = 1e9;

    private final ScanParameters parameters;
    private final References references;
    private final List<String> inputs;
    private final DnsNames names;
    private final Map<String, Object> thresholds = new LinkedHashMap<>();

    FindingMaker(ScanParameters parameters, References references, List<String> inputs, DnsNames names) {
        this.parameters = parameters;
        this.references = references;
        this.inputs = inputs;
        this.names = names;
        thresholds.put("minObservedSeconds", (long) parameters.minObservedSeconds());
        thresholds.put("minWorks", (long) Verdict.MIN_WORKS);
        thresholds.put("sessionIdle", parameters.sessionIdle().toString());
    }

    List<Finding> session(Session session, Ends ends, boolean unconfirmed) {
        List<Finding> findings = new ArrayList<>(session.books.size());
        PoolName pool = pool(session, ends);
        for (WorkBook book : session.books) {
            if (session.books.size() == 1 || book.works > 0 || book.submitted > 0) {
                findings.add(session(new Account(session, book, ends, unconfirmed), pool));
            }
        }
        return findings;
    }

    /// One book of a session with what follows from it.
    private final class Account {
        final Session session;
        final WorkBook book;
        final Ends ends;
        final boolean unconfirmed;
        final LocalDate day;
        final AlgorithmGuess guess;
        final double scale;
        final double seconds;

        Account(Session session, WorkBook book, Ends ends, boolean unconfirmed) {
            this.session = session;
            this.book = book;
            this.ends = ends;
            this.unconfirmed = unconfirmed;
            this.day = instant(book.firstNanos, ends)
                    .instant()
                    .atZone(parameters.zone())
                    .toLocalDate();
            this.guess = AlgorithmGuess.of(session, book, references, day);
            this.scale = scale();
            this.seconds = session.books.size() > 1
                    ? book.currentNanos / SECOND_NANOS
                    : (book.lastNanos - book.firstNanos) / SECOND_NANOS;
        }

        private double scale() {
            boolean inHashes = session.dialect != Dialect.STRATUM_V1;
            Algorithm algorithm = inHashes ? null : Algorithms.of(guess.algorithm());
            double factor = inHashes ? 1 : algorithm == null ? 0 : algorithm.hashesPerDifficulty();
            return book.largest > 0 && factor > 0 ? factor : Double.NaN;
        }

        /// Seconds in which shares could be weighed: of a session joined late from the first job of known scale.
        double ratedSeconds() {
            boolean late = session.joined && !session.dialect.jobsCarryTarget() && session.books.size() == 1;
            return late ? Math.max(0, book.lastNanos - book.firstScaledNanos) / SECOND_NANOS : seconds;
        }

        @Nullable
        Work work() {
            if (Double.isNaN(scale) || unconfirmed) {
                return null;
            }
            return new Work(
                    session.dialect.workUnit(),
                    book.weighted,
                    book.hashes * scale,
                    book.squares * scale * scale,
                    book.largest * scale,
                    book.staleHashes * scale);
        }

        @Nullable
        Estimate rate() {
            Work work = work();
            return work != null && HashRate.applies(work, ratedSeconds()) ? HashRate.of(work, ratedSeconds()) : null;
        }
    }

    private Finding session(Account a, PoolName pool) {
        Moment.At start = instant(a.book.firstNanos, a.ends);
        Moment.At end = instant(a.book.lastNanos, a.ends);
        String client = a.ends.client().address().text();
        String key = "mining/" + FindingId.keyPart(client);
        String identity = a.ends.communityId() + " " + a.guess.algorithm();
        Estimate rate = a.rate();
        Map<String, Object> fields = fields(a, pool, rate);
        return new Finding(
                FindingId.of(Rule.SESSION.word(), Rule.SESSION.version(), key, start, end, identity),
                key,
                Rule.SESSION.word(),
                Rule.SESSION.version(),
                Rule.SESSION.severity(),
                new Subject("address", client),
                holder(a.ends.client(), start),
                start,
                end,
                thresholds,
                summary(a, pool, rate),
                a.book.evidence.pick(inputs, a.ends.nanos(), a.scale),
                a.book.evidence.count(),
                refutations(a.unconfirmed),
                fields);
    }

    private static Summary summary(Account a, PoolName pool, @Nullable Estimate rate) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("client", a.ends.client().address().text());
        arguments.put("pool", pool.shown(a.ends.server()));
        arguments.put("dialect", a.session.dialect.word());
        arguments.put("algorithm", a.guess.algorithm());
        arguments.put("submitted", a.book.submitted);
        arguments.put("accepted", a.book.accepted);
        if (rate != null) {
            arguments.put("hashRate", rate);
        }
        String key = a.unconfirmed
                ? "mining.session.unconfirmed"
                : rate == null ? "mining.session.unrated" : "mining.session";
        return new Summary(key, arguments);
    }

    private static List<String> refutations(boolean unconfirmed) {
        return unconfirmed
                ? List.of("other-direction-differs", "address-held-by-another", "authorised-use", "replayed-traffic")
                : List.of("address-held-by-another", "authorised-use", "replayed-traffic");
    }

    private Map<String, Object> fields(Account a, PoolName pool, @Nullable Estimate rate) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", inputs.get(a.ends.firstInput()));
        fields.put("client", end(a.ends.client(), null));
        fields.put("server", end(a.ends.server(), pool.host()));
        fields.put("communityId", a.ends.communityId());
        fields.put("vlan", a.ends.vlans());
        fields.put("dialect", a.session.dialect.word());
        fields.put("algorithm", a.guess.algorithm());
        fields.put("coin", coin(a, pool));
        fields.put("wallet", a.session.wallet);
        fields.put("workers", List.copyOf(a.session.workers));
        fields.put("agent", a.session.agent);
        fields.put("pool", pool.map(a.ends.server()));
        fields.put("connections", a.ends.connections());
        fields.put("shares", shares(a));
        fields.put("sharesPerMinute", perMinute(a));
        fields.put("work", workMap(a));
        fields.put("packets", a.book.packets);
        fields.put("bytes", bytes(a.book));
        if (!a.unconfirmed) {
            fields.put("hashRate", rate);
        }
        claim(a, rate, fields);
        power(a, rate, fields);
        fields.put("hours", a.book.hours.rows(a.ends.nanos(), a.unconfirmed ? Double.NaN : a.scale));
        Holder server = holder(a.ends.server(), instant(a.book.firstNanos, a.ends));
        if (server != null) {
            fields.put("serverOrganisation", holderMap(server));
        }
        if (a.unconfirmed) {
            fields.put("unconfirmed", true);
        }
        return fields;
    }

    private static Map<String, Object> end(Endpoint endpoint, @Nullable String name) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("ip", endpoint.address().text());
        map.put("port", (long) endpoint.port());
        if (name != null) {
            map.put("name", name);
        }
        return map;
    }

    private static Map<String, Object> coin(Account a, PoolName pool) {
        List<String> candidates = a.guess.coins(pool.coin());
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("best", candidates.size() == 1 ? candidates.getFirst() : null);
        map.put("candidates", candidates);
        return map;
    }

    private static Map<String, Object> shares(Account a) {
        WorkBook book = a.book;
        Map<String, Object> map = new LinkedHashMap<>();
        boolean answered = a.session.serverMessages > 0 || a.ends.serverSeen();
        if (a.session.clientMessages > 0 || a.ends.clientSeen()) {
            map.put("submitted", book.submitted);
        }
        if (answered) {
            map.put("accepted", book.accepted);
            map.put("stale", book.stale);
            map.put("rejected", book.rejected);
        }
        if (map.containsKey("submitted")) {
            if (answered) {
                long unanswered = book.submitted - book.accepted - book.stale - book.rejected - book.implausible;
                map.put("unanswered", Math.max(0, unanswered));
            }
            map.put("implausible", book.implausible);
        }
        return map;
    }

    private static @Nullable Double perMinute(Account a) {
        boolean known = a.seconds > 0 && (a.session.clientMessages > 0 || a.ends.clientSeen());
        return known ? Rounding.significant(a.book.submitted * 60 / a.seconds, 6) : null;
    }

    private static @Nullable Map<String, Object> workMap(Account a) {
        Work work = a.work();
        if (work == null) {
            return null;
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("unit", work.unit());
        map.put("hashes", work.hashes());
        map.put("squares", work.squares());
        map.put("largestWeight", work.largestWeight());
        map.put("stale", work.stale());
        return map;
    }

    private static Map<String, Object> bytes(WorkBook book) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("toServer", book.bytesToServer);
        map.put("toClient", book.bytesToClient);
        return map;
    }

    private static void claim(Account a, @Nullable Estimate rate, Map<String, Object> fields) {
        double claimed = a.session.claimedRate;
        if (Double.isNaN(claimed)) {
            return;
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("hashRate", claimed);
        map.put(
                "consistent",
                rate != null && a.book.accepted > 0 ? claimed >= rate.low() && claimed <= rate.high() : null);
        fields.put("selfReported", map);
    }

    private void power(Account a, @Nullable Estimate rate, Map<String, Object> fields) {
        Efficiency efficiency = rate == null ? null : references.hardware().at(a.guess.algorithm(), a.day);
        if (rate == null || efficiency == null) {
            return;
        }
        Power power = Power.of(rate, efficiency);
        fields.put("power", power.watts());
        fields.put("powerDominatedBy", power.dominatedBy());
        fields.put("energyPerDay", Power.energyPerDay(power.watts()));
    }

    Finding attempt(Attempt attempt) {
        Ends ends = attempt.first;
        Moment.At start = instant(attempt.firstNanos, ends);
        Moment.At end = instant(attempt.lastNanos, ends);
        String client = ends.client().address().text();
        String key = "mining/" + FindingId.keyPart(client);
        List<Evidence> evidence = attempt.evidence.pick(inputs, ends.nanos(), 1);
        return new Finding(
                FindingId.of(Rule.ATTEMPT.word(), Rule.ATTEMPT.version(), key, start, end, ends.communityId() + " -"),
                key,
                Rule.ATTEMPT.word(),
                Rule.ATTEMPT.version(),
                Rule.ATTEMPT.severity(),
                new Subject("address", client),
                holder(ends.client(), start),
                start,
                end,
                thresholds,
                attemptSummary(attempt),
                evidence,
                attempt.evidence.count(),
                List.of("scanner", "address-held-by-another", "authorised-use"),
                attemptFields(attempt));
    }

    private static Summary attemptSummary(Attempt attempt) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("client", attempt.first.client().address().text());
        arguments.put(
                "server",
                attempt.first.server().address().text() + ":"
                        + attempt.first.server().port());
        arguments.put("dialect", attempt.dialect.word());
        arguments.put("count", attempt.count);
        return new Summary("mining.attempt." + attempt.reason.word(), arguments);
    }

    private Map<String, Object> attemptFields(Attempt attempt) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("reason", attempt.reason.word());
        fields.put("count", attempt.count);
        fields.put("file", inputs.get(attempt.first.firstInput()));
        fields.put("client", end(attempt.first.client(), null));
        fields.put(
                "server",
                end(attempt.first.server(), names.of(attempt.first.server().address())));
        fields.put("communityId", attempt.first.communityId());
        fields.put("dialect", attempt.dialect.word());
        fields.put("wallet", attempt.wallet);
        return fields;
    }

    // -- pools and holders

    /// What a pool is called, and where that was learned.
    private record PoolName(
            @Nullable String name,
            @Nullable String host,
            HostSource source,
            @Nullable String coin) {
        Map<String, Object> map(Endpoint server) {
            Map<String, Object> map = new LinkedHashMap<>();
            if (name != null) {
                map.put("name", name);
            }
            if (host != null) {
                map.put("host", host);
            }
            map.put("ip", server.address().text());
            map.put("port", (long) server.port());
            map.put("source", source.word());
            return map;
        }

        String shown(Endpoint server) {
            String address = server.address().version() == 6
                    ? "[" + server.address().text() + "]"
                    : server.address().text();
            return (host != null ? host : address) + ":" + server.port();
        }
    }

    private PoolName pool(Session session, Ends ends) {
        String host = session.host;
        HostSource source = session.hostSource;
        String resolved = names.of(ends.server().address());
        if (resolved != null) {
            host = resolved;
            source = HostSource.DNS;
        }
        Pool known = host == null ? null : references.pools().byHost(host);
        if (known == null) {
            known = references.pools().byAddress(ends.server().address());
        }
        return known == null
                ? new PoolName(null, host, source, null)
                : new PoolName(known.name(), host, HostSource.CATALOGUE, known.coin());
    }

    /// Adds the server of a confirmed session to what was learned, unless the catalogue holds it.
    void learn(Session session, Ends ends, Set<LearnedPool> learned) {
        PoolName pool = pool(session, ends);
        if (pool.name() != null) {
            return;
        }
        WorkBook book = session.books.getFirst();
        LocalDate day = instant(book.firstNanos, ends)
                .instant()
                .atZone(parameters.zone())
                .toLocalDate();
        List<String> coins = AlgorithmGuess.of(session, book, references, day).coins(null);
        learned.add(new LearnedPool(
                pool.host() == null ? "" : pool.host(),
                ends.server().address().text(),
                ends.server().port(),
                session.dialect.word(),
                coins.size() == 1 ? coins.getFirst() : ""));
    }

    private @Nullable Holder holder(Endpoint endpoint, Moment.At start) {
        Instant instant = start.instant();
        return references.registry().holderAt(endpoint.address(), instant);
    }

    private static Map<String, Object> holderMap(Holder holder) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", holder.id());
        map.put("name", holder.name());
        if (holder.nameEn() != null) {
            map.put("nameEn", holder.nameEn());
        }
        map.put("kind", holder.kind());
        map.put("region", holder.region());
        if (holder.parent() != null) {
            map.put("parent", holder.parent());
        }
        return map;
    }

    private static Moment.At instant(long nanos, Ends ends) {
        return Moment.ofEpochNanos(nanos, ends.nanos());
    }
}
