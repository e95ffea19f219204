package org.qingyuan.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.qingyuan.access.Actor;
import org.qingyuan.access.Role;
import org.qingyuan.casework.cases.Campaign;
import org.qingyuan.casework.cases.CaseStore;
import org.qingyuan.casework.cases.Kind;
import org.qingyuan.casework.cases.State;
import org.qingyuan.casework.notice.Announcement;
import org.qingyuan.casework.notice.Announcing;
import org.qingyuan.casework.notice.Notifying;
import org.qingyuan.output.Language;
import org.qingyuan.output.Messages;
import org.qingyuan.policy.CaseRules;
import org.qingyuan.policy.Policies;
import org.qingyuan.policy.Policy;
import org.qingyuan.run.CampaignDocument;
import org.qingyuan.run.CasePolicies;
import org.qingyuan.run.FileFaults;
import org.qingyuan.run.LetterFiles;
import org.qingyuan.store.SqlCaseStore;
import org.qingyuan.store.StoreAddress;
import org.qingyuan.store.Stores;

/// Carries out the commands of campaigns.
final class CampaignActions {
    private static final Set<String> OFFICE_PARTS = Set.of("name", "phone", "address", "hours", "appeals");

    private CampaignActions() {}

    /// Makes the store as well where there is none.
    static int create(Context context) throws IOException {
        Arguments arguments = context.arguments();
        String reference = arguments.text(Flag.CASE_POLICY);
        if (reference == null) {
            throw Parsing.usage(
                    arguments.command().words(),
                    context.messages().text("cli.usage.missing-flag", Map.of("flag", Flag.CASE_POLICY.text())));
        }
        ZoneId zone = arguments.zone();
        LocalDate today = context.environment().clock().get().atZone(zone).toLocalDate();
        Policy policy = new CasePolicies(Policies.builtIn()).find(reference, today);
        CaseRules rules = Objects.requireNonNull(policy.cases());
        Campaign.Office office = office(context);
        String name = arguments.operands().getFirst();
        try (CaseWork work = CaseWork.of(context, store(context))) {
            Actor maker = work.actor();
            if (maker.role() != Role.MAKER) {
                throw Parsing.usage(Flag.AS.text(), maker.text());
            }
            Campaign campaign =
                    new Campaign(name, Kind.of(rules.kind()), policy.reference(), zone, office, work.now(), maker);
            work.store().write(writer -> {
                writer.add(campaign);
                return campaign;
            });
            context.console()
                    .note(context.messages()
                            .text("cli.case.campaign-created", Map.of("campaign", name, "policy", policy.reference())));
        }
        return Runner.DONE;
    }

    private static SqlCaseStore store(Context context) {
        StoreAddress address = CaseWork.address(context);
        boolean isNew = address instanceof StoreAddress.Folder folder && !Files.exists(folder.path());
        boolean isSingleUser = context.arguments().has(Flag.SINGLE_USER);
        return isNew
                ? Stores.create(address, CaseWork.options(context), isSingleUser)
                : Stores.open(address, CaseWork.options(context));
    }

    private static Campaign.Office office(Context context) {
        Map<String, String> parts = new HashMap<>();
        for (String text : context.arguments().texts(Flag.OFFICE)) {
            int equals = text.indexOf('=');
            String name = equals < 0 ? "" : text.substring(0, equals);
            if (!OFFICE_PARTS.contains(name)) {
                throw context.arguments().unusable(Flag.OFFICE, text, "office");
            }
            parts.put(name, text.substring(equals + 1));
        }
        for (String needed : List.of("name", "phone", "address", "hours")) {
            if (parts.getOrDefault(needed, "").isBlank()) {
                throw context.arguments().unusable(Flag.OFFICE, needed, "office");
            }
        }
        return new Campaign.Office(
                parts.getOrDefault("name", ""),
                parts.getOrDefault("phone", ""),
                parts.getOrDefault("address", ""),
                parts.getOrDefault("hours", ""),
                parts.getOrDefault("appeals", ""));
    }

