package org.qingyuan.casework.disposition;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.qingyuan.access.Actor;
import org.qingyuan.access.Role;
import org.qingyuan.casework.campaign.FindingParser;
import org.qingyuan.casework.campaign.IdSource;
import org.qingyuan.casework.cases.Act;
import org.qingyuan.casework.cases.Campaign;
import org.qingyuan.casework.cases.CaseDesk;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.CaseReader;
import org.qingyuan.casework.cases.CaseWriter;
import org.qingyuan.casework.cases.Detail;
import org.qingyuan.casework.cases.Entry;
import org.qingyuan.casework.cases.Event;
import org.qingyuan.casework.cases.State;
import org.qingyuan.casework.notice.Telling;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;

/// Puts batches together, lets another person decide on them, hands them over, and hears what became of each row. Each
/// part goes in transactions of bounded size; whoever was stopped begins again and goes on where he was.
public final class Batching {
    private static final int CASES = 100;
    private static final int PAGE = 500;
    private static final Set<State> LOOKED_AT = Set.of(State.NOTIFIED, State.RESPONDED, State.OVERDUE);

    /// What a row says of a case that its holder's own transaction settled.
    private static final String KEPT = "kept";

    private final CaseDesk desk;
    private final IdSource ids;
    private final Telling telling;
    private final FindingParser parser;

    public Batching(CaseDesk desk, IdSource ids, Telling telling, FindingParser parser) {
        this.desk = desk;
        this.ids = ids;
        this.telling = telling;
        this.parser = parser;
    }

    /// Who does it, and when.
    public record Doer(Actor actor, Instant at) {}

    /// A batch that was put together.
    ///
    /// @param left how many cases were left out, by the word of [LeftOut], with `: ` and the reason of an exclusion
    /// @param kept how many were settled by their holders
    public record Proposed(Batch batch, Map<String, Long> left, long kept) {}

    /// What became of a row.
    ///
    /// @param note what the core system says, blank where nothing
    public record RowOutcome(String row, boolean isDone, String note) {}

    /// What outcomes did.
    ///
    /// @param conflicts cases that were carried out although something stands against it now, an appeal for one; a
    ///     person must look at them at once
    public record Recorded(Batch batch, long done, long failed, long closed, List<String> conflicts) {}

    /// The batches of a campaign.
    public List<Batch> batches(CaseReader reader, String campaign) {
        return reader.entriesOfGroup(Batch.KIND, campaign, "", PAGE).stream()
                .map(Batch::of)
                .toList();
    }

    /// @throws Failure `BATCH_UNKNOWN`
    public Batch batch(CaseReader reader, String id) {
        return reader.entry(id)
                .filter(entry -> entry.kind().equals(Batch.KIND))
                .map(Batch::of)
                .orElseThrow(() -> new Failure(ErrorCode.BATCH_UNKNOWN, Map.of("where", "", "what", id)));
    }

    /// Looks at every case of a campaign that was told and not decided: what still stands is proposed, what the holder
    /// moved is kept, and the rest is left out with the reason, in the log.
    ///
    /// @throws Failure `BATCH_REFUSED` when another extract is being put together; `ROLE_REFUSED`
    public Proposed propose(String campaign, Fresh fresh, Doer doer) {
        CaseDesk.requireRole(doer.actor(), campaign, Event.PROPOSE.word(), Set.of(Role.MAKER));
        Batch begun = desk.store().write(writer -> begin(writer, campaign, fresh, doer));
        Proposing proposing = new Proposing(desk, parser, fresh);
        List<String> cases = desk.ids(campaign, LOOKED_AT, doer.actor());
        for (int from = 0; from < cases.size(); from += CASES) {
            List<String> some = cases.subList(from, Math.min(cases.size(), from + CASES));
            desk.store().write(writer -> {
                some.forEach(id -> look(writer, begun, proposing, id, doer));
                return some.size();
            });
        }
        return gathered(begun);
    }

