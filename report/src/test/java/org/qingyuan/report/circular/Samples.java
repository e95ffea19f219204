package org.qingyuan.report.circular;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qingyuan.estimate.HashRate;
import org.qingyuan.estimate.Power;
import org.qingyuan.estimate.Work;
import org.qingyuan.finding.Estimate;
import org.qingyuan.finding.Evidence;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Holder;
import org.qingyuan.finding.InputSummary;
import org.qingyuan.finding.Moment;
import org.qingyuan.finding.RunSummary;
import org.qingyuan.finding.Severity;
import org.qingyuan.finding.Subject;
import org.qingyuan.finding.Summary;
import org.qingyuan.output.ResultListener;
import org.qingyuan.registry.Efficiency;

/// Results made by hand, with numbers that one can recompute on paper.
public final class Samples {
    public static final Instant NINE = Instant.parse("2021-10-12T01:00:00Z");
    public static final Holder UNIVERSITY =
            new Holder("u1", "江南示范大学", "Jiangnan Model University", "university", "320205", null);
    public static final Holder CAFE = new Holder("c1", "星海网吧", null, "internet-cafe", "320506", null);
    public static final Holder ENTERPRISE =
            new Holder("e1", "苏州示例科技有限公司", "Example Tech", "enterprise", "320500", null);

    private Samples() {}

    /// A session before it becomes a finding; every setter gives the same builder back.
    public static final class Session {
        private final String client;
        private String rule = MiningSession.SESSION;
        private String communityId;
        private String dialect = "cryptonote";
        private String algorithm = "rx/0";
        private @Nullable String coin = "XMR";
        private Instant start = NINE;
        private long seconds = 3600;
        private long shares = 36;
        private double weight = 100_000;
        private @Nullable Holder holder;
        private final Map<String, Object> more = new LinkedHashMap<>();
        private String server = "198.51.100.7";
        private int evidence = 3;
        private String worker = "rig1";

        public Session(String client) {
            this.client = client;
            this.communityId = "1:" + client;
        }

        public Session heldBy(Holder who) {
            holder = who;
            return this;
        }

        public Session connection(String id) {
            communityId = id;
            return this;
        }

        public Session algorithm(String name, @Nullable String ticker, String spoken) {
            algorithm = name;
            coin = ticker;
            dialect = spoken;
            return this;
        }

        public Session time(Instant from, long length) {
            start = from;
            seconds = length;
            return this;
        }

        public Session shares(long count, double each) {
            shares = count;
            weight = each;
            return this;
        }

        public Session at(String pool) {
            server = pool;
            return this;
        }

        public Session with(String field, Object value) {
            more.put(field, value);
            return this;
        }

        public Session worker(String name) {
            worker = name;
            return this;
        }

        public Session evidence(int count) {
            evidence = count;
            return this;
        }

        public Session attempt(String reason, long count) {
            rule = MiningSession.ATTEMPT;
            more.put("reason", reason);
            more.put("count", count);
            return this;
        }

        public Finding finding() {
            Instant end = start.plusSeconds(seconds);
            String id = (communityId + rule + start + algorithm).hashCode() + "";
            String hex = String.format(java.util.Locale.ROOT, "%32s", id.replace("-", "f"))
                    .replace(' ', 'a');
            return new Finding(
                    hex,
                    "mining/" + client,
                    rule,
                    1,
                    rule.equals(MiningSession.SESSION) ? Severity.HIGH : Severity.LOW,
                    new Subject("address", client),
                    holder,
                    moment(start),
                    moment(end),
                    Map.of("minObservedSeconds", 60L),
                    new Summary("finding." + rule, Map.of()),
                    pieces(end),
                    evidence,
                    List.of("refuted.own-pool", "refuted.research"),
                    fields());
        }

        private List<Evidence> pieces(Instant end) {
            List<Evidence> pieces = new ArrayList<>();
            for (int i = 0; i < evidence; i++) {
                Moment when = moment(i == evidence - 1 ? end : start);
                pieces.add(Evidence.packet(i == 0 ? "login" : "share-accepted", "a.pcap", when, 10 + 7L * i, Map.of()));
            }
            return pieces;
        }

        private Map<String, Object> fields() {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("file", "a.pcap");
            fields.put("client", Map.of("ip", client, "port", 50_123L));
            fields.put("server", Map.of("ip", server, "port", 3333L));
            fields.put("communityId", communityId);
            fields.put("dialect", dialect);
            fields.put("algorithm", algorithm);
            Map<String, Object> coins = new LinkedHashMap<>();
            coins.put("best", coin);
            coins.put("candidates", List.of());
            fields.put("coin", coins);
            fields.put(
                    "wallet",
                    "48edfHu7V9Z84YzzMa6fUueoELZ9ZRXq9VetWzYGzKt52XU5xvqgzYnDK9URnRoJMk1j8nLwEVsaSWJ4fhdUyZijBGUicoD");
            fields.put("workers", List.of(worker));
            fields.put("shares", Map.of("submitted", shares, "accepted", shares));
            Work work = new Work("H", shares, weight * (double) shares, weight * weight * (double) shares, weight, 0);
            fields.put("work", map(work));
            fields.put("bytes", Map.of("toServer", 360_000L, "toClient", 90_000L));
            Estimate rate = HashRate.applies(work, (double) seconds) ? HashRate.of(work, (double) seconds) : null;
            fields.put("hashRate", rate);
            if (rate != null && algorithm.equals("rx/0")) {
                Efficiency efficiency = new Efficiency("rx/0", java.time.LocalDate.EPOCH, 0.010, 0.0143, 0.05, "test");
                fields.put("power", Power.of(rate, efficiency).watts());
                fields.put(
                        "energyPerDay",
                        Power.energyPerDay(Power.of(rate, efficiency).watts()));
            }
            fields.put("hours", hours());
            fields.putAll(more);
            return fields;
        }

