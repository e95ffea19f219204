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
import org.qingyuan.output.AtomicFile;
import org.qingyuan.output.Language;
import org.qingyuan.report.Circular;
import org.qingyuan.report.ResultFile;

/// Makes the circular of results that lie in files of JSON lines.
public final class MiningReport {
    private MiningReport() {}

    /// @param results files of JSON lines, of one or several sites
    /// @throws IOException when a file cannot be read or the circular cannot be written
    public static void write(List<Path> results, Language language, ZoneId zone, Path circular) throws IOException {
        try (AtomicFile file = AtomicFile.create(circular, AtomicFile.Access.SHARED)) {
            Writer out = new BufferedWriter(new OutputStreamWriter(file.stream(), StandardCharsets.UTF_8));
            write(results, language, zone, out);
            out.flush();
            file.commit();
        }
    }

    /// The same onto an open writer, which stays open.
    public static void write(List<Path> results, Language language, ZoneId zone, Writer out) throws IOException {
        List<ResultFile> sources = results.stream()
                .map(path -> new ResultFile(path.toString(), () -> Files.newInputStream(path)))
                .toList();
        Circular.write(sources, language, zone, out);
    }
}
