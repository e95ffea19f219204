package org.qingyuan.traffic.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BulkTest {
    private static final double SCALE = 0.001;

    @TempDir
    Path dir;

    @Test
    void sameSeedGivesTheSameBytes() throws IOException {
        TrafficGenerator.writeBulk(SCALE, 1, dir.resolve("a"));
        TrafficGenerator.writeBulk(SCALE, 1, dir.resolve("b"));

        assertThat(dir.resolve("a").resolve("bulk.pcap"))
                .hasSameBinaryContentAs(dir.resolve("b").resolve("bulk.pcap"));
    }

    @Test
    void packetsAreInOrderOfTimeAndAllSessionsAmongThem() throws IOException {
        List<Truth> truths = TrafficGenerator.writeBulk(SCALE, 1, dir);
        List<PlainPcap.Captured> records = PlainPcap.read(dir.resolve("bulk.pcap"));

        assertThat(records).isSortedAccordingTo((a, b) -> Long.compare(a.timeNanos(), b.timeNanos()));
        assertThat(truths)
                .hasSize(19)
                .filteredOn(t -> t.rule().equals("mining.session"))
                .hasSize(18);
        assertThat(truths.stream().mapToLong(Truth::packets).sum()).isLessThan(records.size());
        assertThat(truths)
                .filteredOn(t -> t.rule().equals("mining.session"))
                .allMatch(t -> records.get(0).timeNanos() <= t.startNanos()
                        && t.endNanos() <= records.get(records.size() - 1).timeNanos() + 999);
    }

    @Test
    void sizeFollowsTheScale() throws IOException {
        TrafficGenerator.writeBulk(SCALE, 1, dir.resolve("a"));
        TrafficGenerator.writeBulk(5 * SCALE, 1, dir.resolve("b"));
        int small = PlainPcap.read(dir.resolve("a").resolve("bulk.pcap")).size();
        int large = PlainPcap.read(dir.resolve("b").resolve("bulk.pcap")).size();

        assertThat(large - small).isBetween(8_000, 24_000);
    }
}
