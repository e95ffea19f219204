package org.qingyuan.traffic.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qingyuan.finding.Address;
import org.qingyuan.finding.RejectReason;

class PacketTest {
    private static final int ETHERNET = 1;
    private static final int RAW = 101;

    private final Packet packet = new Packet();

    private static PacketBuilder v4() {
        return PacketBuilder.tcp("10.1.2.3", 40000, "192.0.2.9", 3333).payload("hello");
    }

    private static PacketBuilder v6() {
        return PacketBuilder.tcp("2001:db8::1", 40000, "2001:db8:1::2", 443).payload("hello");
    }

    private Decoded decode(byte[] bytes, int linkType) {
        return decode(bytes, bytes.length, bytes.length, linkType);
    }

    /// Decodes from the middle of an array, so that a wrong offset shows.
    private Decoded decode(byte[] bytes, int captured, int wire, int linkType) {
        byte[] shifted = new byte[7 + captured];
        System.arraycopy(bytes, 0, shifted, 7, captured);
        return packet.decode(shifted, 7, captured, wire, linkType);
    }

    private String payload() {
        return new String(
                packet.bytes(), packet.payload(), packet.payloadLength(), java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    @Test
    void decodesTcpOverIpv4() {
        byte[] bytes = v4().seq(7).ack(-9).flags(Packet.ACK | Packet.FIN).ethernet();

        assertThat(decode(bytes, ETHERNET)).isEqualTo(Decoded.TCP);
        assertThat(packet.version()).isEqualTo(4);
        assertThat(Address.v4((int) packet.source())).hasToString("10.1.2.3");
        assertThat(Address.v4((int) packet.destination())).hasToString("192.0.2.9");
        assertThat(packet.sourceHigh() | packet.destinationHigh()).isZero();
        assertThat(packet.sourcePort()).isEqualTo(40000);
        assertThat(packet.destinationPort()).isEqualTo(3333);
        assertThat(packet.sequence()).isEqualTo(7);
        assertThat(packet.acknowledged()).isEqualTo(-9);
        assertThat(packet.has(Packet.FIN)).isTrue();
        assertThat(packet.has(Packet.SYN)).isFalse();
        assertThat(packet.ipBytes()).isEqualTo(45);
        assertThat(payload()).isEqualTo("hello");
        assertThat(packet.missing()).isZero();
        assertThat(packet.vlan()).isEqualTo(Packet.UNTAGGED);
    }

    @Test
    void leavesOptionsOutOfThePayload() {
        byte[] bytes = v4().ipOptions(new byte[8]).tcpOptions(new byte[12]).ethernet();

        assertThat(decode(bytes, ETHERNET)).isEqualTo(Decoded.TCP);
        assertThat(payload()).isEqualTo("hello");
        assertThat(packet.ipBytes()).isEqualTo(65);
    }

    @Test
    void decodesTcpOverIpv6() {
        assertThat(decode(v6().ethernet(), ETHERNET)).isEqualTo(Decoded.TCP);
        assertThat(Address.v6(packet.sourceHigh(), packet.source())).hasToString("2001:db8::1");
        assertThat(Address.v6(packet.destinationHigh(), packet.destination())).hasToString("2001:db8:1::2");
        assertThat(packet.ipBytes()).isEqualTo(65);
        assertThat(payload()).isEqualTo("hello");
    }

    @Test
    void walksExtensionHeaders() {
        byte[] headers = new byte[8 + 16 + 8 + 24];
        headers[0] = 60;
        headers[8] = 44;
        headers[9] = 1;
        headers[24] = 51;
        headers[32] = 6;
        headers[33] = 4;

        assertThat(decode(v6().extensions(0, headers).build(), RAW)).isEqualTo(Decoded.TCP);
        assertThat(payload()).isEqualTo("hello");
    }

    @Test
    void walksEightExtensionHeadersAndNotNine() {
        assertThat(decode(v6().extensions(60, chain(8)).build(), RAW)).isEqualTo(Decoded.TCP);
        assertThat(decode(v6().extensions(60, chain(9)).build(), RAW)).isEqualTo(Decoded.REJECTED);
        assertThat(packet.reason()).isEqualTo(RejectReason.BAD_IP_HEADER);
    }

    private static byte[] chain(int count) {
        byte[] headers = new byte[8 * count];
        for (int i = 0; i < count; i++) {
            headers[8 * i] = (byte) (i == count - 1 ? 6 : 60);
        }
        return headers;
    }

    @Test
    void rejectsAnExtensionHeaderLongerThanThePacket() {
        byte[] header = {6, (byte) 200, 0, 0, 0, 0, 0, 0};

        assertThat(decode(v6().extensions(60, header).build(), RAW)).isEqualTo(Decoded.REJECTED);
        assertThat(packet.reason()).isEqualTo(RejectReason.BAD_IP_HEADER);
    }

    @ParameterizedTest
    @CsvSource({"0x2000", "0x0001", "0x3fff"})
    void countsFragmentsOfIpv4(String field) {
        assertThat(decode(v4().fragment(Integer.decode(field)).build(), RAW)).isEqualTo(Decoded.OTHER_IP);
        assertThat(packet.counter()).isEqualTo(Counter.FRAGMENTS);
    }

    @Test
    void countsFragmentsOfIpv6() {
        byte[] header = {6, 0, 0, 1, 0, 0, 0, 0};

        assertThat(decode(v6().extensions(44, header).build(), RAW)).isEqualTo(Decoded.OTHER_IP);
        assertThat(packet.counter()).isEqualTo(Counter.FRAGMENTS);
    }

    @Test
    void readsTagsOutermostFirst() {
        decode(v4().ethernet(0x88a8, 100, 0x8100, 0xe000 | 200), ETHERNET);
        assertThat(packet.vlan()).isEqualTo(100 << 16 | 200);

        decode(v4().ethernet(0x9100, 300), ETHERNET);
        assertThat(packet.vlan()).isEqualTo(300 << 16 | 0xffff);

        decode(v4().ethernet(0x8100, 1, 0x8100, 2, 0x8100, 3, 0x8100, 4), ETHERNET);
        assertThat(packet.vlan()).isEqualTo(1 << 16 | 2);
    }

    @Test
    void takesVlanZeroForUntagged() {
        assertThat(decode(v4().ethernet(0x8100, 0), ETHERNET)).isEqualTo(Decoded.TCP);
        assertThat(packet.vlan()).isEqualTo(Packet.UNTAGGED);
    }

    @Test
    void walksFourTagsAndNotFive() {
        int[] five = {0x8100, 1, 0x8100, 2, 0x8100, 3, 0x8100, 4, 0x8100, 5};

        assertThat(decode(v4().ethernet(Arrays.copyOf(five, 8)), ETHERNET)).isEqualTo(Decoded.TCP);
        assertThat(decode(v4().ethernet(five), ETHERNET)).isEqualTo(Decoded.NOT_IP);
        assertThat(packet.counter()).isEqualTo(Counter.OTHER_LINK_PROTOCOL);
    }

    @ParameterizedTest
    @CsvSource({
        "0x0806,ARP",
        "0x8847,MPLS",
        "0x8864,PPPOE",
        "0x88cc,OTHER_LINK_PROTOCOL",
        "0x0600,OTHER_LINK_PROTOCOL",
        "0x05ff,IEEE_802_3",
        "0x0026,IEEE_802_3"
    })
    void countsOtherLinkProtocolsByName(String etherType, Counter counter) {
        byte[] frame = new byte[60];
        frame[12] = (byte) (Integer.decode(etherType) >>> 8);
        frame[13] = (byte) (int) Integer.decode(etherType);

        assertThat(decode(frame, ETHERNET)).isEqualTo(Decoded.NOT_IP);
        assertThat(packet.counter()).isEqualTo(counter);
    }

    @ParameterizedTest
    @CsvSource({
        "1,ICMP",
        "58,ICMP",
        "2,IGMP",
        "47,GRE",
        "4,IP_IN_IP",
        "41,IP_IN_IP",
        "50,IPSEC",
        "132,SCTP",
        "89,OTHER_IP_PROTOCOL"
    })
    void countsOtherIpProtocolsByName(int protocol, Counter counter) {
        byte[] bytes = PacketBuilder.ip("10.0.0.1", "10.0.0.2", protocol)
                .payload(new byte[8])
                .build();

        assertThat(decode(bytes, RAW)).isEqualTo(Decoded.OTHER_IP);
        assertThat(packet.counter()).isEqualTo(counter);
        assertThat(packet.ipBytes()).isEqualTo(28);
    }

    @ParameterizedTest
    @ValueSource(ints = {105, 119, 127, 163})
    void countsWirelessByName(int linkType) {
        assertThat(decode(new byte[60], linkType)).isEqualTo(Decoded.NOT_IP);
        assertThat(packet.counter()).isEqualTo(Counter.IEEE_802_11);
    }

    @Test
    void rejectsUnknownLinkTypes() {
        assertThat(decode(v4().build(), 147)).isEqualTo(Decoded.REJECTED);
        assertThat(packet.reason()).isEqualTo(RejectReason.UNKNOWN_LINK_TYPE);
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 14, 101, 228})
    void decodesRawIp(int linkType) {
        assertThat(decode(v4().build(), linkType)).isEqualTo(Decoded.TCP);
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 229})
    void decodesRawIpv6(int linkType) {
        assertThat(decode(v6().build(), linkType)).isEqualTo(Decoded.TCP);
    }

