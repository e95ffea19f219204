package org.qingyuan.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;
import org.qingyuan.output.Language;
import org.qingyuan.run.FileFaults;
import org.qingyuan.run.MiningReport;

/// Carries out `mining report`.
final class ReportAction {
    private ReportAction() {}

    static int run(Context context) throws IOException {
        Path folder = context.environment().folder();
        List<Path> results =
                context.arguments().operands().stream().map(folder::resolve).toList();
        for (Path file : results) {
            if (!Files.exists(file)) {
                throw new Failure(ErrorCode.FILE_NOT_FOUND, Map.of("where", file.toString(), "what", ""));
            }
        }
        Language language = context.messages().language();
        Path circular = context.arguments().path(Flag.WRITE_CIRCULAR, folder);
        if (circular == null) {
            Writer out =
                    new BufferedWriter(new OutputStreamWriter(context.console().out(), StandardCharsets.UTF_8));
            MiningReport.write(results, language, context.arguments().zone(), out);
            out.flush();
            return Runner.DONE;
        }
        try {
            MiningReport.write(results, language, context.arguments().zone(), circular);
        } catch (IOException e) {
            throw FileFaults.writing(circular, e);
        }
        context.console().note(context.messages().text("cli.written", Map.of("file", circular.toString())));
        return Runner.DONE;
    }
}
