package org.qingyuan.traffic.generate;

import java.util.List;
import java.util.random.RandomGenerator;
import org.qingyuan.traffic.generate.wire.TcpPlan.Ending;

/// The login, job and submit of the CryptoNote family as XMRig and its pools speak it. Every handed-in result has a
/// last 64-bit word below the target, unless it is meant to be impossible.
///
/// @param variant what is special
record CryptonoteSpeaker(Variant variant) implements Speaker {
    /// What is special about the miner.
    enum Variant {
        PLAIN("cryptonote", "Monero, XMRig, 32-bit targets, keepalived", 4_600),
        LONG_TARGET("cryptonote-long-target", "64-bit targets, algorithm named in submits", 9_300),
        PROXY("cryptonote-proxy", "xmrig-proxy speaks for many workers to one pool", 61_000),
        NICEHASH("cryptonote-nicehash", "a worker behind a proxy in NiceHash mode, worker named by rigid", 5_100),
        IMPLAUSIBLE("cryptonote-implausible", "some shares cannot be real: their hash misses the target", 4_600),
        SWITCH("cryptonote-switch", "the pool switches the miner between two algorithms", 4_600),
        OLD("cryptonote-2018", "the old cryptonight job without algorithm and height, method first", 610);

        final String word;
        final String about;
        final double rate;

        Variant(String word, String about, double rate) {
            this.word = word;
            this.about = about;
            this.rate = rate;
        }
    }

    private static final String ALGORITHMS =
            "[\"cn/1\",\"cn/2\",\"cn/r\",\"cn/fast\",\"cn/half\",\"cn/xao\",\"cn/rto\",\"cn/rwz\",\"cn/zls\","
                    + "\"cn/double\",\"cn/ccx\",\"cn-lite/1\",\"cn-heavy/0\",\"cn-heavy/tube\",\"cn-heavy/xhv\","
                    + "\"cn-pico\",\"cn-pico/tlo\",\"rx/0\",\"rx/wow\",\"rx/arq\",\"rx/sfx\",\"rx/keva\","
                    + "\"argon2/chukwa\",\"argon2/chukwav2\",\"argon2/ninja\",\"astrobwt\"]";
    /// What the second lane of a switching pool mines.
    static final String OTHER_ALGORITHM = "cn-heavy/xhv";

    private static final double KEEPALIVE_SECONDS = 60;

    @Override
    public String dialect() {
        return "cryptonote";
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
        return CryptonoteTarget.of(weight, targetBytes()).weight();
    }

    private int targetBytes() {
        return variant == Variant.LONG_TARGET ? 8 : 4;
    }

    @Override
    public double typicalRate() {
        return variant.rate;
    }

    @Override
    public Timetable.Pace pace() {
        return new Timetable.Pace(120, 50);
    }

    @Override
    public String era() {
        return variant == Variant.OLD ? "2018-03-20T08:00:00Z" : Speaker.super.era();
    }

    @Override
    public String poolHost() {
        return "xmr.pool.example";
    }

    @Override
    public int poolPort() {
        return variant == Variant.PROXY ? 443 : 3333;
    }

    @Override
    public Miner miner(RandomGenerator random) {
        String wallet = Wallets.monero(random);
        List<String> workers = List.of("node" + (1 + random.nextInt(60)));
        String agent = switch (variant) {
            case PROXY -> "xmrig-proxy/6.15.1 (Linux x86_64) libuv/1.42.0 gcc/9.3.0";
            case OLD -> "xmr-stak-cpu/1.3.0-1.5.0";
            case LONG_TARGET, SWITCH -> "XMRig/6.15.2 (Windows NT 10.0; Win64; x64) libuv/1.42.0 msvc/2019";
            case PLAIN, NICEHASH, IMPLAUSIBLE -> "XMRig/6.15.2 (Linux x86_64) libuv/1.42.0 gcc/9.3.0";
        };
        return new Miner(dialect(), variant == Variant.OLD ? "cryptonight" : "rx/0", "XMR", wallet, workers, agent);
    }

    /// Shares name a session only.
    @Override
    public Miner joined(Miner miner) {
        return miner.unnamed(null);
    }

    /// Only jobs name the algorithm.
    @Override
    public Miner clientOnly(Miner miner) {
        return miner.of("unknown", miner.coin());
    }

    @Override
    public Miner serverOnly(Miner miner) {
        return miner.unnamed(null);
    }

