package org.qingyuan.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
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
import org.qingyuan.casework.cases.Contact;
import org.qingyuan.casework.cases.Detail;
import org.qingyuan.casework.cases.Event;
import org.qingyuan.casework.cases.ImportRun;
import org.qingyuan.casework.cases.KeptFinding;
import org.qingyuan.casework.cases.Kind;
import org.qingyuan.casework.cases.Step;
import org.qingyuan.casework.disposition.Batching;
import org.qingyuan.casework.notice.Announcing;
import org.qingyuan.casework.notice.Notice;
import org.qingyuan.casework.notice.Notifying;
import org.qingyuan.casework.notice.Telling;
import org.qingyuan.casework.notice.Ticking;
import org.qingyuan.casework.response.Responding;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;
import org.qingyuan.finding.Finding;
import org.qingyuan.policy.Policies;

/// One store with a campaign of mining and one of accounts, by the built-in standards, and the people who work on them.
public final class World {
    public static final Instant BEGIN = Instant.parse("2026-03-02T01:00:00Z");
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    public static final String MINING = "spring";
    public static final String ACCOUNTS = "sleeping";
    public static final Actor ANALYST = person(Role.ANALYST, "an", "");
    public static final Actor MAKER = person(Role.MAKER, "ma", "");
    public static final Actor CHECKER = person(Role.CHECKER, "che", "");

    private static final Policies POLICIES = Policies.builtIn();

    public final MemoryStore store = new MemoryStore(false);
    private final BreakingStore breaking = new BreakingStore(store);
    public final CaseDesk desk = new CaseDesk(
            breaking,
            policy -> Objects.requireNonNull(
                    POLICIES.find(policy, LocalDate.EPOCH).cases()));
    private final Finds finds = new Finds();
    private final IdSource ids = new IdSource(new Random(7));
    public final Importing importing = new Importing(desk, ids, finds);
    public final Notifying notifying = new Notifying(desk, ids, new PlainWords());
    public final Telling telling = new Telling(desk, ids, new PlainWords());
    public final Responding responding = new Responding(desk, telling, finds);
    public final Announcing announcing = new Announcing(desk, ids, new PlainWords());
    public final Batching batching = new Batching(desk, ids, telling, finds);
    public final Ticking ticking = new Ticking(desk, notifying);
    private Instant now = BEGIN;

    public World() {
        Campaign.Office office = new Campaign.Office("Office", "12345", "1 Main Street", "9-17", "Appeals");
        store.write(writer -> {
            writer.add(new Campaign(MINING, Kind.MINING, "cn-mining-2021@1", ZONE, office, BEGIN, ANALYST));
            writer.add(new Campaign(ACCOUNTS, Kind.ACCOUNTS, "cn-rural-2021@1", ZONE, office, BEGIN, ANALYST));
            return true;
        });
    }

    public static Actor person(Role role, String name, String scope) {
        return new Actor(role, name, new Scope(scope), new Way(Way.Kind.USER, name));
    }

    public Instant now() {
        return now;
    }

    public World at(Instant time) {
        now = time;
        return this;
    }

    public World at(String time) {
        return at(Instant.parse(time));
    }

    public World afterDays(int days) {
        return at(now.plus(Duration.ofDays(days)));
    }

    /// Lets the process die after so many transactions.
    public void dieAfter(int transactions) {
        breaking.dieAfter(transactions);
    }

    public static boolean isKilled(Throwable thrown) {
        return thrown instanceof BreakingStore.Killed;
    }

    public ImportRun bring(String file, Finding... findings) {
        return bring(MINING, file, ANALYST, "mining scan 1", List.of(findings), Importing.BATCH);
    }

