package org.qingyuan.casework.cases;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.qingyuan.access.Actor;
import org.qingyuan.access.Role;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;
import org.qingyuan.policy.CaseRules;

/// Where everything that happens to a case comes together: it is decided by the table, added to the log, and the
/// clocks are set, in one transaction.
public final class CaseDesk {
    /// Fewest digits by which a case may be called.
    public static final int MIN_DIGITS = 4;

    /// Ids that are looked at; where more begin with the digits, they name none of them.
    private static final int MAX_ALIKE = 32;

    private static final int PAGE = 500;

    private final CaseStore store;
    private final CaseRulesSource rules;
    private final CaseFlow flow;

    public CaseDesk(CaseStore store, CaseRulesSource rules) {
        this.store = store;
        this.rules = rules;
        this.flow = new CaseFlow(store.isSingleUser());
    }

    public CaseStore store() {
        return store;
    }

    /// The rules that a case follows.
    public CaseRules rules(CaseFile file) {
        return rules.rules(file.status().policy());
    }

    /// The rules of `name@version`.
    public CaseRules rules(String policy) {
        return rules.rules(policy);
    }

    /// The clocks of a case.
    public Clocks clocks(CaseReader reader, CaseFile file) {
        return new Clocks(rules(file), zone(reader, file.head().campaign()));
    }

    /// The zone of a campaign.
    public ZoneId zone(CaseReader reader, String campaign) {
        return campaign(reader, campaign).zone();
    }

    /// @throws Failure `CAMPAIGN_UNKNOWN`
    public Campaign campaign(CaseReader reader, String name) {
        return reader.campaign(name)
                .orElseThrow(() -> new Failure(ErrorCode.CAMPAIGN_UNKNOWN, Map.of("where", "", "what", name)));
    }

    /// Asks for a role where no case is there yet whose table could.
    ///
    /// @param where what it is about
    /// @param what word of the event
    /// @throws Failure `ROLE_REFUSED` when the actor has none of the roles
    public static void requireRole(Actor actor, String where, String what, Set<Role> roles) {
        String role = actor.role().word();
        if (!roles.contains(actor.role())) {
            throw new Failure(
                    ErrorCode.ROLE_REFUSED,
                    Map.of("where", where, "what", what, "why", role, "caseRole", role, "caseEvent", what));
        }
    }

    /// Ids of all cases of a campaign in some states that an actor sees, in the order of [CaseQuery].
    public List<String> ids(String campaign, Set<State> states, Actor actor) {
        List<String> ids = new ArrayList<>();
        String after = null;
        do {
            CaseQuery query = new CaseQuery(campaign, states, null, actor, after, PAGE);
            List<CaseFile> page = store.read(reader -> reader.page(query));
            page.forEach(file -> ids.add(file.head().id()));
            after = page.size() < PAGE ? null : page.getLast().head().id();
        } while (after != null);
        return ids;
    }

    /// The case that an actor means by its id or the first digits of it.
    ///
    /// @throws Failure `CASE_UNKNOWN` when there is none that the actor may see, `CASE_AMBIGUOUS` when there are
    /// several
    public CaseFile find(CaseReader reader, Actor actor, String digits) {
        List<String> alike = reader.caseIds(digits, MAX_ALIKE + 1);
        List<CaseFile> found = alike.stream()
                .flatMap(id -> reader.find(id).stream())
                .filter(file -> actor.sees(file.head().place()))
                .toList();
        boolean isUnlooked = alike.size() > MAX_ALIKE;
        if (digits.length() < MIN_DIGITS || found.isEmpty() && !isUnlooked) {
            throw new Failure(ErrorCode.CASE_UNKNOWN, Map.of("where", "", "what", digits));
        }
        if (found.size() > 1 || isUnlooked) {
            throw new Failure(ErrorCode.CASE_AMBIGUOUS, Map.of("where", "", "what", digits));
        }
        return found.getFirst();
    }

    /// Carries an act out in a transaction of its own.
    ///
    /// @param digits the id of the case or the first digits of it
    public CaseFile act(String digits, Act act) {
        return store.write(writer -> act(writer, find(writer, act.actor(), digits), act));
    }

    /// Whether an act would be carried out now, before anything that belongs to it is kept.
    ///
    /// @throws Failure as [#act] does
    public void check(String digits, Act act) {
        store.read(reader -> {
            CaseFile file = find(reader, act.actor(), digits);
            return flow.decide(
                    file, step(file, Terms.of(rules(file), clocks(reader, file)).complete(file, act)));
        });
    }

    /// Carries an act out within a transaction.
    public CaseFile act(CaseWriter writer, CaseFile file, Act act) {
        Step step = flow.decide(
                file, step(file, Terms.of(rules(file), clocks(writer, file)).complete(file, act)));
        Step timed = withDue(writer, file, step);
        CaseFile after = file.after(timed);
        writer.record(after, timed);
        clocks(writer, file).set(writer, file, after, timed.at());
        return after;
    }

    /// Opens a case within a transaction.
    ///
    /// @param act an event [Event#OPEN]
    public CaseFile open(CaseWriter writer, Head head, String policy, Act act) {
        Instant due = new Clocks(rules.rules(policy), zone(writer, head.campaign())).due(State.SUSPECTED, act.at());
        Map<String, String> details = new LinkedHashMap<>(act.details());
        if (due != null) {
            details.put(Detail.DUE.word(), due.toString());
        }
        Step first = new Step(
                head.id(),
                1,
                Event.OPEN,
                State.SUSPECTED,
                act.actor(),
                act.at(),
                policy,
                act.reason(),
                act.evidence(),
                details);
        CaseFile opened = CaseFile.opened(head, first);
        writer.open(opened, first);
        if (due != null) {
            writer.set(new Deadline(head.id(), Deadline.Purpose.ESCALATE, 0, due));
        }
        return opened;
    }

    private static Step step(CaseFile file, Act act) {
        return new Step(
                file.head().id(),
                file.status().version() + 1,
                act.event(),
                file.status().state(),
                act.actor(),
                act.at(),
                file.status().policy(),
                act.reason(),
                act.evidence(),
                act.details());
    }

    /// A step into another state that names no time gets that of the rules; a party names none.
    private Step withDue(CaseReader reader, CaseFile file, Step step) {
        boolean isNamed = step.has(Detail.DUE) && !step.actor().role().isParty();
        if (step.state() == file.status().state() || isNamed) {
            return step;
        }
        Instant due = clocks(reader, file).due(step.state(), step.at());
        if (due == null) {
            return step;
        }
        Map<String, String> details = new LinkedHashMap<>(step.details());
        details.put(Detail.DUE.word(), due.toString());
        return new Step(
                step.caseId(),
                step.version(),
                step.event(),
                step.state(),
                step.actor(),
                step.at(),
                step.policy(),
                step.reason(),
                step.evidence(),
                details);
    }
}
