package org.qingyuan.run;

import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qingyuan.access.Actor;
import org.qingyuan.casework.cases.CaseDesk;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.KeptFinding;
import org.qingyuan.casework.cases.State;
import org.qingyuan.casework.disposition.Batch;
import org.qingyuan.casework.disposition.Batching;
import org.qingyuan.casework.disposition.Fresh;
import org.qingyuan.casework.disposition.Row;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Moment;
import org.qingyuan.finding.Outcome;
import org.qingyuan.finding.RejectReason;
import org.qingyuan.finding.RunSummary;
import org.qingyuan.output.AtomicFile;
import org.qingyuan.output.ResultReader;
import org.qingyuan.output.ResultWriter;
import org.qingyuan.table.CsvColumns;
import org.qingyuan.table.CsvReader;
import org.qingyuan.table.CsvRow;
import org.qingyuan.table.CsvWriter;

/// The action day of a bank: screens a fresh extract again by the standards and cut-offs of the notices, writes the
/// list
/// that the core system carries out, and reads what became of it.
public final class ActionDay {
    private static final int LOOKED_AT = 1000;
    private static final int MONEY_DIGITS = 2;
    private static final Set<State> TOLD = Set.of(State.NOTIFIED, State.RESPONDED, State.OVERDUE);
    private static final CsvColumns OUTCOMES = new CsvColumns(List.of("row", "outcome"), List.of("note"));
    private static final int MOST_CHARACTERS = 256;

    private final CaseDesk desk;

    public ActionDay(CaseDesk desk) {
        this.desk = desk;
    }

    /// What to screen.
    ///
    /// @param mapping how the bank's own files become the canonical layout, `null` when they are in it
    /// @param threads changes nothing in the results
    /// @param temporary an existing private folder
    public record Request(
            String campaign, Path extract, @Nullable Path mapping, int threads, Path temporary) {}

    /// Screens once for each standard and cut-off among the cases that were told.
    ///
    /// @throws Failure `EXTRACT_UNUSABLE` when the extract does not say on which day it was made, and as screening does
    public Fresh screen(Request request, Actor actor, AccountProgress progress) throws IOException {
        Map<String, Fresh.Verdict> verdicts = new HashMap<>();
        LocalDate extractedOn = null;
        for (Screenings.Screening each : wanted(request.campaign(), actor).all()) {
            Verdicts heard = new Verdicts(each.keys(), verdicts);
            AccountOutcome outcome = new AccountRun(request(request, each), heard, null, progress).run();
            if (outcome.failure() != null) {
                throw outcome.failure();
            }
            if (!outcome.run().complete()) {
                throw new Failure(
                        ErrorCode.INTERRUPTED, Map.of("where", request.extract().toString(), "what", ""));
            }
            extractedOn = extractedOn(request.extract(), outcome.run());
        }
        return new Fresh(extractedOn == null ? LocalDate.EPOCH : extractedOn, verdicts);
    }

    private Screenings wanted(String campaign, Actor actor) {
        Screenings wanted = new Screenings();
        desk.store().read(reader -> desk.campaign(reader, campaign));
        for (String id : desk.ids(campaign, TOLD, actor)) {
            desk.store().read(reader -> {
                CaseFile file = desk.find(reader, actor, id);
                for (KeptFinding kept : reader.findings(id, LOOKED_AT)) {
                    if (kept.opens()) {
                        wanted.add(
                                ResultReader.finding(kept.line()), file.head().key());
                    }
                }
                return file;
            });
        }
        return wanted;
    }

    private static AccountRequest request(Request request, Screenings.Screening screening) {
        return new AccountRequest(
                request.extract(),
                request.mapping(),
                AccountPolicy.of(screening.policy(), request.extract(), screening.asOf(), screening.sets()),
                "",
                true,
                true,
                RejectLimit.STANDARD,
                false,
                false,
                request.threads(),
                request.temporary());
    }

    private static LocalDate extractedOn(Path extract, RunSummary run) {
        Object fields = run.fields().get("extract");
        Object day = fields instanceof Map<?, ?> map ? map.get("extractedOn") : null;
        if (day == null) {
            throw new Failure(
                    ErrorCode.EXTRACT_UNUSABLE,
                    Map.of(
                            "where",
                            extract.toString(),
                            "reject",
                            RejectReason.BLANK_VALUE.word(),
                            "what",
                            "extractedOn"));
        }
        return LocalDate.parse(day instanceof Moment moment ? moment.text() : day.toString());
    }

