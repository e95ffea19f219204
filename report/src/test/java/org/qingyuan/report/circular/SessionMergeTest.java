package org.qingyuan.report.circular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qingyuan.report.circular.Samples.NINE;
import static org.qingyuan.report.circular.Samples.session;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.qingyuan.report.circular.Samples.Session;

class SessionMergeTest {
    /// One session a file; gives the files whose session counts.
    private static List<Integer> kept(List<String> sites, Session... sessions) {
        SessionMerge merge = new SessionMerge();
        for (int file = 0; file < sessions.length; file++) {
            merge.add(file, 0, sessions[file].finding());
        }
        SessionMerge.Merged merged = merge.resolve(sites);
        List<Integer> kept = new ArrayList<>();
        for (int file = 0; file < sessions.length; file++) {
            if (!merged.isDropped(file, 0)) {
                kept.add(file);
            }
        }
        assertThat(merged.count()).isEqualTo(sessions.length - kept.size());
        return kept;
    }

    private static Session tap(long from, long seconds, long shares) {
        return session("10.0.0.1").time(NINE.plusSeconds(from), seconds).shares(shares, 1000);
    }

    @Test
    void countsAConnectionSeenAtTwoTapsOfASiteOnce() {
        assertThat(kept(List.of("A", "A"), tap(0, 600, 5), tap(10, 600, 6))).containsExactly(1);
    }

    @Test
    void countsItAtEachOfTwoSites() {
        assertThat(kept(List.of("A", "B"), tap(0, 600, 5), tap(0, 600, 5))).containsExactly(0, 1);
    }

    @Test
    void mergesTimesThatShareAnInstantAndNotThoseThatDoNot() {
        assertThat(kept(List.of("A", "A"), tap(0, 600, 5), tap(600, 600, 4))).containsExactly(0);
        assertThat(kept(List.of("A", "A"), tap(0, 600, 5), tap(601, 600, 4))).containsExactly(0, 1);
    }

    @Test
    void mergesWhatAThirdOneJoins() {
        assertThat(kept(List.of("A", "A", "A"), tap(0, 100, 5), tap(200, 100, 4), tap(50, 200, 3)))
                .containsExactly(0);
    }

    @Test
    void keepsOtherAlgorithmsAndConnectionsApart() {
        assertThat(kept(
                        List.of("A", "A", "A"),
                        tap(0, 600, 5),
                        tap(0, 600, 5).algorithm("cn/r", null, "cryptonote"),
                        tap(0, 600, 5).connection("1:other")))
                .containsExactly(0, 1, 2);
    }

    @Test
    void prefersTheConfirmedCopyThenTheLongest() {
        assertThat(kept(List.of("A", "A"), tap(0, 900, 50).with("unconfirmed", true), tap(0, 600, 1)))
                .containsExactly(1);
        assertThat(kept(List.of("A", "A"), tap(0, 600, 5), tap(0, 900, 5))).containsExactly(1);
    }

    @Test
    void countsTheSameAttemptOnce() {
        Session attempt = session("10.0.0.9").attempt("refused", 3);
        assertThat(kept(List.of("A", "A", "B"), attempt, attempt, attempt)).containsExactly(0, 2);
    }
}
