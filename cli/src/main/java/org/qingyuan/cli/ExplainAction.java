package org.qingyuan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.qingyuan.report.Explanation;
import org.qingyuan.run.FindingSearch;

/// Carries out `mining explain`.
final class ExplainAction {
    private ExplainAction() {}

    static int run(Context context) throws IOException {
        FindingSearch.Found found = find(context);
        context.console()
                .print(Explanation.of(
                        found.finding(),
                        found.run(),
                        context.messages().language(),
                        context.arguments().zone()));
        return Runner.DONE;
    }

    /// The finding that the operand names, in the files of `--in`.
    static FindingSearch.Found find(Context context) {
        Arguments arguments = context.arguments();
        String id = arguments.operands().getFirst();
        if (!FindingSearch.isId(id)) {
            throw Parsing.usage(
                    arguments.command().words(), context.messages().text("cli.usage.bad-id", Map.of("value", id)));
        }
        List<Path> results = arguments.texts(Flag.IN).stream()
                .map(context.environment().folder()::resolve)
                .toList();
        if (results.isEmpty()) {
            throw Parsing.usage(
                    arguments.command().words(),
                    context.messages().text("cli.usage.missing-flag", Map.of("flag", Flag.IN.text())));
        }
        return FindingSearch.find(id, results);
    }
}
