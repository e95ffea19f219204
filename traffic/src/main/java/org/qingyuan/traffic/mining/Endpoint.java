package org.qingyuan.traffic.mining;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Address;

/// One end of a TCP connection.
record Endpoint(Address address, int port) {
    /// As a finding shows it, with the name where one is known.
    Map<String, Object> map(@Nullable String name) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("ip", address.text());
        map.put("port", (long) port);
        if (name != null) {
            map.put("name", name);
        }
        return map;
    }
}
