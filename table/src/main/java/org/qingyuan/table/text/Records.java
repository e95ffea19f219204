package org.qingyuan.table.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.RejectReason;

/// Finds the records of a text and their fields, in place: [#text] from [#start] to [#end] is one, as UTF-8.
///
/// A byte-order mark at the start is skipped, and so are empty lines. What is wrong with a record is its [#problem] and
/// costs no other record: where a quote is not closed, or closed in the middle of a field, the record is its first line
/// alone, and the next line is read as if nothing had been. Memory is fixed, whatever the input. Not for several
/// threads.
public final class Records {
    /// The most bytes of a record, as UTF-8, its separators and quotes included.
    public static final int MAX_BYTES = 262_144;

    /// The most fields of a record.
    public static final int MAX_FIELDS = 1_024;

    static final byte PLAIN = 0;
    static final byte CONTROL = 1;
    static final byte SEPARATOR = 2;
    static final byte LINE_END = 3;
    static final byte QUOTE = 4;
    static final byte NUL = 5;
    static final byte UNDECODED = 6;

    /// What [#hasControls] tells of: SUB and US.
    static final int[] CONTROLS = {0x1a, 0x1f};

    private static final int BLOCK = 262_144;

    private final InputStream in;
    private final Transcoder transcoder;
    private final byte[] separator;
    private final byte[] kinds;
    private final byte[] raw = new byte[BLOCK];
    private final byte[] text;
    private final int[] starts = new int[MAX_FIELDS];
    private final int[] ends = new int[MAX_FIELDS];
    private int rawAt;
    private int rawEnd;
    private boolean ended;
    private int at;
    private int limit;
    private long nextLine = 1;

    private long line;
    private int fields;
    private @Nullable RejectReason problem;
    private int problemField;
    private boolean controls;
    private boolean doubled;
    private boolean lineEndInQuotes;
    private boolean oversized;
    private int next;

    /// @param in not closed; its faults are thrown by [#next]
    public Records(InputStream in, TextEncoding encoding, Dialect dialect) throws IOException {
        this.in = in;
        this.transcoder = encoding.transcoder();
        this.separator = dialect.separatorBytes();
        this.kinds = dialect.kinds();
        this.text = new byte[MAX_BYTES + transcoder.worst(BLOCK) + 8];
        fill();
        if (limit >= 3 && text[0] == (byte) 0xef && text[1] == (byte) 0xbb && text[2] == (byte) 0xbf) {
            at = 3;
        }
    }

    /// Finds the next record; `false` at the end of the text.
    public boolean next() throws IOException {
        if (oversized) {
            passOver();
        }
        skipEmptyLines();
        if (at == limit) {
            return false;
        }
        line = nextLine;
        while (!parse()) {
            fill();
        }
        if (next - at > MAX_BYTES) {
            shorten();
        }
        if (!oversized) {
            nextLine += lineEndInQuotes ? lineEnds(at, next) : 1;
        }
        at = next;
        if (doubled && problem == null) {
            undouble();
        }
        return true;
    }

    /// The line on which the record begins, from 1.
    public long line() {
        return line;
    }

    /// How many fields the record has; of a broken one how many could be found.
    public int fields() {
        return fields;
    }

    /// Holds the fields until the next call of [#next].
    public byte[] text() {
        return text;
    }

    /// Where a field begins in [#text].
    public int start(int field) {
        return starts[Objects.checkIndex(field, fields)];
    }

    /// Where a field ends in [#text].
    public int end(int field) {
        return ends[Objects.checkIndex(field, fields)];
    }

    /// Why the record cannot be used, or `null`.
    public @Nullable RejectReason problem() {
        return problem;
    }

    /// The field with the problem, from 0.
    public int problemField() {
        return problemField;
    }

    /// Whether the record holds a control byte that a table staged for the database cannot hold as it is: a line end,
    /// SUB or US.
    public boolean hasControls() {
        return controls;
    }

    /// Whether a field holds bytes that do not decode, or a NUL.
    public boolean isReadable(int field) {
        for (int i = start(field); i < end(field); i++) {
            if (text[i] == Transcoder.BAD || text[i] == 0) {
                return false;
            }
        }
        return true;
    }

