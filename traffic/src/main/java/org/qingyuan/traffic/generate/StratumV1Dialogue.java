package org.qingyuan.traffic.generate;

import java.util.List;
import java.util.random.RandomGenerator;
import org.qingyuan.traffic.generate.StratumV1Speaker.Variant;
import org.qingyuan.traffic.generate.wire.TcpPlan.Ending;

/// One session of a [StratumV1Speaker]: what both sides say, and what of it the ledger must know.
final class StratumV1Dialogue {
    private static final String[] POOL_TAGS = {"/sample pool/", "/Example-Pool/mined by ", "/test pool/"};

    private final Variant variant;
    private final StratumV1Speaker speaker;
    private final Miner miner;
    private final SessionPlan plan;
    private final Script script;
    private final Ledger ledger;
    private final RandomGenerator random;
    private final String[] jobIds;
    private final long epochSeconds;
    private String block = "";
    private long now;
    private int id;

    StratumV1Dialogue(StratumV1Speaker speaker, Miner miner, SessionPlan plan, Script script, Ledger ledger) {
        this.variant = speaker.variant();
        this.speaker = speaker;
        this.miner = miner;
        this.plan = plan;
        this.script = script;
        this.ledger = ledger;
        this.random = plan.random();
        this.jobIds = new String[plan.timetable().jobs().size()];
        this.now = script.ready();
        this.epochSeconds = now / 1_000_000_000L;
    }

    void play() {
        if (plan.story() == Story.UNANSWERED) {
            client("mining.subscribe", subscription());
            script.end(Ending.CLIENT_FIN, SessionPlan.at(now, plan.timetable().seconds()));
            return;
        }
        if (variant.rollsVersions()) {
            client(
                    "mining.configure",
                    "[[\"version-rolling\"],{\"version-rolling.mask\":\"1fffe000\","
                            + "\"version-rolling.min-bit-count\":2}]");
            answer("{\"version-rolling\":true,\"version-rolling.mask\":\"1fffe000\"}", "null");
        }
        client("mining.subscribe", subscription());
        String session = Hex.random(random, 4);
        answer(
                "[[[\"mining.set_difficulty\",\"" + session + "\"],[\"mining.notify\",\"" + session + "\"]],\""
                        + Hex.random(random, 4) + "\"," + (variant == Variant.NICEHASH ? 8 : 4) + "]",
                "null");
        if (variant == Variant.LITECOIN || variant == Variant.NICEHASH) {
            client("mining.extranonce.subscribe", "[]");
            answer("true", "null");
        }
        authorize();
    }

    private String subscription() {
        return switch (variant) {
            case NICEHASH -> "[\"NiceHash/1.0.0\"," + now / 1_000_000L + ",\"" + Hex.random(random, 32) + "\"]";
            case LITECOIN -> "[\"" + miner.agent() + "\",\"" + Hex.random(random, 4) + "\"]";
            case DASH -> "[\"" + miner.agent() + "\",null,\"" + plan.poolHost() + "\",3333]";
            case BITCOIN, ALIASES, CASH, PAID -> "[\"" + miner.agent() + "\"]";
        };
    }

    private void authorize() {
        String method = variant == Variant.ALIASES ? "mining.auth" : "mining.authorize";
        client(method, "[\"" + miner.login() + "\",\"x\"]");
        if (plan.story().refused()) {
            answer("null", "[24,\"Unauthorized worker\",null]");
            script.end(Ending.SERVER_FIN, now + 1_000_000);
            return;
        }
        answer(variant == Variant.PAID ? "false" : "true", "null");
        boolean suggests = variant == Variant.BITCOIN || variant == Variant.CASH;
        if (suggests && plan.story() != Story.SERVER_ONLY) {
            client("mining.suggest_difficulty", "[" + difficultyText(firstWeight()) + "]");
            answer("true", "null");
        }
        long zero = now + 3_000_000;
        work(zero);
        shares(zero);
        if (variant == Variant.NICEHASH) {
            extras(zero);
        }
        script.end(Ending.CLIENT_FIN, SessionPlan.at(zero, plan.timetable().seconds()));
    }

    private double firstWeight() {
        return plan.timetable().jobs().get(0).weight();
    }

    /// A request of the handshake: the client speaks, then the clock waits for the answer.
    private void client(String method, String parameters) {
        script.client(now, request(method, parameters));
        now += script.rttNanos() + 2_000_000;
    }

    private void answer(String result, String error) {
        script.server(now, response(result, error));
        now += 1_500_000;
        id++;
    }

    private String idText() {
        return variant == Variant.ALIASES ? "\"auth-" + id + "\"" : Integer.toString(id + 1);
    }

    private String request(String method, String parameters) {
        String line = "{\"id\":" + idText() + ",\"method\":\"" + method + "\",\"params\":" + parameters + "}";
        return variant == Variant.ALIASES || variant == Variant.BITCOIN ? JsonText.spaced(line) : line;
    }

    private String response(String result, String error) {
        return variant == Variant.LITECOIN
                ? "{\"error\":" + error + ",\"id\":" + idText() + ",\"result\":" + result + "}"
                : "{\"id\":" + idText() + ",\"result\":" + result + ",\"error\":" + error + "}";
    }

