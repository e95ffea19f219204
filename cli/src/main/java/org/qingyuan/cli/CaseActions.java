package org.qingyuan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qingyuan.casework.campaign.Importing;
import org.qingyuan.casework.cases.Act;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.Deadline;
import org.qingyuan.casework.cases.Detail;
import org.qingyuan.casework.cases.Event;
import org.qingyuan.casework.cases.ImportRun;
import org.qingyuan.casework.cases.State;
import org.qingyuan.casework.notice.Notice;
import org.qingyuan.casework.notice.Notifying;
import org.qingyuan.casework.notice.Telling;
import org.qingyuan.casework.notice.Ticking;
import org.qingyuan.casework.response.Responding;
import org.qingyuan.casework.verification.Retest;
import org.qingyuan.finding.Moment;
import org.qingyuan.output.Messages;
import org.qingyuan.policy.Condition;
import org.qingyuan.run.CaseContacts;
import org.qingyuan.run.CaseImport;
import org.qingyuan.run.RetestRun;

/// Carries out the commands in which something happens to cases.
final class CaseActions {
    private CaseActions() {}

    static int bring(Context context) throws IOException {
        String campaign = campaign(context);
        Path folder = context.environment().folder();
        if (context.arguments().operands().isEmpty() && !context.arguments().has(Flag.STOCK)) {
            throw Parsing.usage(
                    context.arguments().command().words(),
                    context.messages()
                            .text(
                                    "cli.usage.missing-operand",
                                    Map.of(
                                            "label",
                                            context.arguments()
                                                    .command()
                                                    .operand()
                                                    .label())));
        }
        try (CaseWork work = CaseWork.open(context)) {
            Path contacts = context.arguments().path(Flag.CONTACTS, folder);
            if (contacts != null) {
                long read = CaseContacts.read(contacts, work.store());
                context.console().note(context.messages().text("cli.case.contacts", Map.of("count", read)));
            }
            if (context.arguments().has(Flag.STOCK)) {
                StockActions.bring(context, work, campaign);
            }
            Instant began = work.now();
            for (String file : context.arguments().operands()) {
                CaseImport.Request request = new CaseImport.Request(
                        campaign, folder.resolve(file), context.arguments().has(Flag.INCOMPLETE));
                ImportRun run = work.imports().run(request, new Importing.Act(work.actor(), began));
                if (run.startedAt().isBefore(began)) {
                    context.console()
                            .note(context.messages()
                                    .text(
                                            "cli.case.imported-before",
                                            Map.of(
                                                    "file",
                                                    file,
                                                    "at",
                                                    context.messages()
                                                            .humans()
                                                            .moment(new Moment.At(run.startedAt(), false)))));
                }
                context.console().print(counts(run, context.messages()));
            }
        }
        return Runner.DONE;
    }

    private static String counts(ImportRun run, Messages messages) {
        ImportRun.Counts counts = run.counts();
        return messages.text(
                "cli.case.imported",
                Map.ofEntries(
                        Map.entry("file", run.file()),
                        Map.entry("read", counts.read()),
                        Map.entry("known", counts.known()),
                        Map.entry("revised", counts.revised()),
                        Map.entry("rejected", counts.rejected()),
                        Map.entry("opened", counts.opened()),
                        Map.entry("joined", counts.joined()),
                        Map.entry("resting", counts.resting()),
                        Map.entry("loose", counts.loose())));
    }

    static String campaign(Context context) {
        return required(context, Flag.CAMPAIGN);
    }

    static String required(Context context, Flag flag) {
        String text = context.arguments().text(flag);
        if (text == null) {
            throw Parsing.usage(
                    context.arguments().command().words(),
                    context.messages().text("cli.usage.missing-flag", Map.of("flag", flag.text())));
        }
        return text;
    }

    static int list(Context context) throws IOException {
        return CaseReading.list(context);
    }

    static int show(Context context) throws IOException {
        return CaseReading.show(context);
    }

    static int assign(Context context) throws IOException {
        String name = required(context, Flag.TO_NAME);
        return act(context, Event.ASSIGN, Map.of(Detail.ASSIGNEE, name));
    }

