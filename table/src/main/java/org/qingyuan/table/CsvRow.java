package org.qingyuan.table;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.RejectReason;

/// One row of a table, its values by column. Values come without the white space around them.
///
/// A value that is not what was asked for is a reject of its own and makes the row unusable: ask for all values, then
/// [#usable].
public final class CsvRow {
    private final CsvReader reader;
    private final long line;
    private final List<String> values;
    private boolean usable = true;

    CsvRow(CsvReader reader, long line, List<String> values) {
        this.reader = reader;
        this.line = line;
        this.values = values;
    }

    /// The line on which the row begins, from 1.
    public long line() {
        return line;
    }

    /// Whether no value was rejected so far.
    public boolean usable() {
        return usable;
    }

    /// The value, blank where the file lacks the column.
    public String text(String column) {
        int position = reader.position(column);
        return position < 0 ? "" : values.get(position).strip();
    }

    /// The value, or `null` where it is blank.
    public @Nullable String optional(String column) {
        String text = text(column);
        return text.isEmpty() ? null : text;
    }

    /// The value; a blank one is rejected and given as blank.
    public String required(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            reject(column, RejectReason.BLANK_VALUE, "");
        }
        return text;
    }

    /// A date as ISO 8601 writes it, `2026-11-20`; `null` where it is blank or rejected.
    public @Nullable LocalDate date(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            reject(column, RejectReason.BAD_DATE, text);
            return null;
        }
    }

    /// A finite number in plain or exponent form; NaN where it is blank or not one, which is rejected.
    public double number(String column) {
        String text = required(column);
        double value = parse(text);
        if (!Double.isFinite(value) && !text.isEmpty()) {
            reject(column, RejectReason.BAD_NUMBER, text);
            return Double.NaN;
        }
        return value;
    }

    /// Java reads more than numbers: `NaN`, `1d`, hexadecimal; the characters are checked first.
    private static double parse(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("0123456789.+-eE".indexOf(text.charAt(i)) < 0) {
                return Double.NaN;
            }
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /// Rejects the row for a value of this column; a row may be rejected for several.
    ///
    /// @param detail what stood there, already masked
    public void reject(@Nullable String column, RejectReason reason, String detail) {
        usable = false;
        reader.reject(line, column, reason, detail);
    }
}
