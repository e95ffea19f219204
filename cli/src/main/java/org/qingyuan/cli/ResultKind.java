package org.qingyuan.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.qingyuan.output.Format;
import org.qingyuan.output.FormatOptions;
import org.qingyuan.output.Language;
import org.qingyuan.output.ResultWriter;
import org.qingyuan.run.AccountDocument;
import org.qingyuan.run.MiningReport;

/// What a command's findings are about: how each format shows them, and which document goes with them.
enum ResultKind {
    MINING(Flag.REPORT, Format::open, MiningReport::write),
    ACCOUNTS(Flag.REPORT_ACCOUNTS, Format::openAccounts, AccountDocument::write);

    private interface Opener {
        ResultWriter open(Format format, OutputStream out, FormatOptions options) throws IOException;
    }

    private interface Reporter {
        void write(List<Path> lines, Language language, ZoneId zone, Path file) throws IOException;
    }

    private final Flag report;
    private final Opener opener;
    private final Reporter reporter;

    ResultKind(Flag report, Opener opener, Reporter reporter) {
        this.report = report;
        this.opener = opener;
        this.reporter = reporter;
    }

    /// The flag that asks for the document.
    Flag reportFlag() {
        return report;
    }

    ResultWriter open(Format format, OutputStream out, FormatOptions options) throws IOException {
        return opener.open(format, out, options);
    }

    /// Makes the document from result lines.
    void report(Path lines, Language language, ZoneId zone, Path file) throws IOException {
        reporter.write(List.of(lines), language, zone, file);
    }
}