    static int check(Context context) throws IOException {
        Event event = choice(context, Event.CHECK, Map.of(Flag.CONFIRM, Event.CONFIRM, Flag.DISMISS, Event.DISMISS));
        return act(context, event, Map.of());
    }

    /// The event of the one flag that is given, else the other.
    private static Event choice(Context context, @Nullable Event standard, Map<Flag, Event> choices) {
        Set<Event> chosen = EnumSet.noneOf(Event.class);
        choices.forEach((flag, event) -> {
            if (context.arguments().has(flag)) {
                chosen.add(event);
            }
        });
        if (chosen.size() > 1 || chosen.isEmpty() && standard == null) {
            throw Parsing.usage(
                    context.arguments().command().words(),
                    context.messages()
                            .text(
                                    "cli.usage.one-of",
                                    Map.of(
                                            "flags",
                                            String.join(
                                                    " ",
                                                    choices.keySet().stream()
                                                            .map(Flag::text)
                                                            .sorted()
                                                            .toList()))));
        }
        return chosen.isEmpty()
                ? Objects.requireNonNull(standard)
                : chosen.iterator().next();
    }

    static int interim(Context context) throws IOException {
        Event event = choice(
                context,
                null,
                Map.of(
                        Flag.PROPOSE, Event.PROPOSE_INTERIM,
                        Flag.APPROVE, Event.APPROVE_INTERIM,
                        Flag.REJECT, Event.REJECT_INTERIM,
                        Flag.LIFT, Event.LIFT_INTERIM));
        Map<Detail, String> details = new EnumMap<>(Detail.class);
        details.put(Detail.MEASURES, text(context, Flag.PROPOSE));
        details.put(Detail.SEEN, text(context, Flag.SEEN_VERSION));
        return act(context, event, details);
    }

    private static String text(Context context, Flag flag) {
        String text = context.arguments().text(flag);
        return text == null ? "" : text;
    }

    static int tell(Context context) throws IOException {
        try (CaseWork work = CaseWork.open(context)) {
            List<Notice> notices = new ArrayList<>();
            int days = (int) context.arguments().number(Flag.DAYS, 0, 1, 366);
            Notifying notifying = work.notifying(context.arguments().zone());
            Notifying.Sender sender = new Notifying.Sender(work.actor(), work.now());
            for (String id : told(context, work)) {
                notices.add(notifying.notify(id, sender, days));
            }
            CaseReading.letters(context, work, notices);
        }
        return Runner.DONE;
    }

    /// The cases that are named, or every confirmed one of a campaign.
    private static List<String> told(Context context, CaseWork work) {
        List<String> named = context.arguments().operands();
        String campaign = context.arguments().text(Flag.CAMPAIGN);
        if (named.isEmpty() == (campaign == null)) {
            throw Parsing.usage(
                    context.arguments().command().words(), context.messages().text("cli.usage.case-or-campaign"));
        }
        if (campaign == null) {
            return named;
        }
        work.store().read(reader -> work.desk().campaign(reader, campaign));
        return work.desk().ids(campaign, Set.of(State.CONFIRMED), work.actor());
    }

    static int deliver(Context context) throws IOException {
        try (CaseWork work = CaseWork.open(context)) {
            List<Notice> next = new ArrayList<>();
            Notifying notifying = work.notifying(context.arguments().zone());
            Notifying.Sender sender = new Notifying.Sender(work.actor(), work.now());
            for (String id : context.arguments().operands()) {
                notifying
                        .deliver(id, !context.arguments().has(Flag.FAILED), sender)
                        .ifPresent(next::add);
                context.console().note(context.messages().text("cli.case.delivered", Map.of("notice", id)));
            }
            CaseReading.letters(context, work, next);
        }
        return Runner.DONE;
    }

