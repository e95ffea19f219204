package org.qingyuan.traffic.generate;

import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.qingyuan.traffic.generate.wire.TcpPlan.Ending;

/// The EthProxy dialect over plain TCP: eth_submitLogin, eth_getWork, eth_submitWork, eth_submitHashrate, and work
/// that the pool pushes under id 0.
///
/// @param variant what is special
record EthProxySpeaker(Variant variant) implements Speaker {
    /// What is special about the miner.
    enum Variant {
        PUSH("ethproxy", "Ethereum, the pool pushes work, the miner reports its rate", "2021-10-12", 446, "ethash"),
        POLL(
                "ethproxy-poll",
                "the miner asks for work every 10 s, members in another order",
                "2021-10-12",
                446,
                "ethash"),
        CLASSIC("ethproxy-etchash", "Ethereum Classic, told by the epoch of its seed", "2023-03-14", 570, "etchash"),
        AFTER_MERGE(
                "ethproxy-2023",
                "after Ethereum's merge, a seed of no chain: algorithm unknown",
                "2023-03-14",
                -1,
                "unknown");

        final String word;
        final String about;
        final String day;
        final int epoch;
        final String algorithm;

        Variant(String word, String about, String day, int epoch, String algorithm) {
            this.word = word;
            this.about = about;
            this.day = day;
            this.epoch = epoch;
            this.algorithm = algorithm;
        }

        @Nullable
        String coin() {
            return switch (this) {
                case PUSH, POLL -> "ETH";
                case CLASSIC -> "ETC";
                case AFTER_MERGE -> null;
            };
        }
    }

    private static final double POLL_SECONDS = 10;
    private static final double HASHRATE_SECONDS = 60;

    @Override
    public String dialect() {
        return "ethproxy";
    }

    @Override
    public String word() {
        return variant.word;
    }

    @Override
    public String about() {
        return variant.about;
    }

    @Override
    public String era() {
        return variant.day + "T00:30:00Z";
    }

    @Override
    public double announceable(double weight) {
        return Targets.weight(Targets.of(weight));
    }

    @Override
    public double typicalRate() {
        return 361e6;
    }

    @Override
    public Timetable.Pace pace() {
        return new Timetable.Pace(13.5, 60);
    }

    @Override
    public String poolHost() {
        return "eth.pool.example";
    }

    @Override
    public int poolPort() {
        return variant == Variant.POLL ? 8008 : 4444;
    }

    @Override
    public Miner miner(RandomGenerator random) {
        String wallet = Wallets.ethereum(random);
        String name = "gpu" + (1 + random.nextInt(30));
        List<String> workers = variant == Variant.POLL ? List.of("eth1.0", name + "/lab@mail.example") : List.of(name);
        return new Miner(dialect(), variant.algorithm, variant.coin(), wallet, workers, null);
    }

    /// Shares name the worker.
    @Override
    public Miner joined(Miner miner) {
        return new Miner(dialect(), miner.algorithm(), miner.coin(), null, miner.workers(), null);
    }

    /// Only work tells the chain.
    @Override
    public Miner clientOnly(Miner miner) {
        return miner.of("unknown", null);
    }

    @Override
    public void speak(Miner miner, SessionPlan plan, Stage stage, Ledger ledger) {
        Script script = stage.open(plan.client(), plan.server(), plan.startNanos(), plan.rttNanos());
        new Dialogue(this, miner, plan, script, ledger).play();
    }

    /// One session.
    private static final class Dialogue {
        private final Variant variant;
        private final Miner miner;
        private final SessionPlan plan;
        private final Script script;
        private final Ledger ledger;
        private final RandomGenerator random;
        private final EthWork work;
        private int id = 3;

        Dialogue(EthProxySpeaker speaker, Miner miner, SessionPlan plan, Script script, Ledger ledger) {
            this.variant = speaker.variant;
            this.miner = miner;
            this.plan = plan;
            this.script = script;
            this.ledger = ledger;
            this.random = plan.random();
            this.work = new EthWork(plan, variant.epoch);
        }

        void play() {
            long asked = script.ready();
            script.client(asked, login());
            long zero = asked + script.rttNanos() + 5_000_000;
            long end = SessionPlan.at(zero, plan.timetable().seconds());
            if (plan.story() == Story.UNANSWERED) {
                script.end(Ending.CLIENT_FIN, end);
                return;
            }
            if (plan.story().refused()) {
                script.server(
                        zero,
                        "{\"id\":1,\"jsonrpc\":\"2.0\",\"result\":null,\"error\":{\"code\":-1,"
                                + "\"message\":\"Invalid login\"}}");
                script.end(Ending.SERVER_FIN, zero + 1_000_000);
                return;
            }
            script.server(zero, "{\"id\":1,\"jsonrpc\":\"2.0\",\"result\":true}");
            zero += script.rttNanos() + 3_000_000;
            if (variant == Variant.POLL) {
                poll(zero);
            } else {
                push(zero);
            }
            if (plan.story() != Story.SERVER_ONLY) {
                hashRates(zero);
            }
            script.end(Ending.CLIENT_FIN, SessionPlan.at(zero, plan.timetable().seconds()));
        }

