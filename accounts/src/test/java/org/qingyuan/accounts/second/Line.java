package org.qingyuan.accounts.second;

import java.util.Map;

/// A row with the first thing that is wrong with it.
final class Line {
    final Map<String, String> cells;
    final int number;
    String column = "";
    String reason = "";

    /// @param number of the line in a file with a header
    Line(Map<String, String> cells, int number) {
        this.cells = cells;
        this.number = number;
    }

    String get(String name) {
        return cells.getOrDefault(name, "");
    }

    boolean rejected() {
        return !reason.isEmpty();
    }

    void reject(String at, String why) {
        if (!rejected()) {
            column = at;
            reason = why;
        }
    }
}
