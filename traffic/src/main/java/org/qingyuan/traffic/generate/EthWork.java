package org.qingyuan.traffic.generate;

import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import org.bouncycastle.jcajce.provider.digest.Keccak;

/// The three hexadecimal words of Ethereum work, one set for each job of a session.
final class EthWork {
    private final RandomGenerator random;
    private final String[] headers;
    private final String[] targets;
    private final String seedHash;

    /// @param epoch number of the 30,000-block epoch whose seed hash the work carries; below 0 = a seed of no chain
    EthWork(SessionPlan plan, int epoch) {
        this.random = plan.random();
        this.seedHash = epoch < 0 ? Hex.random(random, 32) : seed(epoch);
        List<Timetable.Job> jobs = plan.timetable().jobs();
        this.headers = new String[jobs.size()];
        this.targets = new String[jobs.size()];
        for (int i = 0; i < jobs.size(); i++) {
            headers[i] = Hex.random(random, 32);
            targets[i] = Targets.hex(Targets.of(jobs.get(i).weight()));
        }
    }

    /// Keccak-256 applied once an epoch to 32 zero bytes (Ethereum Yellow Paper, appendix J).
    private static String seed(int epoch) {
        byte[] seed = new byte[32];
        for (int i = 0; i < epoch; i++) {
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
