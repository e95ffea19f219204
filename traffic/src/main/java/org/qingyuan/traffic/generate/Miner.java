package org.qingyuan.traffic.generate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who mines what, as the wire tells it.
///
/// @param coin ticker, `null` where the wire does not tell one
/// @param wallet login before its first `.`, `+`, `/` or `@`
/// @param workers names after the wallet, `worker` or `rigid`
record Miner(
        String dialect,
        String algorithm,
        @Nullable String coin,
        @Nullable String wallet,
        List<String> workers,
        @Nullable String agent) {
    /// Name of the first worker, blank without one.
    String worker() {
        return workers.isEmpty() ? "" : workers.get(0);
    }

    /// Wallet and worker as most pools want them: joined by a dot.
    String login() {
        return wallet == null ? worker() : workers.isEmpty() ? wallet : wallet + "." + worker();
    }

    /// The same where the wire tells another algorithm.
    Miner of(String otherAlgorithm, @Nullable String otherCoin) {
        return new Miner(dialect, otherAlgorithm, otherCoin, wallet, workers, agent);
    }

    /// The same where no login is seen.
    Miner unnamed(@Nullable String otherCoin) {
        return new Miner(dialect, algorithm, otherCoin, null, List.of(), null);
    }

    /// The same where the program does not name itself.
    Miner withoutAgent() {
        return new Miner(dialect, algorithm, coin, wallet, workers, null);
    }
}