    /// Keeps what is said of the keys that matter.
    private record Verdicts(Set<String> keys, Map<String, Fresh.Verdict> verdicts) implements ResultWriter {
        @Override
        public void finding(Finding finding) {
            if (keys.contains(finding.key())) {
                verdicts.putIfAbsent(finding.key(), new Fresh.Verdict.Stands(finding));
            }
        }

        @Override
        public void outcome(Outcome outcome) {
            if (keys.contains(outcome.key())) {
                LocalDate moved = outcome.fields().get("movedOn") instanceof Moment.On on ? on.date() : null;
                // an exclusion by any of its standards and cut-offs keeps a case out
                verdicts.put(outcome.key(), new Fresh.Verdict.Excluded(outcome.reason(), moved));
            }
        }

        @Override
        public void run(RunSummary run) {
            // the outcome of the run has it
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    /// Writes the rows that were handed over: `batch,row,case,legalEntity,branch,account,action,amount,maker,checker,
    /// approvedAt,policy`.
    ///
    /// @return how many
    public static long write(Batching batching, Batch batch, Path file) throws IOException {
        long[] count = {0};
        try (AtomicFile written = AtomicFile.create(file, AtomicFile.Access.PRIVATE)) {
            Writer out = new BufferedWriter(new OutputStreamWriter(written.stream(), StandardCharsets.UTF_8));
            CsvWriter csv = new CsvWriter(out, false);
            csv.row(List.of(
                    "batch",
                    "row",
                    "case",
                    "legalEntity",
                    "branch",
                    "account",
                    "action",
                    "amount",
                    "maker",
                    "checker",
                    "approvedAt",
                    "policy"));
            batching.rows(batch, row -> {
                if (isListed(row)) {
                    count[0]++;
                    write(csv, batch, row);
                }
            });
            out.flush();
            written.commit();
        } catch (UncheckedIOException e) {
            throw ScanFaults.asIo(e);
        }
        return count[0];
    }

    private static boolean isListed(Row row) {
        return row.state() == Row.State.LISTED || row.state() == Row.State.DONE || row.state() == Row.State.FAILED;
    }

    private static void write(CsvWriter csv, Batch batch, Row row) {
        try {
            csv.row(List.of(
                    batch.id(),
                    row.id(),
                    row.caseId(),
                    row.legalEntity(),
                    row.branch(),
                    row.account(),
                    row.action(),
                    row.amount()
                            .setScale(MONEY_DIGITS, RoundingMode.UNNECESSARY)
                            .toPlainString(),
                    batch.maker(),
                    batch.checker(),
                    batch.approvedAt(),
                    batch.policy()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads what became of rows: a CSV with the columns `row,outcome,note`, where the outcome is `done` or `failed`.
    ///
    /// @throws Failure `OUTCOMES_REJECTED`, which names the first row that cannot be used
    public static List<Batching.RowOutcome> outcomes(Path file) {
        List<Batching.RowOutcome> outcomes = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        try (CsvReader reader = new CsvReader(
                file.toString(), new BufferedInputStream(Files.newInputStream(file)), OUTCOMES, reject -> {
                    throw new Failure(
                            ErrorCode.OUTCOMES_REJECTED,
                            Map.of(
                                    "where",
                                    ScanReferences.place(reject),
                                    "reject",
                                    reject.reason().word(),
                                    "what",
                                    reject.detail()));
                })) {
            for (CsvRow row = reader.next(); row != null; row = reader.next()) {
                outcomes.add(outcome(row, seen));
            }
        } catch (IOException e) {
            throw FileFaults.reading(file, e);
        }
        return outcomes;
    }

    private static Batching.RowOutcome outcome(CsvRow row, Set<String> seen) {
        String id = row.required("row");
        String outcome = row.required("outcome");
        String note = row.optional("note");
        if (!seen.add(id)) {
            row.reject("row", RejectReason.REPEATED_ID, id);
        }
        if (!outcome.equals("done") && !outcome.equals("failed")) {
            row.reject("outcome", RejectReason.UNKNOWN_VALUE, outcome);
        }
        if (note != null && note.length() > MOST_CHARACTERS) {
            row.reject("note", RejectReason.BAD_VALUE, note);
        }
        return new Batching.RowOutcome(id, outcome.equals("done"), note == null ? "" : note);
    }
}
