package org.qingyuan.traffic;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.qingyuan.finding.Address;
import org.qingyuan.finding.RejectReason;
import org.qingyuan.traffic.capture.CaptureBytes;
import org.qingyuan.traffic.packet.PacketBuilder;

class PacketExtractTest {
    private static final long SECOND = 1_000_000_000L;
    private static final byte[] ASK = PacketBuilder.tcp("10.0.0.1", 4000, "192.0.2.1", 3333)
            .payload("ask")
            .ethernet();
    private static final byte[] ANSWER = PacketBuilder.tcp("192.0.2.1", 3333, "10.0.0.1", 4000)
            .payload("answer")
            .ethernet();
    private static final byte[] SECOND_CONNECTION =
            PacketBuilder.tcp("10.0.0.1", 4001, "192.0.2.1", 3333).ethernet();
    private static final byte[] OTHER_SERVER =
            PacketBuilder.tcp("10.0.0.1", 4000, "192.0.2.2", 3333).ethernet();
    private static final byte[] OTHER_PORT =
            PacketBuilder.tcp("10.0.0.1", 4000, "192.0.2.1", 3334).ethernet();
    private static final byte[] UDP =
            PacketBuilder.udp("10.0.0.1", 4000, "192.0.2.1", 3333).ethernet();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private static CaptureBytes capture() {
        return CaptureBytes.pcap(1)
                .at(SECOND, ASK)
                .at(2 * SECOND, OTHER_SERVER)
                .at(3 * SECOND, ANSWER)
                .at(4 * SECOND, SECOND_CONNECTION)
                .at(5 * SECOND, OTHER_PORT)
                .at(6 * SECOND, UDP)
                .at(7 * SECOND, ASK);
    }

    private static PacketExtract.Wanted wanted(int clientPort, long from, long to) {
        return new PacketExtract.Wanted(address("10.0.0.1"), clientPort, address("192.0.2.1"), 3333, from, to);
    }

    private static Address address(String text) {
        return Objects.requireNonNull(Address.parse(text));
    }

