package org.qingyuan.run;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Address;
import org.qingyuan.finding.RejectReason;
import org.qingyuan.registry.Prefix;
import org.qingyuan.table.CsvColumns;
import org.qingyuan.table.CsvReader;
import org.qingyuan.table.CsvRow;

/// A list of addresses that another office saw mining: a CSV of `address,seen_at,source`. The first row that cannot be
/// used ends the reading, and nothing is kept.
///
/// @param rows in the order of the file
/// @param unknownColumns columns passed over
record StockList(List<Row> rows, List<String> unknownColumns) {
    /// The most rows of a list.
    static final int MAX_ROWS = 100_000;

    private static final int SOURCE = 64;
    private static final CsvColumns COLUMNS = new CsvColumns(List.of("address", "seen_at", "source"), List.of());

    /// One address at one time.
    record Row(Address address, Instant seenAt, String source) {}

    /// @param file its name for messages
    /// @param zone in which a date means its midnight and a time without offset is read
    /// @param latest nobody saw anything later
    /// @throws org.qingyuan.finding.Failure `SHEET_REJECTED`
    static StockList read(String file, byte[] bytes, ZoneId zone, Instant latest) {
        List<Row> rows = new ArrayList<>();
        try (CsvReader reader =
                new CsvReader(file, new ByteArrayInputStream(bytes), COLUMNS, FieldSheet.ALL_OR_NOTHING)) {
            for (CsvRow row = reader.next(); row != null; row = reader.next()) {
                if (rows.size() == MAX_ROWS) {
                    row.reject(null, RejectReason.OVERSIZED_RECORD, "> " + MAX_ROWS);
                }
                rows.add(row(row, zone, latest));
            }
            return new StockList(rows, reader.unknownColumns());
        } catch (IOException e) {
            throw FileFaults.reading(Path.of(file), e);
        }
    }

    private static Row row(CsvRow row, ZoneId zone, Instant latest) {
        Prefix prefix = Prefix.parse(row.required("address"));
        if (prefix == null || prefix.bits() != prefix.network().width()) {
            row.reject("address", RejectReason.BAD_VALUE, row.text("address"));
        }
        String seen = row.required("seen_at");
        Instant seenAt = instant(seen, zone);
        if (seenAt == null || seenAt.isAfter(latest) || seenAt.isBefore(Instant.EPOCH)) {
            row.reject("seen_at", RejectReason.BAD_DATE, seen);
        }
        String source = row.required("source");
        if (source.length() > SOURCE || FieldSheet.hasControls(source, false)) {
            row.reject("source", RejectReason.BAD_VALUE, source);
        }
        if (prefix == null || seenAt == null) {
            throw new IllegalStateException("a reject ends the reading");
        }
        return new Row(prefix.network(), seenAt, source);
    }

    /// A date, or a time with or without offset, with `T` or a space between.
    private static @Nullable Instant instant(String text, ZoneId zone) {
        String iso =
                text.length() > 10 && text.charAt(10) == ' ' ? text.substring(0, 10) + "T" + text.substring(11) : text;
        try {
            if (iso.indexOf('T') < 0) {
                return LocalDate.parse(iso).atStartOfDay(zone).toInstant();
            }
            boolean hasOffset = iso.endsWith("Z") || iso.indexOf('+') > 0 || iso.lastIndexOf('-') > 10;
            return hasOffset
                    ? OffsetDateTime.parse(iso).toInstant()
                    : LocalDateTime.parse(iso).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
