package org.qingyuan.traffic.mining;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.qingyuan.traffic.flow.Connection;
import org.qingyuan.traffic.flow.FlowKey;

/// Where a session took place: the two ends and what of them the capture shows. Of polls over HTTP the first
/// connection stands for all.
///
/// @param communityId Community ID v1 of the connection
/// @param clientSeen whether any packet of the client was captured
/// @param nanos whether the capture has nanoseconds
/// @param vlans tags from outside in, as the union over both directions
record Ends(
        Endpoint client,
        Endpoint server,
        String communityId,
        boolean clientSeen,
        boolean serverSeen,
        int firstInput,
        boolean nanos,
        List<Long> vlans,
        long connections) {
    static Ends of(Connection connection, int clientSide) {
        int serverSide = 1 - clientSide;
        return new Ends(
                new Endpoint(connection.address[clientSide], connection.port[clientSide]),
                new Endpoint(connection.address[serverSide], connection.port[serverSide]),
                communityId(connection),
                connection.seen(clientSide),
                connection.seen(serverSide),
                connection.firstInput,
                connection.nanos,
                vlans(connection.vlan),
                1);
    }

    /// The same ends after one more connection.
    Ends and(Connection connection, int clientSide) {
        return new Ends(
                client,
                server,
                communityId,
                clientSeen || connection.seen(clientSide),
                serverSeen || connection.seen(1 - clientSide),
                firstInput,
                nanos,
                vlans,
                connections + 1);
    }

    /// These ends standing first before those of connections that were noticed earlier.
    Ends after(Ends noticed) {
        return new Ends(
                client,
                server,
                communityId,
                clientSeen || noticed.clientSeen,
                serverSeen || noticed.serverSeen,
                firstInput,
                nanos,
                vlans,
                noticed.connections + 1);
    }

    private static String communityId(Connection connection) {
        return FlowKey.of(
                        connection.address[0],
                        connection.port[0],
                        connection.address[1],
                        connection.port[1],
                        FlowKey.TCP)
                .communityId();
    }

    static List<Long> vlans(int[] tags) {
        Set<Long> vlans = new LinkedHashSet<>();
        for (int tag : tags) {
            if (tag != -1) {
                vlans.add((long) (tag >>> 16));
                if ((tag & 0xffff) != 0xffff) {
                    vlans.add((long) (tag & 0xffff));
                }
            }
        }
        return List.copyOf(vlans);
    }
}
