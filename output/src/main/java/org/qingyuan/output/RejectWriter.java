package org.qingyuan.output;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import org.qingyuan.finding.Reject;

/// The list of what could not be used, as CSV with the columns `file,line,column,reason,detail`; details are masked.
public final class RejectWriter implements Closeable {
    private final CsvRows<Reject> rows;
    private final Masking masking;

    /// Writes the header; closes the stream when closed.
    public RejectWriter(OutputStream out, Masking masking) throws IOException {
        this.rows = new CsvRows<>(out, Schema.REJECT, false, false);
        this.masking = masking;
    }

    public void write(Reject reject) throws IOException {
        rows.write(masking.mask(reject));
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
