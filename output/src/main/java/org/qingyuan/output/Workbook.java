package org.qingyuan.output;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Moment;

/// A workbook for Excel, written row by row. Texts stay texts, so that ids keep their zeros and nothing is run as a
/// formula. A sheet that is full is followed by another one.
public final class Workbook implements Closeable {
    /// Rows of a sheet beside its titles; Excel ends at 1,048,576.
    static final int MAX_ROWS = 1_000_000;

    /// Longest text of a cell that Excel opens.
    private static final int MAX_TEXT = 32_767;

    private static final int FLUSH_EVERY = 1000;

    private final org.dhatim.fastexcel.Workbook workbook;
    private final JsonText json = new JsonText();
    private @Nullable Worksheet sheet;
    private String name = "";
    private List<String> titles = List.of();
    private int part;
    private int row;

    /// @param out closed with the workbook
    public Workbook(OutputStream out) {
        this.workbook = new org.dhatim.fastexcel.Workbook(out, "qingyuan", "1.0");
    }

    /// Begins a sheet.
    ///
    /// @param name at most 25 characters are kept, and none that Excel forbids
    public void sheet(String name, List<String> titles) {
        String allowed = name.replaceAll("[\\[\\]:*?/\\\\]", " ");
        this.name = allowed.substring(0, Math.min(25, allowed.length()));
        this.titles = titles;
        this.part = 1;
        begin(this.name);
    }

    private void begin(String title) {
        finish();
        Worksheet begun = workbook.newWorksheet(title);
        for (int i = 0; i < titles.size(); i++) {
            begun.value(0, i, titles.get(i));
        }
        begun.range(0, 0, 0, Math.max(0, titles.size() - 1)).style().bold().set();
        begun.freezePane(0, 1);
        sheet = begun;
        row = 1;
    }

    /// Adds a row: texts, numbers, and `null` for nothing.
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        Worksheet current = current();
        if (row > MAX_ROWS) {
            begin(name + " " + ++part);
            current = current();
        }
        for (int i = 0; i < cells.size(); i++) {
            Object cell = cells.get(i);
            if (cell instanceof Number number) {
                current.value(row, i, number);
                if (cell instanceof BigDecimal) {
                    current.style(row, i).format("#,##0.00").set();
                }
            } else if (cell != null) {
                String text = cell instanceof String given ? given : text("", cell);
                current.value(row, i, text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text);
            }
        }
        row++;
        if (row % FLUSH_EVERY == 0) {
            current.flush();
        }
    }

    /// What a value of a finding is in a cell: numbers as they are, all else as text.
    static @Nullable Object cell(String name, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Number number -> number;
            case String text -> OutsideText.cut(name, text);
            case Moment moment -> moment.text();
            default -> value;
        };
    }

    private String text(String name, Object value) {
        if (!(value instanceof List<?>) && !(value instanceof Map<?, ?>)) {
            return value.toString();
        }
        json.clear();
        return json.value(name, value).toString();
    }

    private Worksheet current() {
        if (sheet == null) {
            throw new IllegalStateException("no sheet was begun");
        }
        return sheet;
    }

    private void finish() {
        try {
            if (sheet != null) {
                sheet.finish();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        finish();
        workbook.finish();
        workbook.close();
    }
}
