package org.qingyuan.table.raw;

import org.qingyuan.table.text.Records;

/// The bytes of one field without the blanks around them: spaces, tabs and full-width spaces.
final class Field {
    byte[] text = new byte[0];
    int from;
    int to;

    /// Looks at a field of a record.
    void of(Records record, int position) {
        text = record.text();
        of(record.start(position), record.end(position));
    }

    /// Looks at a part of the same bytes.
    void of(int start, int end) {
        from = start;
        to = end;
        while (from < to && isBlank(text[from])) {
            from++;
        }
        while (from + 2 < to && isWideBlank(from)) {
            of(from + 3, to);
        }
        while (to > from && isBlank(text[to - 1])) {
            to--;
        }
        while (to - 3 >= from && isWideBlank(to - 3)) {
            of(from, to - 3);
        }
    }

    boolean isEmpty() {
        return from == to;
    }

    int length() {
        return to - from;
    }

    /// Whether all bytes are digits; true of none.
    boolean isDigits(int start, int end) {
        for (int i = start; i < end; i++) {
            if (text[i] < '0' || text[i] > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(byte value) {
        return value == ' ' || value == '\t';
    }

    private boolean isWideBlank(int at) {
        return text[at] == (byte) 0xe3 && text[at + 1] == (byte) 0x80 && text[at + 2] == (byte) 0x80;
    }
}
