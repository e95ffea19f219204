package org.qingyuan.table;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes a table as delimited text (RFC 4180, but rows end with a single LF). A cell that a spreadsheet would run as
/// a formula gets a leading `'`; a negative number is not one.
public final class CsvWriter {
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private final Appendable out;

    /// @param out takes characters; its owner encodes them as UTF-8 and closes it
    /// @param byteOrderMark whether to begin with one, which Excel needs to see UTF-8
    public CsvWriter(Appendable out, boolean byteOrderMark) throws IOException {
        this.out = out;
        if (byteOrderMark) {
            out.append('\ufeff');
        }
    }

    /// Writes one row; `null` is an empty cell.
    public void row(List<? extends @Nullable String> cells) throws IOException {
        String separator = "";
        for (String cell : cells) {
            out.append(separator);
            writeCell(cell == null ? "" : cell, cells.size() == 1);
            separator = ",";
        }
        out.append('\n');
    }

    private void writeCell(String text, boolean alone) throws IOException {
        String cell = isFormula(text) ? "'" + text : text;
        boolean quoted = alone && cell.isEmpty() || needsQuotes(cell);
        out.append(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
    }

    private static boolean isFormula(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 && !isNegativeNumber(text);
    }

    private static boolean isNegativeNumber(String text) {
        int digits = 0;
        int points = 0;
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            digits += c >= '0' && c <= '9' ? 1 : 0;
            points += c == '.' ? 1 : 0;
        }
        return text.charAt(0) == '-' && digits > 0 && points <= 1 && digits + points + 1 == text.length();
    }

    private static boolean needsQuotes(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == ',' || c == '"' || c == '\r' || c == '\n') {
                return true;
            }
        }
        return !cell.isEmpty() && (cell.charAt(0) <= ' ' || cell.charAt(cell.length() - 1) <= ' ');
    }
}
