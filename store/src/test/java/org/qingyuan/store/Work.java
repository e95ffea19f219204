package org.qingyuan.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.qingyuan.casework.campaign.IdSource;
import org.qingyuan.casework.campaign.Importing;
import org.qingyuan.casework.cases.CaseDesk;
import org.qingyuan.casework.cases.CaseStore;
import org.qingyuan.casework.cases.ImportRun;
import org.qingyuan.casework.notice.LetterWords;
import org.qingyuan.casework.notice.Notifying;
import org.qingyuan.casework.notice.Ticking;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Holder;
import org.qingyuan.finding.Moment;
import org.qingyuan.finding.Severity;
import org.qingyuan.finding.Subject;
import org.qingyuan.finding.Summary;
import org.qingyuan.policy.Policies;

/// Casework over a store, as the program does it: findings are brought in, and what is due is done. A line of a finding
/// is `round/number`, from which all of it follows.
final class Work {
    static final int FINDINGS = 3500;
    static final int CASES = 700;
    static final Instant MUCH_LATER = Made.NOON.plusSeconds(60 * 86_400L);

    private static final Policies POLICIES = Policies.builtIn();

    final CaseDesk desk;
    private final Importing importing;
    private final Ticking ticking;

    Work(CaseStore store) {
        this.desk = new CaseDesk(
                store,
                policy -> Objects.requireNonNull(
                        POLICIES.find(policy, LocalDate.EPOCH).cases()));
        IdSource ids = new IdSource(new SecureRandom());
        this.importing = new Importing(desk, ids, Work::finding);
        this.ticking = new Ticking(desk, new Notifying(desk, ids, noLetters()));
    }

    /// Nothing that is escalated has a letter.
    private static LetterWords noLetters() {
        return (LetterWords) Proxy.newProxyInstance(
                Work.class.getClassLoader(), new Class<?>[] {LetterWords.class}, (proxy, method, arguments) -> {
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    static Finding finding(byte[] line) {
        String[] parts = new String(line, UTF_8).split("/");
        int number = Integer.parseInt(parts[1]);
        String address = parts[0] + "." + number / (FINDINGS / CASES);
        Moment start = Moment.parse(Made.NOON.minusSeconds(number).toString());
        return new Finding(
                Made.digest(line).substring(0, 32),
                "mining/" + address,
                "mining.session",
                1,
                Severity.HIGH,
                new Subject("address", address),
                new Holder("org-1", "Name", null, "university", "320500", null),
                start,
                start,
                Map.of(),
                new Summary("s", Map.of()),
                List.of(),
                0,
                List.of(),
                new LinkedHashMap<>());
    }

    /// Brings the findings of a round, or goes on where it was.
    ImportRun bring(int round) {
        Importing.Act who = new Importing.Act(Made.ANALYST, Made.NOON);
        ImportRun run = importing.begin("c", "f" + round, "f" + round, "site", "run", who);
        for (int from = (int) run.lines(); from >= 0 && from < FINDINGS; ) {
            List<Importing.Found> found = new ArrayList<>();
            int end = Math.min(FINDINGS, from + Importing.BATCH);
            for (int i = from; i < end; i++) {
                byte[] line = (round + "/" + i).getBytes(UTF_8);
                found.add(new Importing.Found(finding(line), line));
            }
            run = end == FINDINGS ? importing.keepLast(run, found, end, 1) : importing.keep(run, found, end, 0);
            from = end;
        }
        return importing.finish(run, who);
    }

    Ticking.Done tick() {
        return ticking.tick(MUCH_LATER);
    }
}
