package org.qingyuan.report.blocklist;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.qingyuan.finding.Address;
import org.qingyuan.registry.Prefix;

/// Networks in which no pool can be that others reach, after the special-purpose registries of RFC 6890: this network,
/// private, shared, loopback, link-local, multicast and what is kept for later. Those for documentation are not among
/// them: blocking them harms nobody, and examples live there.
public final class ReservedNetworks {
    private static final List<Prefix> ALL = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "224.0.0.0/3",
                    "::/127",
                    "fc00::/7",
                    "fe80::/9",
                    "ff00::/8")
            .map(text -> Objects.requireNonNull(Prefix.parse(text)))
            .toList();

    private ReservedNetworks() {}

    public static boolean hold(Address address) {
        return ALL.stream().anyMatch(prefix -> prefix.contains(address));
    }
}
