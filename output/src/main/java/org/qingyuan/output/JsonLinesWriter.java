package org.qingyuan.output;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Outcome;
import org.qingyuan.finding.RunSummary;

/// JSON lines, UTF-8, a line feed after each.
final class JsonLinesWriter implements ResultWriter {
    private final OutputStream out;
    private final Masking masking;

    JsonLinesWriter(OutputStream out, Masking masking) {
        this.out = new BufferedOutputStream(out, 1 << 16);
        this.masking = masking;
    }

    @Override
    public void finding(Finding finding) throws IOException {
        out.write(ResultJson.line(masking.mask(finding)));
    }

    @Override
    public void line(byte[] json) throws IOException {
        out.write(json);
    }

    @Override
    public void outcome(Outcome outcome) throws IOException {
        out.write(ResultJson.line(masking.mask(outcome)));
    }

    @Override
    public void run(RunSummary run) throws IOException {
        out.write(ResultJson.line(masking.mask(run)));
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
