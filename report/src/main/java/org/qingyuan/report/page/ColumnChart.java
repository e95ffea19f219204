package org.qingyuan.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/// Geometry of stacked columns over time. Coordinates are units of the view box.
///
/// @param unit written above the axis
/// @param series names in the order of stacking, the lowest first
/// @param written how numbers of the scale are written
public record ColumnChart(
        String title,
        String description,
        String unit,
        List<String> series,
        List<Column> columns,
        DoubleFunction<String> written) {
    public static final int WIDTH = 720;
    public static final int HEIGHT = 264;
    private static final int LEFT = 64;
    private static final int RIGHT = 708;
    private static final int TOP = 24;
    private static final int BOTTOM = 220;

    /// Colours that stay apart for colour-blind eyes and in grey (Okabe and Ito 2008, reordered by lightness).
    private static final List<String> COLOURS =
            List.of("#0072b2", "#e69f00", "#009e73", "#56b4e9", "#d55e00", "#cc79a7", "#f0e442", "#8c8c8c");

    /// The most series that are told apart by colour.
    public static final int MAX_SERIES = COLOURS.size();

    /// @param label written below where there is room
    /// @param afterGap whether time is missing before it
    public record Column(String label, List<Double> values, boolean afterGap) {
        double total() {
            return values.stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    /// A coloured part of a column.
    public record Part(double x, double y, double width, double height, String colour) {}

    /// A line of the scale.
    public record Tick(double y, String text) {
        public double baseline() {
            return y + 4;
        }
    }

    /// A word below the axis.
    public record Label(double x, String text) {}

    /// A series and its colour.
    public record Key(String name, String colour) {}

    public int left() {
        return LEFT;
    }

    public int right() {
        return RIGHT;
    }

    public int bottom() {
        return BOTTOM;
    }

    public int top() {
        return TOP;
    }

    public List<Key> keys() {
        List<Key> keys = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            keys.add(new Key(series.get(i), COLOURS.get(i)));
        }
        return keys;
    }

    /// A round number at or above the highest column.
    private double ceiling() {
        double highest = columns.stream().mapToDouble(Column::total).max().orElse(0);
        if (highest <= 0) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(highest)));
        for (double step : new double[] {1, 2, 4, 5, 8, 10}) {
            if (step * power >= highest) {
                return step * power;
            }
        }
        return 10 * power;
    }

    public List<Tick> ticks() {
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i <= 4; i++) {
            ticks.add(new Tick(BOTTOM - (BOTTOM - TOP) * i / 4.0, written.apply(ceiling() * i / 4)));
        }
        return ticks;
    }

    private double slot() {
        return (double) (RIGHT - LEFT) / Math.max(columns.size(), 8);
    }

    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        double width = Math.max(1, slot() * 0.8);
        for (int i = 0; i < columns.size(); i++) {
            double base = BOTTOM;
            List<Double> values = columns.get(i).values;
            for (int s = 0; s < values.size(); s++) {
                double height = values.get(s) / ceiling() * (BOTTOM - TOP);
                if (height > 0) {
                    base -= height;
                    parts.add(new Part(
                            tenth(LEFT + slot() * i + (slot() - width) / 2),
                            tenth(base),
                            tenth(width),
                            Math.max(0.3, tenth(height)),
                            COLOURS.get(s)));
                }
            }
        }
        return parts;
    }

    /// Where time is missing between two columns.
    public List<Double> breaks() {
        List<Double> breaks = new ArrayList<>();
        for (int i = 1; i < columns.size(); i++) {
            if (columns.get(i).afterGap) {
                breaks.add(tenth(LEFT + slot() * i));
            }
        }
        return breaks;
    }

    /// At most eight labels, evenly spread.
    public List<Label> labels() {
        List<Label> labels = new ArrayList<>();
        int every = Math.max(1, (columns.size() + 7) / 8);
        for (int i = 0; i < columns.size(); i += every) {
            labels.add(new Label(tenth(LEFT + slot() * (i + 0.5)), columns.get(i).label));
        }
        return labels;
    }

    private static double tenth(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