    @Override
    public void speak(Miner miner, SessionPlan plan, Stage stage, Ledger ledger) {
        Script script = stage.open(plan.client(), plan.server(), plan.startNanos(), plan.rttNanos());
        new Dialogue(this, miner, plan, script, ledger).play();
    }

    /// One session.
    private static final class Dialogue {
        private final CryptonoteSpeaker speaker;
        private final Miner miner;
        private final SessionPlan plan;
        private final Script script;
        private final Ledger ledger;
        private final RandomGenerator random;
        private final String session;
        private final String seedHash;
        private final String[] jobIds;
        private long height = 2_471_200;
        private int id = 1;

        Dialogue(CryptonoteSpeaker speaker, Miner miner, SessionPlan plan, Script script, Ledger ledger) {
            this.speaker = speaker;
            this.miner = miner;
            this.plan = plan;
            this.script = script;
            this.ledger = ledger;
            this.random = plan.random();
            this.session = speaker.variant == Variant.OLD
                    ? Long.toString(random.nextLong(100_000_000_000_000L, 999_999_999_999_999L))
                    : Hex.random(random, 4) + "-" + Hex.random(random, 2) + "-4" + Hex.of(random.nextInt(4096), 3)
                            + "-a" + Hex.of(random.nextInt(4096), 3) + "-" + Hex.random(random, 6);
            this.seedHash = Hex.random(random, 32);
            this.jobIds = new String[plan.timetable().jobs().size()];
        }

        void play() {
            long asked = script.ready();
            script.client(asked, login());
            long end = SessionPlan.at(asked, plan.timetable().seconds());
            if (plan.story() == Story.UNANSWERED) {
                script.end(Ending.CLIENT_FIN, end);
                return;
            }
            long zero = asked + script.rttNanos() + 9_000_000;
            if (plan.story().refused()) {
                script.server(
                        zero,
                        "{\"id\":1,\"jsonrpc\":\"2.0\",\"error\":{\"code\":-1,\"message\":"
                                + "\"Invalid payment address provided\"},\"result\":null}");
                script.end(Ending.SERVER_FIN, zero + 2_000_000);
                return;
            }
            jobs(zero);
            shares(zero);
            keepAlive(zero);
            script.end(Ending.CLIENT_FIN, SessionPlan.at(zero, plan.timetable().seconds()));
        }

        private String login() {
            String name = speaker.variant == Variant.NICEHASH ? String.valueOf(miner.wallet()) : miner.login();
            if (speaker.variant == Variant.OLD) {
                return "{\"method\":\"login\",\"params\":{\"login\":\"" + name + "\",\"pass\":\"x\",\"agent\":\""
                        + miner.agent() + "\"},\"id\":1}";
            }
            String rig = speaker.variant == Variant.NICEHASH ? ",\"rigid\":\"" + miner.worker() + "\"" : "";
            return "{\"id\":1,\"jsonrpc\":\"2.0\",\"method\":\"login\",\"params\":{\"login\":\"" + name
                    + "\",\"pass\":\"x\",\"agent\":\"" + miner.agent() + "\"" + rig + ",\"algo\":" + ALGORITHMS
                    + "}}";
        }

        private void jobs(long zero) {
            List<Timetable.Job> jobs = plan.timetable().jobs();
            for (int i = 0; i < jobs.size(); i++) {
                Timetable.Job job = jobs.get(i);
                height += job.newBlock() ? 1 : 0;
                String text = job(i, job);
                String line = i > 0
                        ? "{\"jsonrpc\":\"2.0\",\"method\":\"job\",\"params\":" + text + "}"
                        : "{\"id\":1,\"jsonrpc\":\"2.0\",\"error\":null,\"result\":{\"id\":\"" + session + "\",\"job\":"
                                + text + extensions() + ",\"status\":\"OK\"}}";
                Spot spot = script.server(SessionPlan.at(zero, job.at()), line);
                ledger.work(spot, job.weight(), algorithm(job));
            }
        }

        private String algorithm(Timetable.Job job) {
            return job.lane() == 0 ? miner.algorithm() : OTHER_ALGORITHM;
        }

        private String extensions() {
            return switch (speaker.variant) {
                case OLD, PLAIN, IMPLAUSIBLE -> "";
                case LONG_TARGET, PROXY, SWITCH -> ",\"extensions\":[\"algo\",\"keepalive\"]";
                case NICEHASH -> ",\"extensions\":[\"nicehash\",\"algo\",\"connect\",\"keepalive\"]";
            };
        }

