package org.qingyuan.traffic.generate;

import java.util.List;
import java.util.random.RandomGenerator;
import org.qingyuan.traffic.generate.wire.TcpPlan.Ending;

/// Stratum for Zcash (ZIP 301): set_target instead of a difficulty, solutions of 1,344 bytes that need several
/// segments. Weights are in solutions.
record ZcashSpeaker() implements Speaker {
    @Override
    public String dialect() {
        return "zcash";
    }

    @Override
    public String about() {
        return "Zcash on Equihash 200,9, set_target, solutions over several segments";
    }

    @Override
    public double announceable(double weight) {
        return Targets.weight(Targets.of(weight));
    }

    @Override
    public String unit() {
        return "Sol";
    }

    @Override
    public double typicalRate() {
        return 1_250;
    }

    @Override
    public Timetable.Pace pace() {
        return new Timetable.Pace(75, 30);
    }

    @Override
    public String poolHost() {
        return "zec.pool.example";
    }

    @Override
    public int poolPort() {
        return 6633;
    }

    @Override
    public Miner miner(RandomGenerator random) {
        String agent = random.nextBoolean() ? "lolMiner 1.31" : "miniZ/1.8y3";
        List<String> workers = List.of("worker" + (1 + random.nextInt(20)));
        return new Miner(dialect(), "equihash-200-9", "ZEC", Wallets.zcash(random), workers, agent);
    }

    /// Shares name the login.
    @Override
    public Miner joined(Miner miner) {
        return miner.withoutAgent();
    }

    @Override
    public Miner serverOnly(Miner miner) {
        return miner.unnamed(null);
    }

    /// mining.subscribe alone is Stratum's as well.
    @Override
    public Miner unanswered(Miner miner) {
        return new Miner("stratum-v1", "unknown", null, null, List.of(), miner.agent());
    }

    @Override
    public void speak(Miner miner, SessionPlan plan, Stage stage, Ledger ledger) {
        Script script = stage.open(plan.client(), plan.server(), plan.startNanos(), plan.rttNanos());
        new Dialogue(miner, plan, script, ledger).play();
    }

    /// One session.
    private static final class Dialogue {
        private final Miner miner;
        private final SessionPlan plan;
        private final Script script;
        private final Ledger ledger;
        private final RandomGenerator random;
        private final String[] jobIds;
        private final String nonce1;
        private final long epochSeconds;
        private String block = "";
        private int id = 4;

        Dialogue(Miner miner, SessionPlan plan, Script script, Ledger ledger) {
            this.miner = miner;
            this.plan = plan;
            this.script = script;
            this.ledger = ledger;
            this.random = plan.random();
            this.jobIds = new String[plan.timetable().jobs().size()];
            this.nonce1 = Hex.random(random, 8);
            this.epochSeconds = plan.startNanos() / 1_000_000_000L;
        }

        void play() {
            long now = script.ready();
            script.client(
                    now,
                    JsonText.spaced("{\"id\":1,\"method\":\"mining.subscribe\",\"params\":[\"" + miner.agent()
                            + "\",null,\"" + plan.poolHost() + "\",\"6633\"]}"));
            if (plan.story() == Story.UNANSWERED) {
                script.end(
                        Ending.CLIENT_FIN, SessionPlan.at(now, plan.timetable().seconds()));
                return;
            }
            now += script.rttNanos() + 3_000_000;
            script.server(now, "{\"id\":1,\"result\":[null,\"" + nonce1 + "\"],\"error\":null}");
            now += 2_000_000;
            script.client(
                    now,
                    JsonText.spaced(
                            "{\"id\":2,\"method\":\"mining.authorize\",\"params\":[\"" + miner.login() + "\",\"x\"]}"));
            now += script.rttNanos() + 3_000_000;
            if (plan.story().refused()) {
                script.server(now, "{\"id\":2,\"result\":false,\"error\":[24,\"Unauthorized worker\",null]}");
                script.end(Ending.SERVER_FIN, now + 1_000_000);
                return;
            }
            script.server(now, "{\"id\":2,\"result\":true,\"error\":null}");
            long zero = now + 2_000_000;
            work(zero);
            shares(zero);
            script.end(Ending.CLIENT_FIN, SessionPlan.at(zero, plan.timetable().seconds()));
        }

        private void work(long zero) {
            List<Timetable.Job> jobs = plan.timetable().jobs();
            Spot scale = null;
            for (int i = 0; i < jobs.size(); i++) {
                Timetable.Job job = jobs.get(i);
                long at = SessionPlan.at(zero, job.at());
                if (job.step() || scale == null) {
                    String target = Targets.hex(Targets.of(job.weight()));
                    scale = script.server(
                            at - 1_000_000,
                            "{\"id\":null,\"method\":\"mining.set_target\",\"params\":[\"" + target + "\"]}");
                }
                ledger.work(script.server(at, notify(i, job)), scale, job.weight(), miner.algorithm());
            }
        }

        private String notify(int index, Timetable.Job job) {
            if (job.newBlock() || block.isEmpty()) {
                block = Hex.random(random, 28) + Hex.zeros(4);
            }
            jobIds[index] = Hex.of(0x39f0L + index, 4);
            return "{\"id\":null,\"method\":\"mining.notify\",\"params\":[\"" + jobIds[index] + "\",\"04000000\",\""
                    + block + "\",\"" + Hex.random(random, 32) + "\",\"" + Hex.random(random, 32) + "\",\""
                    + time(job.at()) + "\",\"9ac7011c\"," + job.newBlock() + "]}";
        }

        private String time(double at) {
            return Hex.littleEndian(epochSeconds + (long) at, 4);
        }

        private void shares(long zero) {
            for (Timetable.Share share : plan.timetable().shares()) {
                long at = SessionPlan.at(zero, share.at());
                int number = ++id;
                String line = "{\"id\":" + number + ",\"method\":\"mining.submit\",\"params\":[\"" + miner.login()
                        + "\",\"" + jobIds[share.job()] + "\",\"" + time(share.at()) + "\",\"" + Hex.random(random, 24)
                        + "\",\"fd4005" + Hex.random(random, 1344) + "\"]}";
                Spot submit = script.client(at, JsonText.spaced(line));
                Spot answer = share.outcome() == Outcome.UNANSWERED
                        ? null
                        : script.server(
                                at + script.rttNanos() + random.nextInt(9_000_000), verdict(number, share.outcome()));
                ledger.submit(submit, answer, share.job(), share.outcome());
            }
        }

        private static String verdict(int number, Outcome outcome) {
            String head = "{\"id\":" + number + ",\"result\":";
            return switch (outcome) {
                case ACCEPTED, UNANSWERED, IMPLAUSIBLE -> head + "true,\"error\":null}";
                case STALE -> head + "false,\"error\":[21,\"Stale job\",null]}";
                case REJECTED -> head + "false,\"error\":[22,\"Duplicate share\",null]}";
            };
        }
    }
}
