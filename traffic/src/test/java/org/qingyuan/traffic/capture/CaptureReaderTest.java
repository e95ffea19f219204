package org.qingyuan.traffic.capture;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qingyuan.finding.RejectReason;

class CaptureReaderTest {
    private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;
    private static final long SECOND = 1_000_000_000L;
    private static final byte[] ONE = "one".getBytes(US_ASCII);
    private static final byte[] THREE = "three".getBytes(US_ASCII);

    /// What a reader gave: records as `text@nanos/wire link`, or the reason of a reject.
    private record Outcome(
            List<String> records,
            @Nullable String format,
            @Nullable RejectReason problem,
            long stoppedAt,
            long bytes) {}

    private static Outcome read(byte[] bytes) {
        return read(CaptureBytes.channel(bytes));
    }

    private static Outcome read(ReadableByteChannel channel) {
        List<String> records = new ArrayList<>();
        try (CaptureReader reader = new CaptureReader(channel)) {
            do {
                while (reader.next()) {
                    RejectReason reason = reader.rejected();
                    records.add(reason == null ? text(reader) : reason.word());
                }
            } while (reader.fill());
            assertThat(reader.next()).isFalse();
            assertThat(reader.fill()).isFalse();
            return new Outcome(records, reader.format(), reader.problem(), reader.stoppedAt(), reader.bytesRead());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(CaptureReader reader) {
        int length = reader.capturedLength();
        String packet =
                length > 100 ? length + " bytes" : new String(reader.bytes(), reader.offset(), length, US_ASCII);
        return packet + "@" + reader.timeNanos() + (reader.nanos() ? "n" : "") + "/" + reader.wireLength() + " "
                + reader.linkType();
    }

    @ParameterizedTest
    @CsvSource({
        "0xa1b2c3d4, LITTLE_ENDIAN, one@5000000700/3 101",
        "0xa1b2c3d4, BIG_ENDIAN, one@5000000700/3 101",
        "0xa1b23c4d, LITTLE_ENDIAN, one@5000000700n/3 101",
        "0xa1b23c4d, BIG_ENDIAN, one@5000000700n/3 101",
        "0xa1b2cd34, LITTLE_ENDIAN, one@5000000700/3 101",
        "0xa1b2cd34, BIG_ENDIAN, one@5000000700/3 101"
    })
    void readsEveryKindOfPcap(String magic, String order, String first) {
        ByteOrder byteOrder = order.equals("BIG_ENDIAN") ? ByteOrder.BIG_ENDIAN : LITTLE;
        int number = (int) Long.parseLong(magic.substring(2), 16);
        CaptureBytes capture = CaptureBytes.pcap(number, byteOrder, 101);
        int fraction = number == 0xa1b23c4d ? 700 : 0;
        capture.record(5, fraction, ONE, 3).record(6, 0, THREE, 1500);

        Outcome outcome = read(capture.toBytes());

        assertThat(outcome.records()).hasSize(2);
        assertThat(outcome.records().getFirst()).isEqualTo(fraction == 0 ? first.replace("700", "000") : first);
        assertThat(outcome.records().getLast()).startsWith("three@6000000000").endsWith("/1500 101");
        assertThat(outcome.format()).isEqualTo("pcap");
        assertThat(outcome.problem()).isNull();
        assertThat(outcome.stoppedAt()).isEqualTo(-1);
    }

    @Test
    void readsMicroseconds() {
        assertThat(read(CaptureBytes.pcap(1).record(5, 123456, ONE, 3).toBytes())
                        .records())
                .containsExactly("one@5123456000/3 1");
    }

    @Test
    void readsTimesUpToTheEndOf32Bits() {
        assertThat(read(CaptureBytes.pcap(1).record(0xffff_ffffL, 0, ONE, 3).toBytes())
                        .records())
                .containsExactly("one@4294967295000000000/3 1");
    }

    @Test
    void takesAWireLengthBelowTheCapturedForTheCaptured() {
        assertThat(read(CaptureBytes.pcap(1).record(5, 0, ONE, 2).toBytes()).records())
                .containsExactly("one@5000000000/3 1");
    }

    @Test
    void ignoresTheUpperHalfOfThePcapLinkType() {
        assertThat(read(CaptureBytes.pcap(0x1400_0001).record(5, 0, ONE, 3).toBytes())
                        .records())
                .containsExactly("one@5000000000/3 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LITTLE_ENDIAN", "BIG_ENDIAN"})
    void readsEveryPacketBlockOfPcapng(String order) {
        CaptureBytes capture = CaptureBytes.pcapng(order.equals("BIG_ENDIAN") ? ByteOrder.BIG_ENDIAN : LITTLE);
        capture.interfaceBlock(1, 4)
                .interfaceBlock(101, 0, capture.resolution(9))
                .block(4, new byte[8])
                .block(0x0bad, new byte[4])
                .enhanced(1, 5 * SECOND + 7, ONE, 3)
                .old(0, 6_000_000L, THREE, 1500)
                .simple("four".getBytes(US_ASCII), 9);

        Outcome outcome = read(capture.toBytes());

        assertThat(outcome.records())
                .containsExactly("one@5000000007n/3 101", "three@6000000000/1500 1", "four@6000000000/9 1");
        assertThat(outcome.format()).isEqualTo("pcapng");
        assertThat(outcome.problem()).isNull();
    }

    @Test
    void readsSectionsInOrdersOfTheirOwn() {
        byte[] second = CaptureBytes.pcapng(ByteOrder.BIG_ENDIAN)
                .interfaceBlock(113, 0)
                .enhanced(0, 6_000_000L, THREE, 5)
                .toBytes();
        CaptureBytes capture = CaptureBytes.pcapng(LITTLE)
                .interfaceBlock(1, 0)
                .interfaceBlock(2, 0)
                .enhanced(1, 5_000_000L, ONE, 3)
                .raw(second);

        assertThat(read(capture.toBytes()).records()).containsExactly("one@5000000000/3 2", "three@6000000000/5 113");
    }

    @Test
    void forgetsInterfacesWithTheirSection() {
        CaptureBytes capture =
                CaptureBytes.pcapng(LITTLE).interfaceBlock(1, 0).section().enhanced(0, 0, ONE, 3);

        assertThat(read(capture.toBytes()).records()).containsExactly("unknown-interface");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 7, 7000000000, ''",
        "3, 7001, 7001000000, ''",
        "6, 7000001, 7000001000, ''",
        "7, 70000001, 7000000100, n",
        "9, 7000000001, 7000000001, n",
        "12, 7000000001999, 7000000001, n",
        "18, 7000000001000000000, 7000000001, n",
        "19, 7000000001000000000, 700000000, n",
        "30, 7000000001000000000, 0, n",
        "0x80, 7, 7000000000, ''",
        "0x8a, 7169, 7000976562, ''",
        "0x93, 3670017, 7000001907, ''",
        "0x94, 7340033, 7000000953, n",
        "0xa0, 30064771073, 7000000000, n",
        "0xbf, 9223372036854775807, 999999999, n",
        "0xc0, -1, 999999999, n",
        "0xff, -1, 0, n"
    })
    void readsEveryTimeResolution(String resolution, long ticks, long nanos, String mark) {
        CaptureBytes capture = CaptureBytes.pcapng(LITTLE);
        capture.interfaceBlock(1, 0, capture.resolution(Integer.decode(resolution)))
                .enhanced(0, ticks, ONE, 3);

        assertThat(read(capture.toBytes()).records()).containsExactly("one@" + nanos + mark + "/3 1");
    }

    @ParameterizedTest
    @CsvSource({"100, 105000000000", "-3, 2000000000", "-9, 0", "9223372036854775807, 4611686018427387903"})
    void addsTheOffsetOfTheInterface(long offset, long nanos) {
        CaptureBytes capture = CaptureBytes.pcapng(LITTLE);
        capture.interfaceBlock(1, 0, capture.offset(offset)).enhanced(0, 5_000_000, ONE, 3);

        assertThat(read(capture.toBytes()).records()).containsExactly("one@" + nanos + "/3 1");
    }

    @Test
    void holdsTimesBelowTheYear2116() {
        CaptureBytes capture = CaptureBytes.pcapng(LITTLE).interfaceBlock(1, 0);

        assertThat(read(capture.enhanced(0, -1, ONE, 3).toBytes()).records())
                .containsExactly("one@4611686018427387903/3 1");
    }

    @Test
    void skipsDamagedAndForeignPacketBlocks() {
        byte[] claims = new byte[24];
        claims[12] = 9;
        CaptureBytes capture = CaptureBytes.pcapng(LITTLE)
                .interfaceBlock(1, 0)
                .block(6, claims)
                .block(6, new byte[4])
                .block(2, new byte[4])
                .block(3, new byte[0])
                .enhanced(1, 0, ONE, 3)
                .enhanced(0, 5_000_000, ONE, 3);

        assertThat(read(capture.toBytes()).records())
                .containsExactly(
                        "damaged-record",
                        "damaged-record",
                        "damaged-record",
                        "damaged-record",
                        "unknown-interface",
                        "one@5000000000/3 1");
    }

    @Test
    void readsPacketsUpToTheLimit() {
        byte[] largest = new byte[CaptureReader.MAX_PACKET];
        byte[] larger = new byte[CaptureReader.MAX_PACKET + 1];
        CaptureBytes capture = CaptureBytes.pcap(1).record(5, 0, largest, largest.length);
        capture.record(6, 0, larger, larger.length).record(7, 0, ONE, 3);

        assertThat(read(capture.toBytes()).records())
                .containsExactly("262144 bytes@5000000000/262144 1", "oversized-record", "one@7000000000/3 1");
    }

    @Test
    void skipsLargeBlocks() {
        byte[] large = new byte[3 << 20];
        CaptureBytes capture = CaptureBytes.pcapng(LITTLE)
                .interfaceBlock(1, 0)
                .block(0x0bad, large)
                .enhanced(0, 5_000_000, large, large.length)
                .enhanced(0, 6_000_000, ONE, 3);

        assertThat(read(capture.toBytes()).records()).containsExactly("oversized-record", "one@6000000000/3 1");
    }

    @Test
    void stopsWhereALengthIsDamage() {
        byte[] damage = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0x80, 0, 0, 0, 0};
        CaptureBytes capture =
                CaptureBytes.pcap(1).record(5, 0, ONE, 3).raw(damage).record(6, 0, ONE, 3);

        Outcome outcome = read(capture.toBytes());

        assertThat(outcome.records()).containsExactly("one@5000000000/3 1");
        assertThat(outcome.problem()).isEqualTo(RejectReason.OVERSIZED_RECORD);
        assertThat(outcome.stoppedAt()).isEqualTo(24 + 16 + 3);
    }

