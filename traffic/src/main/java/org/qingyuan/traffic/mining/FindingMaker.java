package org.qingyuan.traffic.mining;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qingyuan.estimate.Power;
import org.qingyuan.estimate.Rounding;
import org.qingyuan.estimate.Work;
import org.qingyuan.finding.Estimate;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.FindingId;
import org.qingyuan.finding.Holder;
import org.qingyuan.finding.Moment;
import org.qingyuan.finding.Subject;
import org.qingyuan.finding.Summary;
import org.qingyuan.registry.Efficiency;
import org.qingyuan.traffic.References;
import org.qingyuan.traffic.ScanParameters;
import org.qingyuan.traffic.ScanResult.LearnedPool;

/// Writes what a session's account shows as findings, one for each algorithm that it worked on. Beginnings that came to
/// nothing are written by [AttemptMaker].
final class FindingMaker {
    private final ScanParameters parameters;
    private final References references;
    private final List<String> inputs;
    private final DnsNames names;
    private final Map<String, Object> thresholds;

    FindingMaker(ScanParameters parameters, References references, List<String> inputs, DnsNames names) {
        this.parameters = parameters;
        this.references = references;
        this.inputs = inputs;
        this.names = names;
        this.thresholds = thresholds(parameters);
    }

    /// Every threshold that the rules use, as a finding names them.
    static Map<String, Object> thresholds(ScanParameters parameters) {
        Map<String, Object> thresholds = new LinkedHashMap<>();
        thresholds.put("minObservedSeconds", (long) parameters.minObservedSeconds());
        thresholds.put("minWorks", (long) Verdict.MIN_WORKS);
        thresholds.put("sessionIdle", parameters.sessionIdle().toString());
        return thresholds;
    }

    List<Finding> session(Session session, Ends ends, boolean unconfirmed) {
        List<Finding> findings = new ArrayList<>(session.books.all().size());
        PoolName pool = pool(session, ends);
        for (WorkBook book : session.books.all()) {
            if (session.books.all().size() == 1 || book.works > 0 || book.submitted > 0) {
                findings.add(session(
                        new SessionAccount(session, book, ends, unconfirmed, references, parameters.zone()), pool));
            }
        }
        return findings;
    }

    private Finding session(SessionAccount a, PoolName pool) {
        Moment.At start = a.start();
        Moment.At end = a.end();
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

    private static Summary summary(SessionAccount a, PoolName pool, @Nullable Estimate rate) {
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

    private Map<String, Object> fields(SessionAccount a, PoolName pool, @Nullable Estimate rate) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", inputs.get(a.ends.firstInput()));
        fields.put("client", a.ends.client().map(null));
        fields.put("server", a.ends.server().map(pool.host()));
        fields.put("communityId", a.ends.communityId());
        fields.put("vlan", a.ends.vlans());
        fields.put("dialect", a.session.dialect.word());
        fields.put("algorithm", a.guess.algorithm());
        if (AlgorithmGuess.UNKNOWN.equals(a.guess.algorithm())) {
            fields.put("algorithmCandidates", a.guess.candidates());
        }
        fields.put("coin", coin(a, pool));
        fields.put("wallet", a.session.introduction.wallet);
        fields.put("workers", List.copyOf(a.session.introduction.workers));
        fields.put("agent", a.session.introduction.agent);
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
        if (rate != null && a.isRatedInPart()) {
            fields.put("ratedSeconds", a.ratedSeconds());
        }
        claim(a, rate, fields);
        power(a, rate, fields);
        fields.put("hours", a.book.hours.rows(a.ends.nanos(), a.unconfirmed ? Double.NaN : a.scale));
        Holder server = holder(a.ends.server(), a.start());
        if (server != null) {
            fields.put("serverOrganisation", holderMap(server));
        }
        if (a.unconfirmed) {
            fields.put("unconfirmed", true);
        }
        if (a.session.brokenOff) {
            fields.put("brokenOff", true);
        }
        return fields;
    }

    private static Map<String, Object> coin(SessionAccount a, PoolName pool) {
        List<String> candidates = a.guess.coins(pool.coin());
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("best", candidates.size() == 1 ? candidates.getFirst() : null);
        map.put("candidates", candidates);
        return map;
    }

    private static Map<String, Object> shares(SessionAccount a) {
        WorkBook book = a.book;
        Map<String, Object> map = new LinkedHashMap<>();
        boolean answered = a.showsServer();
        if (a.showsClient()) {
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

    private static @Nullable Double perMinute(SessionAccount a) {
        boolean known = a.seconds() > 0 && a.showsClient();
        return known ? Rounding.significant(a.book.submitted * 60 / a.seconds(), 6) : null;
    }

    private static @Nullable Map<String, Object> workMap(SessionAccount a) {
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

    private static void claim(SessionAccount a, @Nullable Estimate rate, Map<String, Object> fields) {
        double claimed = a.session.introduction.claimedRate;
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

    private void power(SessionAccount a, @Nullable Estimate rate, Map<String, Object> fields) {
        Efficiency efficiency = rate == null ? null : references.hardware().at(a.guess.algorithm(), a.day);
        if (rate == null || efficiency == null) {
            return;
        }
        Power power = Power.of(rate, efficiency);
        fields.put("power", power.watts());
        fields.put("powerDominatedBy", power.dominatedBy());
        fields.put("energyPerDay", Power.energyPerDay(power.watts()));
    }

    // -- pools and holders

    private PoolName pool(Session session, Ends ends) {
        String resolved = names.of(ends.server().address());
        return PoolName.of(session.introduction, ends.server(), resolved, references.pools());
    }

    /// Adds the server of a confirmed session to what was learned, unless the catalogue holds it.
    void learn(Session session, Ends ends, Set<LearnedPool> learned) {
        PoolName pool = pool(session, ends);
        if (pool.name() != null) {
            return;
        }
        WorkBook book = session.books.at(0);
        LocalDate day = Moment.ofEpochNanos(book.firstNanos, ends.nanos())
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
        return references.registry().holderAt(endpoint.address(), start.instant());
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
}
