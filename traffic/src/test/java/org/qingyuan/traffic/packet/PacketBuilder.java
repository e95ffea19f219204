package org.qingyuan.traffic.packet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.qingyuan.finding.Address;

/// Makes one packet by hand, from the IP header on; [#ethernet] and the other links put a header in front. Lengths are
/// filled in, checksums stay 0 unless told.
public final class PacketBuilder {
    private final Address source;
    private final Address destination;
    private int protocol = 6;
    private int sourcePort;
    private int destinationPort;
    private int sequence;
    private int acknowledged;
    private int flags = Packet.ACK;
    private int id = 1;
    private int ttl = 64;
    private int dscp;
    private int fragment = 0x4000;
    private int headerChecksum;
    private int totalLength = -1;
    private byte[] ipOptions = {};
    private byte[] extensions = {};
    private int firstExtension = -1;
    private byte[] tcpOptions = {};
    private byte[] payload = {};

    private PacketBuilder(String source, String destination) {
        this.source = Objects.requireNonNull(Address.parse(source));
        this.destination = Objects.requireNonNull(Address.parse(destination));
    }

    public static PacketBuilder tcp(String source, int sourcePort, String destination, int destinationPort) {
        PacketBuilder builder = new PacketBuilder(source, destination);
        builder.sourcePort = sourcePort;
        builder.destinationPort = destinationPort;
        return builder;
    }

    public static PacketBuilder udp(String source, int sourcePort, String destination, int destinationPort) {
        return tcp(source, sourcePort, destination, destinationPort).protocol(17);
    }

    /// An IP packet whose payload begins right after the header.
    public static PacketBuilder ip(String source, String destination, int protocol) {
        return new PacketBuilder(source, destination).protocol(protocol);
    }

    private PacketBuilder protocol(int number) {
        protocol = number;
        return this;
    }

    public PacketBuilder seq(int value) {
        sequence = value;
        return this;
    }

    public PacketBuilder ack(int value) {
        acknowledged = value;
        return this;
    }

    public PacketBuilder flags(int value) {
        flags = value;
        return this;
    }

    public PacketBuilder id(int value) {
        id = value;
        return this;
    }

    public PacketBuilder ttl(int value) {
        ttl = value;
        return this;
    }

    public PacketBuilder dscp(int value) {
        dscp = value;
        return this;
    }

    public PacketBuilder headerChecksum(int value) {
        headerChecksum = value;
        return this;
    }

    /// Flags and offset of IPv4's fragment field.
    public PacketBuilder fragment(int value) {
        fragment = value;
        return this;
    }

    /// What the length field says instead of the truth.
    public PacketBuilder totalLength(int value) {
        totalLength = value;
        return this;
    }

    public PacketBuilder ipOptions(byte... value) {
        ipOptions = value;
        return this;
    }

    /// Extension headers of IPv6 whose last one names the transport.
    public PacketBuilder extensions(int first, byte... value) {
        firstExtension = first;
        extensions = value;
        return this;
    }

    public PacketBuilder tcpOptions(byte... value) {
        tcpOptions = value;
        return this;
    }

    public PacketBuilder payload(String value) {
        return payload(value.getBytes(ISO_8859_1));
    }

    public PacketBuilder payload(byte[] value) {
        payload = value;
        return this;
    }

    /// The packet from its IP header on.
    public byte[] build() {
        byte[] transport = transport();
        return source.version() == 4 ? v4(transport) : v6(transport);
    }

    private byte[] transport() {
        ByteBuffer bytes = ByteBuffer.allocate(60 + payload.length);
        if (protocol == 6) {
            bytes.putShort((short) sourcePort).putShort((short) destinationPort);
            bytes.putInt(sequence).putInt(acknowledged);
            bytes.put((byte) ((20 + tcpOptions.length) / 4 << 4)).put((byte) flags);
            bytes.putShort((short) 500).putInt(0).put(tcpOptions);
        } else if (protocol == 17) {
            bytes.putShort((short) sourcePort).putShort((short) destinationPort);
            bytes.putShort((short) (8 + payload.length)).putShort((short) 0);
        }
        bytes.put(payload);
        return taken(bytes);
    }

    private byte[] v4(byte[] transport) {
        int header = 20 + ipOptions.length;
        ByteBuffer bytes = ByteBuffer.allocate(header + transport.length);
        bytes.put((byte) (0x40 | header / 4)).put((byte) dscp);
        bytes.putShort((short) (totalLength >= 0 ? totalLength : header + transport.length));
        bytes.putShort((short) id).putShort((short) fragment);
        bytes.put((byte) ttl).put((byte) protocol).putShort((short) headerChecksum);
        bytes.putInt((int) source.low()).putInt((int) destination.low());
        return taken(bytes.put(ipOptions).put(transport));
    }

    private byte[] v6(byte[] transport) {
        ByteBuffer bytes = ByteBuffer.allocate(40 + extensions.length + transport.length);
        bytes.putInt(0x6000_0000 | dscp << 20);
        bytes.putShort((short) (totalLength >= 0 ? totalLength : extensions.length + transport.length));
        bytes.put((byte) (firstExtension >= 0 ? firstExtension : protocol)).put((byte) ttl);
        bytes.putLong(source.high()).putLong(source.low());
        bytes.putLong(destination.high()).putLong(destination.low());
        return taken(bytes.put(extensions).put(transport));
    }

    /// The packet behind an Ethernet header, with these tags, outermost first, as pairs of EtherType and number.
    public byte[] ethernet(int... tags) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[12]);
        for (int i = 0; i < tags.length; i += 2) {
            put16(bytes, tags[i]);
            put16(bytes, tags[i + 1]);
        }
        put16(bytes, source.version() == 4 ? 0x0800 : 0x86dd);
        bytes.writeBytes(build());
        return bytes.toByteArray();
    }

    private static void put16(ByteArrayOutputStream bytes, int value) {
        bytes.write(value >>> 8);
        bytes.write(value);
    }

    private static byte[] taken(ByteBuffer bytes) {
        byte[] result = new byte[bytes.position()];
        bytes.get(0, result);
        return result;
    }
}
