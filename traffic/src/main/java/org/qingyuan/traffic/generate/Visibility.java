package org.qingyuan.traffic.generate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.qingyuan.traffic.generate.wire.Packet;

/// What of the conversations a capture shows in the end: a message is visible when all its segments were captured
/// whole.
final class Visibility {
    private final Stage stage;
    private final List<Packet> packets;
    private final Set<Long> captured = new HashSet<>();

    Visibility(Stage stage, List<Packet> packets) {
        this.stage = stage;
        this.packets = packets;
        for (Packet packet : packets) {
            if (packet.hasData() && packet.snap() >= packet.bytes().length) {
                captured.add(key(packet.origin().talk(), packet.origin().segment()));
            }
        }
    }

    private static long key(int talk, int segment) {
        return (long) talk << 32 | segment & 0xffff_ffffL;
    }

    boolean shows(Planted planted, Spot spot) {
        return planted.holds(spot.timeNanos())
                && stage.script(spot.talk()).segments(spot).stream()
                        .allMatch(segment -> captured.contains(key(spot.talk(), segment)));
    }

    /// Time of the last packet of a connection, 0 when there is none.
    long endOf(int talk) {
        return packets.stream()
                .filter(p -> p.origin().talk() == talk)
                .mapToLong(Packet::timeNanos)
                .max()
                .orElse(0);
    }
}
