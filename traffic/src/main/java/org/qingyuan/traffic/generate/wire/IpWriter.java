package org.qingyuan.traffic.generate.wire;

import org.qingyuan.finding.Address;

/// Lays out IPv4 and IPv6 packets with right lengths and checksums (RFC 791, RFC 8200, RFC 9293, RFC 768). Keeps the
/// IPv4 identification of one sender; not thread-safe.
public final class IpWriter {
    public static final int FIN = 1;
    public static final int SYN = 2;
    public static final int RST = 4;
    public static final int PSH = 8;
    public static final int ACK = 16;

    static final int TCP = 6;
    static final int UDP = 17;
    private static final int DONT_FRAGMENT = 0x4000;

    private final Endpoint from;
    private final Endpoint to;
    private final int ttl;
    private final long pseudoSum;
    private int identification;

    /// @param ttl time to live or hop limit at the tap
    /// @param identification of the first IPv4 packet
    public IpWriter(Endpoint from, Endpoint to, int ttl, int identification) {
        this.from = from;
        this.to = to;
        this.ttl = ttl;
        this.identification = identification;
        this.pseudoSum = addressSum(from.address()) + addressSum(to.address());
    }

    /// Length of the network header, without options.
    public int headerLength() {
        return from.address().version() == 4 ? 20 : 40;
    }

    /// One TCP segment.
    ///
    /// @param header what the TCP header says
    /// @param options a multiple of four bytes
    public byte[] tcp(TcpHeader header, byte[] options, byte[] payload, int offset, int length) {
        int ip = headerLength();
        int tcp = 20 + options.length;
        byte[] bytes = new byte[ip + tcp + length];
        writeHeader(bytes, TCP, tcp + length);
        putPorts(bytes, ip);
        putInt(bytes, ip + 4, header.sequence());
        putInt(bytes, ip + 8, header.acknowledgment());
        bytes[ip + 12] = (byte) (tcp / 4 << 4);
        bytes[ip + 13] = (byte) header.flags();
        putShort(bytes, ip + 14, header.window());
        System.arraycopy(options, 0, bytes, ip + 20, options.length);
        System.arraycopy(payload, offset, bytes, ip + tcp, length);
        putShort(bytes, ip + 16, transportChecksum(bytes, ip, TCP));
        return bytes;
    }

    /// One UDP datagram.
    public byte[] udp(byte[] payload) {
        int ip = headerLength();
        byte[] bytes = new byte[ip + 8 + payload.length];
        writeHeader(bytes, UDP, 8 + payload.length);
        putPorts(bytes, ip);
        putShort(bytes, ip + 4, 8 + payload.length);
        System.arraycopy(payload, 0, bytes, ip + 8, payload.length);
        int checksum = transportChecksum(bytes, ip, UDP);
        putShort(bytes, ip + 6, checksum == 0 ? 0xffff : checksum);
        return bytes;
    }

    /// A packet of another protocol, its payload as it is.
    public byte[] other(int protocol, byte[] payload) {
        byte[] bytes = new byte[headerLength() + payload.length];
        writeHeader(bytes, protocol, payload.length);
        System.arraycopy(payload, 0, bytes, headerLength(), payload.length);
        return bytes;
    }

    /// What one TCP header says.
    public record TcpHeader(int sequence, int acknowledgment, int flags, int window) {}

    private void writeHeader(byte[] bytes, int protocol, int payloadLength) {
        if (from.address().version() == 4) {
            bytes[0] = 0x45;
            putShort(bytes, 2, 20 + payloadLength);
            putShort(bytes, 4, identification++);
            putShort(bytes, 6, DONT_FRAGMENT);
            bytes[8] = (byte) ttl;
            bytes[9] = (byte) protocol;
            putInt(bytes, 12, (int) from.address().low());
            putInt(bytes, 16, (int) to.address().low());
            putShort(bytes, 10, Checksum.fold(Checksum.sum(bytes, 0, 20)));
        } else {
            bytes[0] = 0x60;
            putShort(bytes, 4, payloadLength);
            bytes[6] = (byte) protocol;
            bytes[7] = (byte) ttl;
            putAddress(bytes, 8, from.address());
            putAddress(bytes, 24, to.address());
        }
    }

    private void putPorts(byte[] bytes, int at) {
        putShort(bytes, at, from.port());
        putShort(bytes, at + 2, to.port());
    }

    private int transportChecksum(byte[] bytes, int ip, int protocol) {
        int length = bytes.length - ip;
        return Checksum.fold(pseudoSum + protocol + length + Checksum.sum(bytes, ip, length));
    }

    private static long addressSum(Address address) {
        return (address.high() >>> 32)
                + (address.high() & 0xffff_ffffL)
                + (address.low() >>> 32)
                + (address.low() & 0xffff_ffffL);
    }

    private static void putAddress(byte[] bytes, int at, Address address) {
        putInt(bytes, at, (int) (address.high() >>> 32));
        putInt(bytes, at + 4, (int) address.high());
        putInt(bytes, at + 8, (int) (address.low() >>> 32));
        putInt(bytes, at + 12, (int) address.low());
    }

    static void putShort(byte[] bytes, int at, int value) {
        bytes[at] = (byte) (value >> 8);
        bytes[at + 1] = (byte) value;
    }

    static void putInt(byte[] bytes, int at, int value) {
        putShort(bytes, at, value >> 16);
        putShort(bytes, at + 2, value);
    }

    /// Puts the right IPv4 header checksum into a packet that was changed; other packets stay as they are.
    public static void repairHeader(byte[] bytes) {
        if (bytes[0] >> 4 == 4) {
            putShort(bytes, 10, 0);
            putShort(bytes, 10, Checksum.fold(Checksum.sum(bytes, 0, (bytes[0] & 15) * 4)));
        }
    }
}
