package org.qingyuan.run;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;
import org.qingyuan.finding.Reject;
import org.qingyuan.finding.RejectReason;
import org.qingyuan.table.CsvColumns;
import org.qingyuan.table.CsvReader;
import org.qingyuan.table.CsvRow;

/// A form that a person filled in: a CSV of the two columns `field,value`, one row a field. Which fields there are is
/// told beforehand; one that is not among them, stands too often, is blank or too long ends the reading, as does any
/// further column. Every error is [ErrorCode#SHEET_REJECTED] and names file, line and field.
final class FieldSheet {
    /// The most bytes of a sheet.
    static final int MAX_BYTES = 256 << 10;

    /// What a field with several lines of text may have beside other characters.
    private static final String LINE_ENDS = "\n\r\t";

    private static final CsvColumns COLUMNS = new CsvColumns(List.of("field", "value"), List.of());

    /// The first reject ends the reading of a table of which all or nothing is wanted.
    static final Consumer<Reject> ALL_OR_NOTHING = reject -> {
        throw rejected(reject.file(), reject.line(), reject.column(), reject.reason(), reject.detail());
    };

    private final String file;
    private final Map<String, List<Cell>> cells;

    private FieldSheet(String file, Map<String, List<Cell>> cells) {
        this.file = file;
        this.cells = cells;
    }

    /// A field that a sheet may have.
    ///
    /// @param most how often
    /// @param characters of one value at most; more than a line where it may hold several
    record Field(String name, int most, int characters, boolean isText) {
        static Field line(String name, int characters) {
            return new Field(name, 1, characters, false);
        }
    }

    private record Cell(String value, long line) {}

    /// Reads a file.
    static FieldSheet read(Path file, List<Field> fields) {
        return read(file.toString(), bytes(file, MAX_BYTES), fields);
    }

    /// The bytes of a file that is no larger than it may be.
    static byte[] bytes(Path file, int most) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw rejected(file.toString(), 0, null, RejectReason.OVERSIZED_RECORD, "> " + most + " B");
            }
            return bytes;
        } catch (IOException e) {
            throw FileFaults.reading(file, e);
        }
    }

    /// @param file its name for messages
    static FieldSheet read(String file, byte[] bytes, List<Field> fields) {
        Map<String, List<Cell>> cells = new LinkedHashMap<>();
        try (CsvReader reader = new CsvReader(file, new ByteArrayInputStream(bytes), COLUMNS, ALL_OR_NOTHING)) {
            if (!reader.unknownColumns().isEmpty()) {
                String column = reader.unknownColumns().getFirst();
                throw rejected(file, 1, column, RejectReason.UNKNOWN_FIELD, column);
            }
            for (CsvRow row = reader.next(); row != null; row = reader.next()) {
                add(row, fields, cells);
            }
        } catch (IOException e) {
            throw FileFaults.reading(Path.of(file), e);
        }
        return new FieldSheet(file, cells);
    }

    private static void add(CsvRow row, List<Field> fields, Map<String, List<Cell>> cells) {
        String name = row.text("field");
        Field field = fields.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
        if (field == null) {
            row.reject("field", RejectReason.UNKNOWN_FIELD, name);
            return;
        }
        String value = row.required("value");
        if (value.codePointCount(0, value.length()) > field.characters() || hasControls(value, field.isText())) {
            row.reject(name, RejectReason.BAD_VALUE, value);
        }
        List<Cell> values = cells.computeIfAbsent(name, any -> new ArrayList<>());
        if (values.size() == field.most()) {
            row.reject("field", RejectReason.REPEATED_ID, name);
        }
        values.add(new Cell(value, row.line()));
    }

    /// Whether a text holds what would act where it is shown.
    static boolean hasControls(String value, boolean mayHaveLines) {
        return value.codePoints()
                .anyMatch(c -> (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT)
                        && !(mayHaveLines && LINE_ENDS.indexOf(c) >= 0));
    }

    private static Failure rejected(
            String file, long line, @Nullable String column, RejectReason reason, String detail) {
        return new Failure(
                ErrorCode.SHEET_REJECTED,
                Map.of(
                        "where",
                        ScanReferences.place(new Reject(file, line, column, reason, detail)),
                        "reject",
                        reason.word(),
                        "what",
                        detail));
    }

    boolean has(String field) {
        return cells.containsKey(field);
    }

    /// The value, blank where the field is not there.
    String text(String field) {
        return has(field) ? cell(field).value() : "";
    }

    private Cell cell(String field) {
        return cells.getOrDefault(field, List.of()).getFirst();
    }

    List<String> texts(String field) {
        return cells.getOrDefault(field, List.of()).stream().map(Cell::value).toList();
    }

    /// The value of a field that must be there.
    String required(String field) {
        if (!has(field)) {
            throw rejected(file, 0, field, RejectReason.BLANK_VALUE, field);
        }
        return text(field);
    }

    /// A day that is not after another.
    LocalDate requiredDay(String field, LocalDate latest) {
        String text = required(field);
        try {
            LocalDate day = LocalDate.parse(text);
            if (!day.isAfter(latest) && day.getYear() > 1990) {
                return day;
            }
        } catch (DateTimeException e) {
            // told below
        }
        throw bad(field, RejectReason.BAD_DATE);
    }

    /// The value of a field that is one of these, blank where it is not there.
    String oneOf(String field, List<String> words) {
        String word = text(field);
        if (has(field) && !words.contains(word)) {
            throw bad(field, RejectReason.UNKNOWN_VALUE);
        }
        return word;
    }

    /// An error of a field that is there.
    Failure bad(String field, RejectReason reason) {
        return rejected(file, cell(field).line(), field, reason, cell(field).value());
    }
}
