package org.qingyuan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;
import org.qingyuan.output.Language;
import org.qingyuan.output.Messages;
import org.qingyuan.run.FileFaults;
import org.qingyuan.run.ProgramVersion;

/// Carries one command line out and answers with the exit code. The only place where errors become lines.
final class Runner {
    static final int DONE = 0;

    /// Of the program's own classes.
    private static final String PACKAGE = "org.qingyuan.";

    private final Environment environment;
    private final Console console;

    Runner(Environment environment) {
        this.environment = environment;
        this.console = new Console(environment, false);
    }

    int run(List<String> line) {
        Messages messages = messages(line, ZoneId.of(Objects.requireNonNull(Flag.ZONE.standard())));
        try {
            int code = carryOut(line, messages);
            console.flush();
            return code;
        } catch (Console.ClosedPipe e) {
            return DONE;
        } catch (Failure e) {
            return fail(e.code(), messages.text(e.code().messageKey(), e.arguments()), null);
        } catch (IOException e) {
            Failure failure = FileFaults.writing(Path.of("-"), e);
            return fail(failure.code(), messages.text(failure.code().messageKey(), failure.arguments()), null);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            String text = messages.text(
                    ErrorCode.INTERNAL.messageKey(), Map.of("where", String.join(" ", line), "what", e + places(e)));
            return fail(ErrorCode.INTERNAL, text, line.contains(Flag.VERBOSE.text()) ? e : null);
        }
    }

    /// Where a fault came from, for whoever is told of one that does not come again.
    private static String places(Throwable fault) {
        return Arrays.stream(fault.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(PACKAGE))
                .limit(3)
                .map(frame -> " " + frame.getFileName() + ":" + frame.getLineNumber())
                .collect(Collectors.joining());
    }

    private int carryOut(List<String> line, Messages messages) throws IOException {
        // no switch: it would be made into a class at every start
        Parsing.Parsed parsed = new Parsing(messages).parse(line);
        if (parsed instanceof Parsing.Parsed.Help help) {
            return help(help, messages);
        }
        if (parsed instanceof Parsing.Parsed.Invocation invocation) {
            return carryOut(invocation, messages(line, invocation.arguments().zone()));
        }
        console.print(CommandTree.PROGRAM + " " + ProgramVersion.text());
        return DONE;
    }

    private int carryOut(Parsing.Parsed.Invocation invocation, Messages messages) throws IOException {
        Arguments arguments = invocation.arguments();
        Console talk = new Console(environment, arguments.has(Flag.QUIET));
        int code = invocation.command().action().run(new Context(environment, arguments, messages, talk));
        talk.flush();
        return code;
    }

    private int help(Parsing.Parsed.Help help, Messages messages) throws IOException {
        List<String> lines = new Usage(messages, environment.name(), environment.width()).lines(help.words());
        if (help.isAskedFor()) {
            console.print(lines);
            return DONE;
        }
        lines.forEach(console::warn);
        return ErrorCode.USAGE.exitCode();
    }

    private int fail(ErrorCode code, String text, @Nullable Throwable trace) {
        console.warn(CommandTree.PROGRAM + ": " + text);
        if (trace != null) {
            trace.printStackTrace(console.err());
        }
        return code.exitCode();
    }

    private Messages messages(List<String> line, ZoneId zone) {
        return Messages.load(language(line), zone);
    }

    /// What `--lang` asks for, else what the locale says; needed before the line is understood, for its errors.
    private Language language(List<String> line) {
        String asked = environment.locale();
        for (int i = 0; i < line.size(); i++) {
            if (line.get(i).startsWith(Flag.LANG.text() + "=")) {
                asked = line.get(i).substring(Flag.LANG.text().length() + 1);
            } else if (line.get(i).equals(Flag.LANG.text()) && i + 1 < line.size()) {
                asked = line.get(i + 1);
            }
        }
        return asked.startsWith("zh") ? Language.ZH : Language.EN;
    }
}
