package org.qingyuan.report.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qingyuan.estimate.Rounding;
import org.qingyuan.estimate.Work;
import org.qingyuan.finding.Estimate;
import org.qingyuan.finding.Evidence;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.RunSummary;
import org.qingyuan.report.circular.MiningSession;
import org.qingyuan.report.circular.Values;

/// Why one finding was made, as lines of text.
public final class SessionExplanation {
    private final Wording wording;
    private final FindingWords words;
    private final List<String> lines = new ArrayList<>();

    public SessionExplanation(Wording wording) {
        this.wording = wording;
        this.words = new FindingWords(wording);
    }

    /// All lines, in the order in which a doubting reader asks.
    public List<String> lines(MiningSession whole, @Nullable RunSummary run) {
        MiningSession session = words.masked(whole);
        conclusion(session);
        holder(session);
        seen(session);
        why(session);
        rate(session);
        refuted(session.finding());
        packets(session.finding(), run);
        return List.copyOf(lines);
    }

    private void say(String name, Object... values) {
        lines.add(wording.say("report.explain." + name, Wording.with(values)));
    }

    private void item(String text) {
        lines.add("  - " + text);
    }

    private void conclusion(MiningSession session) {
        Finding finding = session.finding();
        String summary = wording.summary(finding.summary());
        if (!summary.isEmpty()) {
            lines.add(summary);
        }
        say(
                "rule",
                "id",
                finding.id(),
                "rule",
                finding.rule(),
                "ruleId",
                finding.rule(),
                "ruleVersion",
                finding.ruleVersion(),
                "severity",
                finding.severity().word());
        if (session.isConfirmed()) {
            say("confirmed");
        } else if (finding.rule().equals(MiningSession.SESSION)) {
            say("unconfirmed");
        }
        if (session.values().flag("brokenOff")) {
            say("brokenOff");
        }
    }

    private void holder(MiningSession session) {
        Finding finding = session.finding();
        if (finding.organisation() == null) {
            say("nobody", "client", session.clientIp(), "start", wording.instant(session.start()));
            return;
        }
        say(
                "holder",
                "client",
                session.clientIp(),
                "start",
                wording.instant(session.start()),
                "organisation",
                wording.organisation(finding.organisation()),
                "kind",
                finding.organisation().kind(),
                "region",
                wording.region(finding.organisation().region()));
    }

    private void seen(MiningSession session) {
        say(
                "seen",
                "client",
                session.clientEndpoint(),
                "pool",
                words.pool(session),
                "start",
                wording.instant(session.start()),
                "end",
                wording.instant(session.end()),
                "duration",
                wording.duration(session.seconds()),
                "dialect",
                session.dialect());
        if (session.finding().rule().equals(MiningSession.ATTEMPT)) {
            String reason = wording.word("attempt", session.values().textOrBlank("reason"));
            say("attempt", "count", Math.max(1, session.values().count("count")), "outcome", reason);
        } else {
            say(
                    "handles",
                    "algorithm",
                    session.algorithm(),
                    "coin",
                    words.coin(session),
                    "wallet",
                    words.wallet(session),
                    "workers",
                    words.workers(session));
            say("shares", "shares", words.shares(session));
        }
        List<Evidence> evidence = session.finding().evidence();
        say(
                "evidence",
                "shown",
                (long) evidence.size(),
                "count",
                session.finding().evidenceCount());
        words.evidence(evidence).forEach(this::item);
    }

    private void why(MiningSession session) {
        if (session.finding().parameters().isEmpty()) {
            return;
        }
        say("thresholds");
        session.finding()
                .parameters()
                .forEach((name, value) -> item(wording.exact(name) + " = "
                        + (value == null ? Wording.NONE : wording.humans().value(name, value))));
    }

    private void rate(MiningSession session) {
        if (!session.finding().rule().equals(MiningSession.SESSION)) {
            return;
        }
        Estimate rate = session.hashRate();
        Work work = session.ratedWork();
        if (rate == null || work == null) {
            say("noRate");
            return;
        }
        say(
                "rate",
                "shares",
                work.shares(),
                "hashes",
                plain(work.hashes()),
                "unit",
                work.unit(),
                "seconds",
                plain(Rounding.significant(session.ratedSeconds(), 9)),
                "best",
                wording.humans().quantity(rate.best(), rate.unit()));
        say("interval", "squares", plain(work.squares()), "largest", plain(work.largestWeight()), "rate", rate);
        power(session, rate);
        claim(session, rate);
    }

    /// All digits, so that others get the same result.
    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private void power(MiningSession session, Estimate rate) {
        Estimate power = session.power();
        if (power == null) {
            say("noPower", "algorithm", session.algorithm());
            return;
        }
        String dominated = session.values().textOrBlank("powerDominatedBy");
        double joules = power.high() / rate.high();
        double best = rate.best() > 0 ? power.best() / rate.best() : joules;
        double low = rate.low() > 0 ? power.low() / rate.low() : best;
        String unit = rate.unit().equals("Sol/s") ? "Sol" : "H";
        say(
                "power",
                "low",
                wording.joulesPer(low, best, unit),
                "best",
                wording.joulesPer(best, best, unit),
                "high",
                wording.joulesPer(joules, best, unit),
                "power",
                power,
                "energy",
                wording.energyPerDay(power));
        if (dominated.equals("rate") || dominated.equals("efficiency")) {
            say("dominated", "by", wording.say("report.dominatedBy." + dominated));
        }
    }

    private void claim(MiningSession session, Estimate rate) {
        Values values = session.values();
        if (!values.hasNumber("selfReported", "hashRate")) {
            return;
        }
        String claimed = wording.humans().quantity(values.number("selfReported", "hashRate"), rate.unit());
        say(session.contradictsItself() ? "claimOutside" : "claimInside", "claimed", claimed);
    }

    private void refuted(Finding finding) {
        if (!finding.refutedBy().isEmpty()) {
            say("refuted");
            finding.refutedBy().forEach(reason -> item(wording.refutation(reason)));
        }
    }

    private void packets(Finding finding, @Nullable RunSummary run) {
        if (run == null) {
            say("cutOff");
        } else {
            say("run", "version", run.version(), "site", wording.site(run.site()), "registry", registry(run));
        }
        say("extract", "id", SessionSection.shortId(finding));
    }

    private String registry(RunSummary run) {
        String fingerprint = new Values(run.parameters()).text("registry");
        return fingerprint == null || fingerprint.equals("none") ? wording.say("report.registry.none") : fingerprint;
    }
}
