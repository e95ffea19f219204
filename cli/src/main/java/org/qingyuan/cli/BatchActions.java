package org.qingyuan.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.qingyuan.casework.disposition.Batch;
import org.qingyuan.casework.disposition.Batching;
import org.qingyuan.casework.disposition.Fresh;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;
import org.qingyuan.output.Messages;
import org.qingyuan.run.ActionDay;
import org.qingyuan.run.FileFaults;
import org.qingyuan.run.PrivateFolder;

/// Carries out the commands of the action day: batches of account cases.
final class BatchActions {
    private BatchActions() {}

    /// Screens again and proposes what still stands.
    static int propose(Context context) throws IOException {
        Arguments arguments = context.arguments();
        String campaign = Objects.requireNonNull(arguments.text(Flag.CAMPAIGN));
        Path extract =
                arguments.requiredPath(Flag.EXTRACT, context.environment().folder());
        if (!Files.isDirectory(extract)) {
            throw new Failure(ErrorCode.FILE_NOT_FOUND, Map.of("where", extract.toString(), "what", ""));
        }
        try (CaseWork work = CaseWork.open(context);
                PrivateFolder temporary =
                        PrivateFolder.create(context.environment().temporary())) {
            ActionDay.Request request = new ActionDay.Request(
                    campaign,
                    extract,
                    arguments.path(Flag.MAPPING, context.environment().folder()),
                    context.environment().processors(),
                    temporary.path());
            StepLine progress = new StepLine(context);
            Fresh fresh = new ActionDay(work.desk()).screen(request, work.actor(), progress);
            progress.erase();
            Batching.Proposed proposed = work.batching(arguments.zone()).propose(campaign, fresh, doer(work));
            Messages messages = context.messages();
            for (Map.Entry<String, Long> left : proposed.left().entrySet()) {
                context.console().print(leftOut(left.getKey(), messages) + "  " + left.getValue());
            }
            context.console().print(messages.text("cli.batch.kept", Map.of("count", proposed.kept())));
            show(context, proposed.batch(), work);
        }
        return Runner.DONE;
    }

    private static Batching.Doer doer(CaseWork work) {
        return new Batching.Doer(work.actor(), work.now());
    }

    /// The words of a reason, with the exclusion behind it.
    private static String leftOut(String why, Messages messages) {
        int colon = why.indexOf(": ");
        return colon < 0
                ? messages.word("left-out", why)
                : messages.word("left-out", why.substring(0, colon)) + " ("
                        + messages.word("outcome", why.substring(colon + 2)) + ")";
    }

    /// Prints a batch, its sums, and what a checker has to type.
    static void show(Context context, Batch batch, CaseWork work) throws IOException {
        Messages messages = context.messages();
        context.console()
                .print(messages.text(
                        "cli.batch.head",
                        Map.of(
                                "batch",
                                batch.id(),
                                "state",
                                messages.word("batch-state", batch.state().word()),
                                "version",
                                batch.version(),
                                "extract",
                                batch.extractedOn())));
        for (Map.Entry<String, Batch.Sum> sum : batch.sums().entrySet()) {
            context.console()
                    .print(messages.text(
                            "cli.batch.sum",
                            Map.of(
                                    "action",
                                    title(sum.getKey(), batch, work, messages),
                                    "count",
                                    sum.getValue().rows(),
                                    "amount",
                                    sum.getValue().amount())));
        }
    }

    private static String title(String action, Batch batch, CaseWork work, Messages messages) {
        return work.desk().rules(batch.policy()).measures().stream()
                .filter(measure -> measure.word().equals(action))
                .findFirst()
                .map(measure -> PolicyText.in(messages, measure.title()))
                .orElse(action);
    }

    static int approve(Context context) throws IOException {
        long version = context.arguments().number(Flag.SEEN_VERSION, 0, 1, Integer.MAX_VALUE);
        try (CaseWork work = CaseWork.open(context)) {
            Batch batch = work.batching(context.arguments().zone()).approve(id(context), version, doer(work));
            show(context, batch, work);
        }
        return Runner.DONE;
    }

    private static String id(Context context) {
        return Objects.requireNonNull(context.arguments().text(Flag.BATCH));
    }

    static int reject(Context context) throws IOException {
        try (CaseWork work = CaseWork.open(context)) {
            String reason = Objects.requireNonNullElse(context.arguments().text(Flag.REASON), "");
            show(context, work.batching(context.arguments().zone()).reject(id(context), reason, doer(work)), work);
        }
        return Runner.DONE;
    }

    /// Hands a batch over, or records what became of its rows.
    static int execute(Context context) throws IOException {
        Path outcomes = context.arguments()
                .path(Flag.BATCH_OUTCOMES, context.environment().folder());
        try (CaseWork work = CaseWork.open(context)) {
            Batching batching = work.batching(context.arguments().zone());
            if (outcomes == null) {
                handOver(context, work, batching);
            } else {
                Batching.Recorded recorded = batching.record(id(context), ActionDay.outcomes(outcomes), doer(work));
                tell(context, recorded);
                show(context, recorded.batch(), work);
            }
        }
        return Runner.DONE;
    }

    private static void handOver(Context context, CaseWork work, Batching batching) throws IOException {
        Path file = context.arguments()
                .requiredPath(Flag.WRITE_ACTIONS, context.environment().folder());
        Batch batch = batching.handOver(id(context), doer(work));
        try {
            long rows = ActionDay.write(batching, batch, file);
            context.console()
                    .note(context.messages().text("cli.batch.written", Map.of("file", file.toString(), "count", rows)));
        } catch (IOException e) {
            throw FileFaults.writing(file, e);
        }
        show(context, batch, work);
    }

    private static void tell(Context context, Batching.Recorded recorded) throws IOException {
        Messages messages = context.messages();
        context.console()
                .print(messages.text(
                        "cli.batch.recorded",
                        Map.of(
                                "done", recorded.done(),
                                "failed", recorded.failed(),
                                "closed", recorded.closed())));
        for (String conflict : recorded.conflicts()) {
            context.console().print(messages.text("cli.batch.conflict", Map.of("case", conflict)));
        }
    }

    /// The batches of a campaign, in its own display.
    static void list(Context context, CaseWork work, String campaign) throws IOException {
        List<Batch> batches = work.store()
                .read(reader -> work.batching(context.arguments().zone()).batches(reader, campaign));
        for (Batch batch : batches) {
            show(context, batch, work);
        }
    }
}
