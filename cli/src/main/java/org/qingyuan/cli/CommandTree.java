package org.qingyuan.cli;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.qingyuan.output.Messages;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The rows of [Command] and [Flag] as the parser wants them.
final class CommandTree {
    static final String PROGRAM = "qingyuan";

    private CommandTree() {}

    static CommandLine of(Messages messages) {
        return of(messages, EnumSet.allOf(Command.class));
    }

    /// The tree of a line that begins with the words of a command has that command alone, else all.
    static CommandLine of(Messages messages, List<String> line) {
        String words = String.join(" ", line.subList(0, Math.min(2, line.size())));
        for (Command command : Command.values()) {
            if (command.words().equals(words)) {
                return of(messages, EnumSet.of(command));
            }
        }
        return of(messages);
    }

    private static CommandLine of(Messages messages, Set<Command> commands) {
        CommandSpec root = spec(PROGRAM);
        addFlags(root, List.of(Flag.LANG, Flag.HELP, Flag.VERSION));
        Map<String, CommandSpec> groups = new LinkedHashMap<>();
        for (Command command : commands) {
            CommandSpec parent = command.group().isEmpty()
                    ? root
                    : groups.computeIfAbsent(command.group(), word -> addGroup(root, word));
            parent.addSubcommand(command.word(), leaf(command, messages));
        }
        return new CommandLine(root)
                .setExpandAtFiles(false)
                .setUnmatchedOptionsArePositionalParams(false)
                .setOverwrittenOptionsAllowed(false)
                .setInterpolateVariables(false);
    }

    private static CommandSpec spec(String name) {
        return CommandSpec.create().name(name);
    }

    private static CommandSpec addGroup(CommandSpec root, String word) {
        CommandSpec group = spec(word);
        addFlags(group, List.of(Flag.LANG, Flag.HELP));
        root.addSubcommand(word, group);
        return group;
    }

    private static CommandSpec leaf(Command command, Messages messages) {
        CommandSpec spec = spec(command.word());
        spec.usageMessage().description(messages.text(command.messageKey("title")));
        addFlags(spec, command.allFlags());
        if (command.operand().most() > 0) {
            spec.addPositional(PositionalParamSpec.builder()
                    .paramLabel(command.operand().label())
                    .type(List.class)
                    .auxiliaryTypes(String.class)
                    .arity("0..*")
                    .build());
        }
        return spec;
    }

    private static void addFlags(CommandSpec spec, List<Flag> flags) {
        for (Flag flag : flags) {
            spec.addOption(option(flag));
        }
    }

    private static OptionSpec option(Flag flag) {
        OptionSpec.Builder option = OptionSpec.builder(flag.names().toArray(String[]::new));
        String label = flag.label();
        if (label == null) {
            return option.type(boolean.class)
                    .arity("0")
                    .usageHelp(flag == Flag.HELP)
                    .versionHelp(flag == Flag.VERSION)
                    .build();
        }
        option.paramLabel(label).arity("1");
        if (label.matches("[a-z-]+(\\|[a-z-]+)+")) {
            option.completionCandidates(List.of(label.split("\\|")));
        }
        return flag.isRepeatable()
                ? option.type(List.class).auxiliaryTypes(String.class).build()
                : option.type(String.class).build();
    }
}
