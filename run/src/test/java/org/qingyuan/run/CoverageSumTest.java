package org.qingyuan.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.qingyuan.traffic.ScanResult.Coverage;

class CoverageSumTest {
    private static Coverage row(String network, String date, long packets) {
        return new Coverage(network, date, packets, 2 * packets, 100 * packets);
    }

    @Test
    void addsRowsOfTheSameNetworkAndDay() {
        CoverageSum sum = new CoverageSum();
        sum.add(List.of(row("10.0.0.0/24", "2026-11-20", 1)), 0);
        sum.add(List.of(row("10.0.0.0/24", "2026-11-20", 2), row("10.0.0.0/24", "2026-11-21", 5)), 0);
        assertThat(sum.toList()).hasSize(2);
        assertThat(sum.toList().getFirst())
                .containsEntry("packetsFrom", 3L)
                .containsEntry("packetsTo", 6L)
                .containsEntry("bytes", 300L);
        assertThat(sum.merged()).isZero();
    }

    @Test
    void staysAsItIsAtTheBoundAndWidensOnePast() {
        List<Coverage> rows = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            rows.add(row("10.0." + i + ".0/24", "2026-11-20", 1));
        }
        CoverageSum at = new CoverageSum(4);
        at.add(rows, 0);
        assertThat(at.toList()).hasSize(4);
        CoverageSum past = new CoverageSum(3);
        past.add(rows, 0);
        assertThat(past.toList()).hasSize(1);
        assertThat(past.toList().getFirst())
                .containsEntry("network", "10.0.0.0/16")
                .containsEntry("packetsFrom", 4L);
        assertThat(past.merged()).isEqualTo(3);
    }

    @Test
    void makesMonthsOfDaysWhenNetworksAreWideEnough() {
        CoverageSum sum = new CoverageSum(2);
        sum.add(
                List.of(
                        row("2001:db8::/64", "2026-11-01", 1),
                        row("2001:db8::/64", "2026-11-02", 1),
                        row("2001:db8::/64", "2026-11-03", 1)),
                0);
        assertThat(sum.toList()).hasSize(1);
        assertThat(sum.toList().getFirst()).containsEntry("date", "2026-11-01");
    }
}