    private void work(long zero) {
        List<Timetable.Job> jobs = plan.timetable().jobs();
        Spot scale = null;
        for (int i = 0; i < jobs.size(); i++) {
            Timetable.Job job = jobs.get(i);
            long at = SessionPlan.at(zero, job.at());
            if (job.step() || scale == null) {
                scale = script.server(at - lead(jobs, i), setDifficulty(job.weight()));
            }
            Spot notify = script.server(at, notify(i, job));
            ledger.work(notify, scale, job.weight(), miner.algorithm());
        }
    }

    /// A new difficulty is told some time before the work that it applies to.
    private long lead(List<Timetable.Job> jobs, int index) {
        if (index == 0) {
            return 1_000_000;
        }
        double gap = jobs.get(index).at() - jobs.get(index - 1).at();
        return (long) (1e9 * Math.min(4, gap / 2) * random.nextDouble(0.1, 1));
    }

    private String setDifficulty(double weight) {
        String id = variant == Variant.CASH ? "0" : "null";
        return "{\"id\":" + id + ",\"method\":\"mining.set_difficulty\",\"params\":[" + difficultyText(weight) + "]}";
    }

    private String difficultyText(double weight) {
        String plain = TruthJson.plain(speaker.difficulty(weight));
        return variant == Variant.ALIASES ? "\"" + plain + "\"" : plain;
    }

    private String notify(int index, Timetable.Job job) {
        if (job.newBlock() || block.isEmpty()) {
            block = Hex.random(random, 20) + "000" + Hex.random(random, 4).substring(3) + Hex.zeros(8);
        }
        jobIds[index] = variant == Variant.ALIASES ? "job-" + index : Hex.random(random, 4);
        String tag = POOL_TAGS[random.nextInt(POOL_TAGS.length)];
        String script = "03" + Hex.littleEndian(704_600, 3) + Hex.random(random, 5) + Hex.text(tag);
        String coinbase =
                "01000000010" + Hex.zeros(32).substring(1) + "ffffffff" + Hex.of(script.length() / 2 + 8, 2) + script;
        String outputs = "ffffffff02" + Hex.littleEndian(631_000_000L + random.nextInt(9_000_000), 8) + "1976a914"
                + Hex.random(random, 20) + "88ac" + Hex.zeros(8) + "266a24aa21a9ed" + Hex.random(random, 32)
                + Hex.zeros(4);
        StringBuilder branches = new StringBuilder();
        int depth = variant == Variant.BITCOIN ? 11 : 3 + random.nextInt(5);
        for (int i = 0; i < depth; i++) {
            branches.append(i > 0 ? "," : "")
                    .append('"')
                    .append(Hex.random(random, 32))
                    .append('"');
        }
        return "{\"id\":null,\"method\":\"mining.notify\",\"params\":[\"" + jobIds[index] + "\",\"" + block
                + "\",\""
                + coinbase + "\",\"" + outputs + "\",[" + branches + "],\"20000000\",\"" + variant.bits() + "\",\""
                + time(job.at()) + "\"," + job.newBlock() + "]}";
    }

    private String time(double at) {
        return Hex.of(epochSeconds + (long) at, 8);
    }

    private void shares(long zero) {
        for (Timetable.Share share : plan.timetable().shares()) {
            long at = SessionPlan.at(zero, share.at());
            String version =
                    variant.rollsVersions() ? ",\"0" + Hex.random(random, 4).substring(1, 5) + "000\"" : "";
            int extranonceBytes = variant == Variant.NICEHASH ? 8 : 4;
            String parameters = "[\"" + miner.login() + "\",\"" + jobIds[share.job()] + "\",\""
                    + Hex.random(random, extranonceBytes) + "\",\"" + time(share.at()) + "\",\""
                    + Hex.random(random, 4) + "\"" + version + "]";
            Spot submit = script.client(at, request("mining.submit", parameters));
            Spot answer = share.outcome() == Outcome.UNANSWERED
                    ? null
                    : script.server(at + script.rttNanos() + random.nextInt(20_000_000), verdict(share.outcome()));
            id++;
            ledger.submit(submit, answer, share.job(), share.outcome());
        }
    }

    private String verdict(Outcome outcome) {
        return switch (outcome) {
            case ACCEPTED, UNANSWERED, IMPLAUSIBLE -> response("true", "null");
            case STALE -> response("null", "[21,\"Job not found\",null]");
            case REJECTED ->
                response(
                        "null",
                        random.nextBoolean() ? "[22,\"Duplicate share\",null]" : "[23,\"Low difficulty share\",null]");
        };
    }

    private void extras(long zero) {
        for (double at = 45.5; at < plan.timetable().seconds(); at += 120) {
            script.server(
                    SessionPlan.at(zero, at),
                    "{\"id\":null,\"method\":\"mining.set_extranonce\",\"params\":[\"" + Hex.random(random, 4)
                            + "\",8]}");
            script.server(SessionPlan.at(zero, at + 20), "{\"id\":77,\"method\":\"mining.ping\",\"params\":[]}");
            script.client(SessionPlan.at(zero, at + 20) + 500_000, "{\"id\":77,\"result\":\"pong\",\"error\":null}");
        }
    }
}
