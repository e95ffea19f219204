package org.qingyuan.output;

import java.io.IOException;
import java.io.OutputStream;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Outcome;
import org.qingyuan.finding.RunSummary;

/// Findings as a workbook, one row each, titled in the language chosen; ids are text, amounts numbers.
final class XlsxFindings implements ResultWriter {
    private final Schema<Finding> schema;
    private final Messages messages;
    private final Masking masking;
    private final Workbook workbook;

    XlsxFindings(OutputStream out, Schema<Finding> schema, FormatOptions options) {
        this.schema = schema;
        this.messages = options.messages();
        this.masking = Masking.forData(options.reveal());
        this.workbook = new Workbook(out);
        workbook.sheet(
                messages.text("xlsx.findings"),
                schema.columns().stream().map(this::title).toList());
    }

    private String title(Column<Finding> column) {
        return messages.has("column." + column.name()) ? column.title(messages) : column.name();
    }

    @Override
    public void finding(Finding finding) throws IOException {
        Finding masked = masking.mask(finding);
        workbook.row(schema.columns().stream()
                .map(column ->
                        Workbook.cell(column.path().getLast(), schema.shape().at(masked, column.path())))
                .toList());
    }

    @Override
    public void outcome(Outcome outcome) {
        // rows of one kind only; outcomes are in the run line
    }

    @Override
    public void run(RunSummary run) {
        // rows of one kind only; the run line goes elsewhere
    }

    @Override
    public void flush() {
        // a workbook is whole when it is closed
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
