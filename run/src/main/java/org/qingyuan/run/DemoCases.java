package org.qingyuan.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.qingyuan.access.Actor;
import org.qingyuan.access.Role;
import org.qingyuan.access.Scope;
import org.qingyuan.access.Way;
import org.qingyuan.casework.campaign.IdSource;
import org.qingyuan.casework.campaign.Importing;
import org.qingyuan.casework.cases.Act;
import org.qingyuan.casework.cases.Campaign;
import org.qingyuan.casework.cases.CaseDesk;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.CaseQuery;
import org.qingyuan.casework.cases.CaseStore;
import org.qingyuan.casework.cases.Deadline;
import org.qingyuan.casework.cases.Detail;
import org.qingyuan.casework.cases.Event;
import org.qingyuan.casework.cases.Kind;
import org.qingyuan.casework.cases.State;
import org.qingyuan.casework.disposition.Batch;
import org.qingyuan.casework.disposition.Batching;
import org.qingyuan.casework.disposition.Fresh;
import org.qingyuan.casework.disposition.Row;
import org.qingyuan.casework.notice.Announcement;
import org.qingyuan.casework.notice.Announcing;
import org.qingyuan.casework.notice.Notice;
import org.qingyuan.casework.notice.Notifying;
import org.qingyuan.casework.notice.Telling;
import org.qingyuan.casework.notice.Ticking;
import org.qingyuan.casework.response.Responding;
import org.qingyuan.casework.verification.Retest;
import org.qingyuan.output.Language;
import org.qingyuan.output.ResultReader;
import org.qingyuan.policy.Policies;

/// The second half of the demo: three people follow what was found to its end, on days that are told and not waited
/// for. One department mends its hosts and stays quiet, in a dormitory it comes back, a service centre answers; a bank
/// announces, a holder closes an account at the counter, another moves one, and the rest is a batch.
public final class DemoCases {
    /// Where letters and announcements go.
    public static final String LETTERS = "letters";

    private static final String CAMPUS = "campus";
    private static final String BANK = "bank";
    private static final int PAGE = 500;
    private static final Actor ANALYST = person(Role.ANALYST, "zhao");
    private static final Actor MAKER = person(Role.MAKER, "li");
    private static final Actor CHECKER = person(Role.CHECKER, "wang");

    private static final String MENDED = "mining/10.20.3.11";
    private static final String BACK = "mining/10.20.64.33";
    private static final String ANSWERED = "mining/10.32.0.5";
    private static final String ONE_SHARE = "mining/100.64.0.8";

    private final Path folder;
    private final ZoneId zone;
    private final Path temporary;
    private final LetterFiles letterFiles = new LetterFiles();
    private final CaseDesk desk;
    private final CaseImport imports;
    private final Notifying notifying;
    private final Announcing announcing;
    private final Telling telling;
    private final Responding responding;
    private final Batching batching;
    private final Ticking ticking;
    private final List<Happening> happened = new ArrayList<>();

    /// @param store empty
    /// @param random whose values nobody can foresee
    /// @param temporary an existing private folder
    public DemoCases(Path folder, ZoneId zone, CaseStore store, RandomGenerator random, Path temporary) {
        this.temporary = temporary;
        this.folder = folder;
        this.zone = zone;
        this.desk = new CaseDesk(store, new CasePolicies(Policies.builtIn()));
        IdSource ids = new IdSource(random);
        CaseWords words = new CaseWords(zone);
        this.imports = new CaseImport(new Importing(desk, ids, ResultReader::finding), temporary);
        this.notifying = new Notifying(desk, ids, words);
        this.announcing = new Announcing(desk, ids, words);
        this.telling = new Telling(desk, ids, words);
        this.responding = new Responding(desk, telling, ResultReader::finding);
        this.batching = new Batching(desk, ids, telling, ResultReader::finding);
        this.ticking = new Ticking(desk, notifying);
    }

    /// Something that the demo tells, by the key of its sentence below `demo.`.
    public record Happening(String key, Map<String, Object> values) {}

    private static Actor person(Role role, String name) {
        return new Actor(role, name, Scope.EVERYTHING, new Way(Way.Kind.USER, name));
    }

    private static Instant at(String day) {
        return Instant.parse(day + "T02:00:00Z");
    }

