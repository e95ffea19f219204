package org.qingyuan.casework.disposition;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.qingyuan.casework.campaign.FindingParser;
import org.qingyuan.casework.cases.CaseDesk;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.CaseReader;
import org.qingyuan.casework.cases.KeptFinding;
import org.qingyuan.casework.cases.State;
import org.qingyuan.casework.notice.Announcing;
import org.qingyuan.casework.notice.Notice;
import org.qingyuan.finding.Finding;
import org.qingyuan.policy.CaseRules;
import org.qingyuan.policy.Measure;

/// Decides of one case whether it comes into a batch, by what is known of it and what a fresh extract says.
final class Proposing {
    private static final int LOOKED_AT = 1000;
    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    private final CaseDesk desk;
    private final FindingParser parser;
    private final Fresh fresh;

    Proposing(CaseDesk desk, FindingParser parser, Fresh fresh) {
        this.desk = desk;
        this.parser = parser;
        this.fresh = fresh;
    }

    /// What is to be done with a case.
    sealed interface Decision {
        /// It comes into the batch.
        ///
        /// @param finding id of what was found again
        record Take(String action, String finding, List<Account> accounts) implements Decision {}

        /// It stays out.
        ///
        /// @param reason of the exclusion as outcomes have it, blank for the others
        record Leave(LeftOut why, String reason) implements Decision {}

        /// The holder moved it after the notice: it is kept.
        record Keep(Instant movedAt) implements Decision {}
    }

    /// An account to act on.
    record Account(String legalEntity, String branch, String account, BigDecimal amount) {}

    Decision decide(CaseReader reader, CaseFile file, Instant at) {
        Fresh.Verdict verdict = fresh.verdicts().get(file.head().key());
        if (verdict instanceof Fresh.Verdict.Excluded excluded) {
            return excluded(reader, file, excluded);
        }
        Optional<LeftOut> why = unready(reader, file);
        if (why.isPresent()) {
            return new Decision.Leave(why.get(), "");
        }
        return verdict instanceof Fresh.Verdict.Stands stands
                ? standing(reader, file, stands.finding(), at)
                : new Decision.Leave(LeftOut.NOT_FOUND, "");
    }

    /// An own transaction settles the case, whatever else is the matter. A day has no hour: of the day of the notice
    /// itself nobody can say which came first.
    private Decision excluded(CaseReader reader, CaseFile file, Fresh.Verdict.Excluded excluded) {
        LocalDate movedOn = excluded.movedOn();
        Instant told = file.status().notifiedAt();
        if (movedOn != null && told != null) {
            Instant morning = movedOn.atStartOfDay(desk.zone(reader, file.head().campaign()))
                    .toInstant();
            return morning.isAfter(told)
                    ? new Decision.Keep(morning)
                    : new Decision.Leave(LeftOut.MOVED_SINCE, excluded.reason());
        }
        return new Decision.Leave(LeftOut.EXCLUDED, excluded.reason());
    }

    private Optional<LeftOut> unready(CaseReader reader, CaseFile file) {
        if (file.status().isAppealed()) {
            return Optional.of(LeftOut.APPEAL_OPEN);
        }
        if (file.status().state() == State.RESPONDED || file.status().isAnswered()) {
            return Optional.of(LeftOut.ANSWERED);
        }
        if (file.status().state() != State.OVERDUE) {
            return Optional.of(LeftOut.TIME_NOT_OVER);
        }
        List<Notice> notices = reader.entriesOfCase(file.head().id(), Notice.KIND).stream()
                .map(Notice::of)
                .toList();
        boolean isReached = notices.stream().anyMatch(notice -> notice.state() == Notice.State.DELIVERED)
                || Announcing.isPosted(reader, file.head().id());
        if (!isReached) {
            return Optional.of(LeftOut.NOT_REACHED);
        }
        boolean isEarly = notices.stream()
                .map(notice -> LocalDate.parse(notice.deadline()))
                .anyMatch(last -> !fresh.extractedOn().isAfter(last));
        return isEarly ? Optional.of(LeftOut.EXTRACT_TOO_EARLY) : Optional.empty();
    }

    private Decision standing(CaseReader reader, CaseFile file, Finding finding, Instant at) {
        CaseRules rules = desk.rules(file);
        Object proposed = finding.fields().get("proposed");
        String action = rules.actions().getOrDefault(String.valueOf(proposed), "");
        LocalDate day = desk.clocks(reader, file).day(at);
        Optional<Measure> measure = rules.measure(action, day);
        if (measure.isEmpty()) {
            return new Decision.Leave(LeftOut.BY_PERSON, "");
        }
        List<Account> accounts = accounts(finding);
        if (!numbers(accounts).equals(announced(reader, file))) {
            return new Decision.Leave(LeftOut.OTHER_ACCOUNTS, "");
        }
        String most = measure.get().limits().getOrDefault("maxBalance", "");
        boolean isOver = !most.isEmpty()
                && accounts.stream().anyMatch(each -> each.amount().compareTo(new BigDecimal(most)) > 0);
        return isOver ? new Decision.Leave(LeftOut.OVER_LIMIT, "") : new Decision.Take(action, finding.id(), accounts);
    }

    private static Set<String> numbers(List<Account> accounts) {
        Set<String> numbers = new TreeSet<>();
        accounts.forEach(account -> numbers.add(account.account()));
        return numbers;
    }

    /// Those of the findings behind the notice.
    private Set<String> announced(CaseReader reader, CaseFile file) {
        Set<String> numbers = new TreeSet<>();
        for (KeptFinding kept : reader.findings(file.head().id(), LOOKED_AT)) {
            if (kept.opens()) {
                numbers.addAll(numbers(accounts(parser.parse(kept.line()))));
            }
        }
        return numbers;
    }

    /// The accounts of a finding that do not stay; the customer's number where it has none.
    private static List<Account> accounts(Finding finding) {
        String entity = text(finding.fields(), "legalEntity");
        List<Account> accounts = new ArrayList<>();
        if (finding.fields().get("accounts") instanceof Collection<?> rows) {
            for (Object row : rows) {
                if (row instanceof Map<?, ?> account && !Boolean.TRUE.equals(account.get("keep"))) {
                    accounts.add(new Account(
                            entity,
                            text(account, "branch"),
                            text(account, "accountId"),
                            amount(account.get("balance"))));
                }
            }
        }
        if (accounts.isEmpty()) {
            return List.of(new Account(entity, "", finding.subject().id(), NOTHING));
        }
        return accounts.size() == 1 ? List.of(withSubAccounts(accounts.getFirst(), finding)) : accounts;
    }

    /// A rule of one account says what stands on it together with its sub-accounts, which go with it.
    private static Account withSubAccounts(Account account, Finding finding) {
        Object whole = finding.fields().get("figures") instanceof Map<?, ?> figures ? figures.get("balance") : null;
        return whole == null
                ? account
                : new Account(account.legalEntity(), account.branch(), account.account(), amount(whole));
    }

    private static String text(Map<?, ?> fields, String name) {
        return fields.get(name) instanceof String text ? text : "";
    }

    private static BigDecimal amount(@Nullable Object value) {
        return value == null ? NOTHING : new BigDecimal(value.toString());
    }
}
