package org.qingyuan.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartTest {
    private static ColumnChart columns(List<ColumnChart.Column> columns) {
        return new ColumnChart("t", "d", "kWh", List.of("a", "b"), columns, Double::toString);
    }

    @Test
    void barsAreAsLongAsTheirShareOfTheLargestEnd() {
        BarChart chart = new BarChart(
                "t", "d", List.of(new BarChart.Bar("x", 10, 50, 100, "50"), new BarChart.Bar("y", 25, 25, 25, "25")));
        List<BarChart.Placed> placed = chart.placed();
        assertThat(placed.getFirst().length()).isEqualTo(165);
        assertThat(placed.getFirst().to()).isEqualTo(330);
        assertThat(placed.getFirst().interval()).isTrue();
        assertThat(placed.get(1).length()).isEqualTo(83);
        assertThat(placed.get(1).interval()).isFalse();
    }

    @Test
    void nothingIsNoBarAndLittleIsAThinOne() {
        BarChart chart = new BarChart(
                "t", "d", List.of(new BarChart.Bar("x", 0, 0, 0, "0"), new BarChart.Bar("y", 1e-9, 1e-9, 1, "")));
        assertThat(chart.placed()).extracting(BarChart.Placed::length).containsExactly(0, 1);
    }

    @Test
    void cutsLabelsByTheirWidth() {
        assertThat(BarChart.shortened("x".repeat(28))).isEqualTo("x".repeat(28));
        assertThat(BarChart.shortened("x".repeat(29))).isEqualTo("x".repeat(28) + "…");
        assertThat(BarChart.shortened("省".repeat(14))).isEqualTo("省".repeat(14));
        assertThat(BarChart.shortened("省".repeat(15))).isEqualTo("省".repeat(14) + "…");
    }

    @Test
    void columnsStackUpToARoundCeiling() {
        ColumnChart chart = columns(List.of(
                new ColumnChart.Column("1", List.of(1.0, 2.0), false),
                new ColumnChart.Column("2", List.of(0.0, 3.5), true)));
        assertThat(chart.ticks()).extracting(ColumnChart.Tick::text).containsExactly("0.0", "1.0", "2.0", "3.0", "4.0");
        assertThat(chart.parts()).extracting(ColumnChart.Part::y).containsExactly(171.0, 73.0, 48.5);
        assertThat(chart.breaks()).hasSize(1);
    }

    @Test
    void labelsStayFew() {
        List<ColumnChart.Column> many = new ArrayList<>();
        for (int i = 0; i < 168; i++) {
            many.add(new ColumnChart.Column("" + i, List.of(1.0, 0.0), false));
        }
        assertThat(columns(many).labels()).hasSize(8);
    }

    @Test
    void anEmptyChartHasAScale() {
        assertThat(columns(List.of()).ticks()).hasSize(5);
        assertThat(columns(List.of()).parts()).isEmpty();
    }
}
