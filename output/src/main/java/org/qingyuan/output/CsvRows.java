package org.qingyuan.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Moment;

/// Records as comma-separated values (RFC 4180): nested fields as dotted columns, lists and maps as JSON text, and in
/// the last column `more` the own fields for which there is no column, as JSON. A cell that a spreadsheet would run as
/// a formula begins with `'`.
final class CsvRows<T> implements Closeable {
    /// What begins a formula, also in the fullwidth form that East Asian spreadsheets take.
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private final OutputStream out;
    private final Schema<T> schema;
    private final boolean open;
    private final String lineEnd;
    private final StringBuilder line = new StringBuilder(1024);
    private final JsonText json = new JsonText();
    private boolean started;

    /// @param open whether records have fields of their own
    /// @param excel byte order mark and CRLF
    CsvRows(OutputStream out, Schema<T> schema, boolean open, boolean excel) throws IOException {
        this.out = new BufferedOutputStream(out, 1 << 16);
        this.schema = schema;
        this.open = open;
        this.lineEnd = excel ? "\r\n" : "\n";
        if (excel) {
            line.append('\ufeff');
        }
        schema.columns().forEach(column -> cell(column.name()));
        if (open) {
            cell("more");
        }
        endLine();
    }

    void write(T source) throws IOException {
        for (Column<T> column : schema.columns()) {
            cell(text(column.path().getLast(), schema.shape().at(source, column.path())));
        }
        if (open) {
            Map<String, @Nullable Object> others = schema.others(source);
            cell(others.isEmpty() ? "" : jsonText("more", others));
        }
        endLine();
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
            case String text -> guarded(OutsideText.cut(name, text));
            case Moment moment -> moment.text();
            case Double number -> PlainNumber.exact(number);
            case List<?> list -> jsonText(name, list);
            case Map<?, ?> map -> jsonText(name, map);
            default -> value.toString();
        };
    }

    private String jsonText(String name, Object value) {
        json.clear();
        return json.value(name, value).toString();
    }

    static String guarded(String text) {
        return text.isEmpty() || FORMULA.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }

    private void cell(String text) {
        if (started) {
            line.append(',');
        }
        started = true;
        line.append(isPlain(text) ? text : '"' + text.replace("\"", "\"\"") + '"');
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '"' || c == '\r' || c == '\n') {
                return false;
            }
        }
        return text.isEmpty() || text.charAt(0) != ' ' && text.charAt(text.length() - 1) != ' ';
    }

    private void endLine() throws IOException {
        out.write(line.append(lineEnd).toString().getBytes(UTF_8));
        line.setLength(0);
        started = false;
    }
}
