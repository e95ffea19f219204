package org.qingyuan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.qingyuan.run.FileFaults;
import org.qingyuan.traffic.generate.Scenario;
import org.qingyuan.traffic.generate.TrafficGenerator;

/// Carries out `generate traffic`.
final class GenerateAction {
    private static final String ALL = "all";
    private static final String LIST = "list";

    private GenerateAction() {}

    static int run(Context context) throws IOException {
        Arguments arguments = context.arguments();
        if (LIST.equals(arguments.text(Flag.SCENARIO))) {
            for (Scenario scenario : Scenario.all()) {
                context.console().print(scenario.word() + ": " + scenario.shows());
            }
            return Runner.DONE;
        }
        Path folder =
                arguments.requiredPath(Flag.WRITE_FOLDER, context.environment().folder());
        long seed = arguments.number(Flag.SEED, 1, 0, Long.MAX_VALUE);
        String scenario = "" + arguments.text(Flag.SCENARIO);
        int planted;
        try {
            planted = (scenario.equals(ALL)
                            ? TrafficGenerator.writeAll(seed, folder)
                            : TrafficGenerator.write(named(scenario, context), seed, folder))
                    .size();
        } catch (IOException e) {
            throw FileFaults.writing(folder, e);
        }
        context.console()
                .note(context.messages()
                        .text("cli.generated", Map.of("folder", folder.toString(), "planted", (long) planted)));
        return Runner.DONE;
    }

    private static List<Scenario> named(String word, Context context) {
        return List.of(Scenario.named(word)
                .orElseThrow(() -> Parsing.usage(
                        Flag.SCENARIO.text(),
                        context.messages().text("cli.usage.unknown-scenario", Map.of("value", word)))));
    }
}