    static int respond(Context context) throws IOException {
        try (CaseWork work = CaseWork.open(context)) {
            Act act = asking(context, work.act(Event.RESPOND)).with(Detail.REQUEST, text(context, Flag.REQUEST));
            Responding.Answer answer = work.responding(context.arguments().zone())
                    .respond(context.arguments().operands().getFirst(), act);
            print(context, answer.file());
            for (Condition lacking : answer.lacking()) {
                context.console()
                        .print(context.messages()
                                .text(
                                        "cli.case.condition",
                                        Map.of("word", lacking.word(), "condition", lacking.word())));
            }
            return letter(context, work, answer.letter());
        }
    }

    /// What is told of a request beside its word.
    private static Act asking(Context context, Act act) {
        return act.with(Detail.ACCOUNT, text(context, Flag.ACCOUNT))
                .with(Detail.TARGET, text(context, Flag.TARGET))
                .with(
                        Detail.ATTESTED,
                        context.arguments().texts(Flag.ATTEST).stream()
                                .map(word -> context.arguments()
                                        .value(Flag.ATTEST, word, "condition", Condition::from)
                                        .word())
                                .distinct()
                                .collect(Collectors.joining(",")));
    }

    private static int letter(Context context, CaseWork work, Optional<Notice> letter) throws IOException {
        if (letter.isPresent()) {
            CaseReading.letters(context, work, List.of(letter.get()));
        }
        return Runner.DONE;
    }

    static int grant(Context context) throws IOException {
        try (CaseWork work = CaseWork.open(context)) {
            Responding.Answer answer = work.responding(context.arguments().zone())
                    .grant(context.arguments().operands().getFirst(), asking(context, work.act(Event.GRANT_REQUEST)));
            print(context, answer.file());
            return letter(context, work, answer.letter());
        }
    }

    static int refuse(Context context) throws IOException {
        return act(context, Event.REFUSE_REQUEST, Map.of());
    }

    static int propose(Context context) throws IOException {
        return act(context, Event.PROPOSE, Map.of(Detail.MEASURES, text(context, Flag.MEASURES)));
    }

    static int approve(Context context) throws IOException {
        if (isOfBatch(context)) {
            return BatchActions.approve(context);
        }
        return act(context, Event.APPROVE, Map.of(Detail.SEEN, text(context, Flag.SEEN_VERSION)));
    }

    static int reject(Context context) throws IOException {
        if (isOfBatch(context)) {
            return BatchActions.reject(context);
        }
        return act(context, Event.REJECT, Map.of());
    }

    static int execute(Context context) throws IOException {
        if (isOfBatch(context)) {
            return BatchActions.execute(context);
        }
        if (context.arguments().operands().isEmpty()) {
            campaign(context);
            return BatchActions.propose(context);
        }
        return act(context, Event.EXECUTE, Map.of(Detail.EXECUTED_AT, instant(context, Flag.EXECUTED_AT)));
    }

    private static String instant(Context context, Flag flag) {
        Instant at = context.arguments().instant(flag, context.arguments().zone());
        return at == null ? "" : at.toString();
    }

    static int appeal(Context context) throws IOException {
        Event event =
                choice(context, Event.APPEAL, Map.of(Flag.GRANT, Event.GRANT_APPEAL, Flag.REFUSE, Event.REFUSE_APPEAL));
        return act(context, event, Map.of());
    }

    static int retest(Context context) throws IOException {
        String campaign = campaign(context);
        List<Path> files = context.arguments().texts(Flag.NEW_FINDINGS).stream()
                .map(context.environment().folder()::resolve)
                .toList();
        int days = (int) context.arguments().number(Flag.WATCH_DAYS, 0, 1, 366);
        Messages messages = context.messages();
        try (CaseWork work = CaseWork.open(context)) {
            List<Retest.Result> results = new RetestRun(
                            work.desk(), work.telling(context.arguments().zone()), work.imports())
                    .run(campaign, files, days, work.actor(), work.now());
            for (Retest.Result result : results) {
                String word = messages.word("case-retest", result.kind().word());
                String lacking = result.lacking().isEmpty()
                        ? ""
                        : messages.text(
                                "cli.case.lacking",
                                Map.of(
                                        "count",
                                        result.lacking().size(),
                                        "first",
                                        result.lacking().getFirst().toString()));
                context.console().print(result.caseId() + "  " + word + lacking);
            }
        }
        return Runner.DONE;
    }

