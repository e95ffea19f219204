package org.qingyuan.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.TimeRange;
import org.qingyuan.traffic.CaptureInput;
import org.qingyuan.traffic.References;
import org.qingyuan.traffic.ScanLimits;
import org.qingyuan.traffic.ScanListener;
import org.qingyuan.traffic.ScanParameters;
import org.qingyuan.traffic.ScanResult;
import org.qingyuan.traffic.TrafficScan;
import org.qingyuan.traffic.mining.MiningObservers;
import org.qingyuan.traffic.packet.Counter;

/// Every kept capture cut short and with bits flipped: no exception, no hang, and every packet accounted for. With
/// `./test --long` captures of up to 8 KiB are cut at every byte, larger ones at every record and at 500 places more;
/// else at a few places of each kind.
class FixtureDamageTest {
    private static final boolean LONG = Boolean.getBoolean("qingyuan.long");
    private static final int EVERY_BYTE = 8 << 10;
    private static final int FILE_HEADER = 24;
    private static final int RECORD_HEADER = 16;

    private final TrafficScan scan = new TrafficScan(
            new ScanParameters(
                    TimeRange.ALWAYS,
                    List.of(),
                    ScanParameters.DEFAULT_SESSION_IDLE,
                    ScanParameters.DEFAULT_MIN_OBSERVED_SECONDS,
                    ZoneOffset.UTC),
            ScanLimits.DEFAULT,
            new MiningObservers(References.builtIn()),
            null);

    static Stream<Path> captures() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/goldens"))) {
            return files.filter(file -> file.toString().endsWith(".pcap")).sorted().toList().stream();
        }
    }

    private ScanResult scan(byte[] bytes, int length) throws IOException {
        CaptureInput input = new CaptureInput(
                "damaged.pcap", length, () -> Channels.newChannel(new ByteArrayInputStream(bytes, 0, length)));
        return scan.scan(input, new ScanListener() {
            @Override
            public void finding(Finding finding) {}

            @Override
            public void progress(CaptureInput at, long bytesRead, long packets, int confirmed) {}

            @Override
            public boolean cancelled() {
                return false;
            }
        });
    }

    /// Where records begin.
    private static NavigableSet<Integer> borders(byte[] bytes) {
        ByteBuffer capture = ByteBuffer.wrap(bytes);
        int magic = capture.order(ByteOrder.LITTLE_ENDIAN).getInt(0);
        capture.order(magic == 0xa1b2c3d4 || magic == 0xa1b23c4d ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        TreeSet<Integer> borders = new TreeSet<>();
        for (int at = FILE_HEADER; at >= 0 && at + RECORD_HEADER <= bytes.length; ) {
            borders.add(at);
            int captured = capture.getInt(at + 8);
            at = captured < 0 || captured > bytes.length ? bytes.length : at + RECORD_HEADER + captured;
        }
        return borders;
    }

    private static Set<Integer> cuts(byte[] bytes) {
        TreeSet<Integer> cuts = new TreeSet<>();
        if (LONG && bytes.length <= EVERY_BYTE) {
            for (int i = 0; i < bytes.length; i++) {
                cuts.add(i);
            }
            return cuts;
        }
        NavigableSet<Integer> borders = borders(bytes);
        borders.stream().limit(LONG ? borders.size() : 10).forEach(cuts::add);
        SplittableRandom random = new SplittableRandom(bytes.length);
        for (int i = 0; i < (LONG ? 500 : 25); i++) {
            cuts.add(random.nextInt(bytes.length));
        }
        return cuts;
    }

    @ParameterizedTest
    @MethodSource("captures")
    void cutCapturesAreReadAsFarAsTheyGo(Path capture) throws IOException {
        byte[] bytes = Files.readAllBytes(capture);
        NavigableSet<Integer> borders = borders(bytes);
        for (int cut : cuts(bytes)) {
            ScanResult result = scan(bytes, cut);
            // of those that begin before the cut the last one has no end, unless the capture has
            long whole = borders.headSet(cut, true).size() - 1L;
            assertThat(count(result, Counter.PACKETS_READ))
                    .as("%s cut at %d", capture.getFileName(), cut)
                    .isEqualTo(Math.max(0, whole));
            assertAccounted(result);
        }
    }

    @ParameterizedTest
    @MethodSource("captures")
    void flippedBitsBreakNothing(Path capture) throws IOException {
        byte[] bytes = Files.readAllBytes(capture);
        SplittableRandom random = new SplittableRandom(bytes.length + 1L);
        for (int round = 0; round < (LONG ? 500 : 25); round++) {
            byte[] damaged = bytes.clone();
            for (int i = random.nextInt(1, 8); i > 0; i--) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            assertAccounted(scan(damaged, damaged.length));
        }
    }

    /// read = used + rejected + left out by name.
    private static void assertAccounted(ScanResult result) {
        long sum = 0;
        for (Counter counter : Counter.values()) {
            boolean isPart = counter.kind() == Counter.Kind.LEFT_OUT
                    || counter == Counter.PACKETS_USED
                    || counter == Counter.PACKETS_REJECTED;
            sum += isPart ? count(result, counter) : 0;
        }
        assertThat(sum).isEqualTo(count(result, Counter.PACKETS_READ));
    }

    private static long count(ScanResult result, Counter counter) {
        return result.counters().getOrDefault(counter.word(), 0L);
    }
}
