package org.qingyuan.traffic.packet;

import static org.qingyuan.traffic.packet.NetworkOrder.int16;
import static org.qingyuan.traffic.packet.NetworkOrder.int32;
import static org.qingyuan.traffic.packet.NetworkOrder.int64;

import org.qingyuan.finding.RejectReason;

/// A window on one packet: [#decode] finds where things are, nothing is copied and nothing allocated; one object
/// serves a whole capture. Not thread-safe.
///
/// ```
///  IPv4   0 version, words   1 DSCP   2 total length   4 id   6 flags, fragment   8 TTL   9 protocol   10 checksum
///        12 source   16 destination   20 options
///  IPv6   0 version, class, label   4 payload length   6 next   7 hop limit   8 source   24 destination
///  TCP    0 ports   4 sequence   8 acknowledged   12 words   13 flags   14 window   16 checksum   18 urgent
///  UDP    0 ports   4 length     6 checksum
/// ```
public final class Packet {
    public static final int FIN = 1;
    public static final int SYN = 2;
    public static final int RST = 4;
    public static final int ACK = 16;

    /// [#vlan] of an untagged packet.
    public static final int UNTAGGED = -1;

    private static final int IPV6_HEADER = 40;
    private static final int MAX_EXTENSIONS = 8;
    private static final int MAX_TAGS = 4;
    private static final int TCP = 6;
    private static final int UDP = 17;

    private byte[] bytes = new byte[0];
    private int end;
    private int wireEnd;

    private int version;
    private long sourceHigh;
    private long source;
    private long destinationHigh;
    private long destination;
    private int ip;
    private int ipBytes;
    private int transport;
    private int transportLength;
    private int sourcePort;
    private int destinationPort;
    private int sequence;
    private int acknowledged;
    private int flags;
    private int payload;
    private int payloadLength;
    private int missing;
    private int vlan;
    private Counter counter = Counter.OTHER_IP_PROTOCOL;
    private RejectReason reason = RejectReason.TRUNCATED_PACKET;

    /// Decodes the packet that begins at `offset`.
    ///
    /// @param captured bytes of it that are there, within the array
    /// @param wire length it had, at least `captured`
    /// @param linkType LINKTYPE number
    public Decoded decode(byte[] packetBytes, int offset, int captured, int wire, int linkType) {
        bytes = packetBytes;
        end = offset + captured;
        wireEnd = offset + wire;
        vlan = UNTAGGED;
        if (linkType == LinkType.ETHERNET) {
            return captured < 14 ? reject(RejectReason.TRUNCATED_PACKET) : etherType(offset + 12);
        }
        return otherLink(offset, captured, linkType);
    }

    private Decoded otherLink(int offset, int captured, int linkType) {
        return switch (linkType) {
            case LinkType.NULL, LinkType.LOOP ->
                captured < 4 ? reject(RejectReason.TRUNCATED_PACKET) : family(int32(bytes, offset), offset + 4);
            case LinkType.RAW, LinkType.RAW_BSD, LinkType.RAW_OPENBSD, LinkType.IPV4, LinkType.IPV6 ->
                captured < 1 ? reject(RejectReason.TRUNCATED_PACKET) : anyIp(offset);
            case LinkType.LINUX_COOKED ->
                captured < 16 ? reject(RejectReason.TRUNCATED_PACKET) : etherType(offset + 14);
            case LinkType.LINUX_COOKED_2 -> captured < 20 ? reject(RejectReason.TRUNCATED_PACKET) : cooked2(offset);
            case LinkType.IEEE_802_11, LinkType.PRISM, LinkType.RADIOTAP, LinkType.AVS -> leaveOut(Counter.IEEE_802_11);
            default -> reject(RejectReason.UNKNOWN_LINK_TYPE);
        };
    }

    /// Linux cooked v2 has its EtherType in front; what it announces begins after 20 bytes.
    private Decoded cooked2(int offset) {
        return network(int16(bytes, offset), offset + 20);
    }

    /// BSD's address families, written in the order of the machine that captured.
    private Decoded family(int value, int begin) {
        int family = (value & 0xffff) == 0 ? Integer.reverseBytes(value) : value;
        return switch (family) {
            case 2 -> ipv4(begin);
            case 10, 24, 28, 30 -> ipv6(begin);
            default -> leaveOut(Counter.OTHER_LINK_PROTOCOL);
        };
    }

    private Decoded anyIp(int begin) {
        return switch (bytes[begin] >>> 4 & 15) {
            case 4 -> ipv4(begin);
            case 6 -> ipv6(begin);
            default -> reject(RejectReason.BAD_IP_HEADER);
        };
    }

    private Decoded etherType(int at) {
        int type = int16(bytes, at);
        return type == 0x0800 ? ipv4(at + 2) : network(type, at + 2);
    }

