package org.qingyuan.run;

import java.io.IOException;
import java.util.List;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Outcome;
import org.qingyuan.finding.RunSummary;
import org.qingyuan.output.ResultWriter;

/// Gives the same results to several writers, in their order.
public record TeeWriter(List<ResultWriter> writers) implements ResultWriter {
    @Override
    public void finding(Finding finding) throws IOException {
        for (ResultWriter writer : writers) {
            writer.finding(finding);
        }
    }

    @Override
    public void line(byte[] json) throws IOException {
        for (ResultWriter writer : writers) {
            writer.line(json);
        }
    }

    @Override
    public void outcome(Outcome outcome) throws IOException {
        for (ResultWriter writer : writers) {
            writer.outcome(outcome);
        }
    }

    @Override
    public void run(RunSummary run) throws IOException {
        for (ResultWriter writer : writers) {
            writer.run(run);
        }
    }

    @Override
    public void flush() throws IOException {
        for (ResultWriter writer : writers) {
            writer.flush();
        }
    }

    @Override
    public void close() throws IOException {
        for (ResultWriter writer : writers) {
            writer.close();
        }
    }
}
