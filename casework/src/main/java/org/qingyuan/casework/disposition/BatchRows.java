package org.qingyuan.casework.disposition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.qingyuan.casework.cases.CaseDesk;
import org.qingyuan.casework.cases.CaseReader;
import org.qingyuan.casework.cases.CaseWriter;
import org.qingyuan.casework.cases.Entry;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;

/// Batches and their rows as the store has them.
final class BatchRows {
    /// Most cases or rows of one transaction.
    static final int CASES = 100;

    private static final int PAGE = 500;

    private final CaseDesk desk;

    BatchRows(CaseDesk desk) {
        this.desk = desk;
    }

    /// The batches of a campaign.
    List<Batch> batches(CaseReader reader, String campaign) {
        return reader.entriesOfGroup(Batch.KIND, campaign, "", PAGE).stream()
                .map(Batch::of)
                .toList();
    }

    /// @throws Failure `BATCH_UNKNOWN`
    Batch batch(CaseReader reader, String id) {
        return reader.entry(id)
                .filter(entry -> entry.kind().equals(Batch.KIND))
                .map(Batch::of)
                .orElseThrow(() -> new Failure(ErrorCode.BATCH_UNKNOWN, Map.of("where", "", "what", id)));
    }

    /// Gives every row of a batch in the order of its cases.
    void rows(Batch batch, Consumer<Row> listener) {
        String after = "";
        List<Entry> page = List.of();
        do {
            String from = after;
            page = desk.store().read(reader -> reader.entriesOfGroup(Row.KIND, batch.id(), from, PAGE));
            page.forEach(entry -> listener.accept(Row.of(entry)));
            after = page.isEmpty() ? "" : page.getLast().id();
        } while (page.size() == PAGE);
    }

    /// Sums by action of all rows that were proposed, whatever became of them.
    SortedMap<String, Batch.Sum> sums(Batch batch) {
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

    void each(Batch batch, Row.State state, BiConsumer<CaseWriter, Row> work) {
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

    Batch put(Batch batch) {
        return desk.store().write(writer -> {
            writer.put(batch.entry());
            return batch;
        });
    }

    static void set(CaseWriter writer, Row row, Row.State state, String note) {
        Entry entry = writer.entry(row.id()).orElseThrow();
        writer.put(entry.in(state.word(), Map.of("note", note)));
    }

    static Failure refused(Batch batch, String what) {
        return new Failure(
                ErrorCode.BATCH_REFUSED,
                Map.of("where", batch.id(), "what", batch.state().word() + ": " + what));
    }
}
