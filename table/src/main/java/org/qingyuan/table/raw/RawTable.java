package org.qingyuan.table.raw;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qingyuan.finding.Reject;

/// A table of an extract as the source has it, readable in its session as two relations.
///
/// [#relation] has `file_no INTEGER` (index into [#files]), `"row" BIGINT` (from 1 in its file, the header not counted,
/// rejected rows counted), `line BIGINT` (where the row begins, from 1; the row's number in Parquet), `number BIGINT`
/// (the row over all files in their order, from 1, no more than [#rows]), then every column of the shape. Text is as
/// the source has it after its mapping, not stripped. From text files a column is null only
/// where the file has none; in Parquet null and blank text both mean blank.
///
/// [#rejectRelation] has a line for every row that could not be read: `file_no`, `"row"`, `line`, `"column" VARCHAR`
/// (null where no single one is to blame), `fault VARCHAR` (a word of RejectReason; explanations have a column `reason`
/// of their own), `detail VARCHAR` (what stood there, not masked), then every column of the shape as VARCHAR with what
/// could still be read of it, else null. A line in which all key columns are null is unattributable.
///
/// [#shiftedRelation] has a second line for each row with a wrong number of fields, of the same columns: its fields
/// counted from the right instead of the left, because nobody knows where one is missing or too many. What either
/// reading names is touched by the reject; only the lines of [#rejectRelation] are counted and listed.
///
/// @param columns every column of the shape, in its order
/// @param faults what makes a whole file unusable, by file; where there is one, [#relation] is empty and nothing may be
///     concluded
/// @param unknownColumns columns of the files that the shape does not know, each once
public record RawTable(
        String name,
        List<RawFile> files,
        Map<String, ColumnType> columns,
        List<Reject> faults,
        List<String> unknownColumns) {
    public RawTable {
        files = List.copyOf(files);
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        faults = List.copyOf(faults);
        unknownColumns = List.copyOf(unknownColumns);
    }

    /// Name of the relation of the rows that could be read, `raw_customers`.
    public String relation() {
        return "raw_" + name;
    }

    /// Name of the relation of those that could not, `rejected_customers`.
    public String rejectRelation() {
        return "rejected_" + name;
    }

    /// Name of the relation of their other readings, `shifted_customers`.
    public String shiftedRelation() {
        return "shifted_" + name;
    }

    /// Rows met in all files, rejected ones too.
    public long rows() {
        return files.stream().mapToLong(RawFile::rows).sum();
    }

    /// Rows that could not be read.
    public long rejected() {
        return files.stream().mapToLong(RawFile::rejected).sum();
    }

    /// Ends the run where a file is not the one that was found: text is looked at when it has been read, Parquet must
    /// be
    /// looked at when nothing reads the relation any more.
    ///
    /// @throws org.qingyuan.finding.Failure FILE_CHANGED
    public void checkUnchanged() {
        for (RawFile file : files) {
            new SourceFile(file.name(), file.path(), file.bytes(), file.modified()).checkUnchanged();
        }
    }
}
