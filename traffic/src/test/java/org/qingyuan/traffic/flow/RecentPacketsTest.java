package org.qingyuan.traffic.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentPacketsTest {
    private final StreamBudget budget = new StreamBudget(10_000);

    @Test
    void remembersAsManyAsCameWithinTheWindowUpToItsBound() {
        RecentPackets recent = new RecentPackets(budget);
        for (int i = 0; i < RecentPackets.MOST; i++) {
            assertThat(recent.seenOrAdd(i, 1000 + i)).isFalse();
        }
        for (int i = 0; i < RecentPackets.MOST; i++) {
            assertThat(recent.seenOrAdd(i, 2000)).isTrue();
        }

        assertThat(recent.seenOrAdd(RecentPackets.MOST, 2000)).isFalse();
        assertThat(recent.seenOrAdd(1, 2000)).isTrue();
        assertThat(recent.seenOrAdd(0, 2000)).isFalse();
    }

    @Test
    void reusesTheRoomOfWhatIsOld() {
        RecentPackets recent = new RecentPackets(budget);
        for (int i = 0; i < 1000; i++) {
            recent.seenOrAdd(i, i * 60_000_000L);
        }

        assertThat(budget.used()).isZero();
        assertThat(recent.seenOrAdd(999, 999 * 60_000_000L)).isTrue();
        assertThat(recent.seenOrAdd(997, 999 * 60_000_000L)).isFalse();
    }

    @Test
    void growsNoFartherThanTheBudget() {
        StreamBudget small = new StreamBudget(4 * 16);
        RecentPackets recent = new RecentPackets(small);
        for (int i = 0; i < 100; i++) {
            recent.seenOrAdd(i, 0);
        }
        assertThat(small.used()).isEqualTo(4 * 16);
        assertThat(recent.seenOrAdd(92, 0)).isTrue();
        assertThat(recent.seenOrAdd(91, 0)).isFalse();

        recent.release();
        assertThat(small.used()).isZero();
    }
}
