package org.qingyuan.casework.disposition;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.qingyuan.access.Role;
import org.qingyuan.casework.campaign.FindingParser;
import org.qingyuan.casework.campaign.IdSource;
import org.qingyuan.casework.cases.Act;
import org.qingyuan.casework.cases.Campaign;
import org.qingyuan.casework.cases.CaseDesk;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.CaseWriter;
import org.qingyuan.casework.cases.Detail;
import org.qingyuan.casework.cases.Event;
import org.qingyuan.casework.cases.State;
import org.qingyuan.casework.notice.Telling;

/// Puts one batch together: each case that was told and not decided is looked at once.
final class Gathering {
    private static final Set<State> LOOKED_AT = Set.of(State.NOTIFIED, State.RESPONDED, State.OVERDUE);

    /// What a row says of a case that its holder's own transaction settled.
    private static final String KEPT = "kept";

    private final CaseDesk desk;
    private final BatchRows rows;
    private final IdSource ids;
    private final Telling telling;
    private final FindingParser parser;

    Gathering(CaseDesk desk, BatchRows rows, IdSource ids, Telling telling, FindingParser parser) {
        this.desk = desk;
        this.rows = rows;
        this.ids = ids;
        this.telling = telling;
        this.parser = parser;
    }

    Batching.Proposed propose(String campaign, Fresh fresh, Batching.Doer doer) {
        CaseDesk.requireRole(doer.actor(), campaign, Event.PROPOSE.word(), Set.of(Role.MAKER));
        Batch begun = desk.store().write(writer -> begin(writer, campaign, fresh, doer));
        Proposing proposing = new Proposing(desk, parser, fresh);
        List<String> cases = desk.ids(campaign, LOOKED_AT, doer.actor());
        for (int from = 0; from < cases.size(); from += BatchRows.CASES) {
            List<String> some = cases.subList(from, Math.min(cases.size(), from + BatchRows.CASES));
            desk.store().write(writer -> {
                some.forEach(id -> look(writer, begun, proposing, id, doer));
                return some.size();
            });
        }
        return gathered(begun);
    }

    private Batch begin(CaseWriter writer, String campaign, Fresh fresh, Batching.Doer doer) {
        Campaign found = desk.campaign(writer, campaign);
        for (Batch batch : rows.batches(writer, campaign)) {
            if (batch.state() == Batch.State.GATHERING) {
                if (batch.extractedOn().equals(fresh.extractedOn().toString())
                        && batch.maker().equals(doer.actor().text())) {
                    return batch;
                }
                throw BatchRows.refused(batch, batch.maker() + ", " + batch.extractedOn());
            }
        }
        Batch batch = new Batch(
                ids.next(),
                campaign,
                Batch.State.GATHERING,
                1,
                found.policy(),
                fresh.extractedOn().toString(),
                doer.actor().text(),
                "",
                "",
                Collections.unmodifiableSortedMap(new TreeMap<>()));
        writer.put(batch.entry());
        return batch;
    }

    private void look(CaseWriter writer, Batch batch, Proposing proposing, String caseId, Batching.Doer doer) {
        CaseFile file = desk.find(writer, doer.actor(), caseId);
        boolean isLookedAt = writer.entry(rowId(batch, caseId, 0)).isPresent();
        if (isLookedAt || !LOOKED_AT.contains(file.status().state())) {
            return;
        }
        switch (proposing.decide(writer, file, doer.at())) {
            case Proposing.Decision.Take take -> take(writer, batch, file, take, doer);
            case Proposing.Decision.Leave leave -> leave(writer, batch, file, leave, doer);
            case Proposing.Decision.Keep keep -> {
                Act act = act(Event.KEEP, batch, doer)
                        .with(Detail.OCCURRED_AT, keep.movedAt().toString());
                telling.act(writer, file, act);
                writer.put(left(batch, file, KEPT).entry());
            }
        }
    }

    private static Act act(Event event, Batch batch, Batching.Doer doer) {
        return Act.of(event, doer.actor(), doer.at()).with(Detail.BATCH, batch.id());
    }

    private static String rowId(Batch batch, String caseId, int number) {
        return batch.id() + "-" + caseId + "-" + number;
    }

    private void take(CaseWriter writer, Batch batch, CaseFile file, Proposing.Decision.Take take, Batching.Doer doer) {
        Act act = act(Event.PROPOSE, batch, doer)
                .because(batch.id())
                .proved(List.of(take.finding()))
                .with(Detail.MEASURES, take.action());
        CaseFile proposed = desk.act(writer, file, act);
        int number = 0;
        for (Proposing.Account account : take.accounts()) {
            Row row = new Row(
                    rowId(batch, file.head().id(), number++),
                    batch.id(),
                    file.head().id(),
                    proposed.status().version(),
                    Row.State.PROPOSED,
                    account.legalEntity(),
                    account.branch(),
                    account.account(),
                    take.action(),
                    account.amount(),
                    "");
            writer.put(row.entry());
        }
    }

    private void leave(
            CaseWriter writer, Batch batch, CaseFile file, Proposing.Decision.Leave leave, Batching.Doer doer) {
        String word = leave.why().word();
        desk.act(
                writer,
                file,
                act(Event.LEAVE_OUT, batch, doer)
                        .because(leave.reason().isEmpty() ? word : leave.reason())
                        .with(Detail.LEFT_OUT, word));
        writer.put(left(batch, file, leave.reason().isEmpty() ? word : word + ": " + leave.reason())
                .entry());
    }

    private static Row left(Batch batch, CaseFile file, String note) {
        return new Row(
                rowId(batch, file.head().id(), 0),
                batch.id(),
                file.head().id(),
                file.status().version(),
                Row.State.LEFT_OUT,
                "",
                "",
                "",
                "",
                BigDecimal.ZERO,
                note);
    }

    private Batching.Proposed gathered(Batch begun) {
        SortedMap<String, Batch.Sum> sums = rows.sums(begun);
        Map<String, Long> left = new TreeMap<>();
        long[] kept = {0};
        rows.rows(begun, row -> {
            if (row.note().equals(KEPT)) {
                kept[0]++;
            } else if (row.state() == Row.State.LEFT_OUT) {
                left.merge(row.note(), 1L, Long::sum);
            }
        });
        Batch batch = begun.summed(sums).in(sums.isEmpty() ? Batch.State.CLOSED : Batch.State.PROPOSED);
        desk.store().write(writer -> {
            writer.put(batch.entry());
            return batch;
        });
        return new Batching.Proposed(batch, left, kept[0]);
    }
}