    private Decoded network(int firstType, int begin) {
        int type = firstType;
        int at = begin;
        for (int tags = 0; isTag(type); tags++) {
            if (end - at < 4) {
                return reject(RejectReason.TRUNCATED_PACKET);
            }
            if (tags == MAX_TAGS) {
                return leaveOut(Counter.OTHER_LINK_PROTOCOL);
            }
            addTag(int16(bytes, at) & 0xfff);
            type = int16(bytes, at + 2);
            at += 4;
        }
        return switch (type) {
            case 0x0800 -> ipv4(at);
            case 0x86dd -> ipv6(at);
            case 0x0806, 0x8035 -> leaveOut(Counter.ARP);
            case 0x8847, 0x8848 -> leaveOut(Counter.MPLS);
            case 0x8863, 0x8864 -> leaveOut(Counter.PPPOE);
            default -> leaveOut(type < 0x600 ? Counter.IEEE_802_3 : Counter.OTHER_LINK_PROTOCOL);
        };
    }

    private static boolean isTag(int type) {
        return type == 0x8100 || type == 0x88a8 || type == 0x9100;
    }

    /// Keeps the two outermost; number 0 carries a priority only and is no VLAN.
    private void addTag(int number) {
        if (number == 0) {
            return;
        }
        if (vlan == UNTAGGED) {
            vlan = number << 16 | 0xffff;
        } else if ((vlan & 0xffff) == 0xffff) {
            vlan = vlan & 0xffff_0000 | number;
        }
    }

    private Decoded ipv4(int begin) {
        byte[] b = bytes;
        if (end - begin < 20) {
            return reject(RejectReason.TRUNCATED_PACKET);
        }
        int first = b[begin];
        int headerLength = (first & 15) << 2;
        if ((first & 0xf0) != 0x40 || headerLength < 20) {
            return reject(RejectReason.BAD_IP_HEADER);
        }
        int total = int16(b, begin + 2);
        if (total == 0) {
            total = wireEnd - begin;
        }
        if (total < headerLength) {
            return reject(RejectReason.BAD_IP_HEADER);
        }
        if (total > wireEnd - begin || headerLength > end - begin) {
            return reject(RejectReason.TRUNCATED_PACKET);
        }
        long addresses = int64(b, begin + 12);
        version = 4;
        sourceHigh = 0;
        source = addresses >>> 32;
        destinationHigh = 0;
        destination = addresses & 0xffff_ffffL;
        ip = begin;
        ipBytes = total;
        transport(begin + headerLength, total - headerLength);
        if ((int16(b, begin + 6) & 0x3fff) != 0) {
            return otherIp(Counter.FRAGMENTS);
        }
        return transportProtocol(b[begin + 9] & 255);
    }

    private Decoded ipv6(int begin) {
        byte[] b = bytes;
        if (end - begin < IPV6_HEADER) {
            return reject(RejectReason.TRUNCATED_PACKET);
        }
        if ((b[begin] & 0xf0) != 0x60) {
            return reject(RejectReason.BAD_IP_HEADER);
        }
        int length = int16(b, begin + 4);
        int total = length == 0 ? wireEnd - begin : IPV6_HEADER + length;
        if (total > wireEnd - begin) {
            return reject(RejectReason.TRUNCATED_PACKET);
        }
        version = 6;
        sourceHigh = int64(b, begin + 8);
        source = int64(b, begin + 16);
        destinationHigh = int64(b, begin + 24);
        destination = int64(b, begin + 32);
        ip = begin;
        ipBytes = total;
        return extensions(b[begin + 6] & 255, begin + IPV6_HEADER, total - IPV6_HEADER);
    }

    /// Walks the extension headers (RFC 8200 section 4) to the transport.
    private Decoded extensions(int firstNext, int begin, int length) {
        int next = firstNext;
        int at = begin;
        int left = length;
        for (int i = 0; isExtension(next); i++) {
            transport(at, left);
            if (i == MAX_EXTENSIONS || left < 8) {
                return reject(RejectReason.BAD_IP_HEADER);
            }
            if (end - at < 8) {
                return reject(RejectReason.TRUNCATED_PACKET);
            }
            if (next == 44 && (int16(bytes, at + 2) & 0xfff9) != 0) {
                return otherIp(Counter.FRAGMENTS);
            }
            int size = extensionSize(next, bytes[at + 1] & 255);
            if (size > left) {
                return reject(RejectReason.BAD_IP_HEADER);
            }
            next = bytes[at] & 255;
            at += size;
            left -= size;
        }
        if (at > end) {
            return reject(RejectReason.TRUNCATED_PACKET);
        }
        transport(at, left);
        return transportProtocol(next);
    }

