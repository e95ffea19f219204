package org.qingyuan.casework.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qingyuan.casework.Finds.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.qingyuan.casework.Finds;
import org.qingyuan.casework.World;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.Contact;
import org.qingyuan.casework.cases.Deadline;
import org.qingyuan.casework.cases.Detail;
import org.qingyuan.casework.cases.Event;
import org.qingyuan.casework.cases.State;
import org.qingyuan.finding.Finding;
import org.qingyuan.policy.Channel;

/// A notice of 2 March 2026 that ends with the 17th; reminders on the mornings of the 14th and 16th in Shanghai.
class TickingTest {
    private static final String A = "10.20.3.7";
    private static final String EARLY = "2026-03-01T00:00:00Z";

    private final World world = new World();

    private CaseFile notified() {
        world.bring("a", session("f1", A, Finds.SCHOOL, EARLY));
        world.notified(world.only());
        return world.only();
    }

    private String tick(String at) {
        world.at(at);
        return world.ticking.tick(world.now()).counts().toString();
    }

    private long count(CaseFile file, Event event) {
        return world.events(file).stream().filter(event::equals).count();
    }

    @Test
    void remindersGoOutOnTheirDays() {
        CaseFile file = notified();
        tick("2026-03-13T15:59:59Z");
        assertThat(count(file, Event.REMIND)).isZero();
        tick("2026-03-13T16:00:00Z");
        assertThat(count(file, Event.REMIND)).isEqualTo(1);
        tick("2026-03-15T15:59:59Z");
        assertThat(count(file, Event.REMIND)).isEqualTo(1);
        tick("2026-03-15T16:00:00Z");
        tick("2026-03-15T16:00:00Z");
        assertThat(count(file, Event.REMIND)).isEqualTo(2);
        assertThat(world.notices(file)).extracting(Notice::letter).contains("reminder", "rectification-notice");
        assertThat(world.notices(file))
                .hasSize(3)
                .allSatisfy(notice -> assertThat(notice.text()).doesNotContain("{{"));
    }

    @Test
    void ofSeveralLateRemindersOnlyTheLastIsSent() {
        CaseFile file = notified();
        assertThat(tick("2026-03-16T02:00:00Z")).contains("REMIND=1");
        assertThat(count(file, Event.REMIND)).isEqualTo(1);
        assertThat(world.notices(file).stream().filter(each -> each.letter().equals("reminder")))
                .singleElement()
                .satisfies(notice -> assertThat(notice.text()).contains("还有 1 天"));
    }

    @Test
    void noReminderGoesOutAfterTheEnd() {
        CaseFile file = notified();
        assertThat(tick("2026-03-17T16:00:00Z")).contains("LAPSE=1").doesNotContain("REMIND");
        assertThat(count(file, Event.REMIND)).isZero();
        assertThat(world.notices(file)).hasSize(1);
    }

