package org.qingyuan.cli;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import org.qingyuan.finding.Failure;
import org.qingyuan.finding.Reject;
import org.qingyuan.registry.Registry;
import org.qingyuan.run.ScanReferences;

/// The registry that a command of cases names by `--registry`.
final class CaseRegistry {
    private CaseRegistry() {}

    /// One in which nobody is registered where none is named.
    ///
    /// @throws Failure `REGISTRY_REJECTED`, which names the first row that cannot be used
    static Registry load(Context context, Flag flag, ZoneId zone) {
        Path folder = context.arguments().path(flag, context.environment().folder());
        ScanReferences loaded = ScanReferences.load(folder, null, zone);
        if (loaded.failure() != null) {
            Reject first = loaded.rejected().getFirst();
            String what = context.messages()
                    .text(
                            "cli.rejected-rows",
                            Map.of(
                                    "count", (long) loaded.rejected().size(),
                                    "place", ScanReferences.place(first),
                                    "reject", first.reason().word(),
                                    "detail", first.detail()));
            throw new Failure(loaded.failure(), Map.of("where", "" + folder, "what", what));
        }
        for (String notice : loaded.references().registry().notices()) {
            context.console().note(context.messages().text("registry.unknown-column", Map.of("column", notice)));
        }
        return loaded.references().registry();
    }
}
