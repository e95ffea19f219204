package org.qingyuan.output;

import java.io.IOException;
import java.io.OutputStream;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Outcome;
import org.qingyuan.finding.RunSummary;

/// Findings as comma-separated values, one row each; see [CsvRows].
final class CsvFindings implements ResultWriter {
    private final CsvRows<Finding> rows;
    private final Masking masking;

    CsvFindings(OutputStream out, Schema<Finding> schema, FormatOptions options, boolean excel) throws IOException {
        this.rows = new CsvRows<>(out, schema, true, excel);
        this.masking = Masking.forData(options.reveal());
    }

    @Override
    public void finding(Finding finding) throws IOException {
        rows.write(masking.mask(finding));
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
    public void flush() throws IOException {
        rows.flush();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
