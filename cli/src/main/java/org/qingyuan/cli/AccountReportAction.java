package org.qingyuan.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;
import org.qingyuan.output.Language;
import org.qingyuan.run.AccountDocument;
import org.qingyuan.run.FileFaults;

/// Carries out `accounts report`.
final class AccountReportAction {
    private AccountReportAction() {}

    static int run(Context context) throws IOException {
        Path folder = context.environment().folder();
        List<Path> results = existing(context.arguments().operands(), folder);
        Language language = context.messages().language();
        ZoneId zone = context.arguments().zone();
        Path document = context.arguments().path(Flag.WRITE_REPORT, folder);
        if (document == null) {
            Writer out =
                    new BufferedWriter(new OutputStreamWriter(context.console().out(), StandardCharsets.UTF_8));
            AccountDocument.write(results, language, zone, out);
            out.flush();
            return Runner.DONE;
        }
        try {
            AccountDocument.write(results, language, zone, document);
        } catch (IOException e) {
            throw FileFaults.writing(document, e);
        }
        context.console().note(context.messages().text("cli.written", Map.of("file", document.toString())));
        return Runner.DONE;
    }

    /// The files of results that were named.
    ///
    /// @throws Failure when one is not there
    static List<Path> existing(List<String> operands, Path folder) {
        List<Path> results = operands.stream().map(folder::resolve).toList();
        for (Path file : results) {
            if (!Files.exists(file)) {
                throw new Failure(ErrorCode.FILE_NOT_FOUND, Map.of("where", file.toString(), "what", ""));
            }
        }
        return results;
    }
}
