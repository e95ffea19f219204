package org.qingyuan.traffic;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qingyuan.finding.Address;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.InputSummary;
import org.qingyuan.finding.Moment;
import org.qingyuan.finding.Reject;
import org.qingyuan.finding.RejectReason;
import org.qingyuan.finding.TimeRange;
import org.qingyuan.traffic.capture.CaptureBytes;
import org.qingyuan.traffic.flow.Connection;
import org.qingyuan.traffic.flow.Conversation;
import org.qingyuan.traffic.flow.PacketRef;
import org.qingyuan.traffic.flow.StreamObserver;
import org.qingyuan.traffic.packet.Counter;
import org.qingyuan.traffic.packet.Packet;
import org.qingyuan.traffic.packet.PacketBuilder;

class TrafficScanTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long START = 1_700_000_000L * SECOND;

    private final List<String> heard = new ArrayList<>();
    private final List<String> inputNames = new ArrayList<>();
    private TimeRange window = TimeRange.ALWAYS;
    private List<String> nets = List.of();
    private int reads;
    private int mostReads = Integer.MAX_VALUE;

    private TrafficScan scan() {
        ScanParameters parameters = new ScanParameters(window, nets, Duration.ofHours(1), 60, ZoneOffset.UTC);
        return new TrafficScan(
                parameters, ScanLimits.DEFAULT, (given, limits, names, listener) -> observation(names), null);
    }

    private ObserverFactory.Observation observation(List<String> names) {
        inputNames.addAll(names);
        return new ObserverFactory.Observation() {
            @Override
            public StreamObserver observer() {
                return new Listening();
            }

            @Override
            public int confirmed() {
                return 0;
            }

            @Override
            public void finish() {
                heard.add("finish");
            }

            @Override
            public Map<String, Long> counters() {
                return Map.of("observed", 7L);
            }

            @Override
            public List<ScanResult.LearnedPool> learnedPools() {
                return List.of(new ScanResult.LearnedPool("pool.example", "192.0.2.1", 3333, "test", "XMR"));
            }
        };
    }

    private final class Listening implements StreamObserver {
        @Override
        public boolean mayBegin(byte[] buffer, int offset, int length) {
            return buffer[offset] == '{';
        }

        @Override
        public Conversation open(Connection connection) {
            return new Conversation() {
                @Override
                public void packet(int side, int ipBytes, PacketRef at) {}

                @Override
                public boolean bytes(int side, byte[] buffer, int offset, int length, PacketRef at) {
                    String text = new String(buffer, offset, length, ISO_8859_1);
                    heard.add(at.input + "#" + at.number + " " + side + ":" + text);
                    return true;
                }

                @Override
                public void gap(int side, long missing, Gap why, PacketRef at) {
                    heard.add("gap " + missing);
                }

                @Override
                public void end(End why) {
                    heard.add("end " + why);
                }

                @Override
                public boolean keep() {
                    return true;
                }
            };
        }

        @Override
        public void dnsAnswer(Address client, byte[] buffer, int offset, int length, PacketRef at) {}

        @Override
        public void tick(long timeNanos) {}
    }

    private final class Watching implements ScanListener {
        @Override
        public void finding(Finding finding) {}

        @Override
        public void progress(CaptureInput input, long bytesRead, long packets, int confirmed) {}

        @Override
        public boolean cancelled() {
            return ++reads > mostReads;
        }
    }

    private ScanResult scan(byte[] bytes) {
        return scan().scan(input("test.pcap", bytes), new Watching());
    }

    private static CaptureInput input(String name, byte[] bytes) {
        return new CaptureInput(name, bytes.length, () -> CaptureBytes.channel(bytes));
    }

    private static PacketBuilder client(String text, int sequence) {
        return PacketBuilder.tcp("10.0.0.1", 4000, "192.0.2.1", 3333)
                .seq(sequence)
                .payload(text);
    }

    /// Asserts that each packet read was used, rejected or left out by name.
    private static void assertSum(ScanResult result) {
        long sum = 0;
        for (Counter counter : Counter.values()) {
            if (counter.kind() == Counter.Kind.LEFT_OUT) {
                sum += result.counters().getOrDefault(counter.word(), 0L);
            }
        }
        sum += result.counters().getOrDefault("packets-used", 0L);
        sum += result.counters().getOrDefault("packets-rejected", 0L);
        assertThat(result.counters()).containsEntry("packets-read", sum);
    }

    @Test
    void countsEveryPacketByWhatBecameOfIt() {
        byte[] arp = new byte[60];
        arp[12] = 8;
        arp[13] = 6;
        byte[] badIp = client("x", 1).ethernet();
        badIp[14] = 0x43;
        byte[] badTcp = client("x", 1).ethernet();
        badTcp[14 + 32] = 0x10;
        byte[] tcp = client("{a}", 1).ethernet();
        byte[] other = PacketBuilder.tcp("172.16.0.1", 1, "172.16.0.2", 2).ethernet();
        nets = List.of("10.0.0.0/8");
        window = new TimeRange(Instant.ofEpochSecond(1_700_000_000L), Instant.ofEpochSecond(1_700_000_100L));
        CaptureBytes capture = CaptureBytes.pcap(1)
                .at(START - 1000, tcp)
                .at(START, tcp)
                .at(START + 1000, tcp)
                .at(START + SECOND, arp)
                .at(START + SECOND, badIp)
                .at(START + SECOND, badTcp)
                .at(START + SECOND, new byte[13])
                .at(START + SECOND, other)
                .at(START + SECOND, PacketBuilder.ip("10.0.0.1", "10.0.0.2", 1).ethernet())
                .at(START + SECOND, PacketBuilder.ip("10.0.0.1", "10.0.0.2", 47).ethernet())
                .at(START + SECOND, client("x", 9).fragment(0x2000).ethernet())
                .at(
                        START + SECOND,
                        PacketBuilder.udp("10.0.0.1", 9, "10.0.0.2", 53).ethernet())
                .record(1_700_000_002L, 0, Arrays.copyOf(tcp, tcp.length - 1), tcp.length)
                .at(START + 100 * SECOND, tcp);

        ScanResult result = scan(capture.toBytes());

        assertThat(result.counters())
                .containsOnly(
                        Map.entry("packets-read", 14L),
                        Map.entry("packets-used", 3L),
                        Map.entry("packets-rejected", 3L),
                        Map.entry("outside-window", 2L),
                        Map.entry("outside-net", 1L),
                        Map.entry("mirrored", 1L),
                        Map.entry("arp", 1L),
                        Map.entry("icmp", 1L),
                        Map.entry("gre", 1L),
                        Map.entry("fragments", 1L),
                        Map.entry("snapped", 1L),
                        Map.entry("connections", 1L),
                        Map.entry("connections-read", 1L),
                        Map.entry("observed", 7L));
        assertThat(result.rejects())
                .containsOnly(
                        Map.entry("bad-ip-header", 1L),
                        Map.entry("bad-tcp-header", 1L),
                        Map.entry("truncated-packet", 1L));
        assertThat(result.rejected())
                .containsExactly(
                        new Reject("test.pcap", 5, null, RejectReason.BAD_IP_HEADER, "55/55"),
                        new Reject("test.pcap", 6, null, RejectReason.BAD_TCP_HEADER, "55/55"),
                        new Reject("test.pcap", 7, null, RejectReason.TRUNCATED_PACKET, "13/13"));
        assertSum(result);
        assertThat(result.learnedPools()).hasSize(1);
        assertThat(result.readable()).isTrue();
        assertThat(result.stopped()).isFalse();
        assertThat(inputNames).containsExactly("test.pcap");
        assertThat(heard).endsWith("end INPUT_END", "finish");
    }

    @Test
    void describesTheInput() {
        byte[] tcp = client("x", 1).ethernet();
        byte[] bytes =
                CaptureBytes.pcap(1).at(START + 5 * SECOND, tcp).at(START, tcp).toBytes();

        assertThat(scan(bytes).inputs())
                .containsExactly(new InputSummary(
                        "test.pcap",
                        bytes.length,
                        "pcap",
                        Moment.ofEpochNanos(START, false),
                        Moment.ofEpochNanos(START + 5 * SECOND, false),
                        2,
                        "packets",
                        true,
                        -1,
                        null));
    }

    @Test
    void givesWhatWasFoundInACaptureThatStopsInTheMiddle() {
        byte[] whole = CaptureBytes.pcap(1)
                .at(START, client("{1}", 1).ethernet())
                .at(START, client("{2}", 4).ethernet())
                .toBytes();

        ScanResult result = scan(Arrays.copyOf(whole, whole.length - 1));

        assertThat(heard).containsExactly("0#1 0:{1}", "end INPUT_END", "finish");
        InputSummary input = result.inputs().getFirst();
        assertThat(input.complete()).isFalse();
        assertThat(input.problem()).isEqualTo(RejectReason.CUT_RECORD);
        assertThat(input.stoppedAt()).isEqualTo(24 + 16 + 57);
        assertThat(input.records()).isEqualTo(1);
        assertThat(result.rejects()).containsExactly(Map.entry("cut-record", 1L));
        assertThat(result.readable()).isTrue();
        assertSum(result);
    }

    @ParameterizedTest
    @CsvSource({"'', EMPTY_FILE", "hello world, NOT_A_CAPTURE"})
    void saysThatNothingCouldBeRead(String text, RejectReason reason) {
        ScanResult result = scan(text.getBytes(US_ASCII));

        assertThat(result.readable()).isFalse();
        assertThat(result.inputs().getFirst().problem()).isEqualTo(reason);
        assertThat(result.inputs().getFirst().format()).isNull();
        assertThat(result.inputs().getFirst().first()).isNull();
        assertThat(result.rejects()).containsExactly(Map.entry(reason.word(), 1L));
    }

    @Test
    void namesAnInputThatCannotBeOpened() {
        CaptureInput missing = new CaptureInput("gone.pcap", 5, () -> {
            throw new IOException("gone");
        });
        ScanResult result = scan().scan(missing, new Watching());

        assertThat(result.readable()).isFalse();
        assertThat(result.inputs().getFirst().problem()).isEqualTo(RejectReason.UNREADABLE_FILE);
        assertThat(result.rejected())
                .containsExactly(new Reject("gone.pcap", 0, null, RejectReason.UNREADABLE_FILE, "gone"));
    }

    @Test
    void takesACaptureWithoutPacketsForReadable() {
        assertThat(scan(CaptureBytes.pcap(1).toBytes()).readable()).isTrue();
    }

    @Test
    void countsUnknownLinkTypesPacketByPacket() {
        ScanResult result = scan(CaptureBytes.pcap(147)
                .at(START, new byte[60])
                .at(START, new byte[60])
                .toBytes());

        assertThat(result.rejects()).containsExactly(Map.entry("unknown-link-type", 2L));
        assertThat(result.rejected().getFirst().detail()).isEqualTo("LINKTYPE 147");
        assertSum(result);
    }

    @Test
    void listsAtMostTenThousandRejectsAFileAndCountsAll() {
        CaptureBytes capture = CaptureBytes.pcap(1);
        for (int i = 0; i < 10_001; i++) {
            capture.at(START, new byte[1]);
        }
        ScanResult result = scan(capture.toBytes());

        assertThat(result.rejected()).hasSize(10_000);
        assertThat(result.rejects()).containsEntry("truncated-packet", 10_001L);
    }

    @Test
    void stopsWhenCancelled() {
        mostReads = 3;
        CaptureBytes capture = CaptureBytes.pcap(1);
        for (int i = 0; i < 2000; i++) {
            capture.at(START, new byte[1500]);
        }
        ScanResult result = scan(capture.toBytes());

        assertThat(result.stopped()).isTrue();
        assertThat(result.inputs().getFirst().complete()).isFalse();
        assertThat(result.inputs().getFirst().problem()).isNull();
        assertThat(result.inputs().getFirst().records()).isPositive().isLessThan(2000);
        assertSum(result);
    }

    @Test
    void readsRotatedCapturesAsOneStreamInTheOrderOfTheirFirstPackets() {
        byte[] first =
                CaptureBytes.pcap(1).at(START, client("{1}", 1).ethernet()).toBytes();
        byte[] second = CaptureBytes.gzip(CaptureBytes.pcap(1)
                .at(START + SECOND, new byte[1])
                .at(START + SECOND, client("{2}", 4).ethernet())
                .toBytes());
        byte[] none = CaptureBytes.pcap(1).toBytes();

        ScanResult result = scan().scanContinuous(
                        List.of(input("c", none), input("b", second), input("a", none), input("z", first)),
                        new Watching());

        assertThat(inputNames).containsExactly("z", "b", "a", "c");
        assertThat(result.inputs()).extracting(InputSummary::file).containsExactly("z", "b", "a", "c");
        assertThat(heard).containsExactly("0#1 0:{1}", "1#2 0:{2}", "end INPUT_END", "finish");
        assertThat(result.counters()).containsEntry("connections", 1L);
        assertSum(result);
    }

    @Test
    void readsInputsApartAsStreamsOfTheirOwn() {
        byte[] bytes =
                CaptureBytes.pcap(1).at(START, client("{1}", 1).ethernet()).toBytes();
        TrafficScan scan = scan();
        scan.scan(input("a", bytes), new Watching());
        scan.scan(input("b", bytes), new Watching());

        assertThat(heard)
                .containsExactly("0#1 0:{1}", "end INPUT_END", "finish", "0#1 0:{1}", "end INPUT_END", "finish");
    }

    @Test
    void givesTheSameForEveryWrapping() {
        byte[] plain = randomCapture(5).toBytes();
        ScanResult expected = scan(plain);
        List<String> expectedHeard = List.copyOf(heard);
        for (byte[] wrapped : List.of(CaptureBytes.gzip(plain), Zstd.compress(plain))) {
            heard.clear();
            ScanResult result = scan(wrapped);
            assertThat(result.counters()).isEqualTo(expected.counters());
            assertThat(result.coverage()).isEqualTo(expected.coverage());
            assertThat(heard).isEqualTo(expectedHeard);
        }
        heard.clear();
        CaptureInput dripping = new CaptureInput("test.pcap", -1, () -> CaptureBytes.drip(plain));
        assertThat(scan().scan(dripping, new Watching()).counters()).isEqualTo(expected.counters());
        assertThat(heard).isEqualTo(expectedHeard);
    }

    private static CaptureBytes randomCapture(long seed) {
        Random random = new Random(seed);
        CaptureBytes capture = CaptureBytes.pcap(0xa1b2c3d4, ByteOrder.BIG_ENDIAN, 1);
        for (int i = 0; i < 300; i++) {
            PacketBuilder builder = PacketBuilder.tcp("10.0.0." + random.nextInt(3), 1, "10.0.1.1", random.nextInt(3))
                    .seq(random.nextInt(20))
                    .ack(random.nextInt(20))
                    .id(i)
                    .flags(random.nextInt(32))
                    .payload("{abc".substring(random.nextInt(4)));
            capture.at(START + i * 10_000_000L, builder.ethernet());
        }
        return capture;
    }

    @Test
    void holdsTheSumWhateverIsCutOrFlipped() {
        byte[] sample = CaptureBytes.pcap(1)
                .at(START, client("{1}", 1).flags(Packet.SYN).ethernet(0x8100, 7))
                .at(
                        START,
                        PacketBuilder.udp("2001:db8::1", 53, "2001:db8::2", 9)
                                .payload("x")
                                .ethernet())
                .toBytes();
        for (int length = 0; length <= sample.length; length++) {
            assertSum(scan(Arrays.copyOf(sample, length)));
        }
        for (int bit = 0; bit < sample.length * 8; bit++) {
            byte[] flipped = sample.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertSum(scan(flipped));
        }
    }

    @Test
    void namesTheFirstNanosecondsOfAWindowExactly() {
        window = new TimeRange(Instant.ofEpochSecond(0, START + 1000), Instant.ofEpochSecond(0, START + 2000));
        byte[] tcp = client("x", 1).ethernet();
        CaptureBytes capture = CaptureBytes.pcap(1);
        for (long time : new long[] {START, START + 1000, START + 2000}) {
            capture.at(time, tcp);
        }

        assertThat(scan(capture.toBytes()).counters())
                .containsEntry("outside-window", 2L)
                .containsEntry("packets-used", 1L);
    }

    @Test
    void takesAnyInstantForAnEndOfTheWindow() {
        window = new TimeRange(Instant.MIN, Instant.MAX);
        byte[] bytes = CaptureBytes.pcap(1).at(START, client("x", 1).ethernet()).toBytes();

        assertThat(scan(bytes).counters()).containsEntry("packets-used", 1L);
    }
}