    private static boolean isExtension(int protocol) {
        return switch (protocol) {
            case 0, 43, 44, 51, 60, 135, 139, 140 -> true;
            default -> false;
        };
    }

    /// The fragment header has 8 bytes, the authentication header counts in words of 4, the others in 8.
    private static int extensionSize(int protocol, int lengthField) {
        return switch (protocol) {
            case 44 -> 8;
            case 51 -> (lengthField + 2) * 4;
            default -> (lengthField + 1) * 8;
        };
    }

    private void transport(int begin, int length) {
        transport = begin;
        transportLength = length;
        payload = begin;
        payloadLength = Math.min(length, end - begin);
        missing = length - payloadLength;
    }

    private Decoded transportProtocol(int protocol) {
        return switch (protocol) {
            case TCP -> tcp();
            case UDP -> udp();
            case 1, 58 -> otherIp(Counter.ICMP);
            case 2 -> otherIp(Counter.IGMP);
            case 4, 41 -> otherIp(Counter.IP_IN_IP);
            case 47 -> otherIp(Counter.GRE);
            case 50, 51 -> otherIp(Counter.IPSEC);
            case 132 -> otherIp(Counter.SCTP);
            default -> otherIp(Counter.OTHER_IP_PROTOCOL);
        };
    }

    private Decoded tcp() {
        byte[] b = bytes;
        int at = transport;
        if (transportLength < 20) {
            return reject(RejectReason.BAD_TCP_HEADER);
        }
        if (end - at < 20) {
            return reject(RejectReason.TRUNCATED_PACKET);
        }
        int headerLength = b[at + 12] >>> 2 & 0x3c;
        if (headerLength < 20 || headerLength > transportLength) {
            return reject(RejectReason.BAD_TCP_HEADER);
        }
        int ports = int32(b, at);
        sourcePort = ports >>> 16;
        destinationPort = ports & 0xffff;
        sequence = int32(b, at + 4);
        acknowledged = int32(b, at + 8);
        flags = b[at + 13];
        payload(at + headerLength, transportLength - headerLength);
        return Decoded.TCP;
    }

    private Decoded udp() {
        int at = transport;
        if (transportLength < 8 || end - at < 8) {
            return reject(RejectReason.TRUNCATED_PACKET);
        }
        int ports = int32(bytes, at);
        sourcePort = ports >>> 16;
        destinationPort = ports & 0xffff;
        int length = int16(bytes, at + 4);
        payload(at + 8, (length < 8 ? transportLength : Math.min(length, transportLength)) - 8);
        return Decoded.UDP;
    }

    private void payload(int begin, int length) {
        payload = begin;
        payloadLength = Math.max(0, Math.min(length, end - begin));
        missing = length - payloadLength;
    }

    private Decoded otherIp(Counter named) {
        counter = named;
        return Decoded.OTHER_IP;
    }

    private Decoded leaveOut(Counter named) {
        counter = named;
        return Decoded.NOT_IP;
    }

    private Decoded reject(RejectReason why) {
        reason = why;
        return Decoded.REJECTED;
    }

    /// 4 or 6.
    public int version() {
        return version;
    }

    /// Upper half of the source address; 0 for IPv4.
    public long sourceHigh() {
        return sourceHigh;
    }

    /// Lower half of the source address; an IPv4 address sits in its low 32 bits.
    public long source() {
        return source;
    }

    public long destinationHigh() {
        return destinationHigh;
    }

    public long destination() {
        return destination;
    }

    public int sourcePort() {
        return sourcePort;
    }

    public int destinationPort() {
        return destinationPort;
    }

    /// IP total length: header, options and payload, without link header and padding.
    public int ipBytes() {
        return ipBytes;
    }

    public byte[] bytes() {
        return bytes;
    }

    /// Where the IP header begins.
    public int ip() {
        return ip;
    }

    /// Where the transport header begins.
    public int transport() {
        return transport;
    }

    /// One past the last captured byte of the IP packet; padding lies behind.
    public int ipEnd() {
        return Math.min(end, ip + ipBytes);
    }

    public int sequence() {
        return sequence;
    }

    public int acknowledged() {
        return acknowledged;
    }

    /// TCP flags, [#FIN] and others.
    public int flags() {
        return flags;
    }

    public boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /// Where the payload begins.
    public int payload() {
        return payload;
    }

    /// Bytes of payload that were captured.
    public int payloadLength() {
        return payloadLength;
    }

    /// Bytes of payload that the packet had and the capture does not.
    public int missing() {
        return missing;
    }

    /// Outer tag in the upper half, inner in the lower; a single tag has 0xffff there; [#UNTAGGED].
    public int vlan() {
        return vlan;
    }

    /// Under which name the packet is left out.
    public Counter counter() {
        return counter;
    }

    /// Why the packet cannot be used.
    public RejectReason reason() {
        return reason;
    }
}