        private String login() {
            return switch (variant) {
                case PUSH, CLASSIC, AFTER_MERGE ->
                    "{\"id\":1,\"jsonrpc\":\"2.0\",\"method\":\"eth_submitLogin\",\"worker\":\"" + miner.worker()
                            + "\",\"params\":[\"" + miner.wallet() + "\",\"x\"]}";
                case POLL ->
                    JsonText.spaced("{\"worker\":\"" + miner.worker() + "\",\"jsonrpc\":\"2.0\",\"params\":[\""
                            + miner.wallet() + "/" + miner.workers().get(1)
                            + "\",\"x\"],\"id\":1,\"method\":\"eth_submitLogin\"}");
            };
        }

        private String getWork() {
            return variant == Variant.POLL
                    ? JsonText.spaced(
                            "{\"worker\":\"\",\"jsonrpc\":\"2.0\",\"params\":[],\"id\":3,\"method\":\"eth_getWork\"}")
                    : "{\"id\":3,\"jsonrpc\":\"2.0\",\"method\":\"eth_getWork\",\"params\":[]}";
        }

        /// The first work is asked for, all further is pushed.
        private void push(long zero) {
            script.client(zero - script.rttNanos() - 1_000_000, getWork());
            List<Timetable.Job> jobs = plan.timetable().jobs();
            for (int i = 0; i < jobs.size(); i++) {
                Spot spot = script.server(SessionPlan.at(zero, jobs.get(i).at()), workLine(i == 0 ? 3 : 0, i));
                ledger.work(spot, jobs.get(i).weight(), miner.algorithm());
            }
            for (Timetable.Share share : plan.timetable().shares()) {
                share(zero, share, share.job());
            }
        }

        private void poll(long zero) {
            double interval = Math.min(POLL_SECONDS, plan.timetable().seconds() / 4);
            Polls polls = Polls.of(plan.timetable(), interval, false);
            for (Polls.Poll poll : polls.all()) {
                long at = SessionPlan.at(zero, poll.at());
                script.client(at - script.rttNanos() - 1_000_000, getWork());
                Spot spot = script.server(at, workLine(0, poll.job()));
                ledger.work(spot, plan.timetable().jobs().get(poll.job()).weight(), miner.algorithm());
            }
            for (Timetable.Share share : plan.timetable().shares()) {
                share(zero, share, polls.before(share.at(), share.job()));
            }
        }

        private String workLine(int answerId, int job) {
            return variant == Variant.POLL
                    ? "{\"jsonrpc\":\"2.0\",\"id\":" + answerId + ",\"result\":" + work.result(job) + "}"
                    : "{\"id\":" + answerId + ",\"jsonrpc\":\"2.0\",\"result\":" + work.result(job) + "}";
        }

        private void share(long zero, Timetable.Share share, int workIndex) {
            long at = SessionPlan.at(zero, share.at());
            int number = ++id;
            String worker = variant == Variant.POLL ? "" : ",\"worker\":\"" + miner.worker() + "\"";
            Spot submit = script.client(
                    at,
                    "{\"id\":" + number + ",\"jsonrpc\":\"2.0\",\"method\":\"eth_submitWork\"" + worker + ",\"params\":"
                            + work.solution(share.job()) + "}");
            Spot answer = share.outcome() == Outcome.UNANSWERED
                    ? null
                    : script.server(
                            at + script.rttNanos() + random.nextInt(9_000_000),
                            EthWork.verdict(number, share.outcome()));
            ledger.submit(submit, answer, workIndex, share.outcome());
        }

        private void hashRates(long zero) {
            String minerId = Hex.random(random, 32);
            for (double at = 20; at < plan.timetable().seconds(); at += HASHRATE_SECONDS) {
                long asked = SessionPlan.at(zero, at);
                int number = ++id;
                long claimed = Math.round(plan.rate() * random.nextDouble(0.98, 1.02));
                script.client(
                        asked,
                        "{\"id\":" + number + ",\"jsonrpc\":\"2.0\",\"method\":\"eth_submitHashrate\",\"params\":[\"0x"
                                + Long.toHexString(claimed) + "\",\"0x" + minerId + "\"]}");
                script.server(
                        asked + script.rttNanos() + 1_000_000,
                        "{\"id\":" + number + ",\"jsonrpc\":\"2.0\",\"result\":true}");
            }
        }
    }
}
