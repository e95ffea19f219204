package org.qingyuan.table;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.RejectReason;

/// Splits bytes into records and fields as RFC 4180 section 2 says, over UTF-8: a byte below 128 is never part of a
/// longer character, so that quotes, commas and line ends are found before anything is decoded.
///
/// Lines end with CR LF, LF or CR. A byte-order mark at the start is skipped. Empty lines are no records. A record
/// that cannot be used is passed over up to the next line end, and [#problem] says why.
final class CsvRecords {
    private static final int END = -1;

    private final InputStream in;
    private final byte[] block = new byte[8192];
    private final CharsetDecoder decoder = UTF_8.newDecoder();
    private final int maxBytes;
    private final int maxFields;
    private final byte[] field;
    private final List<String> fields = new ArrayList<>();
    private int blockEnd;
    private int blockAt;
    private long nextLine = 1;
    private int fieldBytes;
    private int recordBytes;
    private long line;
    private @Nullable RejectReason problem;

    /// @param maxBytes the most bytes of one record, separators and quotes included
    /// @param maxFields the most fields of one record
    CsvRecords(InputStream in, int maxBytes, int maxFields) throws IOException {
        this.in = in;
        this.maxBytes = maxBytes;
        this.maxFields = maxFields;
        this.field = new byte[maxBytes];
        skipByteOrderMark();
    }

    /// Reads the next record; `false` at the end. Afterwards either [#problem] is set or [#fields] holds it.
    boolean next() throws IOException {
        skipEmptyLines();
        if (peek() == END) {
            return false;
        }
        line = nextLine;
        problem = null;
        recordBytes = 0;
        fields.clear();
        while (problem == null && field()) {
            // one more field was read and a comma follows it
        }
        if (problem != null) {
            passOver();
        }
        return true;
    }

    /// The fields of the last record; valid until the next call of [#next].
    List<String> fields() {
        return fields;
    }

    /// The line on which the last record began, from 1.
    long line() {
        return line;
    }

    /// Why the last record cannot be used, or `null`.
    @Nullable
    RejectReason problem() {
        return problem;
    }

    /// How many fields of the broken record were whole; the next one is where it broke.
    int fieldsBefore() {
        return fields.size();
    }

    /// Reads one field; whether another follows in this record.
    private boolean field() throws IOException {
        fieldBytes = 0;
        boolean whole = peek() == '"' ? quoted() : plain();
        if (!whole || !keep()) {
            return false;
        }
        int separator = peek();
        if (separator == ',') {
            take();
            return true;
        }
        endLine();
        return false;
    }

    private boolean plain() throws IOException {
        for (int c = peek(); c != ',' && c != '\r' && c != '\n' && c != END; c = peek()) {
            if (c == '"') {
                return fail(RejectReason.BAD_QUOTING);
            }
            take();
            if (!append(c)) {
                return false;
            }
        }
        return true;
    }

    private boolean quoted() throws IOException {
        take();
        while (true) {
            int c = take();
            if (c == END) {
                return fail(RejectReason.BAD_QUOTING);
            }
            if (c == '"' && peek() != '"') {
                return endsField(peek()) || fail(RejectReason.BAD_QUOTING);
            }
            if (c == '"') {
                take();
            }
            if (!append(c)) {
                return false;
            }
        }
    }

    private static boolean endsField(int c) {
        return c == ',' || c == '\r' || c == '\n' || c == END;
    }

    private boolean append(int c) {
        if (recordBytes > maxBytes) {
            return fail(RejectReason.OVERSIZED_LINE);
        }
        field[fieldBytes++] = (byte) c;
        return true;
    }

    private boolean keep() {
        if (fields.size() == maxFields) {
            return fail(RejectReason.EXTRA_FIELD);
        }
        try {
            fields.add(decoded());
            return true;
        } catch (CharacterCodingException e) {
            return fail(RejectReason.BAD_ENCODING);
        }
    }

    private String decoded() throws CharacterCodingException {
        for (int i = 0; i < fieldBytes; i++) {
            if (field[i] < 0) {
                return decoder.decode(ByteBuffer.wrap(field, 0, fieldBytes)).toString();
            }
        }
        return new String(field, 0, fieldBytes, ISO_8859_1);
    }

    private boolean fail(RejectReason reason) {
        problem = reason;
        return false;
    }

    private void passOver() throws IOException {
        while (peek() != '\n' && peek() != '\r' && peek() != END) {
            take();
        }
        endLine();
    }

    private void skipEmptyLines() throws IOException {
        while (peek() == '\n' || peek() == '\r') {
            endLine();
        }
    }

    private void endLine() throws IOException {
        if (peek() == '\r') {
            take();
        }
        if (peek() == '\n') {
            take();
        }
    }

    private void skipByteOrderMark() throws IOException {
        if (fill() && blockEnd >= 3 && block[0] == (byte) 0xef && block[1] == (byte) 0xbb && block[2] == (byte) 0xbf) {
            blockAt = 3;
        }
    }

    private int peek() throws IOException {
        return blockAt < blockEnd || fill() ? block[blockAt] & 255 : END;
    }

    /// The next byte, with lines counted: a LF, or a CR that no LF follows, ends one.
    private int take() throws IOException {
        int c = peek();
        if (c != END) {
            blockAt++;
            recordBytes++;
        }
        if (c == '\n' || c == '\r' && peek() != '\n') {
            nextLine++;
        }
        return c;
    }

    private boolean fill() throws IOException {
        blockAt = 0;
        blockEnd = Math.max(0, in.readNBytes(block, 0, block.length));
        return blockEnd > 0;
    }
}
