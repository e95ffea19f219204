package org.qingyuan.traffic.generate;

import java.util.List;
import java.util.random.RandomGenerator;

/// Stratum V1 as Bitcoin and its relatives speak it: subscribe, authorize, set_difficulty, notify, submit, with
/// version rolling (BIP 310) and the habits of several programs.
///
/// @param variant what is special
record StratumV1Speaker(Variant variant) implements Speaker {
    private static final double BITCOIN_SHARE = 0x1p32;
    private static final double SCRYPT_SHARE = 0x1p16;

    /// What is special about the miner and its coin.
    enum Variant {
        BITCOIN("stratum-v1", "Bitcoin, version rolling, suggest_difficulty, an ASIC", 95e12, BITCOIN_SHARE),
        LITECOIN("stratum-v1-scrypt", "Litecoin on scrypt, extranonce.subscribe", 504e6, SCRYPT_SHARE),
        ALIASES("stratum-v1-aliases", "mining.auth, ids as text, difficulty as text", 14e12, BITCOIN_SHARE),
        NICEHASH("stratum-v1-nicehash", "NiceHash marks itself, set_extranonce, ping", 210e12, BITCOIN_SHARE),
        CASH("stratum-v1-bch", "Bitcoin Cash, told from Bitcoin by nbits", 28e12, BITCOIN_SHARE),
        PAID("stratum-v1-refused-then-shares", "the login is refused, the shares are accepted", 13e12, BITCOIN_SHARE),
        DASH("stratum-v1-unknown", "x11 with nbits of no known network: algorithm unknown", 38e9, BITCOIN_SHARE);

        final String word;
        final String about;
        final double rate;
        final double share;

        Variant(String word, String about, double rate, double share) {
            this.word = word;
            this.about = about;
            this.rate = rate;
            this.share = share;
        }

        boolean rollsVersions() {
            return this == BITCOIN || this == CASH || this == NICEHASH;
        }

        /// Compact form of the network's target in October 2021.
        String bits() {
            return switch (this) {
                case BITCOIN, ALIASES, NICEHASH, PAID -> "170e2632";
                case LITECOIN -> "1a015798";
                case CASH -> "1805c965";
                case DASH -> "1c0ccccc";
            };
        }
    }

    @Override
    public String dialect() {
        return "stratum-v1";
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
        return difficulty(weight) * variant.share;
    }

    /// Whole numbers from 1 on, else in steps of 1/1024.
    double difficulty(double weight) {
        double difficulty = weight / variant.share;
        return difficulty >= 1 ? Math.rint(difficulty) : Math.max(1, Math.rint(difficulty * 1024)) / 1024;
    }

    @Override
    public double typicalRate() {
        return variant.rate;
    }

    @Override
    public Timetable.Pace pace() {
        return new Timetable.Pace(variant == Variant.BITCOIN ? 600 : 150, 30);
    }

    @Override
    public String poolHost() {
        return variant == Variant.LITECOIN ? "ltc.pool.example" : "btc.pool.example";
    }

    @Override
    public int poolPort() {
        return variant == Variant.NICEHASH ? 9200 : variant == Variant.ALIASES ? 25 : 3333;
    }

    @Override
    public Miner miner(RandomGenerator random) {
        List<String> workers = List.of("rig" + (1 + random.nextInt(40)));
        return switch (variant) {
            case BITCOIN ->
                new Miner(dialect(), "sha256d", "BTC", Wallets.bitcoinWitness(random), workers, "bmminer/2.0.0");
            case LITECOIN -> new Miner(dialect(), "scrypt", "LTC", Wallets.litecoin(random), workers, "cgminer/4.9.0");
            case ALIASES -> new Miner(dialect(), "sha256d", "BTC", Wallets.bitcoin(random), workers, "cpuminer/2.5.1");
            case NICEHASH -> new Miner(dialect(), "sha256d", "BTC", "campuslab", workers, "NiceHash/1.0.0");
            case PAID -> new Miner(dialect(), "sha256d", "BTC", Wallets.bitcoin(random), workers, "cgminer/4.9.0");
            case CASH -> new Miner(dialect(), "sha256d", "BCH", Wallets.bitcoinCash(random), workers, "cgminer/4.11.1");
            case DASH -> new Miner(dialect(), "unknown", null, "labuser", workers, "sgminer/5.6.1");
        };
    }

    /// Shares name the login.
    @Override
    public Miner joined(Miner miner) {
        return miner.withoutAgent();
    }

    @Override
    public void speak(Miner miner, SessionPlan plan, Stage stage, Ledger ledger) {
        Script script = stage.open(plan.client(), plan.server(), plan.startNanos(), plan.rttNanos());
        new StratumV1Dialogue(this, miner, plan, script, ledger).play();
    }
}