    @ParameterizedTest
    @CsvSource({"0,02000000", "0,00000002", "108,00000002"})
    void decodesNullAndLoopInBothOrders(int linkType, String family) {
        assertThat(decode(behind(family, v4()), linkType)).isEqualTo(Decoded.TCP);
        assertThat(payload()).isEqualTo("hello");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e000000", "18000000", "1c000000", "0a000000", "0000001e"})
    void decodesIpv6BehindEveryFamilyNumber(String family) {
        assertThat(decode(behind(family, v6()), 0)).isEqualTo(Decoded.TCP);
    }

    @Test
    void decodesLinuxCooked() {
        assertThat(decode(behind("00000001000600000000000000000800", v4()), 113))
                .isEqualTo(Decoded.TCP);
        assertThat(decode(behind("0800000000000002000100060000000000000000", v4()), 276))
                .isEqualTo(Decoded.TCP);
        assertThat(decode(behind("000000010006000000000000000081000064" + "0800", v4()), 113))
                .isEqualTo(Decoded.TCP);
        assertThat(packet.vlan()).isEqualTo(100 << 16 | 0xffff);
    }

    private static byte[] behind(String hex, PacketBuilder builder) {
        byte[] header = java.util.HexFormat.of().parseHex(hex);
        byte[] ip = builder.build();
        byte[] all = Arrays.copyOf(header, header.length + ip.length);
        System.arraycopy(ip, 0, all, header.length, ip.length);
        return all;
    }

    @Test
    void leavesPaddingOut() {
        byte[] padded = Arrays.copyOf(v4().payload("").ethernet(), 60);

        assertThat(decode(padded, ETHERNET)).isEqualTo(Decoded.TCP);
        assertThat(packet.payloadLength()).isZero();
        assertThat(packet.ipBytes()).isEqualTo(40);
    }

    @Test
    void saysHowMuchOfASnappedPayloadIsMissing() {
        byte[] bytes = v4().ethernet();

        assertThat(decode(bytes, bytes.length - 2, bytes.length, ETHERNET)).isEqualTo(Decoded.TCP);
        assertThat(payload()).isEqualTo("hel");
        assertThat(packet.missing()).isEqualTo(2);
        assertThat(packet.ipBytes()).isEqualTo(45);
    }

    @Test
    void decodesAHeaderWhoseOptionsWereSnapped() {
        byte[] bytes = v4().tcpOptions(new byte[12]).ethernet();

        assertThat(decode(bytes, 14 + 20 + 20, bytes.length, ETHERNET)).isEqualTo(Decoded.TCP);
        assertThat(packet.payloadLength()).isZero();
        assertThat(packet.missing()).isEqualTo(5);
        assertThat(decode(bytes, 14 + 20 + 19, bytes.length, ETHERNET)).isEqualTo(Decoded.REJECTED);
        assertThat(packet.reason()).isEqualTo(RejectReason.TRUNCATED_PACKET);
    }

    @Test
    void takesTheWireLengthWhereTheTotalLengthIsZero() {
        assertThat(decode(v4().totalLength(0).ethernet(), ETHERNET)).isEqualTo(Decoded.TCP);
        assertThat(payload()).isEqualTo("hello");
        assertThat(packet.ipBytes()).isEqualTo(45);
    }

    @Test
    void rejectsAPacketShorterThanItSays() {
        assertThat(decode(v4().totalLength(45).build(), RAW)).isEqualTo(Decoded.TCP);
        assertThat(decode(v4().totalLength(46).build(), RAW)).isEqualTo(Decoded.REJECTED);
        assertThat(packet.reason()).isEqualTo(RejectReason.TRUNCATED_PACKET);
    }

    @Test
    void rejectsBadIpHeaders() {
        byte[] version = v4().ethernet();
        version[14] = 0x55;
        assertThat(decode(version, ETHERNET)).isEqualTo(Decoded.REJECTED);
        assertThat(packet.reason()).isEqualTo(RejectReason.BAD_IP_HEADER);

        byte[] words = v4().ethernet();
        words[14] = 0x44;
        assertThat(decode(words, ETHERNET)).isEqualTo(Decoded.REJECTED);
        assertThat(packet.reason()).isEqualTo(RejectReason.BAD_IP_HEADER);

        assertThat(decode(v4().totalLength(19).build(), RAW)).isEqualTo(Decoded.REJECTED);
        assertThat(packet.reason()).isEqualTo(RejectReason.BAD_IP_HEADER);

        byte[] six = v6().ethernet();
        six[14] = 0x45;
        assertThat(decode(six, ETHERNET)).isEqualTo(Decoded.REJECTED);
        assertThat(packet.reason()).isEqualTo(RejectReason.BAD_IP_HEADER);
    }

    @Test
    void rejectsBadTcpHeaders() {
        byte[] tooShort = v4().build();
        tooShort[32] = 0x40;
        assertThat(decode(tooShort, RAW)).isEqualTo(Decoded.REJECTED);
        assertThat(packet.reason()).isEqualTo(RejectReason.BAD_TCP_HEADER);

        byte[] longest = v4().payload(new byte[4]).build();
        longest[32] = 0x60;
        assertThat(decode(longest, RAW)).isEqualTo(Decoded.TCP);
        longest[32] = 0x70;
        assertThat(decode(longest, RAW)).isEqualTo(Decoded.REJECTED);
        assertThat(packet.reason()).isEqualTo(RejectReason.BAD_TCP_HEADER);

        assertThat(decode(v4().payload("").totalLength(39).build(), RAW)).isEqualTo(Decoded.REJECTED);
        assertThat(packet.reason()).isEqualTo(RejectReason.BAD_TCP_HEADER);
    }

    @Test
    void decodesUdp() {
        byte[] bytes = PacketBuilder.udp("10.0.0.53", 53, "10.1.1.1", 5000)
                .payload("answer")
                .ethernet();

        assertThat(decode(bytes, ETHERNET)).isEqualTo(Decoded.UDP);
        assertThat(packet.sourcePort()).isEqualTo(53);
        assertThat(payload()).isEqualTo("answer");
    }

    @Test
    void neverThrowsForAPrefixOrAFlippedBit() {
        byte[][] samples = {
            v4().ipOptions(new byte[4]).tcpOptions(new byte[8]).ethernet(0x88a8, 5, 0x8100, 6),
            v6().extensions(0, chain(2)).ethernet(),
            PacketBuilder.udp("10.0.0.53", 53, "10.1.1.1", 5000).payload("x").ethernet()
        };
        for (byte[] sample : samples) {
            for (int length = 0; length <= sample.length; length++) {
                assertThat(decode(sample, length, sample.length, ETHERNET)).isNotNull();
            }
            for (int bit = 0; bit < sample.length * 8; bit++) {
                byte[] flipped = sample.clone();
                flipped[bit / 8] ^= (byte) (1 << bit % 8);
                assertThat(decode(flipped, ETHERNET)).isNotNull();
                assertThat(packet.payloadLength()).isNotNegative();
            }
        }
    }
}
