package org.qingyuan.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.CaseQuery;
import org.qingyuan.casework.cases.KeptFinding;
import org.qingyuan.casework.cases.State;
import org.qingyuan.casework.notice.Notice;
import org.qingyuan.finding.Moment;
import org.qingyuan.output.Language;
import org.qingyuan.output.Messages;
import org.qingyuan.output.ResultJson;
import org.qingyuan.policy.CaseRules;
import org.qingyuan.policy.Channel;
import org.qingyuan.report.casework.CaseLine;
import org.qingyuan.report.casework.CaseStory;
import org.qingyuan.report.casework.Surcharge;
import org.qingyuan.run.FileFaults;
import org.qingyuan.run.LetterFiles;

/// Shows cases: `case list`, `case show`, and the letters of those that were told.
final class CaseReading {
    private static final int PAGE = 500;
    /// A case with so many is not summed up by the first of them.
    private static final int MOST_FINDINGS = 10_000;
    private static final int SHORT = 8;

    private CaseReading() {}

    static int list(Context context) throws IOException {
        String format = context.arguments().text(Flag.CASE_FORMAT);
        boolean isTable = format == null ? context.environment().outIsTerminal() : format.equals("table");
        if (!isTable && format != null && !format.equals("jsonl")) {
            throw context.arguments().unusable(Flag.CASE_FORMAT, format, "diff-format");
        }
        try (CaseWork work = CaseWork.open(context)) {
            List<List<String>> rows = new ArrayList<>();
            rows.add(header(context.messages()));
            String after = null;
            do {
                CaseQuery query = new CaseQuery(
                        context.arguments().text(Flag.CAMPAIGN), states(context), null, work.reader(), after, PAGE);
                List<CaseFile> page = work.store().read(reader -> reader.page(query));
                for (CaseFile file : page) {
                    if (isTable) {
                        rows.add(row(file, context.messages()));
                    } else {
                        context.console().out().write(line(work, file));
                    }
                }
                after = page.size() < PAGE ? null : page.getLast().head().id();
            } while (after != null);
            if (isTable) {
                context.console().print(ListActions.aligned(rows));
            }
        }
        return Runner.DONE;
    }

    private static Set<State> states(Context context) {
        Set<State> states = EnumSet.noneOf(State.class);
        for (String word : context.arguments().texts(Flag.STATE)) {
            states.add(context.arguments().value(Flag.STATE, word, "state", State::of));
        }
        return states;
    }

    private static List<String> header(Messages messages) {
        return List.of(
                messages.text("cli.list.case"),
                messages.text("cli.list.state"),
                messages.text("cli.list.due"),
                messages.text("cli.list.subject"),
                messages.text("cli.list.organisation"),
                messages.text("cli.list.next"));
    }

    private static List<String> row(CaseFile file, Messages messages) {
        Instant due = file.status().dueAt();
        return List.of(
                file.head().id().substring(0, SHORT),
                messages.word("case-state", file.status().state().word()),
                due == null ? "-" : messages.humans().moment(new Moment.At(due.minusNanos(1), false)),
                file.head().subject().id(),
                file.head().organisationName().isEmpty() ? "-" : file.head().organisationName(),
                messages.word("case-next", file.status().state().word()));
    }

    private static byte[] line(CaseWork work, CaseFile file) {
        List<String> ids =
                work.store().read(reader -> reader.findingIds(file.head().id(), MOST_FINDINGS));
        return ResultJson.line(CaseLine.of(file, ids));
    }

    static int show(Context context) throws IOException {
        try (CaseWork work = CaseWork.open(context)) {
            CaseStory.Content content = work.store().read(reader -> {
                CaseFile file = work.desk()
                        .find(
                                reader,
                                work.reader(),
                                context.arguments().operands().getFirst());
                String id = file.head().id();
                List<KeptFinding> findings = reader.findings(id, MOST_FINDINGS);
                List<Notice> notices = reader.entriesOfCase(id, Notice.KIND).stream()
                        .map(Notice::of)
                        .toList();
                CaseRules rules = work.desk().rules(file);
                ZoneId zone = work.desk().zone(reader, file.head().campaign());
                return new CaseStory.Content(
                        file,
                        rules,
                        reader.steps(id),
                        findings,
                        findings.size(),
                        notices,
                        findings.size() < MOST_FINDINGS ? Surcharge.of(file, rules, findings, zone) : Optional.empty(),
                        work.reader().role().isParty());
            });
            context.console().print(CaseStory.of(content, work.store().isSingleUser(), context.messages()));
        }
        return Runner.DONE;
    }

    /// Prints a line for each letter, and writes their texts where a folder is given.
    static void letters(Context context, CaseWork work, List<Notice> notices) throws IOException {
        Path folder = context.arguments()
                .path(Flag.WRITE_LETTERS, context.environment().folder());
        LetterFiles files = new LetterFiles();
        for (Notice notice : notices) {
            String channel = context.messages().word("channel", notice.channel().word());
            context.console()
                    .print(context.messages()
                            .text(
                                    "cli.case.letter",
                                    Map.of(
                                            "case", notice.caseId(),
                                            "notice", notice.id(),
                                            "channel", channel,
                                            "code", notice.code(),
                                            "deadline", notice.deadline())));
            if (folder != null) {
                write(folder, notice, policy(work, notice), files);
            }
        }
    }

    private static String policy(CaseWork work, Notice notice) {
        return work.store()
                .read(reader -> reader.find(notice.caseId()))
                .map(file -> file.status().policy())
                .orElse("");
    }

    /// A text message and an e-mail as text, all else as a page to print.
    private static void write(Path folder, Notice notice, String policy, LetterFiles files) {
        boolean isText = notice.channel() == Channel.SMS || notice.channel() == Channel.EMAIL;
        String name = notice.caseId() + "-" + notice.id();
        if (isText) {
            text(folder.resolve(name + ".txt"), notice);
        } else {
            Language language = notice.language().equals(Language.EN.code()) ? Language.EN : Language.ZH;
            files.write(folder.resolve(name + ".html"), notice.text(), notice.id(), policy, language);
        }
    }

    private static void text(Path file, Notice notice) {
        try {
            Path folder = file.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.write(file, (notice.text().stripTrailing() + "\n").getBytes(UTF_8));
        } catch (IOException e) {
            throw FileFaults.writing(file, e);
        }
    }
}
