package org.qingyuan.traffic.mining;

/// Where a pool's name was learned, strongest last.
enum HostSource {
    /// Nowhere: only the address that the client connected to is known.
    NONE("connect"),
    /// The miner named it when it subscribed (CONNECT_HOST of ZIP-301).
    CONNECT("connect"),
    /// The Host header of the request.
    HOST_HEADER("host-header"),
    /// An answer of the name service that the capture holds.
    DNS("dns"),
    /// It is in the catalogue of pools.
    CATALOGUE("catalogue");

    private final String word;

    HostSource(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
