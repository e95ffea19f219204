package org.qingyuan.table.raw;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/// Rows on their way into the database, as text that needs no quotes: fields end with US, rows with LF, and these
/// bytes and CR within a field are written as SUB and a letter.
final class RowBuffer {
    static final byte SEPARATOR = 0x1f;
    static final byte ESCAPE = 0x1a;

    /// After [#ESCAPE]: a field that is null.
    static final byte NULL = '0';

    private static final int FLUSH = 1 << 18;

    private byte[] bytes = new byte[FLUSH + 65_536];
    private int end;
    private int rowStart;
    private boolean escaped;
    private boolean rowEscaped;

    /// Whether any row kept so far needs its escapes undone.
    boolean hasEscapes() {
        return escaped;
    }

    /// Ends the row and keeps it.
    void keepRow() {
        bytes[end - 1] = '\n';
        rowStart = end;
        escaped |= rowEscaped;
        rowEscaped = false;
    }

    /// Forgets what was written since the last row was kept.
    void dropRow() {
        end = rowStart;
        rowEscaped = false;
    }

    int position() {
        return end;
    }

    /// Forgets what was written since a position of the same row.
    void backTo(int position) {
        end = position;
    }

    void endField() {
        room(1);
        bytes[end++] = SEPARATOR;
    }

    /// Appends bytes that hold nothing that must be escaped.
    void plain(byte[] from, int start, int stop) {
        int length = stop - start;
        room(length);
        System.arraycopy(from, start, bytes, end, length);
        end += length;
    }

    void plain(byte value) {
        room(1);
        bytes[end++] = value;
    }

    /// Appends any bytes.
    void text(byte[] from, int start, int stop) {
        room(2 * (stop - start));
        for (int p = start; p < stop; p++) {
            byte letter = letter(from[p]);
            if (letter != 0) {
                bytes[end++] = ESCAPE;
                bytes[end++] = letter;
                rowEscaped = true;
            } else {
                bytes[end++] = from[p];
            }
        }
    }

    void text(String value) {
        byte[] from = value.getBytes(UTF_8);
        text(from, 0, from.length);
    }

    void nothing() {
        room(2);
        bytes[end++] = ESCAPE;
        bytes[end++] = NULL;
    }

    void number(long value) {
        room(20);
        if (value == 0) {
            bytes[end++] = '0';
            return;
        }
        int first = end;
        for (long rest = value; rest > 0; rest /= 10) {
            bytes[end++] = (byte) ('0' + rest % 10);
        }
        for (int low = first, high = end - 1; low < high; low++, high--) {
            byte digit = bytes[low];
            bytes[low] = bytes[high];
            bytes[high] = digit;
        }
    }

    private static byte letter(byte value) {
        return switch (value) {
            case '\n' -> 'n';
            case '\r' -> 'r';
            case SEPARATOR -> 'u';
            case ESCAPE -> 's';
            default -> 0;
        };
    }

    private void room(int count) {
        if (bytes.length - end < count) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, end + count));
        }
    }

    boolean isFull() {
        return end >= FLUSH;
    }

    /// Writes the rows kept and forgets them; nothing else may be pending.
    int writeTo(OutputStream out) throws IOException {
        int count = end;
        out.write(bytes, 0, count);
        end = 0;
        rowStart = 0;
        return count;
    }

    /// Forgets that there were escapes, for the next part.
    void newPart() {
        escaped = false;
    }
}
