package org.qingyuan.traffic.generate;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.qingyuan.traffic.generate.HttpTalk.Exchange;
import org.qingyuan.traffic.generate.HttpTalk.Subject;

/// getblocktemplate and submitblock (BIP 22, 23, 145) of a miner at a pool, or alone on a small network where every
/// share is a block.
///
/// @param variant what is special
record BlockTemplateSpeaker(Variant variant) implements Speaker {
    /// What is special about the templates.
    enum Variant {
        POOL("getblocktemplate", "a pool of Bitcoin whose target is easier than bits (BIP 23)", "2021-10-12", 6),
        DOGECOIN("getblocktemplate-scrypt", "a solo miner of the first days of Dogecoin", "2013-12-10", 6),
        TESTNET(
                "getblocktemplate-unknown",
                "a small network that bits do not tell: algorithm unknown",
                "2021-10-12",
                6),
        LARGE("getblocktemplate-large", "templates over 200 kB, transactions before the target", "2021-10-12", 420);

        final String word;
        final String about;
        final String day;
        final int transactions;

        Variant(String word, String about, String day, int transactions) {
            this.word = word;
            this.about = about;
            this.day = day;
            this.transactions = transactions;
        }

        /// Compact form of the network's target; `null` where every share is a block.
        @Nullable
        String networkBits() {
            return this == POOL || this == LARGE ? "170e0f6b" : null;
        }
    }

    private static final double POLL_SECONDS = 15;

    @Override
    public String dialect() {
        return "getblocktemplate";
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
        return variant.day + "T06:00:00Z";
    }

    @Override
    public List<Story> variantStories() {
        return variant == Variant.LARGE ? List.of(Story.ONE_SHARE) : List.of(Story.NORMAL, Story.STALE);
    }

    /// Only what compact bits can say.
    @Override
    public double announceable(double weight) {
        return Targets.weight(Targets.ofBits(Targets.bits(Targets.of(weight))));
    }

    @Override
    public double typicalRate() {
        return switch (variant) {
            case POOL, LARGE -> 14e12;
            case DOGECOIN -> 18e6;
            case TESTNET -> 380e6;
        };
    }

    @Override
    public Timetable.Pace pace() {
        return new Timetable.Pace(90, 60);
    }

    @Override
    public String poolHost() {
        return "node.example";
    }

    @Override
    public int poolPort() {
        return 18_332;
    }

    @Override
    public boolean workSuffices() {
        return false;
    }

    @Override
    public Miner miner(RandomGenerator random) {
        return switch (variant) {
            case POOL, LARGE -> miner("sha256d", "BTC", "bfgminer/5.5.0");
            case DOGECOIN -> miner("scrypt", "DOGE", "cgminer 3.7.2");
            case TESTNET -> miner("unknown", null, "cpuminer/2.5.1");
        };
    }

    private Miner miner(String algorithm, @Nullable String coin, String agent) {
        return new Miner(dialect(), algorithm, coin, null, List.of(), agent);
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
        private final Variant variant;
        private final Miner miner;
        private final SessionPlan plan;
        private final Ledger ledger;
        private final RandomGenerator random;
        private final HttpTalk talk;
        private final Polls polls;
        private final String[] previous;
        private final long zero;
        private int height = 2_097_152;

        Dialogue(Variant variant, Miner miner, SessionPlan plan, Stage stage, Ledger ledger) {
            this.variant = variant;
            this.miner = miner;
            this.plan = plan;
            this.ledger = ledger;
            this.random = plan.random();
            this.talk = new HttpTalk(stage, plan, true);
            this.polls = Polls.of(
                    plan.timetable(), Math.min(POLL_SECONDS, plan.timetable().seconds() / 2), true);
            this.previous = new String[polls.all().size()];
            this.zero = plan.startNanos() + 2 * plan.rttNanos() + 2_400_000L;
        }

        void play() {
            if (plan.story() == Story.UNANSWERED) {
                talk.exchange(Subject.WORK, zero, templateQuestion(), null);
                return;
            }
            if (plan.story().refused()) {
                byte[] refusal = HttpTalk.answer(401, "WWW-Authenticate: Basic realm=\"jsonrpc\"\r\n", "");
                talk.exchange(Subject.WORK, zero, templateQuestion(), refusal);
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
            boolean newBlock = index == 0 || poll.fresh();
            height += newBlock ? 1 : 0;
            previous[index] = newBlock ? Hex.zeros(5) + Hex.random(random, 27) : previous[index - 1];
            double weight = plan.timetable().jobs().get(poll.job()).weight();
            byte[] template = HttpTalk.answer(
                    200,
                    "",
                    new BlockTemplate(random, variant.transactions, variant.networkBits())
                            .answer(previous[index], height, seconds(poll.at()), weight));
            long at = SessionPlan.at(zero, poll.at());
            Exchange exchange = talk.exchange(Subject.WORK, at, templateQuestion(), template);
            ledger.work(exchange.answer() == null ? exchange.question() : exchange.answer(), weight, miner.algorithm());
        }

        private long seconds(double at) {
            return plan.startNanos() / 1_000_000_000L + (long) at;
        }

        private void share(Timetable.Share share) {
            int poll = polls.before(share.at(), share.job());
            double weight = plan.timetable().jobs().get(share.job()).weight();
            BlockTemplate template = new BlockTemplate(random, variant.transactions, variant.networkBits());
            String block = template.block(previous[poll], seconds(share.at()), weight);
            Exchange exchange = talk.exchange(
                    Subject.SHARE,
                    SessionPlan.at(zero, share.at()) + plan.rttNanos() + 2_000_000L,
                    question("{\"id\":1,\"method\":\"submitblock\",\"params\":[\"" + block + "\"]}"),
                    share.outcome() == Outcome.UNANSWERED ? null : verdict(share.outcome()));
            ledger.submit(exchange.question(), exchange.answer(), poll, share.outcome());
        }

        private static byte[] verdict(Outcome outcome) {
            String result = switch (outcome) {
                case ACCEPTED, UNANSWERED, IMPLAUSIBLE -> "null";
                case STALE -> "\"stale-prevblk\"";
                case REJECTED -> "\"high-hash\"";
            };
            return HttpTalk.answer(200, "", "{\"result\":" + result + ",\"error\":null,\"id\":1}\n");
        }

        private byte[] templateQuestion() {
            return question("{\"id\":0,\"method\":\"getblocktemplate\",\"params\":[{\"capabilities\":[\"coinbasetxn\","
                    + "\"coinbasevalue\",\"longpoll\",\"workid\"],\"rules\":[\"segwit\"]}]}");
        }

        private byte[] question(String body) {
            String basic = Base64.getEncoder().encodeToString("rpcuser:x".getBytes(StandardCharsets.UTF_8));
            return HttpTalk.post(
                    "/",
                    plan.poolHost() + ":18332",
                    "Authorization: Basic " + basic + "\r\nUser-Agent: " + miner.agent() + "\r\n",
                    JsonText.spaced(body) + "\r\n");
        }
    }
}