    /// Brings a file in batches, as whoever was stopped begins again.
    public ImportRun bring(
            String campaign, String file, Actor actor, String runLine, List<Finding> findings, int batch) {
        Importing.Act who = new Importing.Act(actor, now);
        ImportRun run = importing.begin(campaign, file, file, "", runLine, who);
        if (run.isDone()) {
            return run;
        }
        int from = run.lines() < 0 ? findings.size() : (int) run.lines();
        for (; from < findings.size(); from += batch) {
            List<Finding> next = findings.subList(from, Math.min(findings.size(), from + batch));
            run = importing.keep(run, next.stream().map(finds::found).toList(), from + next.size(), 0);
        }
        return importing.finish(run, who);
    }

    public Importing.Found found(Finding finding) {
        return finds.found(finding);
    }

    /// Every case, the oldest first.
    public List<CaseFile> cases() {
        List<CaseFile> all = new ArrayList<>(store.<List<CaseFile>>read(
                reader -> reader.page(new CaseQuery(null, Set.of(), null, ANALYST, null, 1000))));
        all.sort(java.util.Comparator.comparing((CaseFile file) -> file.head().openedAt())
                .thenComparing(file -> file.head().key())
                .thenComparing(file -> file.head().place().organisation()));
        return all;
    }

    /// The only case that there is.
    public CaseFile only() {
        List<CaseFile> all = cases();
        if (all.size() != 1) {
            throw new AssertionError(all.size() + " cases");
        }
        return all.getFirst();
    }

    public CaseFile again(CaseFile file) {
        return store.read(reader -> reader.find(file.head().id()).orElseThrow());
    }

    public List<Step> steps(CaseFile file) {
        return store.<List<Step>>read(reader -> reader.steps(file.head().id()).stream()
                .map(logged -> logged.step())
                .toList());
    }

    public List<Event> events(CaseFile file) {
        return steps(file).stream().map(Step::event).toList();
    }

    public List<String> findings(CaseFile file) {
        return store
                .<List<KeptFinding>>read(reader -> reader.findings(file.head().id(), 1000))
                .stream()
                .map(KeptFinding::id)
                .toList();
    }

    public List<Notice> notices(CaseFile file) {
        return store.read(reader -> reader.entriesOfCase(file.head().id(), Notice.KIND).stream()
                .map(Notice::of)
                .toList());
    }

    /// How many steps the log has.
    public long logged() {
        return store.verifyLog(step -> {}).number();
    }

    public void know(Contact contact) {
        store.write(writer -> {
            writer.put(contact);
            return true;
        });
    }

    public Act act(Event event, Actor actor) {
        return Act.of(event, actor, now).because("because");
    }

    public CaseFile then(CaseFile file, Event event, Actor actor) {
        return then(file, act(event, actor));
    }

    public CaseFile then(CaseFile file, Act act) {
        return desk.act(file.head().id(), act);
    }

    public CaseFile confirmed(CaseFile file) {
        then(file, Event.CHECK, ANALYST);
        return then(file, Event.CONFIRM, ANALYST);
    }

    public Notifying.Sender sender() {
        return new Notifying.Sender(ANALYST, now);
    }

    public Notice notified(CaseFile file) {
        confirmed(file);
        return notifying.notify(file.head().id(), sender(), 0);
    }

    public CaseFile responded(CaseFile file) {
        notified(file);
        return then(file, Event.RESPOND, ANALYST);
    }

    public CaseFile proposed(CaseFile file) {
        responded(file);
        return then(file, act(Event.PROPOSE, MAKER).with(Detail.MEASURES, "rectify"));
    }

    public CaseFile executed(CaseFile file) {
        CaseFile asked = proposed(file);
        then(
                file,
                act(Event.APPROVE, CHECKER)
                        .with(Detail.SEEN, Long.toString(asked.status().version())));
        return then(file, Event.EXECUTE, MAKER);
    }

    /// The word of the error and why, or `done`.
    public static String refusal(Runnable work) {
        try {
            work.run();
            return "done";
        } catch (Failure e) {
            if (e.code() == ErrorCode.GUARD_REFUSED) {
                // its sentence names both
                assertThat(e.arguments()).containsKeys("caseEvent", "caseGuard");
            }
            return (e.code().word() + " " + e.arguments().getOrDefault("why", "")).strip();
        }
    }
}