    static int close(Context context) throws IOException {
        String kept = instant(context, Flag.KEPT_AT);
        return kept.isEmpty()
                ? act(context, Event.CLOSE, Map.of())
                : act(context, Event.KEEP, Map.of(Detail.OCCURRED_AT, kept));
    }

    static int withdraw(Context context) throws IOException {
        return act(context, Event.WITHDRAW, Map.of());
    }

    static int merge(Context context) throws IOException {
        String into = required(context, Flag.INTO);
        try (CaseWork work = CaseWork.open(context)) {
            CaseFile target = work.store().read(reader -> work.desk().find(reader, work.actor(), into));
            return print(
                    context,
                    work.desk()
                            .act(
                                    context.arguments().operands().getFirst(),
                                    work.act(Event.MERGE)
                                            .with(Detail.INTO, target.head().id())));
        }
    }

    static int tick(Context context) throws IOException {
        try (CaseWork work = CaseWork.open(context)) {
            Ticking ticking =
                    new Ticking(work.desk(), work.notifying(context.arguments().zone()));
            Ticking.Done done = ticking.tick(work.now());
            for (Deadline.Purpose purpose : Deadline.Purpose.values()) {
                String word = purpose.name().toLowerCase(Locale.ROOT).replace('_', '-');
                context.console().print(context.messages().word("case-tick", word) + "  " + done.count(purpose));
            }
            for (Ticking.Stuck stuck : done.stuck()) {
                String word = stuck.deadline()
                        .purpose()
                        .name()
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-');
                context.console()
                        .print(context.messages()
                                .text(
                                        "cli.case.stuck",
                                        Map.of(
                                                "case",
                                                stuck.deadline().caseId(),
                                                "what",
                                                context.messages().word("case-tick", word),
                                                "why",
                                                stuck.why())));
            }
        }
        return Runner.DONE;
    }

    private static int act(Context context, Event event, Map<Detail, String> details) throws IOException {
        if (context.arguments().operands().isEmpty()) {
            throw Parsing.usage(
                    context.arguments().command().words(), context.messages().text("cli.usage.case-or-batch"));
        }
        try (CaseWork work = CaseWork.open(context)) {
            Act act = work.act(event);
            for (Map.Entry<Detail, String> detail : details.entrySet()) {
                act = act.with(detail.getKey(), detail.getValue());
            }
            Telling telling = work.telling(context.arguments().zone());
            // each case by itself: what was printed is done, whatever becomes of the next
            for (String id : context.arguments().operands()) {
                Telling.Told told = telling.act(id, act);
                print(context, told.file());
                letter(context, work, told.letter());
                context.console().flush();
            }
        }
        return Runner.DONE;
    }

    /// Whether a batch is meant; then no case is.
    private static boolean isOfBatch(Context context) {
        boolean isBatch = context.arguments().has(Flag.BATCH);
        if (isBatch && !context.arguments().operands().isEmpty()) {
            throw Parsing.usage(
                    context.arguments().command().words(), context.messages().text("cli.usage.case-or-batch"));
        }
        return isBatch;
    }

    static int print(Context context, CaseFile file) throws IOException {
        Messages messages = context.messages();
        Instant due = file.status().dueAt();
        String next = messages.word(
                "case-next",
                file.status().isAppealed() ? "appealed" : file.status().state().word());
        String when = due == null
                ? ""
                : messages.text(
                        "cli.case.due",
                        Map.of("due", messages.humans().moment(new Moment.At(due.minusNanos(1), false))));
        context.console()
                .print(file.head().id() + "  "
                        + messages.text(
                                "cli.case.now",
                                Map.of(
                                        "state",
                                        messages.word(
                                                "case-state",
                                                file.status().state().word()),
                                        "version",
                                        file.status().version(),
                                        "next",
                                        next))
                        + when);
        return Runner.DONE;
    }
}
