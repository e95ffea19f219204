package org.qingyuan.traffic.generate;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.qingyuan.traffic.generate.Ledger.Work;
import org.qingyuan.traffic.generate.wire.Packet;

/// Packets of one planted miner, or of all the background.
final class PlantedTraffic {
    long start;
    long end;
    long packets;
    final long[] bytes = new long[2];
    final Set<Integer> talks = new HashSet<>();

    /// Number of the connection that was seen first.
    int talk;

    /// @param algorithm whose packets are meant, where the miner works on several
    static PlantedTraffic of(Planted planted, List<Packet> capture, String algorithm) {
        BitSet ours = new BitSet();
        planted.talks().forEach(ours::set);
        boolean several = planted.ledger().works.stream()
                .anyMatch(work -> !work.algorithm().equals(algorithm));
        PlantedTraffic traffic = new PlantedTraffic();
        for (Packet packet : capture) {
            Packet.Origin origin = packet.origin();
            if (ours.get(origin.talk())
                    && !origin.copy()
                    && planted.holds(packet.timeNanos())
                    && (!several || algorithm.equals(algorithmAt(planted, packet.timeNanos(), algorithm)))) {
                traffic.add(packet);
            }
        }
        return traffic;
    }

    private void add(Packet packet) {
        talk = packets == 0 ? packet.origin().talk() : talk;
        if (packet.origin().talk() > 0) {
            talks.add(packet.origin().talk());
        }
        start = packets == 0 ? packet.timeNanos() : start;
        end = packet.timeNanos();
        packets++;
        bytes[packet.origin().side()] += packet.bytes().length;
    }

    /// Whose job is current; the packet that brings a job still belongs to the one before.
    private static String algorithmAt(Planted planted, long time, String otherwise) {
        List<Work> works = planted.ledger().works;
        String current = works.isEmpty() ? otherwise : works.get(0).algorithm();
        for (Work work : works) {
            if (work.spot().timeNanos() >= time) {
                break;
            }
            current = work.algorithm();
        }
        return current;
    }
}