    private static CaptureInput input(byte[] bytes) {
        return new CaptureInput("test", bytes.length, () -> CaptureBytes.channel(bytes));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void copiesBothDirectionsOfOneConnection() throws IOException {
        byte[] source = capture().toBytes();
        PacketExtract extract = new PacketExtract(wanted(4000, 0, Long.MAX_VALUE), out);

        PacketExtract.Source read = extract.copyFrom(input(source));
        PacketExtract.Written written = extract.finish();

        byte[] expected = CaptureBytes.pcap(1)
                .at(SECOND, ASK)
                .at(3 * SECOND, ANSWER)
                .at(7 * SECOND, ASK)
                .toBytes();
        assertThat(out.toByteArray()).isEqualTo(expected);
        assertThat(read).isEqualTo(new PacketExtract.Source(source.length, 7, 3, sha256(source), null));
        assertThat(written).isEqualTo(new PacketExtract.Written(expected.length, 3, sha256(expected), 0, 0));
    }

    @Test
    void copiesEveryConnectionOfAClientAtAServer() throws IOException {
        PacketExtract extract = new PacketExtract(wanted(-1, 0, Long.MAX_VALUE), out);
        extract.copyFrom(input(capture().toBytes()));

        assertThat(extract.finish().packets()).isEqualTo(4);
    }

    @Test
    void copiesFromTheFirstToTheLastMomentInclusive() throws IOException {
        PacketExtract extract = new PacketExtract(wanted(-1, 3 * SECOND, 4 * SECOND), out);
        extract.copyFrom(input(capture().toBytes()));
        assertThat(extract.finish().packets()).isEqualTo(2);

        PacketExtract narrower = new PacketExtract(wanted(-1, 3 * SECOND + 1, 4 * SECOND - 1), out);
        narrower.copyFrom(input(capture().toBytes()));
        assertThat(narrower.finish().packets()).isZero();
    }

    @Test
    void joinsSeveralCaptures() throws IOException {
        PacketExtract extract = new PacketExtract(wanted(4000, 0, Long.MAX_VALUE), out);
        extract.copyFrom(input(CaptureBytes.pcap(1).at(SECOND, ASK).toBytes()));
        extract.copyFrom(input(
                CaptureBytes.gzip(CaptureBytes.pcap(1).at(2 * SECOND, ANSWER).toBytes())));

        assertThat(extract.finish().packets()).isEqualTo(2);
        assertThat(out.toByteArray())
                .isEqualTo(CaptureBytes.pcap(1)
                        .at(SECOND, ASK)
                        .at(2 * SECOND, ANSWER)
                        .toBytes());
    }

    @Test
    void keepsNanosecondsAndWireLengths() throws IOException {
        CaptureBytes source = CaptureBytes.pcap(0xa1b23c4d, ByteOrder.BIG_ENDIAN, 1);
        source.record(1, 123_456_789, Arrays.copyOf(ASK, ASK.length - 1), ASK.length);
        PacketExtract extract = new PacketExtract(wanted(4000, 0, Long.MAX_VALUE), out);
        extract.copyFrom(input(source.toBytes()));
        extract.finish();

        assertThat(out.toByteArray())
                .isEqualTo(CaptureBytes.pcap(0xa1b23c4d, ByteOrder.LITTLE_ENDIAN, 1)
                        .record(1, 123_456_789, Arrays.copyOf(ASK, ASK.length - 1), ASK.length)
                        .toBytes());
    }

    @Test
    void saysWhatDoesNotFitIntoOneFile() throws IOException {
        byte[] raw = PacketBuilder.tcp("10.0.0.1", 4000, "192.0.2.1", 3333).build();
        CaptureBytes source = CaptureBytes.pcapng(ByteOrder.LITTLE_ENDIAN);
        source.interfaceBlock(1, 0)
                .interfaceBlock(101, 0)
                .interfaceBlock(1, 0, source.resolution(9))
                .enhanced(0, 1_000_000, ASK, ASK.length)
                .enhanced(1, 2_000_000, raw, raw.length)
                .enhanced(2, 3_000_000_007L, ASK, ASK.length);
        PacketExtract extract = new PacketExtract(wanted(4000, 0, Long.MAX_VALUE), out);
        extract.copyFrom(input(source.toBytes()));

        PacketExtract.Written written = extract.finish();
        assertThat(written.packets()).isEqualTo(2);
        assertThat(written.otherLinkType()).isEqualTo(1);
        assertThat(written.rounded()).isEqualTo(1);
    }

    @Test
    void digestsAlsoWhatCannotBeWalked() throws IOException {
        byte[] cut = Arrays.copyOf(capture().toBytes(), 200);
        byte[] text = "no capture, and a long text at that".repeat(100_000).getBytes(US_ASCII);
        PacketExtract extract = new PacketExtract(wanted(-1, 0, Long.MAX_VALUE), out);

        PacketExtract.Source source = extract.copyFrom(input(cut));
        assertThat(source.problem()).isEqualTo(RejectReason.CUT_RECORD);
        assertThat(source.sha256()).isEqualTo(sha256(cut));
        source = extract.copyFrom(input(text));
        assertThat(source.problem()).isEqualTo(RejectReason.NOT_A_CAPTURE);
        assertThat(source.bytes()).isEqualTo(text.length);
        assertThat(source.sha256()).isEqualTo(sha256(text));
    }

    @Test
    void writesAFileWithoutPacketsWhereNoneIsWanted() throws IOException {
        PacketExtract extract = new PacketExtract(wanted(1, 0, 0), out);
        extract.copyFrom(input(CaptureBytes.pcap(101).at(SECOND, new byte[3]).toBytes()));
        extract.finish();

        assertThat(out.toByteArray()).isEqualTo(CaptureBytes.pcap(101).toBytes());
    }
}
