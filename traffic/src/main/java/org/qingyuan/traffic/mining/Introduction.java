package org.qingyuan.traffic.mining;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What both sides say of who they are: the miner's wallet, workers and program, the pool's name, and where the pool
/// sends its miners.
final class Introduction {
    private static final int MAX_WORKERS = 256;

    /// The first wallet named stays.
    @Nullable
    String wallet;

    /// The program as it names itself; the first name stays.
    @Nullable
    String agent;

    @Nullable
    String host;

    HostSource hostSource = HostSource.NONE;

    /// Another address at which the server says its pool can be reached: by `X-Stratum`, or by `client.reconnect`.
    @Nullable
    String advertised;

    /// The last hash rate that the miner claims, in hashes a second.
    double claimedRate = Double.NaN;

    final Set<String> workers = new LinkedHashSet<>();

    void login(Login login) {
        if (wallet == null) {
            wallet = login.wallet();
        }
        worker(login.worker());
    }

    void worker(@Nullable String name) {
        if (name != null && !name.isBlank() && workers.size() < MAX_WORKERS) {
            workers.add(name);
        }
    }

    void agent(@Nullable String name) {
        if (agent == null) {
            agent = name;
        }
    }

    /// A name of the pool; a better source replaces a worse.
    void host(@Nullable String name, HostSource source) {
        if (name != null && hostSource.compareTo(source) < 0) {
            host = name;
            hostSource = source;
        }
    }
}
