package org.qingyuan.traffic.generate;

import java.util.List;
import java.util.random.RandomGenerator;
import org.qingyuan.traffic.generate.HttpTalk.Exchange;
import org.qingyuan.traffic.generate.HttpTalk.Subject;

/// eth_getWork polled over HTTP, as early miners and solo miners at a node do.
///
/// @param variant what is special
record EthGetworkSpeaker(Variant variant) implements Speaker {
    /// What is special about the miner.
    enum Variant {
        KEPT("eth-getwork", "polls on a kept connection, wallet in the path", 4),
        EACH(
                "eth-getwork-connections",
                "each poll on a connection of its own, answers in chunks, miner= in the URL",
                6);

        final String word;
        final String about;
        final double pollSeconds;

        Variant(String word, String about, double pollSeconds) {
            this.word = word;
            this.about = about;
            this.pollSeconds = pollSeconds;
        }
    }

    /// Of Ethereum in October 2021.
    private static final int EPOCH = 446;

    private static final double HASHRATE_SECONDS = 60;

    @Override
    public String dialect() {
        return "eth-getwork";
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
    public double announceable(double weight) {
        return Targets.weight(Targets.of(weight));
    }

    @Override
    public double typicalRate() {
        return 178e6;
    }

    @Override
    public Timetable.Pace pace() {
        return new Timetable.Pace(13.5, 60);
    }

    @Override
    public String poolHost() {
        return "getwork.pool.example";
    }

    @Override
    public int poolPort() {
        return variant == Variant.KEPT ? 8888 : 80;
    }

    @Override
    public Miner miner(RandomGenerator random) {
        String wallet = Wallets.ethereum(random);
        return new Miner(dialect(), "ethash", "ETH", wallet, List.of("lab" + (1 + random.nextInt(30))), null);
    }

    /// Every request names the login.
    @Override
    public Miner joined(Miner miner) {
        return miner;
    }

    /// Only work tells the chain.
    @Override
    public Miner clientOnly(Miner miner) {
        return miner.of("unknown", null);
    }

    @Override
    public void speak(Miner miner, SessionPlan plan, Stage stage, Ledger ledger) {
        new Dialogue(variant, miner, plan, stage, ledger).play();
    }

    /// One session.
    private static final class Dialogue {
        private final Variant variant;
        private final Miner miner;
        private final SessionPlan plan;
        private final Ledger ledger;
        private final RandomGenerator random;
        private final HttpTalk talk;
        private final EthWork work;
        private final long zero;

        Dialogue(Variant variant, Miner miner, SessionPlan plan, Stage stage, Ledger ledger) {
            this.variant = variant;
            this.miner = miner;
            this.plan = plan;
            this.ledger = ledger;
            this.random = plan.random();
            this.talk = new HttpTalk(stage, plan, variant == Variant.KEPT);
            this.work = new EthWork(plan, EPOCH);
            this.zero = plan.startNanos() + 2 * plan.rttNanos() + 2_400_000L;
        }

        void play() {
            if (plan.story() == Story.UNANSWERED) {
                talk.exchange(Subject.WORK, zero, question(1, "eth_getWork", "[]"), null);
                return;
            }
            if (plan.story().refused()) {
                String body = "{\"id\":1,\"jsonrpc\":\"2.0\",\"result\":null,\"error\":{\"code\":-1,"
                        + "\"message\":\"Invalid miner address\"}}";
                talk.exchange(Subject.WORK, zero, question(1, "eth_getWork", "[]"), answer(body));
                talk.close(zero + 2_000_000);
                return;
            }
            double interval = Math.min(variant.pollSeconds, plan.timetable().seconds() / 4);
            Polls polls = Polls.of(plan.timetable(), interval, false);
            for (Polls.Poll poll : polls.all()) {
                poll(poll);
            }
            for (Timetable.Share share : plan.timetable().shares()) {
                share(share, polls.before(share.at(), share.job()));
            }
            if (plan.story() != Story.SERVER_ONLY) {
                hashRates();
            }
            talk.close(SessionPlan.at(zero, plan.timetable().seconds()));
        }

        private void poll(Polls.Poll poll) {
            String body = "{\"id\":1,\"jsonrpc\":\"2.0\",\"result\":" + work.result(poll.job()) + "}";
            Exchange exchange = talk.exchange(
                    Subject.WORK, SessionPlan.at(zero, poll.at()), question(1, "eth_getWork", "[]"), answer(body));
            double weight = plan.timetable().jobs().get(poll.job()).weight();
            ledger.work(exchange.answer() == null ? exchange.question() : exchange.answer(), weight, miner.algorithm());
        }

        private void share(Timetable.Share share, int workIndex) {
            long at = SessionPlan.at(zero, share.at()) + plan.rttNanos() + 2_000_000L;
            boolean silent = share.outcome() == Outcome.UNANSWERED;
            Exchange exchange = talk.exchange(
                    Subject.SHARE,
                    at,
                    question(4, "eth_submitWork", work.solution(share.job())),
                    silent ? null : answer(EthWork.verdict(4, share.outcome())));
            ledger.submit(exchange.question(), exchange.answer(), workIndex, share.outcome());
        }

        private void hashRates() {
            String minerId = Hex.random(random, 32);
            for (double at = 20; at < plan.timetable().seconds(); at += HASHRATE_SECONDS) {
                String claimed = "0x" + Long.toHexString(Math.round(plan.rate() * random.nextDouble(0.98, 1.02)));
                talk.exchange(
                        Subject.SHARE,
                        SessionPlan.at(zero, at),
                        question(6, "eth_submitHashrate", "[\"" + claimed + "\",\"0x" + minerId + "\"]"),
                        answer("{\"id\":6,\"jsonrpc\":\"2.0\",\"result\":true}"));
            }
        }

        private byte[] question(int id, String method, String parameters) {
            String path = variant == Variant.KEPT
                    ? "/" + miner.wallet() + "/" + miner.worker()
                    : "/?miner=30@" + miner.wallet() + "@" + miner.worker();
            return HttpTalk.post(
                    path,
                    plan.poolHost(),
                    "Accept: */*\r\n",
                    "{\"id\":" + id + ",\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\",\"params\":" + parameters
                            + "}\n");
        }

        private byte[] answer(String body) {
            return variant == Variant.KEPT
                    ? HttpTalk.answer(200, "Connection: keep-alive\r\n", body + "\n")
                    : HttpTalk.chunked("", body, 97);
        }
    }
}
