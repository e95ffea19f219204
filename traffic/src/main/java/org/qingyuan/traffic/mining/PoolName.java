package org.qingyuan.traffic.mining;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qingyuan.registry.Pool;
import org.qingyuan.registry.PoolCatalogue;

/// What a pool is called, and where that was learned.
///
/// @param name as the catalogue has it
/// @param host name under which it was reached
/// @param coin tickers of the catalogue with blanks between
/// @param advertised where the server sends its miners besides
record PoolName(
        @Nullable String name,
        @Nullable String host,
        HostSource source,
        @Nullable String coin,
        @Nullable String advertised) {
    /// @param resolved name for which the capture holds an answer with the server's address
    static PoolName of(Introduction said, Endpoint server, @Nullable String resolved, PoolCatalogue pools) {
        String host = resolved == null ? said.host : resolved;
        HostSource source = resolved == null ? said.hostSource : HostSource.DNS;
        Pool known = host == null ? null : pools.byHost(host);
        if (known == null) {
            known = pools.byAddress(server.address());
        }
        return known == null
                ? new PoolName(null, host, source, null, said.advertised)
                : new PoolName(known.name(), host, HostSource.CATALOGUE, known.coin(), said.advertised);
    }

    Map<String, Object> map(Endpoint server) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (name != null) {
            map.put("name", name);
        }
        if (host != null) {
            map.put("host", host);
        }
        map.put("ip", server.address().text());
        map.put("port", (long) server.port());
        map.put("source", source.word());
        if (advertised != null) {
            map.put("advertised", advertised);
        }
        return map;
    }

    String shown(Endpoint server) {
        String address = server.address().version() == 6
                ? "[" + server.address().text() + "]"
                : server.address().text();
        return (host != null ? host : address) + ":" + server.port();
    }
}
