package org.qingyuan.traffic.generate;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;
import org.qingyuan.traffic.generate.HttpTalk.Exchange;
import org.qingyuan.traffic.generate.HttpTalk.Subject;

/// getwork over HTTP, as Bitcoin miners spoke in its first years: every poll brings other data, a share is the same
/// data with
/// its nonce filled in.
///
/// @param variant what is special
record GetworkSpeaker(Variant variant) implements Speaker {
    /// What is special about the miner.
    enum Variant {
        KEPT("getwork", "Bitcoin getwork, Basic login, X-Stratum and X-Long-Polling"),
        EACH("getwork-connections", "a connection for each getwork");

        final String word;
        final String about;

        Variant(String word, String about) {
            this.word = word;
            this.about = about;
        }
    }

    private static final double POLL_SECONDS = 12;
    /// Compact form of Bitcoin's target in June 2011 and in October 2021.
    private static final String BITS = "1a132185";
    private static final String LATER_BITS = "170e0f6b";
    private static final long LATER = 1_600_000_000L;

    @Override
    public String dialect() {
        return "getwork";
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
        return "2011-06-20T06:00:00Z";
    }

    @Override
    public double announceable(double weight) {
        return Targets.weight(Targets.of(weight));
    }

    @Override
    public double typicalRate() {
        return 2.4e9;
    }

    @Override
    public Timetable.Pace pace() {
        return new Timetable.Pace(600, 55);
    }

    @Override
    public String poolHost() {
        return "getwork.btc.example";
    }

    @Override
    public int poolPort() {
        return 8332;
    }

    @Override
    public Miner miner(RandomGenerator random) {
        List<String> workers = List.of("gpu" + (1 + random.nextInt(12)));
        String agent = variant == Variant.EACH ? "poclbm/20110616" : "cgminer 1.2.3";
        return new Miner(dialect(), "sha256d", "BTC", "campuslab", workers, agent);
    }

    /// Every request names login and program.
    @Override
    public Miner joined(Miner miner) {
        return miner;
    }

    @Override
    public void speak(Miner miner, SessionPlan plan, Stage stage, Ledger ledger) {
        new Dialogue(variant, miner, plan, stage, ledger).play();
    }

    /// One session.
    private static final class Dialogue {
        private final boolean kept;
        private final Miner miner;
        private final SessionPlan plan;
        private final Ledger ledger;
        private final RandomGenerator random;
        private final HttpTalk talk;
        private final Polls polls;
        private final String[] heads;
        private final long zero;
        private String block = "";

        Dialogue(Variant variant, Miner miner, SessionPlan plan, Stage stage, Ledger ledger) {
            this.kept = variant != Variant.EACH;
            this.miner = miner;
            this.plan = plan;
            this.ledger = ledger;
            this.random = plan.random();
            this.talk = new HttpTalk(stage, plan, kept);
            this.polls = Polls.of(
                    plan.timetable(), Math.min(POLL_SECONDS, plan.timetable().seconds() / 4), false);
            this.heads = new String[polls.all().size()];
            this.zero = plan.startNanos() + 2 * plan.rttNanos() + 2_400_000L;
        }

        void play() {
            if (plan.story() == Story.UNANSWERED) {
                talk.exchange(Subject.WORK, zero, question("[]"), null);
                return;
            }
            if (plan.story().refused()) {
                byte[] refusal = HttpTalk.answer(401, "WWW-Authenticate: Basic realm=\"jsonrpc\"\r\n", "");
                talk.exchange(Subject.WORK, zero, question("[]"), refusal);
                talk.close(zero + 2_000_000);
                return;
            }
            for (int i = 0; i < polls.all().size(); i++) {
                poll(i, polls.all().get(i));
            }
            for (Timetable.Share share : plan.timetable().shares()) {
                share(share);
            }
            talk.close(SessionPlan.at(zero, plan.timetable().seconds()));
        }

        private void poll(int index, Polls.Poll poll) {
            Timetable.Job job = plan.timetable().jobs().get(poll.job());
            if (block.isEmpty() || poll.fresh() && job.newBlock()) {
                block = Hex.random(random, 24) + Hex.zeros(8);
            }
            heads[index] = "00000002" + block + Hex.random(random, 32) + Hex.of(seconds(poll.at()), 8) + bits();
            BigInteger target = Targets.of(job.weight());
            String body = "{\"result\":{\"midstate\":\"" + Hex.random(random, 32) + "\",\"data\":\"" + heads[index]
                    + "00000000" + padding() + "\",\"hash1\":\"" + Hex.zeros(32) + "80000000" + Hex.zeros(24)
                    + "00010000\",\"target\":\"" + Targets.littleEndianHex(target) + "\"},\"error\":null,\"id\":1}";
            Exchange exchange =
                    talk.exchange(Subject.WORK, SessionPlan.at(zero, poll.at()), question("[]"), answer(body));
            ledger.work(
                    exchange.answer() == null ? exchange.question() : exchange.answer(),
                    job.weight(),
                    miner.algorithm());
        }

        /// Bitcoin's on the day.
        private String bits() {
            return seconds(0) < LATER ? BITS : LATER_BITS;
        }

        private long seconds(double at) {
            return plan.startNanos() / 1_000_000_000L + (long) at;
        }

        /// What SHA-256 adds to an 80-byte header, in words of the other byte order.
        private static String padding() {
            return "00000080" + Hex.zeros(40) + "80020000";
        }

        private void share(Timetable.Share share) {
            int poll = polls.before(share.at(), share.job());
            String solved = heads[poll] + Hex.random(random, 4) + padding();
            Exchange exchange = talk.exchange(
                    Subject.SHARE,
                    SessionPlan.at(zero, share.at()) + plan.rttNanos() + 2_000_000L,
                    question("[\"" + solved + "\"]"),
                    share.outcome() == Outcome.UNANSWERED ? null : verdict(share.outcome()));
            ledger.submit(exchange.question(), exchange.answer(), poll, share.outcome());
        }

        private byte[] verdict(Outcome outcome) {
            return switch (outcome) {
                case ACCEPTED, UNANSWERED, IMPLAUSIBLE -> answer("{\"result\":true,\"error\":null,\"id\":1}");
                case STALE -> rejected("stale");
                case REJECTED -> rejected("duplicate");
            };
        }

        private byte[] rejected(String reason) {
            return HttpTalk.answer(
                    200,
                    "X-Reject-Reason: " + reason + "\r\n",
                    "{\"result\":false,\"error\":null,\"id\":1,\"reject-reason\":\"" + reason + "\"}");
        }

        private byte[] question(String parameters) {
            String login = miner.login() + ":x";
            String basic = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
            return HttpTalk.post(
                    "/",
                    plan.poolHost() + ":8332",
                    "Authorization: Basic " + basic + "\r\nAccept: */*\r\nUser-Agent: " + miner.agent()
                            + "\r\nX-Mining-Extensions: longpoll midstate rollntime submitold\r\n",
                    JsonText.spaced("{\"method\":\"getwork\",\"params\":" + parameters + ",\"id\":1}") + "\n");
        }

        private byte[] answer(String body) {
            String keep = kept ? "" : "Connection: close\r\n";
            return HttpTalk.answer(
                    200,
                    keep + "X-Long-Polling: /LP\r\nX-Roll-NTime: expire=120\r\nX-Stratum: stratum+tcp://"
                            + plan.poolHost() + ":3333\r\n",
                    body);
        }
    }
}
