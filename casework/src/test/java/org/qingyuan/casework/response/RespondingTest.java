package org.qingyuan.casework.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qingyuan.access.Actor;
import org.qingyuan.access.Role;
import org.qingyuan.casework.Finds;
import org.qingyuan.casework.World;
import org.qingyuan.casework.cases.Act;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.Detail;
import org.qingyuan.casework.cases.Event;
import org.qingyuan.casework.cases.State;
import org.qingyuan.casework.notice.Notice;
import org.qingyuan.finding.Subject;
import org.qingyuan.policy.Condition;

class RespondingTest {
    private static final Actor HOLDER = World.person(Role.HOLDER, "wang", "C1");
    private static final String ALL = "identity-shown,nothing-attached,balance-paid";

    private final World world = new World();
    private String id = "";

    @BeforeEach
    void tell() {
        world.bring(
                World.ACCOUNTS,
                "a",
                World.ANALYST,
                "run",
                List.of(Finds.finding(
                        "f1",
                        "accounts.long-inactive",
                        "accounts/long-inactive/rcb/A1",
                        new Subject("customer", "C1"),
                        null,
                        "2026-01-31",
                        "2026-01-31",
                        Map.of("legalEntity", "rcb", "accounts", List.of(Map.of("accountId", "A1"))))),
                100);
        CaseFile file = world.only();
        world.notified(file);
        id = file.head().id();
    }

    private Act ask(Actor actor, String request, String attested) {
        return world.act(Event.RESPOND, actor)
                .with(Detail.REQUEST, request)
                .with(Detail.ACCOUNT, "A1")
                .with(Detail.ATTESTED, attested);
    }

    private List<String> letters() {
        return world.notices(world.only()).stream().map(Notice::letter).toList();
    }

    @Test
    void whatIsAskedForIsGivenAtOnceWhereEverythingWasSeen() {
        Responding.Answer answer = world.responding.respond(id, ask(World.ANALYST, "close", ALL));
        assertThat(answer.isGranted()).isTrue();
        assertThat(answer.file().status().state()).isEqualTo(State.CLOSED);
        assertThat(answer.file().status().asked()).isEmpty();
        assertThat(letters()).contains("closing");
        assertThat(world.events(world.only())).endsWith(Event.RESPOND, Event.GRANT_REQUEST);
    }

    @Test
    void aHolderAttestsNothing() {
        Responding.Answer answer = world.responding.respond(id, ask(HOLDER, "close", ALL));
        assertThat(answer.isGranted()).isFalse();
        assertThat(world.only().status().asked()).isEqualTo("close");
        assertThat(World.refusal(() -> world.responding.grant(id, world.act(Event.GRANT_REQUEST, World.ANALYST))))
                .startsWith("condition-unmet");
        assertThat(World.refusal(() -> world.responding.grant(
                        id, world.act(Event.GRANT_REQUEST, HOLDER).with(Detail.ATTESTED, ALL))))
                .isEqualTo("role-refused holder");
        world.responding.grant(id, world.act(Event.GRANT_REQUEST, World.ANALYST).with(Detail.ATTESTED, ALL));
        assertThat(world.only().status().state()).isEqualTo(State.CLOSED);
    }

    @Test
    void whatLacksIsNamedAndAnAccountOfSomebodyElseIsNotOne() {
        Act act = world.act(Event.RESPOND, World.ANALYST)
                .with(Detail.REQUEST, "merge")
                .with(Detail.ACCOUNT, "A2")
                .with(Detail.TARGET, "A2")
                .with(Detail.ATTESTED, "identity-shown");
        assertThat(world.responding.respond(id, act).lacking())
                .containsExactly(
                        Condition.ACCOUNT_NAMED,
                        Condition.TARGET_NAMED,
                        Condition.NOTHING_ATTACHED,
                        Condition.BALANCE_PAID);
    }

    @Test
    void nothingElseIsProposedWhileARequestWaits() {
        world.responding.respond(id, ask(HOLDER, "close", ""));
        Act propose = world.act(Event.PROPOSE, World.MAKER).with(Detail.MEASURES, "to-long-suspended");
        assertThat(World.refusal(() -> world.then(world.only(), propose))).isEqualTo("guard-refused request-answered");
        assertThat(World.refusal(() -> world.telling.act(id, Act.of(Event.REFUSE_REQUEST, World.ANALYST, world.now()))))
                .isEqualTo("guard-refused reason-given");
        world.telling.act(id, world.act(Event.REFUSE_REQUEST, World.ANALYST));
        assertThat(letters()).contains("decision-refusal");
        world.then(world.only(), propose);
        assertThat(world.only().status().state()).isEqualTo(State.DISPOSITION_PROPOSED);
    }

    @Test
    void whileAnAppealIsOpenNothingIsGranted() {
        world.then(world.only(), Event.APPEAL, HOLDER);
        assertThat(world.responding
                        .respond(id, ask(World.ANALYST, "close", ALL))
                        .isGranted())
                .isFalse();
    }

    @Test
    void onlyWhatTheStandardKnowsIsAskedFor() {
        assertThat(World.refusal(() -> world.responding.respond(id, ask(World.ANALYST, "keep", ""))))
                .startsWith("request-unknown");
    }
}