    @Test
    void noLateReminderGoesOutWhereManyThingsAreDue() {
        List<Finding> many = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            many.add(session("f" + i, "10.20.3." + i, Finds.SCHOOL, EARLY));
        }
        world.bring("a", many.toArray(new Finding[0]));
        world.cases().forEach(world::notified);
        tick("2026-03-20T00:00:00Z");
        assertThat(world.cases()).allSatisfy(file -> {
            assertThat(count(file, Event.REMIND)).isZero();
            assertThat(file.status().state()).isEqualTo(State.OVERDUE);
        });
    }

    @Test
    void aReminderFollowsTheLetterThatIsOnItsWay() {
        world.bring(
                World.ACCOUNTS,
                "a",
                World.ANALYST,
                "run",
                List.of(Finds.customer("f1", "accounts.long-inactive", "C1")),
                100);
        world.know(new Contact("customer", "C1", "王某", "138", "", "Road 1", ""));
        Notice notice = world.notified(world.only());
        for (int i = 0; i < 2; i++) {
            notice = world.notifying.deliver(notice.id(), false, world.sender()).orElseThrow();
        }
        tick("2026-03-17T16:00:00Z");
        tick("2026-03-24T16:00:00Z");
        assertThat(world.notices(world.only()).stream()
                        .filter(each -> each.letter().startsWith("reminder")))
                .hasSize(2)
                .extracting(Notice::channel)
                .containsOnly(Channel.ANNOUNCEMENT);
    }

    @Test
    void aReminderOfASecondNoticeNamesItsDeadline() {
        CaseFile file = notified();
        world.at("2026-03-10T01:00:00Z");
        world.then(file, Event.APPEAL, World.ANALYST);
        world.then(file, Event.GRANT_APPEAL, World.CHECKER);
        world.then(file, Event.CONFIRM, World.ANALYST);
        world.notifying.notify(file.head().id(), world.sender(), 0);
        tick("2026-03-21T16:00:00Z");
        tick("2026-03-23T16:00:00Z");
        assertThat(world.notices(file).stream().filter(each -> each.letter().equals("reminder")))
                .hasSize(2)
                .extracting(Notice::deadline)
                .containsOnly("2026-03-25");
    }

    @Test
    void timeIsOverExactlyAtTheDeadline() {
        CaseFile file = notified();
        tick("2026-03-17T15:59:59.999999999Z");
        assertThat(world.again(file).status().state()).isEqualTo(State.NOTIFIED);
        tick("2026-03-17T16:00:00Z");
        assertThat(world.again(file).status().state()).isEqualTo(State.OVERDUE);
    }

    @Test
    void silenceIsEscalatedOnce() {
        CaseFile file = notified();
        tick("2026-03-17T16:00:00Z");
        tick("2026-03-22T15:59:59Z");
        assertThat(count(file, Event.ESCALATE)).isZero();
        tick("2026-03-22T16:00:00Z");
        tick("2026-03-30T16:00:00Z");
        assertThat(count(file, Event.ESCALATE)).isEqualTo(1);
    }

    @Test
    void whatFollowsFromWhatWasLateIsDoneInTheSameRun() {
        CaseFile file = notified();
        assertThat(tick("2026-05-01T00:00:00Z")).contains("LAPSE=1", "ESCALATE=1");
        long logged = world.logged();
        assertThat(tick("2026-05-01T00:00:00Z")).doesNotContain("=1");
        assertThat(world.logged()).isEqualTo(logged);
        assertThat(count(file, Event.ESCALATE)).isEqualTo(1);
    }

    @Test
    void aSuspicionThatNobodyLooksAtIsEscalated() {
        world.bring("a", session("f1", A, Finds.SCHOOL, EARLY));
        tick("2026-03-12T15:59:59Z");
        assertThat(world.logged()).isEqualTo(1);
        tick("2026-03-12T16:00:00Z");
        tick("2026-03-12T16:00:01Z");
        assertThat(world.events(world.only())).containsExactly(Event.OPEN, Event.ESCALATE);
    }

    @Test
    void anInterimMeasureLapsesAtItsEnd() {
        world.bring("a", session("f1", A, Finds.SCHOOL, EARLY));
        CaseFile file = world.then(
                world.only(), world.act(Event.PROPOSE_INTERIM, World.MAKER).with(Detail.MEASURES, "isolate"));
        file = world.then(
                file,
                world.act(Event.APPROVE_INTERIM, World.CHECKER)
                        .with(Detail.SEEN, Long.toString(file.status().version())));
        assertThat(file.status().interim().until()).isEqualTo("2026-03-09T16:00:00Z");
        tick("2026-03-09T15:59:59Z");
        assertThat(count(file, Event.LAPSE_INTERIM)).isZero();
        tick("2026-03-09T16:00:00Z");
        tick("2026-03-09T16:00:00Z");
        assertThat(count(file, Event.LAPSE_INTERIM)).isEqualTo(1);
    }

    @Test
    void aClockThatGoesBackDoesNothingTwice() {
        CaseFile file = notified();
        tick("2026-03-16T02:00:00Z");
        tick("2026-03-14T02:00:00Z");
        tick("2026-03-16T02:00:00Z");
        assertThat(count(file, Event.REMIND)).isEqualTo(1);
        tick("2026-03-17T16:00:00Z");
        tick("2026-03-01T00:00:00Z");
        tick("2026-03-17T16:00:00Z");
        assertThat(count(file, Event.LAPSE)).isEqualTo(1);
    }

    @Test
    void oneCaseThatCannotBeHandledStopsNoOther() {
        world.bring("a", session("f1", A, Finds.SCHOOL, EARLY), session("f2", "10.20.3.8", Finds.UNIVERSITY, EARLY));
        world.cases().forEach(world::notified);
        CaseFile broken = world.cases().getFirst();
        world.know(new Contact("organisation", "school", "第一中学", "", "", "", "fr"));
        world.at("2026-03-16T02:00:00Z");
        Ticking.Done done = world.ticking.tick(world.now());
        assertThat(done.count(Deadline.Purpose.REMIND)).isEqualTo(1);
        assertThat(done.stuck())
                .singleElement()
                .satisfies(stuck -> assertThat(stuck.deadline())
                        .isEqualTo(new Deadline(
                                broken.head().id(),
                                Deadline.Purpose.REMIND,
                                1,
                                Instant.parse("2026-03-15T16:00:00Z"))));
        assertThat(count(world.cases().getLast(), Event.REMIND)).isEqualTo(1);
        assertThat(count(broken, Event.REMIND)).isZero();
        world.know(new Contact("organisation", "school", "第一中学", "", "", "", "en"));
        tick("2026-03-16T02:00:01Z");
        assertThat(count(broken, Event.REMIND)).isEqualTo(1);
        assertThat(count(world.cases().getLast(), Event.REMIND)).isEqualTo(1);
    }

    @Test
    void aRunThatDiesInBetweenDoesEachThingOnce() {
        List<Finding> many = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            many.add(session("f" + i, "10.20." + i + ".1", Finds.SCHOOL, EARLY));
        }
        world.bring("a", many.toArray(new Finding[0]));
        world.dieAfter(1);
        Instant due = Instant.parse("2026-03-12T16:00:00Z");
        try {
            world.ticking.tick(due);
        } catch (Error e) {
            assertThat(World.isKilled(e)).isTrue();
        }
        assertThat(world.logged()).isBetween(251L, 499L);
        world.dieAfter(Integer.MAX_VALUE);
        world.ticking.tick(due);
        assertThat(world.logged()).isEqualTo(500);
    }
}
