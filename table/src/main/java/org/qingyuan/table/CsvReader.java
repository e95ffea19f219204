package org.qingyuan.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Reject;
import org.qingyuan.finding.RejectReason;

/// Reads a table as delimited text (RFC 4180, UTF-8, a byte-order mark is tolerated) row by row, in constant memory.
///
/// The first record is the header: columns are found by name, in any order; unknown ones are passed over and listed.
/// A row that cannot be used is one reject with its line and column, and reading goes on with the next. A header that
/// cannot be used ends the table. Not safe for use by several threads.
public final class CsvReader implements AutoCloseable {
    /// The most bytes of one record, line ends inside quotes included.
    public static final int MAX_RECORD_BYTES = 65_536;

    /// The most columns of a table.
    public static final int MAX_COLUMNS = 1_024;

    private static final int MAX_DETAIL = 80;

    private final String file;
    private final InputStream in;
    private final CsvRecords records;
    private final Consumer<Reject> rejects;
    private final List<String> header = new ArrayList<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private final List<String> unknownColumns = new ArrayList<>();
    private final boolean usable;
    private long rows;

    /// Reads the header.
    ///
    /// @param file name that rejects carry
    /// @param in closed by [#close]
    /// @param rejects told of each reject as it is met
    public CsvReader(String file, InputStream in, CsvColumns columns, Consumer<Reject> rejects) throws IOException {
        this.file = file;
        this.in = in;
        this.rejects = rejects;
        this.records = new CsvRecords(in, MAX_RECORD_BYTES, MAX_COLUMNS);
        this.usable = readHeader(columns);
    }

    /// Columns of the file that the table does not know, in their order; a nameless one is written as its number from
    /// 1 after a `#`.
    public List<String> unknownColumns() {
        return List.copyOf(unknownColumns);
    }

    /// Rows met so far, usable or not, without the header.
    public long rows() {
        return rows;
    }

    /// The next row of the right shape, or `null` at the end.
    public @Nullable CsvRow next() throws IOException {
        while (usable && records.next()) {
            rows++;
            if (rightShape()) {
                return new CsvRow(this, records.line(), List.copyOf(records.fields()));
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /// Position of a column in a row, -1 where the file has none.
    int position(String column) {
        return positions.getOrDefault(column, -1);
    }

    void reject(long line, @Nullable String column, RejectReason reason, String detail) {
        rejects.accept(new Reject(file, line, column, reason, shortened(detail)));
    }

    private static String shortened(String detail) {
        if (detail.length() <= MAX_DETAIL) {
            return detail;
        }
        int end = Character.isHighSurrogate(detail.charAt(MAX_DETAIL - 1)) ? MAX_DETAIL - 1 : MAX_DETAIL;
        return detail.substring(0, end) + "…";
    }

    private boolean readHeader(CsvColumns columns) throws IOException {
        if (!records.next()) {
            reject(0, null, RejectReason.EMPTY_FILE, "");
            return false;
        }
        RejectReason problem = records.problem();
        if (problem != null) {
            reject(records.line(), null, problem, "");
            return false;
        }
        boolean once = namesColumns(columns);
        return hasRequired(columns) && once;
    }

    private boolean namesColumns(CsvColumns columns) {
        boolean once = true;
        for (String name : records.fields()) {
            String column = name.strip();
            header.add(column);
            if (!columns.knows(column)) {
                unknownColumns.add(column.isEmpty() ? "#" + header.size() : column);
            } else if (positions.putIfAbsent(column, header.size() - 1) != null) {
                reject(records.line(), column, RejectReason.REPEATED_COLUMN, column);
                once = false;
            }
        }
        return once;
    }

    private boolean hasRequired(CsvColumns columns) {
        boolean all = true;
        for (String column : columns.required()) {
            if (!positions.containsKey(column)) {
                reject(records.line(), column, RejectReason.MISSING_COLUMN, column);
                all = false;
            }
        }
        return all;
    }

    private boolean rightShape() {
        int count = records.fields().size();
        RejectReason problem = records.problem();
        if (problem != null) {
            reject(records.line(), nameAt(records.fieldsBefore()), problem, "");
        } else if (count > header.size()) {
            reject(records.line(), null, RejectReason.EXTRA_FIELD, count + " > " + header.size());
        } else if (count < header.size()) {
            reject(records.line(), nameAt(count), RejectReason.MISSING_FIELD, count + " < " + header.size());
        } else {
            return true;
        }
        return false;
    }

    private @Nullable String nameAt(int position) {
        return position < header.size() ? header.get(position) : null;
    }
}
