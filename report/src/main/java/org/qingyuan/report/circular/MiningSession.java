package org.qingyuan.report.circular;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qingyuan.estimate.HashRate;
import org.qingyuan.estimate.Work;
import org.qingyuan.finding.Estimate;
import org.qingyuan.finding.Finding;

/// A finding of the rules `mining.session` and `mining.attempt` with names for its own fields.
///
/// @param site the vantage point of the run that found it
/// @param aside whether its work counts through other sessions: those of its workers, or of the proxy behind it
public record MiningSession(String site, Finding finding, Values values, boolean aside) {
    /// The rule whose findings are sessions.
    public static final String SESSION = "mining.session";

    /// The rule whose findings are attempts.
    public static final String ATTEMPT = "mining.attempt";

    public static MiningSession of(String site, Finding finding) {
        return new MiningSession(site, finding, new Values(finding.fields()), false);
    }

    /// The same with its finding shown otherwise.
    public MiningSession with(Finding shown) {
        return new MiningSession(site, shown, new Values(shown.fields()), aside);
    }

    /// The same, its work to be counted through others.
    MiningSession setAside() {
        return new MiningSession(site, finding, values, true);
    }

    /// Whether it counts in totals: a session both sides of which were seen.
    public boolean isConfirmed() {
        return isConfirmed(finding);
    }

    static boolean isConfirmed(Finding finding) {
        return finding.rule().equals(SESSION) && !new Values(finding.fields()).flag("unconfirmed");
    }

    /// The client's address; two sites may use the same private one, so it is unique only with [#site].
    public String clientIp() {
        String ip = values.text("client", "ip");
        return ip == null ? finding.subject().id() : ip;
    }

    /// What counts as one client address.
    String clientKey() {
        return site + '\n' + clientIp();
    }

    public String serverIp() {
        return values.textOrBlank("server", "ip");
    }

    /// Address and port of the pool, `198.51.100.7:3333`, IPv6 in brackets.
    public String serverEndpoint() {
        return endpoint(serverIp(), values.count("server", "port"));
    }

    /// Address and port of the client.
    public String clientEndpoint() {
        return endpoint(clientIp(), values.count("client", "port"));
    }

    private static String endpoint(String ip, long port) {
        String host = ip.indexOf(':') < 0 ? ip : "[" + ip + "]";
        return port == 0 ? ip : host + ":" + port;
    }

    /// Name of the pool as the catalogue or the capture gives it, blank when neither does.
    public String poolName() {
        for (String[] path : new String[][] {{"pool", "name"}, {"pool", "host"}, {"server", "name"}}) {
            String name = values.text(path);
            if (name != null && !name.isBlank()) {
                return name;
            }
        }
        return "";
    }

    public String dialect() {
        return values.textOrBlank("dialect");
    }

    /// Algorithm, or `unknown`.
    public String algorithm() {
        String algorithm = values.text("algorithm");
        return algorithm == null ? "unknown" : algorithm;
    }

    /// Ticker of the coin, or `null`.
    public @Nullable String coin() {
        return values.text("coin", "best");
    }

    public @Nullable String wallet() {
        return values.text("wallet");
    }

    /// Work of the accepted shares; `null` where the finding gives none from which a rate follows.
    public @Nullable Work ratedWork() {
        String unit = values.text("work", "unit");
        if (unit == null || hashRate() == null) {
            return null;
        }
        double[] sums = {work("hashes"), work("squares"), work("largestWeight"), work("stale")};
        for (double sum : sums) {
            if (sum < 0) {
                return null;
            }
        }
        // An accepted share of unknown weight is no work: it counts here only if some share has a weight.
        long shares = sums[0] > 0 ? Math.max(1, values.count("shares", "accepted")) : 0;
        Work work = new Work(unit, shares, sums[0], sums[1], sums[2], sums[3]);
        return HashRate.applies(work, ratedSeconds()) ? work : null;
    }

    /// The part of [#ratedWork] that enters totals: nothing where it counts through others.
    @Nullable
    Work countedWork() {
        return aside ? null : ratedWork();
    }

    private double work(String name) {
        return values.number("work", name);
    }

    public @Nullable Estimate hashRate() {
        return values.estimate("hashRate");
    }

    /// Watts at the wall.
    public @Nullable Estimate power() {
        return values.estimate("power");
    }

    /// Whether the rate that the miner claims lies outside the interval of its shares.
    public boolean contradictsItself() {
        return Boolean.FALSE.equals(values.at("selfReported", "consistent"));
    }

    /// IP bytes of both directions.
    public long bytes() {
        return values.count("bytes", "toServer") + values.count("bytes", "toClient");
    }

    /// First packet; the epoch for a finding that speaks of dates.
    public Instant start() {
        Instant start = Values.instantOf(finding.start());
        return start == null ? Instant.EPOCH : start;
    }

    /// Last packet.
    public Instant end() {
        Instant end = Values.instantOf(finding.end());
        return end == null ? start() : end;
    }

    /// Time seen, in seconds.
    public double seconds() {
        return Duration.between(start(), end()).toNanos() * 1e-9;
    }

    /// Time over which its shares were weighed, in seconds: shorter than the session where it was joined late or worked
    /// on several algorithms.
    public double ratedSeconds() {
        return values.hasNumber("ratedSeconds") ? values.number("ratedSeconds") : seconds();
    }

    /// When the time of its rate begins, were it the last part of the session.
    Instant ratedFrom() {
        return values.hasNumber("ratedSeconds")
                ? end().minusNanos(Math.round(values.number("ratedSeconds") * 1e9))
                : start();
    }

    /// `hour`, `accepted`, `hashes`, `bytes` of each hour with packets.
    public List<Values> hours() {
        return values.maps("hours");
    }
}
