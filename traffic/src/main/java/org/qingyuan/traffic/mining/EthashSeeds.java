package org.qingyuan.traffic.mining;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// The seed hashes of ethash by epoch: Keccak-256 applied to 32 zero bytes once for every 30,000 blocks (Ethereum
/// Yellow
/// Paper, appendix J). The resource `ethash-seeds.bin` holds the first 8 bytes of each, in network order; a test
/// computes them anew. Data instead of code, because 2,047 rounds of a hash that the JDK does not have cost a short
/// scan
/// more than all else.
final class EthashSeeds {
    static final int EPOCHS = 2_048;

    private static final Map<Long, Integer> EPOCH_BY_SEED = read();

    private EthashSeeds() {}

    private static Map<Long, Integer> read() {
        Map<Long, Integer> epochs = new HashMap<>(2 * EPOCHS);
        try (InputStream resource = Objects.requireNonNull(EthashSeeds.class.getResourceAsStream("ethash-seeds.bin"));
                DataInputStream seeds = new DataInputStream(new java.io.BufferedInputStream(resource))) {
            for (int epoch = 0; epoch < EPOCHS; epoch++) {
                epochs.put(seeds.readLong(), epoch);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return epochs;
    }

    /// The epoch of a seed hash, -1 when it is none of the chain's first [#EPOCHS].
    ///
    /// @param seed token of 64 hexadecimal digits
    static int epoch(JsonTape json, int seed) {
        long first = (long) json.int32(seed, 0) << 32 | json.int32(seed, 8) & 0xffff_ffffL;
        Integer epoch = EPOCH_BY_SEED.get(first);
        return epoch == null ? -1 : epoch;
    }
}
