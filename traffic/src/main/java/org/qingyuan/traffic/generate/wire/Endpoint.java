package org.qingyuan.traffic.generate.wire;

import java.util.Objects;
import org.qingyuan.finding.Address;

/// One end of a conversation.
///
/// @param port 0..65535
public record Endpoint(Address address, int port) {
    /// From the written form of an IPv4 or IPv6 address.
    ///
    /// @throws NullPointerException when the text is no address
    public static Endpoint of(String address, int port) {
        return new Endpoint(Objects.requireNonNull(Address.parse(address), address), port);
    }
}
