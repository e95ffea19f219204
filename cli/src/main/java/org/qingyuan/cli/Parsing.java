package org.qingyuan.cli;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;
import org.qingyuan.output.Messages;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// Reads a command line.
final class Parsing {
    private final Messages messages;

    /// What was asked for.
    sealed interface Parsed {
        /// The help of the words typed so far; not asked for when they were not enough.
        record Help(String words, boolean isAskedFor) implements Parsed {}

        record Version() implements Parsed {}

        record Invocation(Command command, Arguments arguments) implements Parsed {}
    }

    Parsing(Messages messages) {
        this.messages = messages;
    }

    /// @throws Failure when the line cannot be understood
    Parsed parse(List<String> line) {
        ParseResult result;
        try {
            result = CommandTree.of(messages, line).parseArgs(line.toArray(String[]::new));
        } catch (ParameterException e) {
            throw usage(where(e), problem(e));
        }
        if (result.isVersionHelpRequested()) {
            return new Parsed.Version();
        }
        StringBuilder words = new StringBuilder();
        boolean isHelp = result.isUsageHelpRequested();
        while (result.hasSubcommand()) {
            result = result.subcommand();
            words.append(words.isEmpty() ? "" : " ").append(result.commandSpec().name());
            isHelp |= result.isUsageHelpRequested();
        }
        Command command = command(words.toString());
        if (isHelp || command == null) {
            return new Parsed.Help(words.toString(), isHelp);
        }
        return new Parsed.Invocation(command, checked(command, new Arguments(command, result, messages)));
    }

    private static @Nullable Command command(String words) {
        for (Command command : Command.values()) {
            if (command.words().equals(words)) {
                return command;
            }
        }
        return null;
    }

    /// The words typed so far, with the one that names no command.
    private static String where(ParameterException problem) {
        CommandLine line = problem.getCommandLine();
        String words = line.getCommandSpec().qualifiedName();
        String unknown = problem instanceof UnmatchedArgumentException unmatched
                        && !line.getSubcommands().isEmpty()
                ? " " + unmatched.getUnmatched().getFirst()
                : "";
        return (words + unknown)
                .substring(words.contains(" ") || !unknown.isEmpty() ? CommandTree.PROGRAM.length() + 1 : 0);
    }

    private Arguments checked(Command command, Arguments arguments) {
        Command.Operand operand = command.operand();
        List<String> operands = arguments.operands();
        if (operands.size() < operand.least()) {
            throw usage(command.words(), messages.text("cli.usage.missing-operand", Map.of("label", operand.label())));
        }
        if (operands.size() > operand.most()) {
            throw usage(
                    command.words(),
                    messages.text("cli.usage.unexpected", Map.of("value", operands.get(operand.most()))));
        }
        String language = arguments.text(Flag.LANG);
        if (language != null && !language.equals("zh") && !language.equals("en")) {
            throw arguments.unusable(Flag.LANG, language, "language");
        }
        return arguments;
    }

    static Failure usage(String where, String what) {
        return new Failure(ErrorCode.USAGE, Map.of("where", where, "what", what));
    }

    private String problem(ParameterException problem) {
        if (problem instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        if (problem instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()
                && missing.getMissing().getFirst() instanceof OptionSpec option) {
            return messages.text("cli.usage.missing-value", Map.of("flag", option.longestName()));
        }
        if (problem instanceof OverwrittenOptionException twice
                && twice.getOverwritten() instanceof OptionSpec option) {
            return messages.text("cli.usage.twice", Map.of("flag", option.longestName()));
        }
        return String.valueOf(problem.getMessage());
    }

    private String unmatched(UnmatchedArgumentException unmatched) {
        String value = unmatched.getUnmatched().getFirst();
        boolean isFlag = value.startsWith("-") && value.length() > 1;
        boolean isGroup = !unmatched.getCommandLine().getSubcommands().isEmpty();
        String key = isFlag ? "unknown-flag" : isGroup ? "unknown-command" : "unexpected";
        String text = messages.text("cli.usage." + key, Map.of("value", value));
        List<String> close = unmatched.getSuggestions();
        return close.isEmpty()
                ? text
                : text + messages.text("cli.usage.close", Map.of("value", String.join(", ", close)));
    }
}
