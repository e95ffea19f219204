package org.qingyuan.table.raw;

import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.RejectReason;
import org.qingyuan.table.text.Records;

/// Dates of a fixed pattern, written as ISO 8601 has them. Only the shape is checked here, eight digits in their
/// places;
/// whether the day exists is checked where dates are read.
final class DateForm {
    private final int length;
    private final byte separator;

    /// @param pattern `yyyyMMdd`, `yyyy-MM-dd` or `yyyy/MM/dd`
    DateForm(String pattern) {
        this.length = pattern.length();
        this.separator = length == 8 ? 0 : (byte) pattern.charAt(4);
    }

    @Nullable
    RejectReason date(Records record, int shift, Field field, RowBuffer out) {
        return field.length() == length && day(field, out) ? null : RejectReason.BAD_DATE;
    }

    /// @param timePosition where the time stands, -1 for behind the date
    Converted.Form withTime(int timePosition) {
        Field time = new Field();
        return (record, shift, field, out) -> {
            if (field.length() < length || !day(field, out)) {
                return RejectReason.BAD_DATE;
            }
            if (timePosition < 0) {
                time.text = field.text;
                time.of(field.from + length, field.to);
                skipT(time);
            } else if (field.length() != length) {
                return RejectReason.BAD_DATE;
            } else {
                time.of(record, timePosition + shift);
            }
            return time.isEmpty() || time(time, out) ? null : RejectReason.BAD_DATE;
        };
    }

    private static void skipT(Field time) {
        if (!time.isEmpty() && time.text[time.from] == 'T') {
            time.from++;
        }
    }

    private boolean day(Field field, RowBuffer out) {
        int at = field.from;
        int gap = separator == 0 ? 0 : 1;
        int month = at + 4 + gap;
        int day = month + 2 + gap;
        if (!field.isDigits(at, at + 4) || !field.isDigits(month, month + 2) || !field.isDigits(day, day + 2)) {
            return false;
        }
        if (gap == 1 && (field.text[at + 4] != separator || field.text[month + 2] != separator)) {
            return false;
        }
        out.plain(field.text, at, at + 4);
        out.plain((byte) '-');
        out.plain(field.text, month, month + 2);
        out.plain((byte) '-');
        out.plain(field.text, day, day + 2);
        return true;
    }

    private static boolean time(Field time, RowBuffer out) {
        int at = time.from;
        int gap = time.length() == 8 ? 1 : 0;
        if (time.length() != 6 && time.length() != 8) {
            return false;
        }
        out.plain((byte) 'T');
        for (int part = 0; part < 3; part++) {
            int from = at + part * (2 + gap);
            if (!time.isDigits(from, from + 2) || gap == 1 && part > 0 && time.text[from - 1] != ':') {
                return false;
            }
            if (part > 0) {
                out.plain((byte) ':');
            }
            out.plain(time.text, from, from + 2);
        }
        return true;
    }
}