    private void say(String key, Object... values) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            named.put((String) values[i], values[i + 1]);
        }
        happened.add(new Happening(key, named));
    }

    private void create(String name, Kind kind, String policy, String office, Instant at) {
        Campaign.Office told = new Campaign.Office(office, "025-5550100", "1 Renmin Road", "9:00-17:00", office);
        desk.store().write(writer -> {
            writer.add(new Campaign(name, kind, policy, zone, told, at, MAKER));
            return true;
        });
    }

    private CaseFile of(String campaign, String key) {
        return files(campaign, Set.of()).stream()
                .filter(file -> file.head().key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private List<CaseFile> files(String campaign, Set<State> states) {
        return desk.store().read(reader -> reader.page(new CaseQuery(campaign, states, null, ANALYST, null, PAGE)));
    }

    private CaseFile act(CaseFile file, Event event, Actor actor, String day, String why) {
        return telling.act(file.head().id(), Act.of(event, actor, at(day)).because(why))
                .file();
    }

    private void confirm(CaseFile file, String day, String why) {
        act(file, Event.CHECK, ANALYST, day, "");
        act(file, Event.CONFIRM, ANALYST, day, why);
    }

    /// The miners of the campus, from the findings to the re-test.
    public List<Happening> mining() {
        create(CAMPUS, Kind.MINING, "cn-mining-2021@1", "Network centre", at("2021-10-13"));
        imports.run(
                new CaseImport.Request(CAMPUS, folder.resolve(Demo.FINDINGS), false),
                new Importing.Act(ANALYST, at("2021-10-13")));
        say("opened", "count", (long) files(CAMPUS, Set.of()).size());
        CaseFile oneShare = of(CAMPUS, ONE_SHARE);
        act(oneShare, Event.CHECK, ANALYST, "2021-10-13", "");
        act(
                oneShare,
                Event.DISMISS,
                ANALYST,
                "2021-10-13",
                "half a minute, one share: a try-out, explained by the home");
        say("dismissed", "subject", subject(ONE_SHARE));
        for (String key : List.of(MENDED, BACK, ANSWERED)) {
            CaseFile file = of(CAMPUS, key);
            confirm(file, "2021-10-14", "the process was seen on the host");
            letter(notifying.notify(file.head().id(), new Notifying.Sender(MAKER, at("2021-10-14")), 0));
        }
        say("notified", "count", 3L);
        act(of(CAMPUS, MENDED), Event.RESPOND, ANALYST, "2021-10-20", "the cards were taken out of the two hosts");
        act(of(CAMPUS, ANSWERED), Event.RESPOND, ANALYST, "2021-10-21", "the host was broken into; it was reinstalled");
        say("answered", "count", 2L);
        Ticking.Done done = ticking.tick(at("2021-11-01"));
        say("overdue", "count", done.count(Deadline.Purpose.LAPSE));
        for (String key : List.of(MENDED, BACK)) {
            dispose(of(CAMPUS, key));
        }
        say("executed", "count", 2L);
        retest();
        return List.copyOf(happened);
    }

    private static String subject(String key) {
        return key.substring(key.indexOf('/') + 1);
    }

    private void dispose(CaseFile file) {
        CaseFile proposed = telling.act(
                        file.head().id(),
                        Act.of(Event.PROPOSE, MAKER, at("2021-11-02"))
                                .because("as the notice said")
                                .with(Detail.MEASURES, "rectify"))
                .file();
        Telling.Told approved = telling.act(
                file.head().id(),
                Act.of(Event.APPROVE, CHECKER, at("2021-11-03"))
                        .with(Detail.SEEN, Long.toString(proposed.status().version())));
        approved.letter().ifPresent(this::letter);
        act(file, Event.EXECUTE, MAKER, "2021-11-19", "");
    }

    private void retest() {
        RetestRun again = new RetestRun(desk, telling, imports);
        List<Retest.Result> results =
                again.run(CAMPUS, List.of(folder.resolve(Demo.FINDINGS_LATER)), 3, ANALYST, at("2021-11-23"));
        for (Retest.Result result : results) {
            String id = desk.store()
                    .read(reader -> reader.find(result.caseId()).orElseThrow())
                    .head()
                    .subject()
                    .id();
            say("retest." + result.kind().word(), "subject", id);
        }
    }

    /// The bank's accounts, from the announcement to the outcome of every row.
    public List<Happening> accounts(int threads, AccountProgress progress) throws IOException {
        happened.clear();
        create(BANK, Kind.ACCOUNTS, "cn-rural-2021@1", "Ninglan Rural Bank", at("2026-07-14"));
        imports.run(
                new CaseImport.Request(BANK, folder.resolve(DemoBank.FINDINGS), false),
                new Importing.Act(ANALYST, at("2026-07-14")));
        List<CaseFile> all = files(BANK, Set.of());
        desk.store().write(writer -> {
            for (CaseFile file : all) {
                CaseFile checked = desk.act(writer, file, Act.of(Event.CHECK, ANALYST, at("2026-07-15")));
                desk.act(
                        writer,
                        checked,
                        Act.of(Event.CONFIRM, ANALYST, at("2026-07-15")).because("the rows were checked"));
            }
            return all.size();
        });
        announce();
        List<CaseFile> sleeping = files(BANK, Set.of(State.NOTIFIED)).stream()
                .filter(file -> file.head().key().startsWith("accounts/long-inactive/")
                        && !file.head().key().contains("%"))
                .sorted(Comparator.comparing(file -> file.head().key()))
                .toList();
        close(sleeping.getFirst());
        ticking.tick(at("2026-08-20"));
        actionDay(account(sleeping.get(1)), threads, progress);
        return List.copyOf(happened);
    }

    private static String account(CaseFile file) {
        return file.head().key().substring(file.head().key().lastIndexOf('/') + 1);
    }

    private void announce() {
        Announcement announcement = announcing
                .announce(BANK, new Notifying.Sender(MAKER, at("2026-07-15")), 30)
                .announcement();
        for (Language language : Language.values()) {
            letterFiles.write(
                    folder.resolve(LETTERS).resolve("announcement-" + language.code() + ".html"),
                    announcing,
                    announcement,
                    "cn-rural-2021@1",
                    language);
        }
        announcing.posted(announcement.id(), new Notifying.Sender(ANALYST, at("2026-07-15")));
        say("announced", "count", announcement.cases());
    }

    private void close(CaseFile file) {
        Act act = Act.of(Event.RESPOND, ANALYST, at("2026-08-03"))
                .because("I do not need it any more")
                .with(Detail.REQUEST, "close")
                .with(Detail.ACCOUNT, account(file))
                .with(Detail.ATTESTED, "identity-shown,nothing-attached,balance-paid");
        responding.respond(file.head().id(), act).letter().ifPresent(this::letter);
        say("granted");
    }

    private void actionDay(String moved, int threads, AccountProgress progress) throws IOException {
        Path fresh = folder.resolve("bank-later");
        extract(fresh, moved);
        Fresh seen = new ActionDay(desk)
                .screen(new ActionDay.Request(BANK, fresh, null, threads, temporary), MAKER, progress);
        Batching.Doer maker = new Batching.Doer(MAKER, at("2026-08-20"));
        Batching.Proposed proposed = batching.propose(BANK, seen, maker);
        say(
                "proposed",
                "count",
                proposed.batch().sums().values().stream()
                        .mapToLong(Batch.Sum::rows)
                        .sum(),
                "kept",
                proposed.kept(),
                "left",
                proposed.left().values().stream().mapToLong(Long::longValue).sum());
        String id = proposed.batch().id();
        batching.approve(id, proposed.batch().version(), new Batching.Doer(CHECKER, at("2026-08-20")));
        Batch open = batching.handOver(id, maker);
        ActionDay.write(batching, open, folder.resolve("actions.csv"));
        List<Batching.RowOutcome> outcomes = new ArrayList<>();
        batching.rows(open, row -> {
            if (row.state() == Row.State.LISTED) {
                outcomes.add(new Batching.RowOutcome(row.id(), true, ""));
            }
        });
        Batching.Recorded recorded = batching.record(id, outcomes, new Batching.Doer(ANALYST, at("2026-08-21")));
        say("recorded", "count", recorded.closed());
    }

    /// The bank some weeks later: one holder has moved an account.
    private void extract(Path fresh, String moved) throws IOException {
        Path bank = folder.resolve(DemoBank.EXTRACT);
        Files.createDirectories(fresh);
        try (Stream<Path> files = Files.list(bank)) {
            for (Path file : files.toList()) {
                String name =
                        file.getFileName() == null ? "" : file.getFileName().toString();
                if (name.endsWith(".csv")) {
                    Files.copy(file, fresh.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        Path transactions = fresh.resolve("transactions.csv");
        Files.writeString(
                transactions,
                Files.readString(transactions, StandardCharsets.UTF_8) + "T-OWN-1," + moved
                        + ",2026-08-01T10:00:00,04,debit,5.00,01,,\n",
                StandardCharsets.UTF_8);
        String says = Files.readString(bank.resolve("extract.yaml"), StandardCharsets.UTF_8);
        Files.writeString(
                fresh.resolve("extract.yaml"),
                says.replaceAll("extractedOn: .*", "extractedOn: 2026-08-20"),
                StandardCharsets.UTF_8);
    }

    private void letter(Notice notice) {
        Language language = notice.language().equals(Language.EN.code()) ? Language.EN : Language.ZH;
        String policy = desk.store()
                .read(reader -> reader.find(notice.caseId()).orElseThrow())
                .status()
                .policy();
        Path file = folder.resolve(LETTERS).resolve(notice.letter() + "-" + notice.caseId() + ".html");
        letterFiles.write(file, notice.text(), notice.id(), policy, language);
    }

    /// Writes the reports of both campaigns in both languages.
    ///
    /// @param head where the log ends, proved
    /// @return the files
    public List<Path> reports(CaseStore.LogHead head) throws IOException {
        CampaignDocument document = new CampaignDocument(
                desk, new Actor(Role.AUDITOR, "sun", Scope.EVERYTHING, new Way(Way.Kind.USER, "sun")));
        List<Path> files = new ArrayList<>();
        for (String campaign : List.of(CAMPUS, BANK)) {
            for (Language language : Language.values()) {
                Path file = folder.resolve("campaign-" + campaign + "-" + language.code() + ".html");
                document.write(campaign, head, at("2026-08-21"), language, file);
                files.add(file);
            }
        }
        return files;
    }
}
