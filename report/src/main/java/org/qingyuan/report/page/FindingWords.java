package org.qingyuan.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qingyuan.finding.Estimate;
import org.qingyuan.finding.Evidence;
import org.qingyuan.report.circular.MiningSession;
import org.qingyuan.report.circular.Values;

/// What is said of one session: the same words in the circular's list and in an explanation. Takes sessions that are
/// masked already.
record FindingWords(Wording wording) {
    /// The session as people may see it: wallets, e-mail addresses, names masked.
    public MiningSession masked(MiningSession session) {
        return session.with(wording.masking().mask(session.finding()));
    }

    public String wallet(MiningSession session) {
        String wallet = session.wallet();
        return wallet == null ? Wording.NONE : wording.exact(wallet);
    }

    public String coin(MiningSession session) {
        String best = session.coin();
        if (best != null) {
            return wording.outside(best);
        }
        List<String> candidates = session.values().texts("coin", "candidates");
        return candidates.isEmpty()
                ? wording.say("report.coin.unknown")
                : wording.say(
                        "report.coin.candidates",
                        "coins",
                        wording.list(candidates.stream().map(wording::outside).toList()));
    }

    /// Name and endpoint of the pool.
    public String pool(MiningSession session) {
        String endpoint = wording.exact(session.serverEndpoint());
        String name = session.poolName();
        return name.isEmpty() || name.equals(session.serverIp())
                ? endpoint
                : wording.outside(name) + wording.say("report.brackets", "text", endpoint);
    }

    /// Names of the workers, the first few.
    public String workers(MiningSession session) {
        List<String> workers = session.values().texts("workers");
        List<String> shown = new ArrayList<>();
        workers.stream().limit(5).forEach(worker -> shown.add(wording.outside(worker)));
        String list = wording.list(shown);
        return workers.size() > 5
                ? wording.say("report.workers.more", Wording.with("list", list, "count", (long) workers.size()))
                : list;
    }

    /// Shares by what became of them, those that are not 0: `submitted 12, accepted 11, stale 1`.
    public String shares(MiningSession session) {
        List<String> parts = new ArrayList<>();
        Values values = session.values();
        for (String name : List.of("submitted", "accepted", "stale", "rejected", "unanswered", "implausible")) {
            boolean always = name.equals("submitted") || name.equals("accepted");
            if (values.hasNumber("shares", name) && (always || values.count("shares", name) > 0)) {
                parts.add(wording.say("report.shares." + name, "count", values.count("shares", name)));
            }
        }
        return wording.list(parts);
    }

    public String rate(MiningSession session) {
        Estimate rate = session.hashRate();
        return rate == null ? wording.say("report.noRate") : wording.estimate(rate);
    }

    /// The facts with the packets in which they stand, the same facts of one file together.
    public List<String> evidence(List<Evidence> pieces) {
        Map<Fact, List<String>> packets = new LinkedHashMap<>();
        for (Evidence piece : pieces) {
            List<String> numbers = packets.computeIfAbsent(
                    new Fact(wording.evidence(piece), wording.exact(piece.file())), fact -> new ArrayList<>());
            if (piece.packet() > 0) {
                numbers.add(String.valueOf(piece.packet()));
            }
        }
        List<String> lines = new ArrayList<>();
        packets.forEach((fact, numbers) -> lines.add(wording.say(
                numbers.isEmpty() ? "report.evidence.file" : "report.evidence.packets",
                Wording.with("fact", fact.text, "file", fact.file, "packets", wording.list(numbers)))));
        return lines;
    }

    private record Fact(String text, String file) {}
}
