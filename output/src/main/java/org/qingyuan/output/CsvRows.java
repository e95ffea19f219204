package org.qingyuan.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Moment;
import org.qingyuan.table.CsvWriter;

/// Records as comma-separated values: nested fields as dotted columns, lists and maps as JSON text, and in the last
/// column `more` the own fields for which there is no column, as JSON.
final class CsvRows<T> implements Closeable {
    private final Writer out;
    private final CsvWriter csv;
    private final Schema<T> schema;
    private final boolean open;
    private final JsonText json = new JsonText();

    /// @param open whether records have fields of their own
    /// @param excel whether to begin with a byte order mark
    CsvRows(OutputStream out, Schema<T> schema, boolean open, boolean excel) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, UTF_8), 1 << 15);
        this.csv = new CsvWriter(this.out, excel);
        this.schema = schema;
        this.open = open;
        List<String> header =
                new ArrayList<>(schema.columns().stream().map(Column::name).toList());
        if (open) {
            header.add("more");
        }
        csv.row(header);
    }

    void write(T source) throws IOException {
        List<String> cells = new ArrayList<>(schema.columns().size() + 1);
        for (Column<T> column : schema.columns()) {
            cells.add(text(column.path().getLast(), schema.shape().at(source, column.path())));
        }
        if (open) {
            Map<String, @Nullable Object> others = schema.others(source);
            cells.add(others.isEmpty() ? "" : jsonText("more", others));
        }
        csv.row(cells);
    }

    void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private String text(String name, @Nullable Object value) {
        return switch (value) {
            case null -> "";
            case String text -> OutsideText.cut(name, text);
            case Moment moment -> moment.text();
            case Double number -> PlainNumber.exact(number);
            case BigDecimal money -> money.toPlainString();
            case List<?> list -> jsonText(name, list);
            case Map<?, ?> map -> jsonText(name, map);
            default -> value.toString();
        };
    }

    private String jsonText(String name, Object value) {
        json.clear();
        return json.value(name, value).toString();
    }
}
