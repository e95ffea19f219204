package org.qingyuan.casework.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qingyuan.access.Actor;
import org.qingyuan.access.Role;
import org.qingyuan.finding.Failure;
import org.qingyuan.finding.Subject;

/// One case that goes its way step by step, as the table lets it.
final class Story {
    static final Instant BEGIN = Instant.parse("2026-03-02T01:00:00Z");
    static final String POLICY = "cn-mining-2021@1";

    static final Actor ANALYST = People.person(Role.ANALYST, "an");
    static final Actor MAKER = People.person(Role.MAKER, "ma");
    static final Actor CHECKER = People.person(Role.CHECKER, "che");
    static final Actor OTHER_CHECKER = People.person(Role.CHECKER, "deng");
    static final Actor ORGANISATION = People.person(Role.ORGANISATION, "ou");
    static final Actor HOLDER = People.person(Role.HOLDER, "he");

    final List<Step> steps = new ArrayList<>();
    private final CaseFlow flow;
    private CaseFile file;
    private Instant now = BEGIN;

    private Story(Kind kind, boolean isSingleUser, Act opening) {
        flow = new CaseFlow(isSingleUser);
        Head head = new Head(
                Scene.ID,
                "spring",
                kind,
                "",
                "mining/10.20.3.7",
                new Subject("address", "10.20.3.7"),
                People.PLACE,
                "Suyu",
                "government",
                BEGIN);
        Step first = step(head.id(), 1, State.SUSPECTED, opening);
        file = CaseFile.opened(head, first);
        steps.add(first);
    }

    /// A case that findings opened.
    static Story of(Kind kind) {
        return new Story(kind, false, opening().with(Detail.OPENING, "1"));
    }

    /// A case of a store in which one person may do everything.
    static Story ofSingleUser() {
        return new Story(Kind.MINING, true, opening().with(Detail.OPENING, "1"));
    }

    /// A case behind which stands no finding that opens one.
    static Story ofAttempts() {
        return new Story(Kind.MINING, false, opening());
    }

    /// A case that a person reported.
    static Story ofTip() {
        return new Story(Kind.MINING, false, opening().with(Detail.TIP, "a call"));
    }

    private static Act opening() {
        return Act.of(Event.OPEN, ANALYST, BEGIN);
    }

    CaseFile file() {
        return file;
    }

    State state() {
        return file.status().state();
    }

    Instant now() {
        return now;
    }

    Story at(Instant time) {
        now = time;
        return this;
    }

    /// An act that carries all that any event needs.
    Act act(Event event, Actor actor) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put(Detail.SEEN.word(), Long.toString(file.status().version()));
        details.put(Detail.MEASURES.word(), "seal");
        details.put(Detail.INTO.word(), "ffeeddccbbaa9988");
        if (event == Event.APPROVE_INTERIM) {
            details.put(Detail.UNTIL.word(), now.plusSeconds(86_400).toString());
        }
        if (event == Event.NOTIFY) {
            details.put(Detail.DUE.word(), now.plusSeconds(86_400).toString());
        }
        return new Act(event, actor, now, "because", List.of(), details);
    }

    Story then(Event event, Actor actor) {
        return then(act(event, actor));
    }

    Story then(Act act) {
        Step step = flow.decide(file, step(file.head().id(), file.status().version() + 1, state(), act));
        file = file.after(step);
        steps.add(step);
        return this;
    }

    /// Why it does not happen.
    String refusal(Event event, Actor actor) {
        return refusal(act(event, actor));
    }

    String refusal(Act act) {
        long version = file.status().version();
        try {
            then(act);
        } catch (Failure e) {
            if (file.status().version() != version) {
                throw new AssertionError("refused and done", e);
            }
            return e.code().word()
                    + e.arguments().getOrDefault("why", "").toString().replaceAll("^(?=.)", " ");
        }
        throw new AssertionError(act.event() + " happened");
    }

    Story confirmed() {
        return then(Event.CHECK, ANALYST).then(Event.CONFIRM, ANALYST);
    }

    Story notified() {
        return confirmed().then(Event.NOTIFY, MAKER);
    }

    Story responded() {
        return notified().then(Event.RESPOND, ORGANISATION);
    }

    Story proposed() {
        return responded().then(Event.PROPOSE, MAKER);
    }

    Story approved() {
        return proposed().then(Event.APPROVE, CHECKER);
    }

    Story executed() {
        return approved().then(Event.EXECUTE, MAKER);
    }

    private static Step step(String id, long version, State state, Act act) {
        return new Step(
                id,
                version,
                act.event(),
                state,
                act.actor(),
                act.at(),
                POLICY,
                act.reason(),
                act.evidence(),
                act.details());
    }
}
