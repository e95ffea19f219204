package org.qingyuan.table.raw;

import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.RejectReason;
import org.qingyuan.table.text.Records;

/// Amounts of money, written as yuan with two decimals. A point is allowed only where the source counts yuan.
///
/// @param fen whether the source counts hundredths
/// @param signPosition where the sign stands, -1 for in front of the digits
/// @param signs `-` or nothing, by the source's word
record AmountForm(boolean fen, int signPosition, WordTable signs, Field sign) {
    private static final int MAX_DIGITS = 30;

    AmountForm(boolean fen, int signPosition, WordTable signs) {
        this(fen, signPosition, signs, new Field());
    }

    @Nullable
    RejectReason amount(Records record, int shift, Field field, RowBuffer out) {
        boolean negative = false;
        int from = field.from;
        if (signPosition >= 0) {
            sign.of(record, signPosition + shift);
            byte[] meaning = signs.get(sign.text, sign.from, sign.to);
            if (meaning == null) {
                return RejectReason.UNKNOWN_VALUE;
            }
            negative = meaning.length > 0;
        } else if (field.text[from] == '-' || field.text[from] == '+') {
            negative = field.text[from] == '-';
            from++;
        }
        int point = fen ? field.to : point(field, from);
        return digits(field, from, point, negative, out) ? null : RejectReason.BAD_AMOUNT;
    }

    private static int point(Field field, int from) {
        int p = from;
        while (p < field.to && field.text[p] != '.') {
            p++;
        }
        return p;
    }

    private boolean digits(Field field, int from, int point, boolean negative, RowBuffer out) {
        int first = from;
        int decimals = field.to - point - 1;
        if (point == from || point - from > MAX_DIGITS || !field.isDigits(from, point)) {
            return false;
        }
        if (!fen && point < field.to && (decimals < 1 || decimals > 2 || !field.isDigits(point + 1, field.to))) {
            return false;
        }
        int whole = fen ? Math.max(first, point - 2) : point;
        while (first < whole - 1 && field.text[first] == '0') {
            first++;
        }
        if (negative && hasValue(field, from)) {
            out.plain((byte) '-');
        }
        if (first == whole) {
            out.plain((byte) '0');
        }
        out.plain(field.text, first, whole);
        out.plain((byte) '.');
        decimals(field, whole, out);
        return true;
    }

    private void decimals(Field field, int whole, RowBuffer out) {
        int start = fen ? whole : Math.min(whole + 1, field.to);
        int count = field.to - start;
        if (fen && count == 1) {
            out.plain((byte) '0');
        }
        out.plain(field.text, start, field.to);
        for (int i = count; i < 2 && !fen; i++) {
            out.plain((byte) '0');
        }
    }

    private static boolean hasValue(Field field, int from) {
        for (int i = from; i < field.to; i++) {
            if (field.text[i] >= '1' && field.text[i] <= '9') {
                return true;
            }
        }
        return false;
    }
}
