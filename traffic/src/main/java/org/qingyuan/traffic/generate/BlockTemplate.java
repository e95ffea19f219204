package org.qingyuan.traffic.generate;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Answers to getblocktemplate and the blocks made of them.
final class BlockTemplate {
    private final RandomGenerator random;
    private final int transactions;
    private final @Nullable String networkBits;

    /// @param transactions how many the template lists, each some 250 to 800 bytes of JSON
    /// @param networkBits compact form of the network's target, harder than that of a share; `null` when they are one
    BlockTemplate(RandomGenerator random, int transactions, @Nullable String networkBits) {
        this.networkBits = networkBits;
        this.random = random;
        this.transactions = transactions;
    }

    /// The whole answer, the transactions before the target.
    String answer(String previousHash, int height, long seconds, double weight) {
        StringBuilder out = new StringBuilder(1024 + 700 * transactions);
        out.append(
                        "{\"result\":{\"capabilities\":[\"proposal\"],\"version\":536870912,\"rules\":[\"csv\",\"!segwit\"],")
                .append("\"vbavailable\":{},\"vbrequired\":0,\"previousblockhash\":\"")
                .append(previousHash)
                .append("\",\"transactions\":[");
        for (int i = 0; i < transactions; i++) {
            transaction(out, i);
        }
        out.append("],\"coinbaseaux\":{},\"coinbasevalue\":").append(156_250_000L + random.nextInt(1_000_000));
        out.append(",\"longpollid\":\"").append(previousHash).append(height).append("\",\"target\":\"");
        out.append(Targets.hex(Targets.ofBits(Targets.bits(Targets.of(weight)))));
        out.append("\",\"mintime\":").append(seconds - 3_000);
        out.append(",\"mutable\":[\"time\",\"transactions\",\"prevblock\"],\"noncerange\":\"00000000ffffffff\",")
                .append("\"sigoplimit\":80000,\"sizelimit\":4000000,\"weightlimit\":4000000,\"curtime\":")
                .append(seconds);
        out.append(",\"bits\":\"").append(bits(weight)).append("\",\"height\":").append(height);
        out.append(",\"default_witness_commitment\":\"6a24aa21a9ed").append(Hex.random(random, 32));
        return out.append("\"},\"error\":null,\"id\":0}\n").toString();
    }

    private void transaction(StringBuilder out, int index) {
        String id = Hex.random(random, 32);
        int bytes = 110 + random.nextInt(240);
        out.append(index > 0 ? "," : "").append("{\"data\":\"02000000").append(Hex.random(random, bytes));
        out.append("\",\"txid\":\"").append(id).append("\",\"hash\":\"").append(id);
        out.append("\",\"depends\":[],\"fee\":").append(200 + random.nextInt(9_000));
        out.append(",\"sigops\":4,\"weight\":").append(4 * bytes + 16).append('}');
    }

    private String bits(double weight) {
        return networkBits == null ? Hex.of(Targets.bits(Targets.of(weight)), 8) : networkBits;
    }

    /// A block for submitblock: header of 80 bytes, then the transactions.
    String block(String previousHash, long seconds, double weight) {
        StringBuilder previous = new StringBuilder(64);
        for (int i = 62; i >= 0; i -= 2) {
            previous.append(previousHash, i, i + 2);
        }
        return "00000020" + previous + Hex.random(random, 32) + Hex.littleEndian(seconds, 4)
                + Hex.littleEndian(Long.parseLong(bits(weight), 16), 4) + Hex.random(random, 4) + "01"
                + "010000000001010000000000000000000000000000000000000000000000000000000000000000ffffffff"
                + Hex.random(random, 150);
    }
}
