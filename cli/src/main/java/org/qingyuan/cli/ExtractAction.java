package org.qingyuan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.qingyuan.output.Messages;
import org.qingyuan.run.FindingSearch;
import org.qingyuan.run.MiningExtract;

/// Carries out `mining extract`.
final class ExtractAction {
    private ExtractAction() {}

    static int run(Context context) throws IOException {
        Path folder = context.environment().folder();
        Path target = context.arguments().requiredPath(Flag.WRITE_PACKETS, folder);
        FindingSearch.Found found = ExplainAction.find(context);
        Path captures = Objects.requireNonNullElse(context.arguments().path(Flag.CAPTURES, folder), folder);
        MiningExtract.Extracted extracted = new MiningExtract(found, captures).run(target);
        tell(context, extracted, target.toString());
        return Runner.DONE;
    }

    private static void tell(Context context, MiningExtract.Extracted extracted, String target) throws IOException {
        Messages messages = context.messages();
        for (MiningExtract.Read read : extracted.read()) {
            context.console()
                    .print(List.of(messages.text(
                            "cli.sha256-read",
                            Map.of("file", read.file(), "sha256", read.source().sha256()))));
        }
        context.console()
                .print(messages.text(
                        "cli.sha256-written",
                        Map.of("file", target, "sha256", extracted.written().sha256())));
        context.console()
                .note(messages.text(
                        "cli.extracted",
                        Map.of("file", target, "packets", extracted.written().packets())));
        long left = extracted.written().otherLinkType();
        if (left > 0) {
            context.console().warn(messages.text("cli.other-link-type", Map.of("packets", left)));
        }
    }
}