    @Test
    void stopsAtADamagedBlock() {
        CaptureBytes capture = CaptureBytes.pcapng(LITTLE).interfaceBlock(1, 0).enhanced(0, 0, ONE, 3);
        int stop = capture.toBytes().length;
        byte[] good = CaptureBytes.pcapng(LITTLE).enhanced(0, 0, ONE, 3).toBytes();
        byte[] bad = Arrays.copyOfRange(good, 28, good.length);
        bad[bad.length - 4]++;

        Outcome outcome = read(capture.raw(bad).enhanced(0, 0, ONE, 3).toBytes());

        assertThat(outcome.records()).containsExactly("one@0/3 1");
        assertThat(outcome.problem()).isEqualTo(RejectReason.DAMAGED_RECORD);
        assertThat(outcome.stoppedAt()).isEqualTo(stop);
    }

    @Test
    void saysWhereACutCaptureStops() {
        byte[] whole =
                CaptureBytes.pcap(1).record(5, 0, ONE, 3).record(6, 0, THREE, 5).toBytes();

        for (int length = 24 + 19; length < whole.length; length++) {
            Outcome outcome = read(Arrays.copyOf(whole, length));
            assertThat(outcome.records()).containsExactly("one@5000000000/3 1");
            assertThat(outcome.problem()).isEqualTo(length == 43 ? null : RejectReason.CUT_RECORD);
            assertThat(outcome.stoppedAt()).isEqualTo(length == 43 ? -1 : 43);
            assertThat(outcome.bytes()).isEqualTo(length);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, EMPTY_FILE", "1, NOT_A_CAPTURE", "3, NOT_A_CAPTURE", "4, CUT_FILE_HEADER", "23, CUT_FILE_HEADER"})
    void namesWhatACutHeaderLacks(int length, RejectReason reason) {
        Outcome outcome = read(Arrays.copyOf(CaptureBytes.pcap(1).toBytes(), length));

        assertThat(outcome.records()).isEmpty();
        assertThat(outcome.problem()).isEqualTo(reason);
        assertThat(outcome.stoppedAt()).isZero();
    }

    @Test
    void readsACaptureWithoutPackets() {
        Outcome outcome = read(CaptureBytes.pcap(1).toBytes());

        assertThat(outcome.records()).isEmpty();
        assertThat(outcome.problem()).isNull();
        assertThat(outcome.format()).isEqualTo("pcap");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no capture at all", "{\"record\":\"finding\"}\n", "<html></html>"})
    void refusesText(String text) {
        Outcome outcome = read(text.getBytes(US_ASCII));

        assertThat(outcome.problem()).isEqualTo(RejectReason.NOT_A_CAPTURE);
        assertThat(outcome.format()).isNull();
    }

    private static byte[] sample() {
        return CaptureBytes.pcap(1).record(5, 0, ONE, 3).record(6, 0, THREE, 5).toBytes();
    }

    private static final List<String> SAMPLE_RECORDS = List.of("one@5000000000/3 1", "three@6000000000/5 1");

    @Test
    void readsGzipMembersOneAfterAnother() {
        byte[] first = CaptureBytes.gzip(Arrays.copyOf(sample(), 30));
        byte[] second = CaptureBytes.gzip(Arrays.copyOfRange(sample(), 30, sample().length));
        byte[] both = join(first, CaptureBytes.gzip(new byte[0]), second, new byte[100]);

        Outcome outcome = read(both);

        assertThat(outcome.records()).isEqualTo(SAMPLE_RECORDS);
        assertThat(outcome.format()).isEqualTo("pcap+gzip");
        assertThat(outcome.problem()).isNull();
        assertThat(outcome.bytes()).isEqualTo(both.length);
    }

    @Test
    void readsGzipHeadersWithEveryField() {
        byte[] member = CaptureBytes.gzip(sample());
        member[3] = 4 + 8 + 16 + 2;
        byte[] fields = {3, 0, 1, 2, 3, 'n', 'a', 0, 'c', 0, 9, 9};
        byte[] all = join(Arrays.copyOf(member, 10), fields, Arrays.copyOfRange(member, 10, member.length));

        assertThat(read(all).records()).isEqualTo(SAMPLE_RECORDS);
    }

    @Test
    void namesDamagedGzipAndKeepsWhatWasRead() {
        byte[] member = CaptureBytes.gzip(sample());
        byte[] checksum = member.clone();
        checksum[member.length - 8]++;
        byte[] length = member.clone();
        length[member.length - 1]++;

        for (byte[] damaged : List.of(checksum, length, Arrays.copyOf(member, member.length - 1), join(member, ONE))) {
            Outcome outcome = read(damaged);
            assertThat(outcome.records()).isEqualTo(SAMPLE_RECORDS);
            assertThat(outcome.problem()).isEqualTo(RejectReason.DAMAGED_COMPRESSION);
            assertThat(outcome.stoppedAt()).isPositive().isLessThanOrEqualTo(damaged.length);
        }
    }

    @Test
    void readsZstdFramesOneAfterAnother() {
        byte[] first = Zstd.compress(Arrays.copyOf(sample(), 30));
        byte[] second = Zstd.compress(Arrays.copyOfRange(sample(), 30, sample().length));
        byte[] skippable = {0x50, 0x2a, 0x4d, 0x18, 2, 0, 0, 0, 7, 7};

        for (byte[] all : List.of(join(first, skippable, second), join(skippable, first, second))) {
            Outcome outcome = read(all);
            assertThat(outcome.records()).isEqualTo(SAMPLE_RECORDS);
            assertThat(outcome.format()).isEqualTo("pcap+zstd");
            assertThat(outcome.problem()).isNull();
        }
    }

    @Test
    void readsZstdWindowsOf128MebibytesAndNamesLargerOnes() {
        assertThat(read(zstd(27)).records()).isEqualTo(SAMPLE_RECORDS);

        Outcome outcome = read(zstd(28));
        assertThat(outcome.problem()).isEqualTo(RejectReason.OVERSIZED_WINDOW);
    }

    /// One frame with one raw block.
    private static byte[] zstd(int windowLog) {
        byte[] plain = sample();
        int block = plain.length << 3 | 1;
        byte[] header = {
            0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0, (byte) (windowLog - 10 << 3), (byte) block, (byte) (block >> 8), 0
        };
        return join(header, plain);
    }

    @Test
    void namesDamagedZstd() {
        byte[] frame = Zstd.compress(sample());

        Outcome cut = read(Arrays.copyOf(frame, frame.length - 1));
        assertThat(cut.problem()).isEqualTo(RejectReason.DAMAGED_COMPRESSION);
        assertThat(cut.stoppedAt()).isPositive();
        byte[] flipped = frame.clone();
        flipped[5] ^= 0x55;
        assertThat(read(flipped).problem()).isNotNull();
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void readsWhatComesByteByByte(Compression compression) {
        byte[] bytes = switch (compression) {
            case NONE -> sample();
            case GZIP -> CaptureBytes.gzip(sample());
            case ZSTD -> Zstd.compress(sample());
        };

        Outcome outcome = read(CaptureBytes.drip(bytes));

        assertThat(outcome.records()).isEqualTo(SAMPLE_RECORDS);
        assertThat(outcome.problem()).isNull();
    }

    @Test
    void handsOutARecordBeforeTheNextOneComes() throws IOException {
        byte[] bytes = sample();
        ReadableByteChannel stalling = new ReadableByteChannel() {
            private int reads;

            @Override
            public int read(ByteBuffer target) throws IOException {
                if (reads == 2) {
                    throw new IOException("a live capture would wait here");
                }
                int from = reads * 4;
                int to = reads++ == 0 ? 4 : 43;
                target.put(bytes, from, to - from);
                return to - from;
            }

            @Override
            public boolean isOpen() {
                return true;
            }

            @Override
            public void close() {}
        };

        try (CaptureReader reader = new CaptureReader(stalling)) {
            assertThat(reader.fill()).isTrue();
            assertThat(reader.next()).isFalse();
            assertThat(reader.fill()).isTrue();
            assertThat(reader.next()).isTrue();
            assertThat(text(reader)).isEqualTo("one@5000000000/3 1");
            assertThat(reader.next()).isFalse();
            assertThat(reader.fill()).isFalse();
            assertThat(reader.problem()).isEqualTo(RejectReason.UNREADABLE_FILE);
        }
    }

    @Test
    void readsManyRecordsOverManyBlocks() {
        Random random = new Random(3);
        CaptureBytes capture = CaptureBytes.pcap(1);
        for (int i = 0; i < 3000; i++) {
            byte[] packet = new byte[random.nextInt(2000)];
            capture.record(i, 0, packet, packet.length);
        }

        Outcome outcome = read(capture.toBytes());

        assertThat(outcome.records()).hasSize(3000);
        assertThat(outcome.records().getLast()).contains("@2999000000000");
        assertThat(outcome.problem()).isNull();
    }

    @Test
    void neverThrowsForAPrefixOrAFlippedBit() {
        CaptureBytes ng = CaptureBytes.pcapng(LITTLE);
        ng.interfaceBlock(1, 0, ng.resolution(9))
                .enhanced(0, 5, ONE, 3)
                .old(0, 5, ONE, 3)
                .simple(ONE, 3);
        for (byte[] sample : List.of(sample(), ng.toBytes(), CaptureBytes.gzip(sample()), Zstd.compress(sample()))) {
            for (int length = 0; length <= sample.length; length++) {
                assertThat(read(Arrays.copyOf(sample, length)).records()).hasSizeLessThanOrEqualTo(3);
            }
            for (int bit = 0; bit < sample.length * 8; bit++) {
                byte[] flipped = sample.clone();
                flipped[bit / 8] ^= (byte) (1 << bit % 8);
                assertThat(read(flipped).records()).hasSizeLessThanOrEqualTo(10);
            }
        }
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
