package org.qingyuan.traffic;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Address;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.InputSummary;
import org.qingyuan.finding.TimeRange;
import org.qingyuan.traffic.capture.CaptureBytes;
import org.qingyuan.traffic.flow.Connection;
import org.qingyuan.traffic.flow.Conversation;
import org.qingyuan.traffic.flow.PacketRef;
import org.qingyuan.traffic.flow.StreamObserver;
import org.qingyuan.traffic.packet.Counter;

/// Whatever stands in a file, a scan neither throws nor hangs, accounts for every packet and keeps its promises to who
/// reads the streams. The seeds are captures of every format and compression with a few packets, made by
/// [CaptureBytes].
class CaptureFuzzTest {
    private static final ScanLimits SMALL = new ScanLimits(4, 3, 600, 1500);

    @FuzzTest(maxDuration = "10s")
    void scan(byte[] bytes) {
        ScanParameters parameters =
                new ScanParameters(TimeRange.ALWAYS, List.of(), Duration.ofHours(1), 60, ZoneOffset.UTC);
        CaptureInput input = new CaptureInput("fuzz", bytes.length, () -> CaptureBytes.channel(bytes));
        ScanResult result = new TrafficScan(parameters, SMALL, (p, l, names, listener) -> new Strict(), null)
                .scan(input, new Quiet());
        check(result, bytes.length);
    }

    private static void check(ScanResult result, int size) {
        long sum = 0;
        for (Counter counter : Counter.values()) {
            if (counter.kind() == Counter.Kind.LEFT_OUT) {
                sum += result.counters().getOrDefault(counter.word(), 0L);
            }
        }
        sum += result.counters().getOrDefault("packets-used", 0L);
        sum += result.counters().getOrDefault("packets-rejected", 0L);
        require(sum == result.counters().getOrDefault("packets-read", 0L), "the sum does not hold");
        InputSummary input = result.inputs().getFirst();
        require(input.complete() == (input.problem() == null), "incomplete without a problem");
        require(input.bytes() <= size && input.stoppedAt() <= size, "more bytes than there are");
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise);
        }
    }

    /// Checks what it is promised.
    private static final class Strict implements ObserverFactory.Observation, StreamObserver {
        private int open;

        @Override
        public StreamObserver observer() {
            return this;
        }

        @Override
        public boolean mayBegin(byte[] buffer, int offset, int length) {
            require(length > 0 && offset >= 0 && offset + length <= buffer.length, "nothing to look at");
            return (buffer[offset] & 1) != 0;
        }

        @Override
        public @Nullable Conversation open(Connection connection) {
            require(open < SMALL.maxStreams(), "too many streams");
            open++;
            return new Checked();
        }

        @Override
        public void dnsAnswer(Address client, byte[] buffer, int offset, int length, PacketRef at) {
            require(length > 0 && offset + length <= buffer.length, "no answer");
        }

        @Override
        public void tick(long timeNanos) {
            require(timeNanos >= 0, "time before 1970");
        }

        @Override
        public int confirmed() {
            return 0;
        }

        @Override
        public void finish() {
            require(open == 0, "a conversation did not end");
        }

        @Override
        public Map<String, Long> counters() {
            return Map.of();
        }

        @Override
        public List<ScanResult.LearnedPool> learnedPools() {
            return List.of();
        }

        private final class Checked implements Conversation {
            private boolean over;
            private boolean wanted = true;

            @Override
            public void packet(int side, int ipBytes, PacketRef at) {
                require(!over && ipBytes >= 40, "a packet after the end");
            }

            @Override
            public boolean bytes(int side, byte[] buffer, int offset, int length, PacketRef at) {
                require(!over && wanted && length > 0 && offset + length <= buffer.length, "bytes not wanted");
                wanted = buffer[offset] != 'X';
                return wanted;
            }

            @Override
            public void gap(int side, long missing, Gap why, PacketRef at) {
                require(!over && wanted && missing >= 0, "a gap after the end");
            }

            @Override
            public void end(End why) {
                require(!over, "two ends");
                over = true;
                open--;
            }

            @Override
            public boolean keep() {
                return true;
            }
        }
    }

    private static final class Quiet implements ScanListener {
        @Override
        public void finding(Finding finding) {}

        @Override
        public void progress(CaptureInput input, long bytesRead, long packets, int confirmed) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    }
}
