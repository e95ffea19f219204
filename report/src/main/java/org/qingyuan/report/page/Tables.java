package org.qingyuan.report.page;

import java.util.ArrayList;
import java.util.List;
import org.qingyuan.report.page.Block.Column;

/// Builds one table; titles are the texts below `report.column.`, the caption that below `report.table.`.
final class Tables {
    private final Wording wording;
    private final String caption;
    private final List<Column> columns = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    Tables(Wording wording, String name) {
        this.wording = wording;
        this.caption = wording.say("report.table." + name);
    }

    Tables text(String column) {
        return titled(wording.say("report.column." + column), false);
    }

    Tables number(String column) {
        return titled(wording.say("report.column." + column), true);
    }

    /// Ids and the like, which are not broken over lines.
    Tables handle(String column) {
        columns.add(new Column(wording.say("report.column." + column), "handle"));
        return this;
    }

    Tables titled(String title, boolean number) {
        columns.add(new Column(title, number ? "number" : "text"));
        return this;
    }

    void row(String... cells) {
        row(List.of(cells));
    }

    void row(List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(caption + ": " + cells.size() + " cells, " + columns.size());
        }
        rows.add(cells);
    }

    Block.Table block() {
        return new Block.Table(caption, List.copyOf(columns), List.copyOf(rows));
    }
}
