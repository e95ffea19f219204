package org.qingyuan.traffic.generate;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.qingyuan.traffic.generate.wire.Endpoint;
import org.qingyuan.traffic.generate.wire.IpWriter;
import org.qingyuan.traffic.generate.wire.Packet;
import org.qingyuan.traffic.generate.wire.Packet.Origin;
import org.qingyuan.traffic.generate.wire.Tags;

/// Packets that no decoder can use, or that carry others inside.
final class BrokenPackets {
    private static final int COUNT = 300;
    private static final int GRE = 47;
    private static final int IP_IN_IP = 4;
    private static final int SIX_IN_FOUR = 41;
    private static final int VXLAN_PORT = 4789;

    private BrokenPackets() {}

    private static long during(List<Packet> like, SplittableRandom random) {
        return random.nextLong(
                like.get(0).timeNanos(), like.get(like.size() - 1).timeNanos());
    }

    private static Packet stray(long time, int etherType, byte[] bytes) {
        return new Packet(time, etherType, bytes, Origin.background(0), Tags.NONE, Packet.WHOLE);
    }

    /// Random bytes under known and unknown EtherTypes, ARP, and frames of a few bytes.
    static List<Packet> garbage(List<Packet> like, SplittableRandom random) {
        int[] types = {Packet.IPV4, Packet.IPV6, 0x0806, 0x88cc, 0x8863, 0x0026, 0x8100};
        List<Packet> out = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            int length = random.nextInt(4) == 0 ? random.nextInt(24) : random.nextInt(1_400);
            byte[] bytes = BinaryNearMisses.bytes(random, length);
            out.add(stray(during(like, random), types[random.nextInt(types.length)], bytes));
        }
        return out;
    }

    /// Good packets in which one field was made impossible.
    static List<Packet> badHeaders(List<Packet> like, SplittableRandom random) {
        List<Packet> out = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            Packet good = like.get(random.nextInt(like.size()));
            byte[] bytes = good.bytes().clone();
            bytes[13] ^= 0x40;
            bytes = broken(bytes, i % 9);
            out.add(stray(during(like, random), Packet.IPV4, bytes));
        }
        return out;
    }

    private static byte[] broken(byte[] bytes, int way) {
        int tcp = (bytes[0] & 15) * 4;
        switch (way) {
            case 0 -> bytes[0] = (byte) 0x95;
            case 1 -> bytes[0] = 0x43;
            case 2 -> bytes[0] = 0x4f;
            case 3 -> put(bytes, 2, 0xffff);
            case 4 -> put(bytes, 2, 12);
            case 5 -> bytes[tcp + 12] = 0x10;
            case 6 -> bytes[tcp + 12] = (byte) 0xf0;
            case 7 -> {
                return Arrays.copyOf(bytes, tcp + 11);
            }
            default -> {
                return Arrays.copyOf(bytes, 15);
            }
        }
        return bytes;
    }

    private static void put(byte[] bytes, int at, int value) {
        bytes[at] = (byte) (value >> 8);
        bytes[at + 1] = (byte) value;
    }

    /// UDP datagrams of 3,000 bytes in fragments, IPv4 with offset and more-fragments, IPv6 with its header.
    static List<Packet> fragments(List<Packet> like, SplittableRandom random) {
        List<Packet> out = new ArrayList<>();
        for (int i = 0; i < COUNT / 10; i++) {
            long time = during(like, random);
            boolean six = i % 2 == 1;
            byte[] whole = datagram(six, random);
            int header = six ? 40 : 20;
            for (int at = header; at < whole.length; at += 1400) {
                byte[] part = Arrays.copyOfRange(whole, at, Math.min(whole.length, at + 1400));
                boolean more = at + 1400 < whole.length;
                int offset = (at - header) / 8;
                byte[] packet = six ? fragmentSix(whole, part, offset, more) : fragment(whole, part, offset, more);
                out.add(stray(time + at, six ? Packet.IPV6 : Packet.IPV4, packet));
            }
        }
        return out;
    }

    private static byte[] datagram(boolean six, SplittableRandom random) {
        Endpoint from = Endpoint.of(six ? "2001:db8:20:3::77" : "10.20.3.77", 40_000);
        Endpoint to = Endpoint.of(six ? "2001:db8:f00::9" : "198.51.100.9", 5000);
        return new IpWriter(from, to, 63, random.nextInt(65_536)).udp(BinaryNearMisses.bytes(random, 3000));
    }

    private static byte[] fragment(byte[] whole, byte[] part, int offset, boolean more) {
        byte[] bytes = Arrays.copyOf(whole, 20 + part.length);
        System.arraycopy(part, 0, bytes, 20, part.length);
        put(bytes, 2, bytes.length);
        put(bytes, 6, (more ? 0x2000 : 0) | offset);
        IpWriter.repairHeader(bytes);
        return bytes;
    }

    private static byte[] fragmentSix(byte[] whole, byte[] part, int offset, boolean more) {
        ByteBuffer out = ByteBuffer.allocate(48 + part.length);
        out.put(whole, 0, 40);
        out.put(whole[6])
                .put((byte) 0)
                .putShort((short) (offset << 3 | (more ? 1 : 0)))
                .putInt(4711);
        out.put(part);
        byte[] bytes = out.array();
        bytes[6] = 44;
        put(bytes, 4, 8 + part.length);
        return bytes;
    }

    /// Each packet inside one of four tunnels.
    static List<Packet> tunnelled(List<Packet> inner, SplittableRandom random) {
        Endpoint from = Endpoint.of("10.20.9.1", 0);
        Endpoint to = Endpoint.of("198.51.100.200", 0);
        IpWriter writer = new IpWriter(from, to, 62, random.nextInt(65_536));
        List<Packet> out = new ArrayList<>();
        for (int i = 0; i < inner.size(); i++) {
            byte[] bytes = inner.get(i).bytes();
            byte[] packet = switch (i % 4) {
                case 0 -> writer.other(GRE, joined(new byte[] {0, 0, 8, 0}, bytes));
                case 1 -> writer.other(IP_IN_IP, bytes);
                case 2 -> writer.other(SIX_IN_FOUR, sixAround(bytes));
                default -> vxlan(bytes, random);
            };
            out.add(stray(inner.get(i).timeNanos(), Packet.IPV4, packet));
        }
        return out;
    }

    private static byte[] sixAround(byte[] bytes) {
        Endpoint from = Endpoint.of("2001:db8:1::1", 0);
        return new IpWriter(from, Endpoint.of("2001:db8:2::1", 0), 60, 0).other(IP_IN_IP, bytes);
    }

    private static byte[] vxlan(byte[] bytes, SplittableRandom random) {
        byte[] head = new byte[22];
        head[0] = 8;
        head[6] = 42;
        head[20] = 8;
        Endpoint from = Endpoint.of("10.20.9.1", 40_000 + random.nextInt(9_000));
        return new IpWriter(from, Endpoint.of("10.20.9.2", VXLAN_PORT), 62, 0).udp(joined(head, bytes));
    }

    private static byte[] joined(byte[] head, byte[] tail) {
        return ByteBuffer.allocate(head.length + tail.length)
                .put(head)
                .put(tail)
                .array();
    }
}
