package org.qingyuan.report.page;

import java.util.ArrayList;
import java.util.List;

/// Geometry of horizontal bars of one unit. Coordinates are units of the view box, which is as wide as [#WIDTH].
///
/// @param title short, for those who see it and for screen readers
/// @param description one sentence for those who do not see it
public record BarChart(String title, String description, List<Bar> bars) {
    public static final int WIDTH = 720;
    private static final int LABEL_END = 196;
    private static final int BAR_SPACE = 330;
    private static final int ROW = 28;

    /// @param low same unit as `best`; equal to it where there is no interval
    /// @param text the number as it is written at the bar's end
    public record Bar(String label, double low, double best, double high, String text) {}

    /// Where a bar is drawn.
    ///
    /// @param y middle of the row
    /// @param length of the bar, at least 1 where the value is not 0
    /// @param interval whether `from` and `to` are drawn
    public record Placed(String label, String text, int y, int length, boolean interval, int from, int to) {
        public int x() {
            return LABEL_END + 8;
        }

        public int labelEnd() {
            return LABEL_END;
        }

        public int top() {
            return y - 8;
        }

        public int textX() {
            return LABEL_END + 8 + Math.max(length, interval ? to : 0) + 8;
        }

        /// The interval as a line with two ends.
        public String whisker() {
            int start = x() + from;
            int end = x() + to;
            return "M" + start + " " + (y - 5) + "v10M" + start + " " + y + "H" + end + "M" + end + " " + (y - 5)
                    + "v10";
        }

        public int baseline() {
            return y + 5;
        }
    }

    public int height() {
        return bars.size() * ROW + 8;
    }

    /// All bars, the largest end as long as the space allows.
    public List<Placed> placed() {
        double largest = bars.stream().mapToDouble(Bar::high).max().orElse(0);
        List<Placed> placed = new ArrayList<>();
        int y = 4 + ROW / 2;
        for (Bar bar : bars) {
            boolean interval = bar.high > bar.low;
            placed.add(new Placed(
                    shortened(bar.label),
                    bar.text,
                    y,
                    length(bar.best, largest),
                    interval,
                    length(bar.low, largest),
                    length(bar.high, largest)));
            y += ROW;
        }
        return placed;
    }

    private static int length(double value, double largest) {
        return value <= 0 || largest <= 0 ? 0 : (int) Math.max(1, Math.round(value / largest * BAR_SPACE));
    }

    /// The label cut to what fits; a character of Chinese is twice as wide as one of English.
    static String shortened(String label) {
        int width = 0;
        for (int i = 0; i < label.length(); i = label.offsetByCodePoints(i, 1)) {
            width += label.codePointAt(i) < 0x2e80 ? 1 : 2;
            if (width > 28) {
                return label.substring(0, i) + "…";
            }
        }
        return label;
    }
}
