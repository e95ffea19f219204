package org.qingyuan.casework.disposition;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.qingyuan.access.Actor;
import org.qingyuan.access.Role;
import org.qingyuan.casework.campaign.FindingParser;
import org.qingyuan.casework.campaign.IdSource;
import org.qingyuan.casework.cases.Act;
import org.qingyuan.casework.cases.CaseDesk;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.CaseReader;
import org.qingyuan.casework.cases.CaseWriter;
import org.qingyuan.casework.cases.Detail;
import org.qingyuan.casework.cases.Event;
import org.qingyuan.casework.cases.State;
import org.qingyuan.casework.notice.Telling;

/// Puts batches together, lets another person decide on them, hands them over, and hears what became of each row. Each
/// part goes in transactions of bounded size; whoever was stopped begins again and goes on where he was.
public final class Batching {
    private final CaseDesk desk;
    private final Telling telling;
    private final BatchRows rows;
    private final Gathering gathering;
    private final HandingOver handingOver;

    public Batching(CaseDesk desk, IdSource ids, Telling telling, FindingParser parser) {
        this.desk = desk;
        this.telling = telling;
        this.rows = new BatchRows(desk);
        this.gathering = new Gathering(desk, rows, ids, telling, parser);
        this.handingOver = new HandingOver(desk, rows, telling);
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
        return rows.batches(reader, campaign);
    }

    /// Gives every row of a batch in the order of its cases.
    public void rows(Batch batch, Consumer<Row> listener) {
        rows.rows(batch, listener);
    }

    /// Looks at every case of a campaign that was told and not decided: what still stands is proposed, what the holder
    /// moved is kept, and the rest is left out with the reason, in the log.
    ///
    /// @throws Failure `BATCH_REFUSED` when another extract is being put together; `ROLE_REFUSED`
    public Proposed propose(String campaign, Fresh fresh, Doer doer) {
        return gathering.propose(campaign, fresh, doer);
    }

    /// Approves each case of a batch whose rows are as they were proposed.
    ///
    /// @param version of the batch that the checker saw
    /// @throws Failure `BATCH_REFUSED` when it is not to be approved, or of another version; `GUARD_REFUSED` when the
    ///     checker is the maker
    public Batch approve(String id, long version, Doer doer) {
        CaseDesk.requireRole(doer.actor(), id, Event.APPROVE.word(), Set.of(Role.CHECKER));
        Batch batch = desk.store().read(reader -> rows.batch(reader, id));
        if (batch.state() != Batch.State.PROPOSED || batch.version() != version) {
            throw BatchRows.refused(batch, Long.toString(batch.version()));
        }
        rows.each(batch, Row.State.PROPOSED, (writer, row) -> approve(writer, row, doer));
        if (!Batch.areSame(rows.sums(batch), batch.sums())) {
            throw new IllegalStateException("sums of batch " + id);
        }
        return rows.put(batch.decided(doer.actor().text(), doer.at().toString()).in(Batch.State.APPROVED));
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
            BatchRows.set(writer, row, Row.State.APPROVED, "");
        } else if (state == State.DISPOSITION_APPROVED && version == row.caseVersion() + 1) {
            // another row of the same case
            BatchRows.set(writer, row, Row.State.APPROVED, "");
        } else {
            BatchRows.set(writer, row, Row.State.LEFT_OUT, LeftOut.CHANGED_SINCE.word());
        }
    }

    /// Rejects what is proposed; each case goes back to where it came from.
    ///
    /// @throws Failure `BATCH_REFUSED` when it is decided
    public Batch reject(String id, String reason, Doer doer) {
        CaseDesk.requireRole(doer.actor(), id, Event.REJECT.word(), Set.of(Role.CHECKER));
        Batch batch = desk.store().read(reader -> rows.batch(reader, id));
        if (batch.state() != Batch.State.PROPOSED && batch.state() != Batch.State.GATHERING) {
            throw BatchRows.refused(batch, Long.toString(batch.version()));
        }
        rows.each(batch, Row.State.PROPOSED, (writer, row) -> {
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
            BatchRows.set(writer, row, Row.State.LEFT_OUT, Batch.State.REJECTED.word());
        });
        return rows.put(batch.decided(doer.actor().text(), "").in(Batch.State.REJECTED));
    }

    /// Hands over what is approved. A case of which the party was heard since, or that an appeal suspends, stays out.
    ///
    /// @throws Failure `BATCH_REFUSED` when it is not approved; `ROLE_REFUSED`; `CASE_UNKNOWN` when a row is of a case
    ///     that is not for who asks
    public Batch handOver(String id, Doer doer) {
        return handingOver.handOver(id, doer);
    }

    /// Notes what became of rows. A case whose rows are all done is carried out and closed; one of which a row failed
    /// waits for a person. The batch is open until every row has its outcome.
    ///
    /// @throws Failure `BATCH_REFUSED` when it was not handed over; `OUTCOMES_REJECTED` when a row is none of it, or
    /// has
    ///     another outcome already: then nothing is noted
    public Recorded record(String id, List<RowOutcome> outcomes, Doer doer) {
        return handingOver.record(id, outcomes, doer);
    }
}
