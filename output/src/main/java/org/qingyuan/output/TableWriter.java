package org.qingyuan.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Outcome;
import org.qingyuan.finding.RunSummary;
import org.qingyuan.finding.Severity;

/// A table for people: one line a finding, as wide as the window. The first [#MEASURED] findings are held back to
/// measure the columns; later ones flow through.
final class TableWriter implements ResultWriter {
    /// How many findings decide the widths.
    static final int MEASURED = 500;

    private final OutputStream out;
    private final Schema<Finding> schema;
    private final FormatOptions options;
    private final Masking masking;
    private final List<Column<Finding>> columns;
    private final List<Row> held = new ArrayList<>();
    private @Nullable TableLayout layout;
    private boolean anyUnconfirmed;

    private record Row(Severity severity, List<String> cells) {}

    TableWriter(OutputStream out, Schema<Finding> schema, FormatOptions options) {
        this.out = new BufferedOutputStream(out, 1 << 16);
        this.schema = schema;
        this.options = options;
        this.masking = Masking.forPeople(options.reveal());
        this.columns = schema.shown();
    }

    @Override
    public void finding(Finding finding) throws IOException {
        Finding masked = masking.mask(finding);
        anyUnconfirmed |= Cells.isUnconfirmed(masked);
        Row row = new Row(
                masked.severity(),
                columns.stream()
                        .map(column -> schema.cell(column, masked, options.messages()))
                        .toList());
        if (layout == null) {
            held.add(row);
            if (held.size() == MEASURED) {
                show();
            }
        } else {
            write(row, layout);
        }
    }

    @Override
    public void outcome(Outcome outcome) {
        // a table shows findings; outcomes are counted in the run's lines
    }

    @Override
    public void run(RunSummary run) {
        // see RunNotes
    }

    @Override
    public void flush() throws IOException {
        if (!held.isEmpty()) {
            show();
        }
        out.flush();
    }

    @Override
    public void close() throws IOException {
        flush();
        notes();
        out.close();
    }

    private void notes() {
        Messages messages = options.messages();
        if (layout == null) {
            options.notes().accept(messages.text("table.empty"));
            return;
        }
        if (anyUnconfirmed) {
            options.notes().accept(messages.text("table.unconfirmed"));
        }
        List<String> leftOut = columns.subList(layout.widths().length, columns.size()).stream()
                .map(this::title)
                .toList();
        if (!leftOut.isEmpty()) {
            options.notes()
                    .accept(messages.text(
                            "table.left-out",
                            Map.of("columns", messages.humans().list(leftOut))));
        }
    }

    private String title(Column<Finding> column) {
        return options.messages()
                .text(
                        "column." + column.name(),
                        Map.of("zone", options.messages().humans().zone().getId()));
    }

    /// Measures what is held, then writes the titles and the rows.
    private void show() throws IOException {
        TableLayout measured = measure();
        layout = measured;
        write(new Row(Severity.INFO, columns.stream().map(this::title).toList()), measured);
        for (Row row : held) {
            write(row, measured);
        }
        held.clear();
    }

    private TableLayout measure() {
        int[] natural = new int[columns.size()];
        int[] least = new int[columns.size()];
        for (int i = 0; i < natural.length; i++) {
            int column = i;
            int cells = held.stream()
                    .mapToInt(row -> TextWidth.of(row.cells().get(column)))
                    .max()
                    .orElse(0);
            int title = TextWidth.of(title(columns.get(i)));
            int minWidth = place(i).minWidth();
            natural[i] = Math.max(cells, title);
            least[i] = minWidth == 0 ? natural[i] : Math.max(minWidth, title);
        }
        return TableLayout.of(natural, least, options.width());
    }

    private Column.Place<Finding> place(int column) {
        Column.Place<Finding> place = columns.get(column).place();
        if (place == null) {
            throw new AssertionError("only columns with a place are shown");
        }
        return place;
    }

    private void write(Row row, TableLayout measured) throws IOException {
        List<String> padded = new ArrayList<>();
        for (int i = 0; i < measured.widths().length; i++) {
            padded.add(cell(row, i, measured.widths()[i]));
        }
        out.write(measured.line(padded).getBytes(UTF_8));
        out.write('\n');
    }

    private String cell(Row row, int column, int width) {
        Column.Place<Finding> place = place(column);
        String text = row.cells().get(column);
        String fitted = place.minWidth() == 0 ? text : TextWidth.fit(text, width);
        String padding = TextWidth.padding(fitted, width);
        String painted = columns.get(column).name().equals("severity") ? painted(row.severity(), fitted) : fitted;
        return switch (place.align()) {
            case LEFT -> painted + padding;
            case RIGHT -> padding + painted;
        };
    }

    private String painted(Severity severity, String text) {
        String code = switch (severity) {
            case INFO -> "";
            case LOW -> "36";
            case MEDIUM -> "33";
            case HIGH -> "31";
            case CRITICAL -> "1;31";
        };
        return options.colour() && !code.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
