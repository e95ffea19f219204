package org.qingyuan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.qingyuan.casework.campaign.TipIntake;
import org.qingyuan.casework.cases.Act;
import org.qingyuan.casework.cases.Attachment;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.Event;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;
import org.qingyuan.output.AtomicFile;
import org.qingyuan.report.casework.StepFiles;
import org.qingyuan.run.FileFaults;

/// Carries out the commands in which files come into cases and out of them.
final class CaseFileActions {
    private CaseFileActions() {}

    static int open(Context context) throws IOException {
        Path tip =
                context.arguments().requiredPath(Flag.TIP, context.environment().folder());
        String campaign = CaseActions.campaign(context);
        try (CaseWork work = CaseWork.open(context)) {
            TipIntake.Taken taken = work.filing()
                    .report(
                            work.intake(),
                            campaign,
                            tip,
                            attached(context),
                            new TipIntake.Taker(work.actor(), work.now()));
            String fate = taken.fate().name().toLowerCase(Locale.ROOT);
            context.console().note(context.messages().text("cli.case.tip." + fate));
            return CaseActions.print(context, taken.file());
        }
    }

    private static List<Path> attached(Context context) {
        return context.arguments().texts(Flag.ATTACH).stream()
                .map(context.environment().folder()::resolve)
                .toList();
    }

    static int file(Context context) throws IOException {
        Path form = context.arguments().path(Flag.FORM, context.environment().folder());
        List<Path> files = attached(context);
        if (form == null && files.isEmpty()) {
            throw Parsing.usage(
                    context.arguments().command().words(),
                    context.messages()
                            .text(
                                    "cli.usage.missing-flag",
                                    Map.of("flag", Flag.FORM.text() + " / " + Flag.ATTACH.text())));
        }
        try (CaseWork work = CaseWork.open(context)) {
            Act act = work.act(Event.FILE);
            String id = context.arguments().operands().getFirst();
            return CaseActions.print(context, work.filing().file(id, form, files, act));
        }
    }

    static int attachment(Context context) throws IOException {
        Path target = context.arguments()
                .requiredPath(Flag.WRITE_ATTACHMENT, context.environment().folder());
        try (CaseWork work = CaseWork.open(context)) {
            Attachment file = find(work, context.arguments().operands());
            byte[] content = work.store().attachments().read(file.digest());
            try (AtomicFile written = AtomicFile.create(target, AtomicFile.Access.PRIVATE)) {
                written.stream().write(content);
                written.commit();
            } catch (IOException e) {
                throw FileFaults.writing(target, e);
            }
            context.console()
                    .note(context.messages()
                            .text(
                                    "cli.case.attachment",
                                    Map.of(
                                            "file", target.toString(),
                                            "name", file.name(),
                                            "type", file.type(),
                                            "bytes", file.bytes(),
                                            "digest", file.digest())));
        }
        return Runner.DONE;
    }

    /// The one file of a case that the digits name, among those that the reader may see.
    private static Attachment find(CaseWork work, List<String> operands) {
        List<Attachment> files = work.store().read(reader -> {
            CaseFile file = work.desk().find(reader, work.reader(), operands.getFirst());
            return reader.steps(file.head().id()).stream()
                    .flatMap(logged ->
                            StepFiles.files(logged.step(), work.reader().role().isParty()).stream())
                    .filter(attachment -> attachment.digest().startsWith(operands.getLast()))
                    .toList();
        });
        long digests = files.stream().map(Attachment::digest).distinct().count();
        if (digests != 1 || operands.getLast().length() < MIN_DIGITS) {
            throw new Failure(
                    digests > 1 ? ErrorCode.CASE_AMBIGUOUS : ErrorCode.FILE_NOT_FOUND,
                    Map.of("where", operands.getFirst(), "what", operands.getLast()));
        }
        return files.getFirst();
    }

    /// Fewest digits by which a file may be called.
    private static final int MIN_DIGITS = 8;
}
