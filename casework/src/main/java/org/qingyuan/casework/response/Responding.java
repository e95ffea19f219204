package org.qingyuan.casework.response;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qingyuan.access.Role;
import org.qingyuan.casework.campaign.FindingParser;
import org.qingyuan.casework.cases.Act;
import org.qingyuan.casework.cases.CaseDesk;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.CaseReader;
import org.qingyuan.casework.cases.CaseWriter;
import org.qingyuan.casework.cases.Detail;
import org.qingyuan.casework.cases.Event;
import org.qingyuan.casework.cases.KeptFinding;
import org.qingyuan.casework.cases.LoggedStep;
import org.qingyuan.casework.cases.Step;
import org.qingyuan.casework.notice.Notice;
import org.qingyuan.casework.notice.Telling;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;
import org.qingyuan.policy.Condition;

/// Hears what a party answers. What a holder asked for is given at once where every condition of the standard holds and
/// somebody at the counter has seen it; else it waits. It is refused by a person alone, with a reason, and with a
/// letter
/// that says where to appeal.
public final class Responding {
    private static final int LOOKED_AT = 1000;

    private final CaseDesk desk;
    private final Telling telling;
    private final FindingParser parser;

    public Responding(CaseDesk desk, Telling telling, FindingParser parser) {
        this.desk = desk;
        this.telling = telling;
        this.parser = parser;
    }

    /// How it stands after an answer.
    ///
    /// @param isGranted whether what was asked for is done
    /// @param lacking what still must hold, in the order of the standard; empty where nothing was asked for
    public record Answer(CaseFile file, boolean isGranted, List<Condition> lacking, Optional<Notice> letter) {}

    /// Takes an answer in, and grants what was asked for where nothing lacks.
    ///
    /// @param act an event [Event#RESPOND]; with `request`, `account`, `target` and `attested` in its details where
    ///     something is asked for
    public Answer respond(String digits, Act act) {
        return desk.store().write(writer -> {
            CaseFile asked = desk.act(writer, desk.find(writer, act.actor(), digits), act);
            String word = act.details().getOrDefault(Detail.REQUEST.word(), "");
            List<Condition> needed = desk.rules(asked).requests().getOrDefault(word, List.of());
            if (needed.isEmpty()) {
                return new Answer(asked, false, List.of(), Optional.empty());
            }
            List<Condition> lacking = lacking(writer, asked, needed, act.details(), act.reason());
            boolean isAtCounter = act.actor().role() == Role.ANALYST;
            return lacking.isEmpty() && isAtCounter && !asked.status().isAppealed()
                    ? granted(writer, asked, act)
                    : new Answer(asked, false, lacking, Optional.empty());
        });
    }

    /// Grants what waits, with what was seen since.
    ///
    /// @param act with `attested` in its details, and `account` and `target` where they were not told before
    /// @throws Failure `CONDITION_UNMET`, which names the first condition that does not hold
    public Answer grant(String digits, Act act) {
        return desk.store().write(writer -> {
            CaseFile file = desk.find(writer, act.actor(), digits);
            Step asked = lastAsked(writer, file);
            Act whole = act;
            for (Detail detail : List.of(Detail.ACCOUNT, Detail.TARGET, Detail.ATTESTED)) {
                String earlier = asked.actor().role().isParty() && detail == Detail.ATTESTED ? "" : asked.text(detail);
                String now = act.details().getOrDefault(detail.word(), "");
                whole = whole.with(
                        detail, detail == Detail.ATTESTED ? joined(earlier, now) : now.isEmpty() ? earlier : now);
            }
            List<Condition> needed =
                    desk.rules(file).requests().getOrDefault(file.status().asked(), List.of());
            List<Condition> lacking = lacking(writer, file, needed, whole.details(), asked.reason());
            if (!lacking.isEmpty()) {
                throw new Failure(
                        ErrorCode.CONDITION_UNMET,
                        Map.of(
                                "where",
                                file.head().id(),
                                "what",
                                lacking.getFirst().word(),
                                "condition",
                                lacking.getFirst().word()));
            }
            return granted(writer, file, whole);
        });
    }

    private static String joined(String one, String other) {
        return one.isEmpty() || other.isEmpty() ? one + other : one + "," + other;
    }

    private Answer granted(CaseWriter writer, CaseFile file, Act act) {
        Act grant = new Act(Event.GRANT_REQUEST, act.actor(), act.at(), act.reason(), act.evidence(), Map.of());
        for (Detail detail : List.of(Detail.ACCOUNT, Detail.TARGET, Detail.ATTESTED)) {
            grant = grant.with(detail, act.details().getOrDefault(detail.word(), ""));
        }
        Telling.Told told = telling.act(
                writer, file, grant.with(Detail.MEASURES, file.status().asked()));
        return new Answer(told.file(), true, List.of(), told.letter());
    }

    /// The step with which somebody asked last; what nobody asked for the table refuses.
    private static Step lastAsked(CaseReader reader, CaseFile file) {
        List<LoggedStep> steps = reader.steps(file.head().id());
        for (int i = steps.size() - 1; i > 0; i--) {
            if (steps.get(i).step().has(Detail.REQUEST)) {
                return steps.get(i).step();
            }
        }
        return steps.getFirst().step();
    }

    private List<Condition> lacking(
            CaseReader reader, CaseFile file, List<Condition> needed, Map<String, String> details, String reason) {
        Set<String> attested = new HashSet<>(
                List.of(details.getOrDefault(Detail.ATTESTED.word(), "").split(",")));
        String account = details.getOrDefault(Detail.ACCOUNT.word(), "");
        String target = details.getOrDefault(Detail.TARGET.word(), "");
        List<Condition> lacking = new ArrayList<>();
        for (Condition condition : needed) {
            boolean holds = switch (condition) {
                case ACCOUNT_NAMED -> accounts(reader, file).contains(account);
                case TARGET_NAMED -> !target.isBlank() && !target.equals(account);
                case REASON_VERIFIED -> !reason.isBlank() && attested.contains(condition.word());
                case IDENTITY_SHOWN, NO_OTHER_CLASS_ONE, NOTHING_ATTACHED, BALANCE_PAID ->
                    attested.contains(condition.word());
            };
            if (!holds) {
                lacking.add(condition);
            }
        }
        return lacking;
    }

    /// The accounts of which the findings of a case speak.
    private Set<String> accounts(CaseReader reader, CaseFile file) {
        Set<String> accounts = new HashSet<>();
        for (KeptFinding finding : reader.findings(file.head().id(), LOOKED_AT)) {
            if (parser.parse(finding.line()).fields().get("accounts") instanceof Collection<?> rows) {
                for (Object row : rows) {
                    if (row instanceof Map<?, ?> map && map.get("accountId") instanceof String id) {
                        accounts.add(id);
                    }
                }
            }
        }
        return accounts;
    }
}
