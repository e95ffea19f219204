package org.qingyuan.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Estimate;
import org.qingyuan.finding.Evidence;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.FindingId;
import org.qingyuan.finding.Holder;
import org.qingyuan.finding.InputSummary;
import org.qingyuan.finding.Moment;
import org.qingyuan.finding.RejectReason;
import org.qingyuan.finding.RunSummary;
import org.qingyuan.finding.Severity;
import org.qingyuan.finding.Subject;
import org.qingyuan.finding.Summary;

/// Records as a scan makes them, every field of a session and of an attempt filled.
final class Samples {
    static final String WALLET =
            "4WgQJ9Cxk1NZWzf6Ncgm3oRBnVoUBBG489Zxe5rmRspy7KEkFosTy6rJESJNt3Dny1yT4zRwY92GUpw8f18qeDzwDN1z69b";

    private Samples() {}

    static Map<String, Object> map(@Nullable Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            put(map, (String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    @SuppressWarnings("NullAway") // what applies and is not known is null
    private static void put(Map<String, Object> map, @Nullable String name, @Nullable Object value) {
        map.put(name, value);
    }

    static Moment at(String text) {
        return Moment.parse(text);
    }

    /// The session of the worked example of an id.
    static Finding session() {
        Moment start = at("2026-11-20T02:00:00.000000Z");
        Moment end = at("2026-11-20T03:00:00.000000Z");
        String key = "mining/10.20.3.7";
        return new Finding(
                FindingId.of("mining.session", 1, key, start, end, "1:LQU9qZlK+B5F3KDmev6m5PMibrg= rx/0"),
                key,
                "mining.session",
                1,
                Severity.HIGH,
                new Subject("address", "10.20.3.7"),
                new Holder("cs", "计算机学院", "School of Computing", "university", "320100", "uni"),
                start,
                end,
                map("minObservedSeconds", 60L, "sessionIdleSeconds", 3600L),
                new Summary("mining.session", map("client", "10.20.3.7", "shares", 5L, "agent", "XMRig/6.21.0")),
                List.of(
                        Evidence.packet("login", "lab.pcap", start, 4, map("login", WALLET, "agent", "XMRig/6.21.0")),
                        Evidence.packet("share-accepted", "lab.pcap", end, 812, map("difficulty", 480045L))),
                2,
                List.of("shared-address", "research-cluster"),
                sessionFields(start));
    }

    private static Map<String, Object> sessionFields(Moment hour) {
        Map<String, Object> fields = map(
                "file",
                "lab.pcap",
                "client",
                map("ip", "10.20.3.7", "port", 49152L),
                "server",
                map("ip", "192.0.2.9", "port", 3333L, "name", "xmr.pool.example"),
                "communityId",
                "1:LQU9qZlK+B5F3KDmev6m5PMibrg=",
                "vlan",
                List.of(20L, 301L),
                "dialect",
                "cryptonote",
                "algorithm",
                "rx/0",
                "coin",
                map("best", "XMR", "candidates", List.of("XMR")),
                "wallet",
                WALLET,
                "workers",
                List.of("rig-01"),
                "agent",
                "XMRig/6.21.0",
                "pool",
                map("name", "示例矿池", "host", "xmr.pool.example", "ip", "192.0.2.9", "port", 3333L, "source", "dns"),
                "connections",
                1L);
        fields.putAll(map(
                "shares",
                map("submitted", 6L, "accepted", 5L, "stale", 1L, "rejected", 0L, "unanswered", 0L, "implausible", 0L),
                "sharesPerMinute",
                0.1,
                "work",
                map(
                        "unit",
                        "H",
                        "hashes",
                        2400225.0,
                        "squares",
                        1.152216010125E12,
                        "largestWeight",
                        480045.0,
                        "stale",
                        480045.0),
                "packets",
                812L,
                "bytes",
                map("toServer", 40123L, "toClient", 98765L),
                "hashRate",
                new Estimate(286.7412345, 885.2498765, 2065.123456, "H/s"),
                "selfReported",
                map("hashRate", 901.25, "consistent", true),
                "power",
                new Estimate(2.867412, 12.659073, 103.2561728, "W"),
                "powerDominatedBy",
                "efficiency",
                "energyPerDay",
                new Estimate(0.0688179, 0.3038178, 2.4781481, "kWh/day"),
                "hours",
                List.of(map("hour", hour, "accepted", 5L, "hashes", 2400225.0, "bytes", 138888L)),
                "serverOrganisation",
                map("id", "hoster", "name", "某数据中心", "kind", "data-centre", "region", "330100"),
                "unconfirmed",
                true));
        return fields;
    }

    /// An attempt by an address that nobody holds, with a login that is an e-mail address.
    static Finding attempt() {
        Moment start = at("2026-11-20T04:30:00.000001Z");
        return new Finding(
                FindingId.of(
                        "mining.attempt", 1, "mining/2001:db8::7", start, start, "1:aaaaaaaaaaaaaaaaaaaaaaaaaaa= -"),
                "mining/2001:db8::7",
                "mining.attempt",
                1,
                Severity.LOW,
                new Subject("address", "2001:db8::7"),
                null,
                start,
                start,
                map("minObservedSeconds", 60L),
                new Summary("mining.attempt", map("client", "2001:db8::7", "reason", "refused")),
                List.of(Evidence.packet("login", "lab.pcap", start, 9, map("login", "zhang.san@example.com"))),
                1,
                List.of(),
                map(
                        "reason", "refused",
                        "count", 3L,
                        "file", "lab.pcap",
                        "client", map("ip", "2001:db8::7", "port", 50000L),
                        "server", map("ip", "2001:db8:1::9", "port", 5555L),
                        "dialect", "stratum-v1",
                        "wallet", "zhang.san@example.com"));
    }

    static RunSummary run() {
        return new RunSummary(
                "mining scan",
                "0.1.0",
                "",
                map("minObservedSeconds", 60L, "zone", "Asia/Shanghai"),
                map("maxFlows", 262144L),
                new ArrayList<>(List.of(
                        new InputSummary(
                                "lab.pcap",
                                165000,
                                "pcap",
                                at("2026-11-20T02:00:00.000000Z"),
                                at("2026-11-20T04:30:00.000001Z"),
                                821,
                                "packets",
                                true,
                                -1,
                                null),
                        new InputSummary(
                                "cut.pcap.gz",
                                77,
                                "pcap+gzip",
                                null,
                                null,
                                0,
                                "packets",
                                false,
                                77,
                                RejectReason.CUT_RECORD))),
                new TreeMap<>(Map.of("packets-read", 821L, "packets-used", 821L)),
                new TreeMap<>(Map.of("cut-record", 1L)),
                Map.of(),
                new TreeMap<>(Map.of("mining.session", 1L, "mining.attempt", 1L)),
                true,
                map(
                        "coverage",
                        List.of(map(
                                "network", "10.20.0.0/16",
                                "date", "2026-11-20",
                                "packetsFrom", 400L,
                                "packetsTo", 421L,
                                "bytes", 138888L))));
    }
}