    private Batch begin(CaseWriter writer, String campaign, Fresh fresh, Doer doer) {
        Campaign found = desk.campaign(writer, campaign);
        for (Batch batch : batches(writer, campaign)) {
            if (batch.state() == Batch.State.GATHERING) {
                if (batch.extractedOn().equals(fresh.extractedOn().toString())
                        && batch.maker().equals(doer.actor().text())) {
                    return batch;
                }
                throw refused(batch, batch.maker() + ", " + batch.extractedOn());
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

    private static Failure refused(Batch batch, String what) {
        return new Failure(
                ErrorCode.BATCH_REFUSED,
                Map.of("where", batch.id(), "what", batch.state().word() + ": " + what));
    }

    private void look(CaseWriter writer, Batch batch, Proposing proposing, String caseId, Doer doer) {
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

    private static Act act(Event event, Batch batch, Doer doer) {
        return Act.of(event, doer.actor(), doer.at()).with(Detail.BATCH, batch.id());
    }

    private static String rowId(Batch batch, String caseId, int number) {
        return batch.id() + "-" + caseId + "-" + number;
    }

    private void take(CaseWriter writer, Batch batch, CaseFile file, Proposing.Decision.Take take, Doer doer) {
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

    private void leave(CaseWriter writer, Batch batch, CaseFile file, Proposing.Decision.Leave leave, Doer doer) {
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

    private Proposed gathered(Batch begun) {
        SortedMap<String, Batch.Sum> sums = sums(begun);
        Map<String, Long> left = new TreeMap<>();
        long[] kept = {0};
        rows(begun, row -> {
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
        return new Proposed(batch, left, kept[0]);
    }

    /// Sums by action of all rows that were proposed, whatever became of them.
    private SortedMap<String, Batch.Sum> sums(Batch batch) {
        SortedMap<String, Batch.Sum> sums = new TreeMap<>();
        rows(batch, row -> {
            if (!row.action().isEmpty()) {
                sums.put(
                        row.action(),
                        sums.getOrDefault(row.action(), Batch.Sum.NONE).plus(row.amount()));
            }
        });
        return sums;
    }

    /// Gives every row of a batch in the order of its cases.
    public void rows(Batch batch, Consumer<Row> listener) {
        String after = "";
        List<Entry> page = List.of();
        do {
            String from = after;
            page = desk.store().read(reader -> reader.entriesOfGroup(Row.KIND, batch.id(), from, PAGE));
            page.forEach(entry -> listener.accept(Row.of(entry)));
            after = page.isEmpty() ? "" : page.getLast().id();
        } while (page.size() == PAGE);
    }

    /// Approves each case of a batch whose rows are as they were proposed.
    ///
    /// @param version of the batch that the checker saw
    /// @throws Failure `BATCH_REFUSED` when it is not to be approved, or of another version; `GUARD_REFUSED` when the
    ///     checker is the maker
    public Batch approve(String id, long version, Doer doer) {
        CaseDesk.requireRole(doer.actor(), id, Event.APPROVE.word(), Set.of(Role.CHECKER));
        Batch batch = desk.store().read(reader -> batch(reader, id));
        if (batch.state() != Batch.State.PROPOSED || batch.version() != version) {
            throw refused(batch, Long.toString(batch.version()));
        }
        each(batch, Row.State.PROPOSED, (writer, row) -> approve(writer, row, doer));
        if (!Batch.areSame(sums(batch), batch.sums())) {
            throw new IllegalStateException("sums of batch " + id);
        }
        return put(batch.decided(doer.actor().text(), doer.at().toString()).in(Batch.State.APPROVED));
    }

    private Batch put(Batch batch) {
        return desk.store().write(writer -> {
            writer.put(batch.entry());
            return batch;
        });
    }

    private void each(Batch batch, Row.State state, BiConsumer<CaseWriter, Row> work) {
        List<Row> wanted = new ArrayList<>();
        rows(batch, row -> {
            if (row.state() == state) {
                wanted.add(row);
            }
        });
        for (int from = 0; from < wanted.size(); from += CASES) {
            List<Row> some = wanted.subList(from, Math.min(wanted.size(), from + CASES));
            desk.store().write(writer -> {
                some.forEach(row -> work.accept(writer, row));
                return some.size();
            });
        }
    }

    private static void set(CaseWriter writer, Row row, Row.State state, String note) {
        Entry entry = writer.entry(row.id()).orElseThrow();
        writer.put(entry.in(state.word(), Map.of("note", note)));
    }

    private void approve(CaseWriter writer, Row row, Doer doer) {
        CaseFile file = desk.find(writer, doer.actor(), row.caseId());
        long version = file.status().version();
        State state = file.status().state();
        if (state == State.DISPOSITION_PROPOSED && version == row.caseVersion()) {
            Act approval = Act.of(Event.APPROVE, doer.actor(), doer.at())
                    .with(Detail.BATCH, row.batch())
                    .with(Detail.SEEN, Long.toString(version));
            telling.act(writer, file, approval);
            set(writer, row, Row.State.APPROVED, "");
        } else if (state == State.DISPOSITION_APPROVED && version == row.caseVersion() + 1) {
            // another row of the same case
            set(writer, row, Row.State.APPROVED, "");
        } else {
            set(writer, row, Row.State.LEFT_OUT, LeftOut.CHANGED_SINCE.word());
        }
    }

    /// Rejects what is proposed; each case goes back to where it came from.
    ///
    /// @throws Failure `BATCH_REFUSED` when it is decided
    public Batch reject(String id, String reason, Doer doer) {
        CaseDesk.requireRole(doer.actor(), id, Event.REJECT.word(), Set.of(Role.CHECKER));
        Batch batch = desk.store().read(reader -> batch(reader, id));
        if (batch.state() != Batch.State.PROPOSED && batch.state() != Batch.State.GATHERING) {
            throw refused(batch, Long.toString(batch.version()));
        }
        each(batch, Row.State.PROPOSED, (writer, row) -> {
            CaseFile file = desk.find(writer, doer.actor(), row.caseId());
            if (file.status().state() == State.DISPOSITION_PROPOSED
                    && file.status().version() == row.caseVersion()) {
                desk.act(
                        writer,
                        file,
                        Act.of(Event.REJECT, doer.actor(), doer.at())
                                .because(reason)
                                .with(Detail.BATCH, row.batch()));
            }
            set(writer, row, Row.State.LEFT_OUT, Batch.State.REJECTED.word());
        });
        return put(batch.decided(doer.actor().text(), "").in(Batch.State.REJECTED));
    }

    /// Hands over what is approved. A case of which the party was heard since, or that an appeal suspends, stays out.
    ///
    /// @throws Failure `BATCH_REFUSED` when it is not approved; `ROLE_REFUSED`; `CASE_UNKNOWN` when a row is of a case
    ///     that is not for who asks
    public Batch handOver(String id, Doer doer) {
        CaseDesk.requireRole(doer.actor(), id, Event.EXECUTE.word(), Set.of(Role.MAKER, Role.ANALYST));
        Batch batch = desk.store().read(reader -> batch(reader, id));
        rows(batch, row -> desk.store().read(reader -> desk.find(reader, doer.actor(), row.caseId())));
        if (batch.state() == Batch.State.OPEN
                || batch.state() == Batch.State.CLOSED && !batch.sums().isEmpty()) {
            return batch;
        }
        if (batch.state() != Batch.State.APPROVED) {
            throw refused(batch, Long.toString(batch.version()));
        }
        each(batch, Row.State.APPROVED, (writer, row) -> {
            CaseFile file = desk.find(writer, doer.actor(), row.caseId());
            LeftOut why = against(file);
            set(writer, row, why == null ? Row.State.LISTED : Row.State.LEFT_OUT, why == null ? "" : why.word());
        });
        return put(batch.in(isAnyListed(batch) ? Batch.State.OPEN : Batch.State.CLOSED));
    }

    private static @Nullable LeftOut against(CaseFile file) {
        if (file.status().isAppealed()) {
            return LeftOut.APPEAL_OPEN;
        }
        return file.status().state() == State.DISPOSITION_APPROVED ? null : LeftOut.CHANGED_SINCE;
    }

    private boolean isAnyListed(Batch batch) {
        boolean[] any = {false};
        rows(batch, row -> any[0] |= row.state() == Row.State.LISTED);
        return any[0];
    }

    /// Notes what became of rows. A case whose rows are all done is carried out and closed; one of which a row failed
    /// waits for a person. The batch is open until every row has its outcome.
    ///
    /// @throws Failure `BATCH_REFUSED` when it was not handed over; `OUTCOMES_REJECTED` when a row is none of it, or
    /// has
    ///     another outcome already: then nothing is noted
    public Recorded record(String id, List<RowOutcome> outcomes, Doer doer) {
        CaseDesk.requireRole(doer.actor(), id, Event.EXECUTE.word(), Set.of(Role.ANALYST));
        Batch batch = desk.store().read(reader -> batch(reader, id));
        if (batch.state() != Batch.State.OPEN) {
            throw refused(batch, Long.toString(batch.version()));
        }
        List<RowOutcome> fresh = new ArrayList<>();
        for (RowOutcome outcome : outcomes) {
            if (isNews(batch, outcome)) {
                fresh.add(outcome);
            }
        }
        List<String> conflicts = new ArrayList<>();
        long closed = 0;
        for (int from = 0; from < fresh.size(); from += CASES) {
            List<RowOutcome> some = fresh.subList(from, Math.min(fresh.size(), from + CASES));
            List<String> against = new ArrayList<>();
            closed += desk.store().write(writer -> {
                against.clear();
                return some.stream()
                        .filter(outcome -> record(writer, batch, outcome, doer, against))
                        .count();
            });
            conflicts.addAll(against);
        }
        long done = fresh.stream().filter(RowOutcome::isDone).count();
        Batch after = isAnyListed(batch) ? batch : put(batch.in(Batch.State.CLOSED));
        return new Recorded(after, done, fresh.size() - done, closed, List.copyOf(conflicts));
    }

    private boolean isNews(Batch batch, RowOutcome outcome) {
        Row row = desk.store()
                .<Optional<Entry>>read(reader -> reader.entry(outcome.row()))
                .filter(entry -> entry.kind().equals(Row.KIND) && entry.group().equals(batch.id()))
                .map(Row::of)
                .orElseThrow(() -> rejected(batch, "unknown-value", outcome.row()));
        Row.State told = outcome.isDone() ? Row.State.DONE : Row.State.FAILED;
        if (row.state() != Row.State.LISTED && row.state() != told) {
            throw rejected(batch, "repeated-id", outcome.row());
        }
        return row.state() == Row.State.LISTED;
    }

    private static Failure rejected(Batch batch, String reject, String row) {
        return new Failure(ErrorCode.OUTCOMES_REJECTED, Map.of("where", batch.id(), "reject", reject, "what", row));
    }

    /// @return whether the case is closed by it
    private boolean record(CaseWriter writer, Batch batch, RowOutcome outcome, Doer doer, List<String> conflicts) {
        Row row = Row.of(writer.entry(outcome.row()).orElseThrow());
        CaseFile file = desk.find(writer, doer.actor(), row.caseId());
        set(writer, row, outcome.isDone() ? Row.State.DONE : Row.State.FAILED, outcome.note());
        boolean isAllDone = writer.entriesOfCase(row.caseId(), Row.KIND).stream()
                .map(Row::of)
                .filter(each -> each.batch().equals(batch.id()))
                .allMatch(each -> each.state() == Row.State.DONE);
        if (!isAllDone) {
            return false;
        }
        if (against(file) != null) {
            conflicts.add(row.caseId());
            return false;
        }
        CaseFile executed = desk.act(writer, file, act(Event.EXECUTE, batch, doer));
        telling.act(writer, executed, act(Event.CLOSE, batch, doer).because(batch.id()));
        return true;
    }
}
