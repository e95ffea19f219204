package org.qingyuan.table.raw;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Reject;
import org.qingyuan.finding.RejectReason;
import org.qingyuan.table.mapping.TableMapping;
import org.qingyuan.table.text.Records;

/// Reads one text file, record by record, and stages its rows and its rejects in parts.
final class TextStager {
    /// How many bytes a part has at most, but for its last rows.
    static final long PART_BYTES = 64L << 20;

    private static final int MAX_DETAIL = 80;

    private final SourceFile file;
    private final int fileNo;
    private final TableShape shape;
    private final TableMapping mapping;
    private final PartSink sink;
    private final PartFile rows;
    private final PartFile rejects;
    private long count;
    private long rejected;

    /// @param fileNo index of the file in its table
    TextStager(SourceFile file, int fileNo, TableShape shape, TableMapping mapping, StageFolder folder, PartSink sink) {
        this.file = file;
        this.fileNo = fileNo;
        this.shape = shape;
        this.mapping = mapping;
        this.sink = sink;
        this.rows = new PartFile(folder);
        this.rejects = new PartFile(folder);
    }

    long rows() {
        return count;
    }

    long rejected() {
        return rejected;
    }

    /// @param in the file's bytes, without compression
    /// @return the plan by which it was read; its faults tell where it was not
    StagePlan stage(InputStream in) throws IOException, InterruptedException {
        try (rows;
                rejects) {
            Records records = new Records(in, mapping.encoding(), mapping.dialect());
            StagePlan plan = plan(records);
            if (plan.faults().isEmpty()) {
                read(records, plan);
                finishRows(plan);
                finishRejects();
            }
            return plan;
        }
    }

    private StagePlan plan(Records records) throws IOException {
        if (!mapping.header()) {
            return StagePlan.of(file.name(), shape, mapping, null, 0);
        }
        if (!records.next()) {
            return faulty(new Reject(file.name(), 0, null, RejectReason.EMPTY_FILE, ""));
        }
        RejectReason problem = records.problem();
        if (problem != null) {
            return faulty(new Reject(file.name(), records.line(), null, problem, ""));
        }
        List<String> heading = new ArrayList<>();
        for (int i = 0; i < records.fields(); i++) {
            heading.add(textOf(records, i).strip());
        }
        return StagePlan.of(file.name(), shape, mapping, heading, records.line());
    }

    private static StagePlan faulty(Reject fault) {
        return new StagePlan(0, List.of(), List.of(), List.of(fault), Set.of());
    }

    private void read(Records records, StagePlan plan) throws IOException, InterruptedException {
        RowBuffer out = rows.buffer();
        StagePlan.Column[] columns = plan.columns().toArray(StagePlan.Column[]::new);
        while (records.next()) {
            count++;
            if (records.problem() == null && records.fields() == plan.fields()) {
                row(records, columns, out, plan);
            } else {
                misshapen(records, plan);
            }
            if (out.isFull()) {
                rows.flush();
                if (rows.written() >= PART_BYTES) {
                    finishRows(plan);
                }
            }
        }
    }

    private void row(Records records, StagePlan.Column[] columns, RowBuffer out, StagePlan plan) {
        out.number(count);
        out.endField();
        out.number(records.line() - count);
        out.endField();
        for (StagePlan.Column column : columns) {
            RejectReason reason = column.writer().write(records, 0, out);
            if (reason != null) {
                out.dropRow();
                String detail = column.position() < 0 ? "" : textOf(records, column.position());
                reject(records, plan, 0, plan.nameOf(column.position()), reason, detail);
                return;
            }
            out.endField();
        }
        out.keepRow();
    }

    private void misshapen(Records records, StagePlan plan) {
        RejectReason problem = records.problem();
        int difference = records.fields() - plan.fields();
        if (problem != null) {
            reject(records, plan, 0, plan.nameOf(records.problemField()), problem, "");
            return;
        }
        RejectReason reason = difference > 0 ? RejectReason.EXTRA_FIELD : RejectReason.MISSING_FIELD;
        String column = difference > 0 ? null : plan.nameOf(records.fields());
        String detail = records.fields() + (difference > 0 ? " > " : " < ") + plan.fields();
        reject(records, plan, 0, column, reason, detail);
        rejectLine(records, plan, difference, column, reason, detail);
    }

    private void reject(
            Records records, StagePlan plan, int shift, @Nullable String column, RejectReason reason, String detail) {
        rejected++;
        rejectLine(records, plan, shift, column, reason, detail);
    }

    private void rejectLine(
            Records records, StagePlan plan, int shift, @Nullable String column, RejectReason reason, String detail) {
        RowBuffer out = rejects.buffer();
        out.number(count);
        out.endField();
        out.number(records.line() - count);
        out.endField();
        out.number(shift == 0 ? 1 : 2);
        out.endField();
        optional(out, column);
        optional(out, reason.word());
        optional(out, shortened(detail));
        for (String name : shape.columns()) {
            rejectedValue(records, plan, shift, name, out);
            out.endField();
        }
        out.keepRow();
        if (out.isFull()) {
            rejects.flush();
        }
    }

    private static void optional(RowBuffer out, @Nullable String value) {
        if (value == null) {
            out.nothing();
        } else {
            out.text(value);
        }
        out.endField();
    }

    /// What can still be read of a column: its value, else the field as it stands, else nothing.
    private static void rejectedValue(Records records, StagePlan plan, int shift, String name, RowBuffer out) {
        StagePlan.Column column = plan.columns().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElse(null);
        if (column == null || !readable(records, shift, column.position())) {
            out.nothing();
            return;
        }
        int start = out.position();
        boolean whole = column.isReadable(records, shift) && column.writer().write(records, shift, out) == null;
        if (!whole) {
            int field = column.position() + shift;
            out.backTo(start);
            out.text(records.text(), records.start(field), records.end(field));
        }
    }

    private static boolean readable(Records records, int shift, int position) {
        int field = position + shift;
        return position < 0 || field >= 0 && field < records.fields() && records.isReadable(field);
    }

    private void finishRows(StagePlan plan) throws IOException, InterruptedException {
        Path path = rows.finish();
        if (path != null) {
            sink.rows(new PartSink.Part(path, fileNo, plan, rows.buffer().hasEscapes()));
        }
        rows.buffer().newPart();
    }

    private void finishRejects() throws IOException, InterruptedException {
        Path path = rejects.finish();
        if (path != null) {
            sink.rejects(new PartSink.RejectPart(path, fileNo, shape));
        }
    }

    private static String textOf(Records records, int field) {
        int start = records.start(field);
        return new String(records.text(), start, records.end(field) - start, UTF_8);
    }

    private static String shortened(String detail) {
        if (detail.length() <= MAX_DETAIL) {
            return detail;
        }
        int end = Character.isHighSurrogate(detail.charAt(MAX_DETAIL - 1)) ? MAX_DETAIL - 1 : MAX_DETAIL;
        return detail.substring(0, end) + "…";
    }
}
