package org.qingyuan.run;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.qingyuan.output.AtomicFile;
import org.qingyuan.output.Language;
import org.qingyuan.report.AccountReport;
import org.qingyuan.report.ResultFile;

/// Makes the report or the lists of results on accounts that lie in files of JSON lines.
public final class AccountDocument {
    private AccountDocument() {}

    /// @param file its suffix decides: `.csv` the counts by rule, legal entity and branch, `.xlsx` these and a sheet of
    ///     findings for each rule, else HTML
    /// @throws IOException when results cannot be read or the file cannot be written
    public static void write(List<Path> results, Language language, ZoneId zone, Path file) throws IOException {
        AccountReport report = report(results, language, zone);
        String name = file.toString().toLowerCase(Locale.ROOT);
        boolean isList = name.endsWith(".xlsx") || name.endsWith(".csv");
        AtomicFile.Access access = isList ? AtomicFile.Access.PRIVATE : AtomicFile.Access.SHARED;
        try (AtomicFile written = AtomicFile.create(file, access)) {
            if (name.endsWith(".xlsx")) {
                report.writeXlsx(written.stream());
            } else {
                Writer out = new BufferedWriter(new OutputStreamWriter(written.stream(), StandardCharsets.UTF_8));
                if (isList) {
                    report.writeCsv(out);
                } else {
                    report.writeHtml(out);
                }
                out.flush();
            }
            written.commit();
        }
    }

    /// HTML onto an open writer, which stays open.
    public static void write(List<Path> results, Language language, ZoneId zone, Writer out) throws IOException {
        report(results, language, zone).writeHtml(out);
    }

    private static AccountReport report(List<Path> results, Language language, ZoneId zone) throws IOException {
        List<ResultFile> sources = results.stream()
                .map(path -> new ResultFile(path.toString(), () -> Files.newInputStream(path)))
                .toList();
        return new AccountReport(sources, language, zone);
    }
}
