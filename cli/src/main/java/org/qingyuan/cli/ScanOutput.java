package org.qingyuan.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Reject;
import org.qingyuan.finding.RunSummary;
import org.qingyuan.output.AtomicFile;
import org.qingyuan.output.Format;
import org.qingyuan.output.FormatOptions;
import org.qingyuan.output.Masking;
import org.qingyuan.output.RejectWriter;
import org.qingyuan.output.ResultJson;
import org.qingyuan.output.ResultWriter;
import org.qingyuan.run.FileFaults;
import org.qingyuan.run.TeeWriter;

/// Where the results of a run go: standard output or `-w FILE`, the run line, the list of rejects, and the JSON lines
/// from which a report is made.
final class ScanOutput implements Closeable {
    private final Context context;
    private final ResultKind kind;
    private final FormatOptions options;
    private final Format format;
    private final Path temporary;
    private final @Nullable AtomicFile file;
    private final @Nullable AtomicFile rejectFile;
    private final @Nullable RejectWriter rejects;
    private final ResultWriter writer;

    /// @param temporary an existing private folder
    ScanOutput(Context context, ResultKind kind, Path temporary) throws IOException {
        this.context = context;
        this.kind = kind;
        this.temporary = temporary;
        this.options = options(
                context,
                context.environment().outIsTerminal() && context.arguments().text(Flag.WRITE) == null);
        Path written = path(Flag.WRITE);
        this.format = format(written);
        this.file = written == null ? null : create(written);
        Path listed = path(Flag.REJECTS);
        this.rejectFile = listed == null ? null : create(listed);
        this.rejects =
                rejectFile == null ? null : new RejectWriter(rejectFile.stream(), Masking.forData(options.reveal()));
        List<ResultWriter> writers = new ArrayList<>();
        writers.add(kind.open(format, file == null ? context.console().out() : file.stream(), options));
        if (path(kind.reportFlag()) != null) {
            writers.add(Format.JSONL.open(Files.newOutputStream(lines()), options));
        }
        this.writer = writers.size() == 1 ? writers.getFirst() : new TeeWriter(writers);
    }

    /// @param toTerminal whether the results go to a terminal
    static FormatOptions options(Context context, boolean toTerminal) {
        Environment environment = context.environment();
        Arguments arguments = context.arguments();
        String noColour = environment.variables().get("NO_COLOR");
        boolean isPlain = arguments.has(Flag.NO_COLOR) || noColour != null && !noColour.isEmpty();
        return new FormatOptions(
                arguments.has(Flag.REVEAL),
                context.messages(),
                toTerminal ? environment.width() : 0,
                toTerminal && !isPlain,
                context.console()::note);
    }

    private Format format(@Nullable Path written) {
        String word = context.arguments().text(Flag.FORMAT);
        if (word != null) {
            Format named = Format.of(word);
            if (named == null) {
                throw context.arguments().unusable(Flag.FORMAT, word, "format");
            }
            return named;
        }
        if (written != null) {
            return Format.bySuffix(written);
        }
        return context.environment().outIsTerminal() ? Format.TABLE : Format.JSONL;
    }

    private @Nullable Path path(Flag flag) {
        return context.arguments().path(flag, context.environment().folder());
    }

    private static AtomicFile create(Path path) {
        try {
            return AtomicFile.create(path, AtomicFile.Access.PRIVATE);
        } catch (IOException e) {
            throw FileFaults.writing(path, e);
        }
    }

    private Path lines() {
        return temporary.resolve("report.jsonl");
    }

    ResultWriter writer() {
        return writer;
    }

    @Nullable
    RejectWriter rejects() {
        return rejects;
    }

    /// Lists rejects of the registry, which stop a scan before it begins.
    void listOnly(List<Reject> rejected) throws IOException {
        if (rejects != null && rejectFile != null) {
            for (Reject reject : rejected) {
                rejects.write(reject);
            }
            rejects.close();
            rejectFile.commit();
        }
    }

    /// Ends all files: whole ones take their names, after an interrupt they stay as `FILE.partial`.
    void finish(RunSummary run, ZoneId zone) throws IOException {
        writer.close();
        end(file, run);
        if (rejects != null) {
            rejects.close();
            end(rejectFile, run);
        }
        runLine(run);
        Path document = path(kind.reportFlag());
        if (document != null) {
            try {
                kind.report(lines(), context.messages().language(), zone, document);
            } catch (IOException e) {
                throw FileFaults.writing(document, e);
            }
        }
    }

    /// Ends the list of rejects alone, which is whole; results are not written.
    void finishRejectsOnly() throws IOException {
        if (rejects != null && rejectFile != null) {
            rejects.close();
            rejectFile.commit();
        }
    }

    private static void end(@Nullable AtomicFile file, RunSummary run) throws IOException {
        if (file == null) {
            return;
        }
        if (run.complete()) {
            file.commit();
        } else {
            file.keepPartial();
        }
    }

    /// The run line of a format that has no room for it.
    private void runLine(RunSummary run) throws IOException {
        Path path = path(Flag.RUN);
        byte[] line = ResultJson.line(Masking.forData(options.reveal()).mask(run));
        if (path != null) {
            try (AtomicFile runFile = create(path)) {
                runFile.stream().write(line);
                end(runFile, run);
            }
        } else if (format == Format.CSV || format == Format.CSV_EXCEL || format == Format.XLSX) {
            context.console().err().write(line);
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
        if (rejectFile != null) {
            rejectFile.close();
        }
    }
}