    static int list(Context context) throws IOException {
        Messages messages = context.messages();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                messages.text("cli.list.campaign"),
                messages.text("cli.list.policy"),
                messages.text("cli.list.cases"),
                messages.text("cli.list.live")));
        try (CaseWork work = CaseWork.open(context)) {
            work.store().read(reader -> {
                for (Campaign campaign : reader.campaigns()) {
                    Map<State, Long> counts = reader.counts(campaign.name());
                    rows.add(List.of(
                            campaign.name(),
                            campaign.policy(),
                            Long.toString(sum(counts, false)),
                            Long.toString(sum(counts, true))));
                }
                return rows;
            });
        }
        context.console().print(ListActions.aligned(rows));
        return Runner.DONE;
    }

    private static long sum(Map<State, Long> counts, boolean isLive) {
        return counts.entrySet().stream()
                .filter(count -> !isLive || !count.getKey().isEnd())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    static int show(Context context) throws IOException {
        Messages messages = context.messages();
        String name = context.arguments().operands().getFirst();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(messages.text("cli.list.state"), messages.text("cli.list.cases")));
        try (CaseWork work = CaseWork.open(context)) {
            Campaign campaign = work.store().read(reader -> {
                Campaign found = work.desk().campaign(reader, name);
                reader.counts(name)
                        .forEach((state, count) ->
                                rows.add(List.of(messages.word("case-state", state.word()), Long.toString(count))));
                return found;
            });
            context.console().print(campaign.name() + "  " + campaign.policy() + "  " + campaign.zone());
            if (work.store().isSingleUser()) {
                context.console().print(messages.text("case.story.single-user"));
            }
            BatchActions.list(context, work, name);
        }
        context.console().print(ListActions.aligned(rows));
        return Runner.DONE;
    }

    /// Tells every confirmed case and writes the announcement, or notes that one was posted.
    static int announce(Context context) throws IOException {
        Arguments arguments = context.arguments();
        String name = arguments.operands().getFirst();
        String posted = arguments.text(Flag.POSTED);
        try (CaseWork work = CaseWork.open(context)) {
            Announcing announcing = work.announcing(arguments.zone());
            Notifying.Sender sender = new Notifying.Sender(work.actor(), work.now());
            if (posted != null) {
                long cases = announcing.posted(posted, sender);
                context.console()
                        .print(context.messages()
                                .text("cli.announcement.posted", Map.of("announcement", posted, "count", cases)));
                return Runner.DONE;
            }
            Path folder = arguments.requiredPath(
                    Flag.WRITE_LETTERS, context.environment().folder());
            int days = (int) arguments.number(Flag.DAYS, 0, 1, 366);
            Announcing.Announced announced = announcing.announce(name, sender, days);
            Announcement announcement = announced.announcement();
            String policy = work.store()
                    .read(reader -> work.desk().campaign(reader, name).policy());
            CaseReading.letters(context, work, announced.letters());
            LetterFiles files = new LetterFiles();
            for (Language language : Language.values()) {
                Path file = folder.resolve("announcement-" + announcement.id() + "-" + language.code() + ".html");
                files.write(file, announcing, announcement, policy, language);
                context.console().note(context.messages().text("cli.written", Map.of("file", file.toString())));
            }
            context.console()
                    .print(context.messages()
                            .text(
                                    "cli.announcement.made",
                                    Map.of(
                                            "announcement",
                                            announcement.id(),
                                            "count",
                                            announcement.cases(),
                                            "deadline",
                                            announcement.deadline(),
                                            "code",
                                            announcement.code())));
        }
        return Runner.DONE;
    }

    static int report(Context context) throws IOException {
        Path file = context.arguments()
                .requiredPath(Flag.WRITE_CAMPAIGN, context.environment().folder());
        CaseStore.LogHead head = Stores.proveLog(CaseWork.address(context), CaseWork.options(context));
        try (CaseWork work = CaseWork.open(context)) {
            new CampaignDocument(work.desk(), work.reader())
                    .write(
                            context.arguments().operands().getFirst(),
                            head,
                            work.now(),
                            context.messages().language(),
                            file);
        } catch (IOException e) {
            throw FileFaults.writing(file, e);
        }
        context.console().note(context.messages().text("cli.written", Map.of("file", file.toString())));
        return Runner.DONE;
    }
}
