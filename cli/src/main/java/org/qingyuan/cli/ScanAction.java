package org.qingyuan.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Address;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;
import org.qingyuan.finding.InputSummary;
import org.qingyuan.finding.Reject;
import org.qingyuan.finding.Severity;
import org.qingyuan.finding.TimeRange;
import org.qingyuan.output.RunNotes;
import org.qingyuan.run.MiningScan;
import org.qingyuan.run.PrivateFolder;
import org.qingyuan.run.ScanOutcome;
import org.qingyuan.run.ScanReferences;
import org.qingyuan.run.ScanRequest;
import org.qingyuan.traffic.References;
import org.qingyuan.traffic.ScanLimits;
import org.qingyuan.traffic.ScanParameters;

/// Carries out `mining scan`.
final class ScanAction {
    static final int FAIL_ON_MET = 1;
    private static final int MAX_THREADS = 64;

    private final Context context;
    private final Arguments arguments;
    private final ZoneId zone;

    private ScanAction(Context context) {
        this.context = context;
        this.arguments = context.arguments();
        this.zone = arguments.zone();
    }

    static int run(Context context) throws IOException {
        return new ScanAction(context).scan();
    }

    private int scan() throws IOException {
        Severity failOn = arguments.severity(Flag.FAIL_ON);
        ScanParameters parameters = parameters();
        ScanLimits limits = limits();
        int threads = (int) arguments.number(Flag.THREADS, context.environment().processors(), 1, MAX_THREADS);
        try (PrivateFolder temporary =
                        PrivateFolder.create(context.environment().temporary());
                ScanOutput output = new ScanOutput(context, ResultKind.MINING, temporary.path())) {
            ScanRequest request = new ScanRequest(
                    arguments.operands(),
                    context.environment().folder(),
                    context.environment().stdin(),
                    parameters,
                    limits,
                    references(output),
                    arguments.has(Flag.CONTINUOUS),
                    Objects.requireNonNullElse(arguments.text(Flag.SITE), ""),
                    arguments.has(Flag.REVEAL),
                    threads,
                    temporary.path());
            if (isMissing()) {
                throw new Failure(
                        ErrorCode.FILE_NOT_FOUND, Map.of("where", String.join(" ", arguments.operands()), "what", ""));
            }
            ProgressLine progress = new ProgressLine(context);
            ScanOutcome outcome = new MiningScan(request, output.writer(), output.rejects(), progress).run();
            progress.erase();
            output.finish(outcome.run(), zone);
            context.console().flush();
            tell(outcome, progress);
            return exitCode(outcome, failOn);
        }
    }

    private ScanParameters parameters() {
        arguments.texts(Flag.NET).forEach(net -> arguments.value(Flag.NET, net, "net", ScanAction::checkedNet));
        Duration minObserved = arguments.duration(Flag.MIN_OBSERVED);
        return new ScanParameters(
                new TimeRange(arguments.instant(Flag.FROM, zone), arguments.instant(Flag.TO, zone)),
                arguments.texts(Flag.NET),
                arguments.duration(Flag.SESSION_IDLE),
                Math.toIntExact(Math.min(minObserved.toSeconds(), Integer.MAX_VALUE)),
                zone);
    }

    /// A range of addresses whose host bits are zero, or a single address.
    private static String checkedNet(String text) {
        int slash = text.indexOf('/');
        Address address = Address.parse(slash < 0 ? text : text.substring(0, slash));
        int bits = address == null ? -1 : slash < 0 ? address.width() : Integer.parseInt(text.substring(slash + 1));
        if (address == null
                || bits < 0
                || bits > address.width()
                || !address.network(bits).equals(address)) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private ScanLimits limits() {
        ScanLimits standard = ScanLimits.DEFAULT;
        int flows = (int) arguments.number(Flag.MAX_FLOWS, standard.maxFlows(), 1, standard.maxFlows());
        return new ScanLimits(flows, standard.maxStreams(), standard.streamBytes(), standard.totalStreamBytes());
    }

    private References references(ScanOutput output) throws IOException {
        Path folder = context.environment().folder();
        Path registry = arguments.path(Flag.REGISTRY, folder);
        Path pools = arguments.path(Flag.POOLS, folder);
        ScanReferences loaded = ScanReferences.load(registry, pools, zone);
        ErrorCode failure = loaded.failure();
        if (failure != null) {
            output.listOnly(loaded.rejected());
            Path where = failure == ErrorCode.REGISTRY_REJECTED ? registry : pools;
            throw new Failure(failure, Map.of("where", "" + where, "what", rows(loaded.rejected())));
        }
        for (String notice : loaded.references().registry().notices()) {
            context.console().note(text("registry.unknown-column", Map.of("column", notice)));
        }
        return loaded.references();
    }

    private String rows(List<Reject> rejected) {
        Reject first = rejected.getFirst();
        return text(
                "cli.rejected-rows",
                Map.of(
                        "count",
                        (long) rejected.size(),
                        "place",
                        ScanReferences.place(first),
                        "reject",
                        first.reason().word(),
                        "detail",
                        first.detail()));
    }

    private String text(String key, Map<String, ?> values) {
        return context.messages().text(key, values);
    }

    private void tell(ScanOutcome outcome, ProgressLine progress) {
        Console console = context.console();
        RunNotes.lines(outcome.run(), context.messages()).forEach(console::note);
        console.note(progress.taken());
        if (outcome.looksRotated()) {
            console.note(text("cli.looks-rotated", Map.of()));
        }
        String firstId = outcome.firstId();
        if (firstId != null) {
            String written = Objects.requireNonNullElse(arguments.text(Flag.WRITE), "findings.jsonl");
            String name = context.environment().name();
            console.note(
                    text("cli.explain-first", Map.of("name", name, "id", firstId.substring(0, 8), "file", written)));
        }
    }

    private int exitCode(ScanOutcome outcome, @Nullable Severity failOn) {
        if (!outcome.run().complete()) {
            String what = text("cli.kept-partial", Map.of());
            throw new Failure(
                    ErrorCode.INTERRUPTED, Map.of("where", arguments.command().words(), "what", what));
        }
        if (!outcome.readable()) {
            throw nothingRead(outcome);
        }
        Severity worst = outcome.worst();
        return failOn != null && worst != null && worst.compareTo(failOn) >= 0 ? FAIL_ON_MET : Runner.DONE;
    }

    /// Whether nothing of what was given is there at all.
    private boolean isMissing() {
        return arguments.operands().stream()
                .noneMatch(operand -> operand.equals("-")
                        || Files.exists(context.environment().folder().resolve(operand)));
    }

    private Failure nothingRead(ScanOutcome outcome) {
        List<String> operands = arguments.operands();
        String where = String.join(" ", operands);
        List<InputSummary> inputs = outcome.run().inputs();
        InputSummary first = inputs.isEmpty() ? null : inputs.getFirst();
        String what = first == null || first.problem() == null
                ? text("cli.no-files", Map.of())
                : text(
                        "cli.first-problem",
                        Map.of("file", first.file(), "reject", first.problem().word()));
        return new Failure(ErrorCode.NO_CAPTURE_READ, Map.of("where", where, "what", what));
    }
}
