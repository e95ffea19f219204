package org.qingyuan.traffic.generate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.qingyuan.traffic.generate.wire.Packet;
import org.qingyuan.traffic.generate.wire.Packet.Origin;
import org.qingyuan.traffic.generate.wire.Segments;

/// What networks and taps do to packets. Each takes packets in the order of time and gives packets in the order of
/// time.
interface Disturbance {
    List<Packet> apply(List<Packet> packets, SplittableRandom random);

    /// Changes single packets; more than one may come of each.
    interface Each {
        void apply(Packet packet, SplittableRandom random, List<Packet> out);
    }

    static Disturbance each(Each change) {
        return (packets, random) -> {
            List<Packet> out = new ArrayList<>(packets.size());
            for (Packet packet : packets) {
                change.apply(packet, random, out);
            }
            out.sort(Comparator.comparingLong(Packet::timeNanos));
            return out;
        };
    }

    /// One data segment in five is late by up to 4 ms and so is overtaken by what follows closely.
    static Disturbance outOfOrder() {
        return each((packet, random, out) -> {
            boolean late = packet.hasData() && random.nextInt(5) == 0;
            out.add(late ? packet.at(packet.timeNanos() + random.nextLong(4_000_000)) : packet);
        });
    }

    /// One data segment in four is sent again after 150 to 400 ms.
    static Disturbance retransmission() {
        return each((packet, random, out) -> {
            out.add(packet);
            if (packet.hasData() && random.nextInt(4) == 0) {
                byte[] again = Segments.rewritten(packet.bytes(), 0, Segments.payload(packet.bytes()));
                out.add(packet.with(again).at(packet.timeNanos() + random.nextLong(150_000_000, 400_000_000)));
            }
        });
    }

    /// One data segment in four is followed by another that covers the same place, or its second half, with other
    /// bytes; who keeps the first is right.
    static Disturbance overlap() {
        return each((packet, random, out) -> {
            out.add(packet);
            if (packet.hasData() && random.nextInt(4) == 0) {
                byte[] payload = Segments.payload(packet.bytes());
                int from = random.nextBoolean() ? 0 : payload.length / 2;
                byte[] other = "x".repeat(payload.length - from).getBytes(StandardCharsets.US_ASCII);
                Origin origin =
                        new Origin(packet.origin().talk(), packet.origin().side(), -1, -1, -1, false);
                byte[] bytes = Segments.rewritten(packet.bytes(), from, other);
                out.add(Packet.ip(packet.timeNanos() + 5_000, bytes, origin, packet.tags()));
            }
        });
    }

    /// One data segment in `of` never reaches the tap.
    static Disturbance lost(int of) {
        return each((packet, random, out) -> {
            if (!packet.hasData() || random.nextInt(of) != 0) {
                out.add(packet);
            }
        });
    }

    /// A second mirror port shows each packet again within 100 ms, one router further.
    static Disturbance mirrored() {
        return each((packet, random, out) -> {
            out.add(packet);
            long later = packet.timeNanos() + random.nextLong(20_000, 90_000_000);
            out.add(packet.mirrored(later, Segments.hopped(packet.bytes())));
        });
    }

    /// At most so many bytes of each packet are captured.
    static Disturbance snapped(int bytes) {
        return each((packet, random, out) -> out.add(packet.snapped(bytes)));
    }

    /// IPv4 options, IPv6 extension headers.
    static Disturbance longHeaders() {
        return each((packet, random, out) -> {
            boolean six = packet.etherType() == Packet.IPV6;
            byte[] bytes = six ? Segments.withExtensions(packet.bytes()) : Segments.withOptions(packet.bytes());
            out.add(random.nextInt(3) == 0 ? packet.with(bytes) : packet);
        });
    }

    /// Only one side reaches the tap.
    static Disturbance oneWay(int side) {
        return each((packet, random, out) -> {
            if (packet.origin().side() == side) {
                out.add(packet);
            }
        });
    }
}
