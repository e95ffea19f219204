package org.qingyuan.traffic.generate.wire;

import java.util.Arrays;

/// Changes TCP packets that are laid out already; lengths and checksums stay right. Packets without extension headers.
public final class Segments {
    private Segments() {}

    /// Where the TCP header begins.
    private static int tcp(byte[] packet) {
        return packet[0] >> 4 == 6 ? 40 : (packet[0] & 15) * 4;
    }

    private static int payloadAt(byte[] packet) {
        int tcp = tcp(packet);
        return tcp + (packet[tcp + 12] >> 4 & 15) * 4;
    }

    /// Payload bytes of a segment.
    public static byte[] payload(byte[] packet) {
        return Arrays.copyOfRange(packet, payloadAt(packet), packet.length);
    }

    /// The same segment with another payload that begins `shift` bytes later in the stream, and another IPv4
    /// identification.
    public static byte[] rewritten(byte[] packet, int shift, byte[] payload) {
        int at = payloadAt(packet);
        byte[] bytes = Arrays.copyOf(packet, at + payload.length);
        System.arraycopy(payload, 0, bytes, at, payload.length);
        int tcp = tcp(bytes);
        IpWriter.putInt(bytes, tcp + 4, getInt(bytes, tcp + 4) + shift);
        setLength(bytes);
        if (bytes[0] >> 4 == 4) {
            IpWriter.putShort(bytes, 4, (bytes[4] & 255) << 8 ^ bytes[5] ^ 0x5555);
        }
        IpWriter.repairHeader(bytes);
        repairTcp(bytes);
        return bytes;
    }

    /// The same packet one router further: time to live or hop limit less one.
    public static byte[] hopped(byte[] packet) {
        byte[] bytes = packet.clone();
        bytes[bytes[0] >> 4 == 6 ? 7 : 8]--;
        IpWriter.repairHeader(bytes);
        return bytes;
    }

    /// An IPv4 packet with options: router alert, then padding.
    public static byte[] withOptions(byte[] packet) {
        byte[] options = {(byte) 0x94, 4, 0, 0, 1, 1, 1, 0};
        byte[] bytes = inserted(packet, 20, options);
        bytes[0] = 0x47;
        setLength(bytes);
        IpWriter.repairHeader(bytes);
        return bytes;
    }

    /// An IPv6 packet with a hop-by-hop and a destination options header, each of padding.
    public static byte[] withExtensions(byte[] packet) {
        byte next = packet[6];
        byte[] headers = {60, 0, 1, 4, 0, 0, 0, 0, next, 0, 1, 4, 0, 0, 0, 0};
        byte[] bytes = inserted(packet, 40, headers);
        bytes[6] = 0;
        setLength(bytes);
        return bytes;
    }

    private static byte[] inserted(byte[] packet, int at, byte[] part) {
        byte[] bytes = new byte[packet.length + part.length];
        System.arraycopy(packet, 0, bytes, 0, at);
        System.arraycopy(part, 0, bytes, at, part.length);
        System.arraycopy(packet, at, bytes, at + part.length, packet.length - at);
        return bytes;
    }

    private static void setLength(byte[] bytes) {
        if (bytes[0] >> 4 == 6) {
            IpWriter.putShort(bytes, 4, bytes.length - 40);
        } else {
            IpWriter.putShort(bytes, 2, bytes.length);
        }
    }

    private static void repairTcp(byte[] bytes) {
        int tcp = tcp(bytes);
        boolean six = bytes[0] >> 4 == 6;
        int length = bytes.length - tcp;
        IpWriter.putShort(bytes, tcp + 16, 0);
        long addresses = six ? Checksum.sum(bytes, 8, 32) : Checksum.sum(bytes, 12, 8);
        long sum = addresses + IpWriter.TCP + length + Checksum.sum(bytes, tcp, length);
        IpWriter.putShort(bytes, tcp + 16, Checksum.fold(sum));
    }

    private static int getInt(byte[] bytes, int at) {
        return (bytes[at] & 255) << 24 | (bytes[at + 1] & 255) << 16 | (bytes[at + 2] & 255) << 8 | bytes[at + 3] & 255;
    }
}
