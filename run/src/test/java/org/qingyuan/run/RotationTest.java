package org.qingyuan.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.qingyuan.finding.InputSummary;
import org.qingyuan.finding.Moment;

class RotationTest {
    private static InputSummary file(String name, long firstSecond, long lastSecond) {
        return new InputSummary(
                name,
                1,
                "pcap",
                Moment.ofEpochNanos(firstSecond * 1_000_000_000L, false),
                Moment.ofEpochNanos(lastSecond * 1_000_000_000L, false),
                1,
                "packets",
                true,
                -1,
                null);
    }

    @Test
    void filesThatFollowEachOtherAndDifferInDigitsAreOneCapture() {
        assertThat(Rotation.isLikely(List.of(file("t.pcap", 0, 10), file("t.pcap1", 10, 20), file("t.pcap2", 30, 40))))
                .isTrue();
    }

    @Test
    void aLongerPauseOrAnOverlapIsNone() {
        assertThat(Rotation.isLikely(List.of(file("t.pcap1", 0, 10), file("t.pcap2", 21, 30))))
                .isFalse();
        assertThat(Rotation.isLikely(List.of(file("t.pcap1", 0, 10), file("t.pcap2", 9, 30))))
                .isFalse();
    }

    @Test
    void otherNamesAreNone() {
        assertThat(Rotation.isLikely(List.of(file("north.pcap", 0, 10), file("south.pcap", 10, 20))))
                .isFalse();
    }

    @Test
    void oneFileIsNone() {
        assertThat(Rotation.isLikely(List.of(file("t.pcap", 0, 10)))).isFalse();
    }
}
