package org.qingyuan.casework.disposition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qingyuan.access.Role;
import org.qingyuan.casework.cases.Act;
import org.qingyuan.casework.cases.CaseDesk;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.CaseWriter;
import org.qingyuan.casework.cases.Detail;
import org.qingyuan.casework.cases.Entry;
import org.qingyuan.casework.cases.Event;
import org.qingyuan.casework.cases.State;
import org.qingyuan.casework.notice.Telling;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;

/// Hands a batch over, and hears what became of its rows.
final class HandingOver {
    private final CaseDesk desk;
    private final BatchRows rows;
    private final Telling telling;

    HandingOver(CaseDesk desk, BatchRows rows, Telling telling) {
        this.desk = desk;
        this.rows = rows;
        this.telling = telling;
    }

    Batch handOver(String id, Batching.Doer doer) {
        CaseDesk.requireRole(doer.actor(), id, Event.EXECUTE.word(), Set.of(Role.MAKER, Role.ANALYST));
        Batch batch = desk.store().read(reader -> rows.batch(reader, id));
        rows.rows(batch, row -> desk.store().read(reader -> desk.find(reader, doer.actor(), row.caseId())));
        if (batch.state() == Batch.State.OPEN
                || batch.state() == Batch.State.CLOSED && !batch.sums().isEmpty()) {
            return batch;
        }
        if (batch.state() != Batch.State.APPROVED) {
            throw BatchRows.refused(batch, Long.toString(batch.version()));
        }
        rows.each(batch, Row.State.APPROVED, (writer, row) -> {
            CaseFile file = desk.find(writer, doer.actor(), row.caseId());
            LeftOut why = against(file);
            BatchRows.set(
                    writer, row, why == null ? Row.State.LISTED : Row.State.LEFT_OUT, why == null ? "" : why.word());
        });
        return rows.put(batch.in(isAnyListed(batch) ? Batch.State.OPEN : Batch.State.CLOSED));
    }

    private static @Nullable LeftOut against(CaseFile file) {
        if (file.status().isAppealed()) {
            return LeftOut.APPEAL_OPEN;
        }
        return file.status().state() == State.DISPOSITION_APPROVED ? null : LeftOut.CHANGED_SINCE;
    }

    private boolean isAnyListed(Batch batch) {
        boolean[] any = {false};
        rows.rows(batch, row -> any[0] |= row.state() == Row.State.LISTED);
        return any[0];
    }

    Batching.Recorded record(String id, List<Batching.RowOutcome> outcomes, Batching.Doer doer) {
        CaseDesk.requireRole(doer.actor(), id, Event.EXECUTE.word(), Set.of(Role.ANALYST));
        Batch batch = desk.store().read(reader -> rows.batch(reader, id));
        if (batch.state() != Batch.State.OPEN) {
            throw BatchRows.refused(batch, Long.toString(batch.version()));
        }
        List<Batching.RowOutcome> fresh = new ArrayList<>();
        for (Batching.RowOutcome outcome : outcomes) {
            if (isNews(batch, outcome)) {
                fresh.add(outcome);
            }
        }
        List<String> conflicts = new ArrayList<>();
        long closed = 0;
        for (int from = 0; from < fresh.size(); from += BatchRows.CASES) {
            List<Batching.RowOutcome> some = fresh.subList(from, Math.min(fresh.size(), from + BatchRows.CASES));
            List<String> against = new ArrayList<>();
            closed += desk.store().write(writer -> {
                against.clear();
                return some.stream()
                        .filter(outcome -> record(writer, batch, outcome, doer, against))
                        .count();
            });
            conflicts.addAll(against);
        }
        long done = fresh.stream().filter(Batching.RowOutcome::isDone).count();
        Batch after = isAnyListed(batch) ? batch : rows.put(batch.in(Batch.State.CLOSED));
        return new Batching.Recorded(after, done, fresh.size() - done, closed, List.copyOf(conflicts));
    }

    private boolean isNews(Batch batch, Batching.RowOutcome outcome) {
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
    private boolean record(
            CaseWriter writer, Batch batch, Batching.RowOutcome outcome, Batching.Doer doer, List<String> conflicts) {
        Row row = Row.of(writer.entry(outcome.row()).orElseThrow());
        CaseFile file = desk.find(writer, doer.actor(), row.caseId());
        BatchRows.set(writer, row, outcome.isDone() ? Row.State.DONE : Row.State.FAILED, outcome.note());
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

    private static Act act(Event event, Batch batch, Batching.Doer doer) {
        return Act.of(event, doer.actor(), doer.at()).with(Detail.BATCH, batch.id());
    }
}
