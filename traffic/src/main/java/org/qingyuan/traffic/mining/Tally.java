package org.qingyuan.traffic.mining;

import org.qingyuan.traffic.flow.Connection;

/// What was counted of a connection before a session took it over, by sender.
final class Tally {
    long packets;
    final long[] bytes = new long[2];

    Tally(Connection connection) {
        packets = connection.packets[0] + connection.packets[1];
        bytes[0] = connection.bytes[0];
        bytes[1] = connection.bytes[1];
    }

    void add(int sender, int ipBytes) {
        packets++;
        bytes[sender] += ipBytes;
    }

    void clear() {
        packets = 0;
        bytes[0] = 0;
        bytes[1] = 0;
    }
}
