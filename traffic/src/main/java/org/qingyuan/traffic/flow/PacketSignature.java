package org.qingyuan.traffic.flow;

import static org.qingyuan.traffic.packet.NetworkOrder.int32;
import static org.qingyuan.traffic.packet.NetworkOrder.int64;

import org.qingyuan.traffic.packet.Packet;

/// 64 bits that are the same for a packet and its mirrored copy: all from the IP header on but TTL or hop limit, DSCP
/// and header checksum. Not secret: two packets made to share a signature are taken for copies.
final class PacketSignature {
    /// Of what is no TCP the short form takes these bytes after the IP header and the last 8.
    private static final int SHORT = 40;

    /// A TCP header whose only option is the usual pair of timestamps.
    private static final int TCP_WITH_TIMES = 32;

    private static final long DSCP_V4 = 0x00ff_0000_0000_0000L;
    private static final long TTL_AND_CHECKSUM = 0xff00_ffff_0000_0000L;
    private static final long CLASS_AND_HOPS_V6 = 0x0ff0_0000_0000_00ffL;
    private static final long MIX = 0x9e3779b97f4a7c15L;
    private static final long LAST_MIX = 0xd6e8feb86659fd93L;

    private PacketSignature() {}

    /// Over the headers; the checksum of TCP speaks for its payload.
    static long tcp(Packet packet) {
        byte[] bytes = packet.bytes();
        int at = packet.transport();
        long hash = mix(header(packet), int64(bytes, at));
        hash = mix(hash, int64(bytes, at + 8));
        hash = mix(hash, int32(bytes, at + 16));
        if (packet.payload() - at >= TCP_WITH_TIMES) {
            hash = mix(hash, int64(bytes, at + TCP_WITH_TIMES - 8));
        }
        return spread(hash);
    }

    /// Over the headers, the first bytes of the payload and the last.
    static long brief(Packet packet) {
        int begin = body(packet);
        return over(packet, begin, Math.min(packet.ipEnd(), begin + SHORT));
    }

    /// Over every byte that was captured.
    static long whole(Packet packet) {
        return over(packet, body(packet), packet.ipEnd());
    }

    private static int body(Packet packet) {
        return packet.ip() + (packet.version() == 4 ? 20 : 40);
    }

    private static long over(Packet packet, int begin, int limit) {
        byte[] bytes = packet.bytes();
        long hash = header(packet);
        int at = begin;
        for (; at <= limit - 8; at += 8) {
            hash = mix(hash, int64(bytes, at));
        }
        int end = packet.ipEnd();
        if (end - begin >= 8) {
            hash = mix(hash, int64(bytes, end - 8));
        } else {
            for (at = begin; at < end; at++) {
                hash = mix(hash, bytes[at]);
            }
        }
        return spread(hash);
    }

    private static long spread(long hash) {
        long spread = (hash ^ hash >>> 32) * LAST_MIX;
        return spread ^ spread >>> 32;
    }

    private static long header(Packet packet) {
        byte[] bytes = packet.bytes();
        int ip = packet.ip();
        if (packet.version() == 4) {
            long hash = mix(4, int64(bytes, ip) & ~DSCP_V4);
            hash = mix(hash, int64(bytes, ip + 8) & ~TTL_AND_CHECKSUM);
            return mix(hash, int32(bytes, ip + 16));
        }
        long hash = mix(6, int64(bytes, ip) & ~CLASS_AND_HOPS_V6);
        hash = mix(hash, packet.sourceHigh());
        hash = mix(hash, packet.source());
        hash = mix(hash, packet.destinationHigh());
        return mix(hash, packet.destination());
    }

    private static long mix(long hash, long value) {
        return (Long.rotateLeft(hash, 23) ^ value) * MIX;
    }
}
