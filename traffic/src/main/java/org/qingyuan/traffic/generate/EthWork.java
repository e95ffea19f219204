package org.qingyuan.traffic.generate;

import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import org.bouncycastle.jcajce.provider.digest.Keccak;

/// The three hexadecimal words of Ethereum work, one set for each job of a session.
final class EthWork {
    /// Block 13,400,000 of October 2021 in epochs of 30,000 blocks.
    private static final int EPOCH = 446;

    private final RandomGenerator random;
    private final String[] headers;
    private final String[] targets;
    private final String seedHash;

    EthWork(SessionPlan plan) {
        this.random = plan.random();
        this.seedHash = seedHash();
        List<Timetable.Job> jobs = plan.timetable().jobs();
        this.headers = new String[jobs.size()];
        this.targets = new String[jobs.size()];
        for (int i = 0; i < jobs.size(); i++) {
            headers[i] = Hex.random(random, 32);
            targets[i] = Targets.hex(Targets.of(jobs.get(i).weight()));
        }
    }

    /// Seed of the epoch in which Ethereum was on the day of the scenarios: Keccak-256 applied once an epoch.
    private static String seedHash() {
        byte[] seed = new byte[32];
        for (int epoch = 0; epoch < EPOCH; epoch++) {
            seed = new Keccak.Digest256().digest(seed);
        }
        return HexFormat.of().formatHex(seed);
    }

    /// `[header hash, seed hash, target]`.
    String result(int job) {
        return "[\"0x" + headers[job] + "\",\"0x" + seedHash + "\",\"0x" + targets[job] + "\"]";
    }

    /// `[nonce, header hash, mix hash]`.
    String solution(int job) {
        return "[\"0x" + Hex.random(random, 8) + "\",\"0x" + headers[job] + "\",\"0x" + Hex.random(random, 32) + "\"]";
    }

    static String verdict(int id, Outcome outcome) {
        String head = "{\"id\":" + id + ",\"jsonrpc\":\"2.0\",\"result\":";
        return switch (outcome) {
            case ACCEPTED, UNANSWERED, IMPLAUSIBLE -> head + "true}";
            case STALE -> head + "false,\"error\":{\"code\":21,\"message\":\"Stale share\"}}";
            case REJECTED -> head + "false,\"error\":{\"code\":23,\"message\":\"Invalid share\"}}";
        };
    }
}
