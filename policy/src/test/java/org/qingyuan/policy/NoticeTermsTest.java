package org.qingyuan.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class NoticeTermsTest {
    private static NoticeTerms terms(int least, int most, int days, Integer... leads) {
        return new NoticeTerms(least, most, days, DayCount.CALENDAR, List.of(leads), List.of(Channel.SMS));
    }

    @Test
    void periodsLieWithinTheirBounds() {
        NoticeTerms terms = terms(15, 30, 30, 14, 7, 1);
        assertThat(terms.allows(14)).isFalse();
        assertThat(terms.allows(15)).isTrue();
        assertThat(terms.allows(30)).isTrue();
        assertThat(terms.allows(31)).isFalse();
    }

    @Test
    void refusesTermsThatCannotBeKept() {
        assertThat(terms(1, 3660, 3660).days()).isEqualTo(3660);
        for (int[] bad : new int[][] {{0, 30, 15}, {15, 30, 14}, {15, 30, 31}, {1, 3661, 1}}) {
            assertThatThrownBy(() -> terms(bad[0], bad[1], bad[2])).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void remindersFallBetweenNoticeAndDeadline() {
        assertThat(terms(15, 30, 30, 14, 1).reminderLeadDays()).containsExactly(14, 1);
        for (Integer[] bad : new Integer[][] {{15}, {0}, {1, 7}, {7, 7}}) {
            assertThatThrownBy(() -> terms(15, 30, 30, bad)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void channelsAreThereAndOnceEach() {
        assertThatThrownBy(() -> new NoticeTerms(1, 1, 1, DayCount.CALENDAR, List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> new NoticeTerms(1, 1, 1, DayCount.CALENDAR, List.of(), List.of(Channel.SMS, Channel.SMS)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