        private List<Map<String, Object>> hours() {
            List<Map<String, Object>> hours = new ArrayList<>();
            long count = Math.max(1, Duration.ofSeconds(seconds).toHours());
            for (long i = 0; i < count; i++) {
                Map<String, Object> hour = new LinkedHashMap<>();
                hour.put("hour", moment(start.plusSeconds(i * 3600)));
                hour.put("accepted", shares / count);
                hour.put("hashes", weight * (double) shares / (double) count);
                hour.put("bytes", 450_000L / count);
                hours.add(hour);
            }
            return hours;
        }

        private static Map<String, Object> map(Work work) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("unit", work.unit());
            map.put("hashes", work.hashes());
            map.put("squares", work.squares());
            map.put("largestWeight", work.largestWeight());
            map.put("stale", work.stale());
            return map;
        }
    }

    public static Session session(String client) {
        return new Session(client);
    }

    public static Moment.At moment(Instant instant) {
        return new Moment.At(instant, false);
    }

    public static InputSummary input(String file, Instant first, Instant last) {
        return new InputSummary(
                file, 1_000_000, "pcap", moment(first), moment(last), 12_000, "packets", true, -1, null);
    }

    public static InputSummary broken(String file) {
        return new InputSummary(file, 512, "pcap", null, null, 0, "packets", false, 24, null);
    }

    public static RunSummary run(String site, InputSummary... inputs) {
        return run(site, Map.of(), inputs);
    }

    /// A run with parameters beside the registry.
    public static RunSummary run(String site, Map<String, Object> more, InputSummary... inputs) {
        Map<String, Object> parameters = new LinkedHashMap<>(more);
        parameters.put("registry", "6f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0");
        return new RunSummary(
                "mining scan",
                "0.1.0",
                site,
                parameters,
                Map.of("maxFlows", 262_144L),
                List.of(inputs),
                Map.of("sample-counter", 12_000L),
                Map.of("sample-reason", 3L),
                Map.of(),
                Map.of(),
                true,
                Map.of());
    }

    /// The run with these further fields.
    public static RunSummary with(RunSummary run, Map<String, Object> fields) {
        return new RunSummary(
                run.command(),
                run.version(),
                run.site(),
                run.parameters(),
                run.limits(),
                run.inputs(),
                run.counters(),
                run.rejects(),
                run.outcomes(),
                run.findings(),
                run.complete(),
                fields);
    }

    /// Findings in memory and the run line after them, if there is one.
    public static ResultSource results(@Nullable RunSummary run, Session... sessions) {
        List<Finding> findings =
                java.util.Arrays.stream(sessions).map(Session::finding).toList();
        return new ResultSource() {
            @Override
            public void read(ResultListener listener) {
                findings.forEach(listener::finding);
                if (run != null) {
                    listener.run(run);
                }
            }

            @Override
            public String sha256() {
                return "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
            }
        };
    }

    /// A site with three kinds of holders, three algorithms, an unconfirmed session, attempts and a broken input.
    public static List<ResultSource> campus() {
        Instant end = NINE.plusSeconds(6 * 3600);
        return List.of(results(
                run("示范市教育网出口", input("a.pcap", NINE, end), broken("cut.pcap")),
                session("10.20.3.7")
                        .heldBy(UNIVERSITY)
                        .time(NINE, 4 * 3600)
                        .shares(144, 100_000)
                        .evidence(20),
                session("10.20.3.9")
                        .heldBy(UNIVERSITY)
                        .time(NINE.plusSeconds(3600), 2 * 3600)
                        .shares(60, 100_000),
                session("10.30.8.2")
                        .heldBy(ENTERPRISE)
                        .algorithm("sha256d", "BTC", "stratum-v1")
                        .at("203.0.113.5")
                        .time(NINE, 6 * 3600)
                        .shares(400, 8192 * 4294967296.0)
                        .with("pool", Map.of("name", "示例矿池", "ip", "203.0.113.5", "port", 3333L)),
                session("10.40.1.5")
                        .heldBy(CAFE)
                        .algorithm("ethash", "ETH", "ethproxy")
                        .at("203.0.113.77")
                        .time(NINE.plusSeconds(2 * 3600), 4 * 3600)
                        .shares(900, 4e9)
                        .worker("me@example.com"),
                session("172.16.0.4").time(NINE, 120).shares(0, 480_045),
                session("10.20.3.88").with("unconfirmed", true).time(NINE, 900),
                session("10.20.3.90").attempt("refused", 14).time(NINE, 60)));
    }
}