    /// Parses the record at `at`; `false` where more text must be brought first.
    private boolean parse() {
        fields = 0;
        problem = null;
        controls = false;
        doubled = false;
        lineEndInQuotes = false;
        oversized = false;
        int p = at;
        while (true) {
            boolean quoted = kinds['"'] == QUOTE && p < limit && text[p] == '"';
            int begin = quoted ? p + 1 : p;
            int end = quoted ? closingQuote(begin) : fieldEnd(p);
            if (end < 0) {
                return end == NEED_MORE ? tooLong() : true;
            }
            addField(begin, end);
            p = quoted ? end + 1 : end;
            int after = after(p);
            if (after == NEED_MORE) {
                return tooLong();
            }
            if (after == MORE_FIELDS) {
                p += separator.length;
            } else {
                next = after;
                return true;
            }
        }
    }

    private static final int NEED_MORE = -1;
    private static final int MORE_FIELDS = -2;
    private static final int BROKEN = -3;

    /// The end of a field without quotes, or [#NEED_MORE].
    private int fieldEnd(int from) {
        byte[] bytes = text;
        byte[] kind = kinds;
        int stop = limit;
        for (int p = from; p < stop; p++) {
            switch (kind[bytes[p] & 255]) {
                case PLAIN -> {}
                case LINE_END -> {
                    return p;
                }
                case SEPARATOR -> {
                    if (separator.length == 1 || isSeparator(p)) {
                        return p;
                    }
                    controls |= isControl(bytes[p]);
                }
                default -> odd(bytes[p]);
            }
        }
        return ended ? stop : NEED_MORE;
    }

    private boolean isSeparator(int p) {
        return p + separator.length <= limit
                && Arrays.equals(text, p, p + separator.length, separator, 0, separator.length);
    }

    private void odd(byte value) {
        switch (kinds[value & 255]) {
            case CONTROL -> controls = true;
            case NUL -> fail(RejectReason.NUL_BYTE);
            case UNDECODED -> fail(RejectReason.BAD_ENCODING);
            case QUOTE -> fail(RejectReason.BAD_QUOTING);
            default -> {}
        }
    }

    /// The position of the quote that closes a field, [#NEED_MORE], or [#BROKEN].
    private int closingQuote(int from) {
        int p = from;
        while (p < limit) {
            byte value = text[p];
            if (value != '"') {
                inQuotes(value);
                p++;
            } else if (p + 1 < limit && text[p + 1] == '"') {
                doubled = true;
                p += 2;
            } else if (p + 1 == limit && !ended) {
                return NEED_MORE;
            } else {
                return after(p + 1) == BROKEN ? brokenQuote() : p;
            }
        }
        return ended ? brokenQuote() : NEED_MORE;
    }

    private void inQuotes(byte value) {
        if (value == '\n' || value == '\r') {
            controls = true;
            lineEndInQuotes = true;
        } else if (kinds[value & 255] >= NUL || kinds[value & 255] == CONTROL) {
            odd(value);
        }
    }

    /// What follows a field: where the next record begins, [#MORE_FIELDS], [#NEED_MORE], or [#BROKEN].
    private int after(int p) {
        if (p == limit) {
            return ended ? p : NEED_MORE;
        }
        if (text[p] == '\n') {
            return p + 1;
        }
        if (text[p] == '\r') {
            if (p + 1 == limit && !ended) {
                return NEED_MORE;
            }
            return p + 1 < limit && text[p + 1] == '\n' ? p + 2 : p + 1;
        }
        if (isSeparator(p)) {
            return MORE_FIELDS;
        }
        return p + separator.length > limit && !ended ? NEED_MORE : BROKEN;
    }

    private void addField(int start, int end) {
        if (fields == MAX_FIELDS) {
            fail(RejectReason.EXTRA_FIELD);
            return;
        }
        starts[fields] = start;
        ends[fields++] = end;
    }

    private void fail(RejectReason reason) {
        if (problem == null) {
            problem = reason;
            problemField = fields;
        }
    }

