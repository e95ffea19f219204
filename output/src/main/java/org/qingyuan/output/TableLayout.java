package org.qingyuan.output;

import java.util.Arrays;
import java.util.List;

/// Which columns of a table fit into a window and how wide each is. The least important leave first; columns of text
/// shrink before that.
///
/// @param widths columns of the terminal for the first so many columns of the table
record TableLayout(int[] widths) {
    private static final int GAP = 2;

    /// Fewest columns that are kept, however narrow the window.
    private static final int FEWEST = 3;

    /// @param natural width that shows everything, per column, the most important first
    /// @param least width to which the column may shrink; the same where it may not
    /// @param window columns of the terminal, 0 when there is no end
    static TableLayout of(int[] natural, int[] least, int window) {
        int[] widths = new int[natural.length];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = window > 0 ? Math.min(natural[i], least[i]) : natural[i];
        }
        int count = window > 0 ? fitting(widths, window) : widths.length;
        int[] kept = Arrays.copyOf(widths, count);
        grow(kept, natural, window - total(kept, count));
        return new TableLayout(kept);
    }

    private static int fitting(int[] widths, int window) {
        int count = widths.length;
        while (count > FEWEST && total(widths, count) > window) {
            count--;
        }
        return count;
    }

    private static int total(int[] widths, int count) {
        int total = GAP * (count - 1);
        for (int i = 0; i < count; i++) {
            total += widths[i];
        }
        return total;
    }

    /// Gives what is left to the columns that were shrunk, the most important first.
    private static void grow(int[] widths, int[] natural, int spare) {
        int left = spare;
        for (int i = 0; i < widths.length && left > 0; i++) {
            int more = Math.min(left, natural[i] - widths[i]);
            widths[i] += more;
            left -= more;
        }
    }

    /// One line of cells, without spaces at its end.
    String line(List<String> padded) {
        return String.join(" ".repeat(GAP), padded).stripTrailing();
    }
}