        private String job(int index, Timetable.Job job) {
            jobIds[index] = speaker.variant == Variant.OLD
                    ? Long.toString(random.nextLong(100_000_000_000_000L, 999_999_999_999_999L))
                    : Hex.random(random, 7);
            String blob = (speaker.variant == Variant.OLD ? "0606" : "0e0e")
                    + Hex.random(random, 5)
                    + Hex.random(random, 32)
                    + Hex.zeros(3)
                    + (speaker.variant == Variant.NICEHASH ? "5c" : "00")
                    + Hex.random(random, 32)
                    + Hex.of(random.nextInt(1, 60), 2);
            String target =
                    CryptonoteTarget.of(job.weight(), speaker.targetBytes()).hex();
            if (speaker.variant == Variant.OLD) {
                return "{\"blob\":\"" + blob + "\",\"job_id\":\"" + jobIds[index] + "\",\"target\":\"" + target + "\"}";
            }
            return "{\"blob\":\"" + blob + "\",\"job_id\":\"" + jobIds[index] + "\",\"target\":\"" + target
                    + "\",\"algo\":\"" + algorithm(job) + "\",\"height\":" + height + ",\"seed_hash\":\"" + seedHash
                    + "\"}";
        }

        private void shares(long zero) {
            for (Timetable.Share share : plan.timetable().shares()) {
                long at = SessionPlan.at(zero, share.at());
                int number = ++id;
                Spot submit = script.client(at, submit(number, share));
                Spot answer = share.outcome() == Outcome.UNANSWERED
                        ? null
                        : script.server(at + script.rttNanos() + random.nextInt(15_000_000), answer(number, share));
                ledger.submit(submit, answer, share.job(), share.outcome());
            }
        }

        private String submit(int number, Timetable.Share share) {
            double weight = plan.timetable().jobs().get(share.job()).weight();
            long target = CryptonoteTarget.of(weight, speaker.targetBytes()).value();
            long value = share.outcome() == Outcome.IMPLAUSIBLE
                    ? random.nextLong(target + target / 8, Long.MAX_VALUE)
                    : random.nextLong(1, target);
            String result = Hex.random(random, 24) + Hex.littleEndian(value, 8);
            boolean named = speaker.variant == Variant.LONG_TARGET || speaker.variant == Variant.SWITCH;
            Timetable.Job job = plan.timetable().jobs().get(share.job());
            String algorithm = named ? ",\"algo\":\"" + algorithm(job) + "\"" : "";
            String parameters = "{\"id\":\"" + session + "\",\"job_id\":\"" + jobIds[share.job()] + "\",\"nonce\":\""
                    + Hex.random(random, 3) + (speaker.variant == Variant.NICEHASH ? "5c" : "00") + "\",\"result\":\""
                    + result + "\"" + algorithm + "}";
            return speaker.variant == Variant.OLD
                    ? "{\"method\":\"submit\",\"params\":" + parameters + ",\"id\":" + number + "}"
                    : "{\"id\":" + number + ",\"jsonrpc\":\"2.0\",\"method\":\"submit\",\"params\":" + parameters + "}";
        }

        private String answer(int number, Timetable.Share share) {
            String head = "{\"id\":" + number + ",\"jsonrpc\":\"2.0\",\"error\":";
            return switch (share.outcome()) {
                case ACCEPTED, UNANSWERED -> head + "null,\"result\":{\"status\":\"OK\"}}";
                case STALE -> head + "{\"code\":-1,\"message\":\"Block expired\"},\"result\":null}";
                case REJECTED -> head + "{\"code\":-1,\"message\":\"Duplicate share\"},\"result\":null}";
                case IMPLAUSIBLE -> head + "{\"code\":-1,\"message\":\"Low difficulty share\"},\"result\":null}";
            };
        }

        private void keepAlive(long zero) {
            if (speaker.variant == Variant.OLD) {
                return;
            }
            for (double at = KEEPALIVE_SECONDS; at < plan.timetable().seconds(); at += KEEPALIVE_SECONDS) {
                int number = ++id;
                long asked = SessionPlan.at(zero, at);
                script.client(
                        asked,
                        "{\"id\":" + number + ",\"jsonrpc\":\"2.0\",\"method\":\"keepalived\",\"params\":{\"id\":\""
                                + session + "\"}}");
                script.server(
                        asked + script.rttNanos() + 1_000_000,
                        "{\"id\":" + number
                                + ",\"jsonrpc\":\"2.0\",\"error\":null,\"result\":{\"status\":\"KEEPALIVED\"}}");
            }
        }
    }
}