    /// Whether parsing ends here because the record is too long; `false` where more text is to be brought.
    private boolean tooLong() {
        next = limit;
        return limit - at > MAX_BYTES;
    }

    /// The record is its first line alone, and only the fields before its end are known.
    private int brokenQuote() {
        int end = at;
        while (end < limit && text[end] != '\n' && text[end] != '\r') {
            end++;
        }
        cut(end, RejectReason.BAD_QUOTING);
        lineEndInQuotes = false;
        doubled = false;
        next = end;
        if (end < limit) {
            next += text[end] == '\r' && end + 1 < limit && text[end + 1] == '\n' ? 2 : 1;
        }
        return BROKEN;
    }

    /// Ends a record that is longer than allowed, wherever the block ended: one with line ends in quotes at its first
    /// line, any other at its last allowed byte.
    private void shorten() {
        int lineEnd = at;
        while (lineEnd < next && text[lineEnd] != '\n' && text[lineEnd] != '\r') {
            lineEnd++;
        }
        if (lineEnd - at <= MAX_BYTES && lineEndInQuotes) {
            brokenQuote();
        } else if (lineEnd - at > MAX_BYTES) {
            cut(at + MAX_BYTES, RejectReason.OVERSIZED_LINE);
            lineEndInQuotes = false;
            doubled = false;
            oversized = true;
            next = lineEnd;
        }
    }

    /// Forgets the fields that do not end before a position.
    private void cut(int end, RejectReason reason) {
        while (fields > 0 && ends[fields - 1] > end) {
            fields--;
        }
        if (problem == null || problemField >= fields) {
            problem = reason;
            problemField = fields;
        }
    }

    private static boolean isControl(byte value) {
        return value == CONTROLS[0] || value == CONTROLS[1];
    }

    /// Line ends between two positions: a CR LF is one.
    private int lineEnds(int from, int to) {
        int count = 0;
        for (int p = from; p < to; p++) {
            boolean end = text[p] == '\n' || text[p] == '\r' && (p + 1 == limit || text[p + 1] != '\n');
            count += end ? 1 : 0;
        }
        return count;
    }

    /// Leaves out the rest of an oversized record, with its line end.
    private void passOver() throws IOException {
        oversized = false;
        while (true) {
            while (at < limit && text[at] != '\n' && text[at] != '\r') {
                at++;
            }
            if (at < limit || ended) {
                return;
            }
            fill();
        }
    }

    private void skipEmptyLines() throws IOException {
        while (true) {
            if (at == limit) {
                if (ended) {
                    return;
                }
                fill();
            } else if (text[at] == '\n') {
                at++;
                nextLine++;
            } else if (text[at] == '\r') {
                if (at + 1 == limit && !ended) {
                    fill();
                }
                at += at + 1 < limit && text[at + 1] == '\n' ? 2 : 1;
                nextLine++;
            } else {
                return;
            }
        }
    }

    /// Makes one quote of each two, within quoted fields.
    private void undouble() {
        for (int field = 0; field < fields; field++) {
            int start = starts[field];
            if (start > 0 && text[start - 1] == '"') {
                ends[field] = undoubled(start, ends[field]);
            }
        }
    }

    private int undoubled(int start, int end) {
        int out = start;
        for (int p = start; p < end; p++) {
            text[out++] = text[p];
            if (text[p] == '"') {
                p++;
            }
        }
        return out;
    }

    /// Moves what is not used yet to the front and brings more text behind it.
    private void fill() throws IOException {
        System.arraycopy(text, at, text, 0, limit - at);
        limit -= at;
        at = 0;
        System.arraycopy(raw, rawAt, raw, 0, rawEnd - rawAt);
        rawEnd -= rawAt;
        rawAt = 0;
        int wanted = raw.length - rawEnd;
        int count = in.readNBytes(raw, rawEnd, wanted);
        ended = count < wanted;
        rawEnd += count;
        limit = transcoder.transcode(raw, 0, rawEnd, text, limit, ended);
        rawAt = transcoder.consumed();
    }
}
