package org.qingyuan.output;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Reject;
import org.qingyuan.finding.RejectReason;

/// Reads JSON lines of results back into the records that they were written from; writing what was read gives the
/// same bytes.
///
/// What JSON cannot tell is told by the shape: an object of exactly `low`, `best`, `high`, `unit` in this order that is
/// an interval becomes an `Estimate`; a text under one of [JsonTree#MOMENTS] in the written form of an instant or date
/// becomes a `Moment`; a number without point that fits becomes a `Long`, any other a `Double`. A double that happens
/// to be whole therefore comes back as a `Long`: take numbers as `Number`.
///
/// Results joined end to end are read as one. Bounds: [#MAX_LINE_BYTES] a line, [JsonTree#MAX_NESTING] levels. A line
/// that cannot be used is reported with its number, and the next one is read.
public final class ResultReader {
    /// Longest line that is read; longer ones are skipped and reported.
    public static final int MAX_LINE_BYTES = 32 << 20;

    /// How each line of a finding begins, as it is written here.
    private static final byte[] FINDING = "{\"record\":\"finding\",".getBytes(US_ASCII);

    private final String file;
    private final ResultListener listener;
    private final boolean skipsFindings;
    private boolean whole;
    private boolean hasRun;

    private ResultReader(String file, ResultListener listener, boolean skipsFindings) {
        this.file = file;
        this.listener = listener;
        this.skipsFindings = skipsFindings;
    }

    /// Reads to the end; the stream stays open.
    ///
    /// @param file the name under which rejects are reported
    /// @return whether the last record was a run line: `false` = cut off, which the listener was told
    public static boolean read(InputStream in, String file, ResultListener listener) throws IOException {
        return new ResultReader(file, listener, false).readAll(new LineSplitter(in, MAX_LINE_BYTES));
    }

    /// Reads to the end for the run line: what is plainly a finding before the first run line is passed over unread,
    /// and
    /// neither told nor rejected.
    ///
    /// @return as [#read]
    public static boolean readRun(InputStream in, String file, ResultListener listener) throws IOException {
        return new ResultReader(file, listener, true).readAll(new LineSplitter(in, MAX_LINE_BYTES));
    }

    /// The finding of one line as [ResultJson] wrote it.
    ///
    /// @throws IllegalArgumentException when it is none
    public static Finding finding(byte[] line) {
        try {
            if (RecordParser.parse(JsonTree.parse(line, 0, line.length)) instanceof RecordParser.Parsed.OfFinding of) {
                return of.finding();
            }
        } catch (BadRecord e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        throw new IllegalArgumentException("not a finding");
    }

    /// Reads from bytes already in memory.
    static boolean read(byte[] bytes, String file, ResultListener listener) {
        try {
            return read(new ByteArrayInputStream(bytes), file, listener);
        } catch (IOException e) {
            throw new AssertionError("memory does not fail", e);
        }
    }

    private boolean readAll(LineSplitter lines) throws IOException {
        while (lines.next()) {
            if (lines.oversized()) {
                reject(lines.number(), RejectReason.OVERSIZED_LINE, "more than " + MAX_LINE_BYTES + " bytes");
            } else if (!isPassedOver(lines) && !lines.blank()) {
                readLine(lines);
            }
        }
        if (!whole) {
            reject(lines.number() + 1, RejectReason.CUT_OFF, "");
        }
        return whole;
    }

    /// After a run line it matters whether a finding can be read: only what can makes the file end without one.
    private boolean isPassedOver(LineSplitter lines) {
        return skipsFindings
                && !hasRun
                && lines.length() >= FINDING.length
                && Arrays.equals(lines.bytes(), 0, FINDING.length, FINDING, 0, FINDING.length);
    }

    private void readLine(LineSplitter lines) {
        try {
            tell(RecordParser.parse(JsonTree.parse(lines.bytes(), 0, lines.length())));
        } catch (BadRecord e) {
            reject(lines.number(), e.reason(), e.getMessage());
        }
    }

    private void tell(RecordParser.Parsed parsed) {
        whole = false;
        switch (parsed) {
            case RecordParser.Parsed.OfFinding of -> listener.finding(of.finding());
            case RecordParser.Parsed.OfOutcome of -> listener.outcome(of.outcome());
            case RecordParser.Parsed.OfRun of -> {
                whole = true;
                hasRun = true;
                listener.run(of.run());
            }
        }
    }

    private void reject(long line, RejectReason reason, String detail) {
        listener.rejected(new Reject(file, line, null, reason, detail));
    }
}
