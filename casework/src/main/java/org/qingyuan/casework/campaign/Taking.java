package org.qingyuan.casework.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qingyuan.access.Actor;
import org.qingyuan.access.Place;
import org.qingyuan.casework.cases.Act;
import org.qingyuan.casework.cases.Arrivals;
import org.qingyuan.casework.cases.Campaign;
import org.qingyuan.casework.cases.CaseDesk;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.CaseWriter;
import org.qingyuan.casework.cases.Detail;
import org.qingyuan.casework.cases.Event;
import org.qingyuan.casework.cases.Head;
import org.qingyuan.casework.cases.ImportRun;
import org.qingyuan.casework.cases.KeptFinding;
import org.qingyuan.casework.cases.Kind;
import org.qingyuan.casework.cases.State;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Holder;
import org.qingyuan.finding.Moment;

/// Decides which case takes what came of a matter: one that is open; a dismissed one while it rests; a closed one of
/// mining, which comes back where the findings began after the measure; a new one where a finding opens it; else the
/// findings wait.
final class Taking {
    private final CaseDesk desk;
    private final IdSource ids;
    private final FindingParser parser;

    Taking(CaseDesk desk, IdSource ids, FindingParser parser) {
        this.desk = desk;
        this.ids = ids;
        this.parser = parser;
    }

    /// What one transaction did.
    record Taken(ImportRun.Counts counts, boolean isAll) {}

    Taken take(CaseWriter writer, ImportRun run, Importing.Act who, int atMost) {
        List<Arrivals> arrivals = writer.arrivals(run.id(), atMost);
        ImportRun.Counts counts = ImportRun.Counts.NONE;
        for (Arrivals each : arrivals) {
            counts = counts.plus(take(writer, run, who, each));
        }
        return new Taken(counts, arrivals.size() < atMost);
    }

    private ImportRun.Counts take(CaseWriter writer, ImportRun run, Importing.Act who, Arrivals arrivals) {
        Optional<CaseFile> file = choose(writer, arrivals, who.at());
        Act act = carrying(run, who, arrivals);
        if (file.isPresent()) {
            if (!who.actor().sees(file.get().head().place())) {
                return refuse(writer, run, arrivals);
            }
            CaseFile learned = learn(writer, file.get(), who, arrivals);
            boolean recurs = recurs(learned, arrivals);
            desk.act(writer, learned, recurs ? recurring(act, arrivals) : act);
            writer.take(run.id(), arrivals.matter(), learned.head().id());
            long resting = learned.isResting(who.at()) ? arrivals.findings() : 0;
            return new ImportRun.Counts(0, 0, 0, 0, 0, 1, resting, 0);
        }
        if (arrivals.opening() == 0) {
            writer.take(run.id(), arrivals.matter(), "");
            return new ImportRun.Counts(0, 0, 0, 0, 0, 0, 0, arrivals.findings());
        }
        Finding leading = parser.parse(arrivals.leading().line());
        if (!who.actor().sees(FoundMatter.place(leading))) {
            return refuse(writer, run, arrivals);
        }
        open(writer, run, act, arrivals, leading);
        return new ImportRun.Counts(0, 0, 0, 0, 1, 1, 0, 0);
    }

    /// What was in scope when it was kept and no longer is waits for whoever may take it.
    private static ImportRun.Counts refuse(CaseWriter writer, ImportRun run, Arrivals arrivals) {
        writer.take(run.id(), arrivals.matter(), "");
        return new ImportRun.Counts(0, 0, 0, arrivals.findings(), 0, 0, 0, 0);
    }

    /// Whether the case that would take findings of a matter is one that the actor does not see.
    ///
    /// @param files of the key, the newest first
    static boolean isHidden(List<CaseFile> files, KeptFinding.Matter matter, Actor actor) {
        List<CaseFile> taking = files.stream()
                .filter(file -> file.status().state() != State.WITHDRAWN
                        && file.status().state() != State.MERGED)
                .toList();
        return taking.stream()
                .filter(file -> isOf(file, matter.organisation()))
                .findFirst()
                .or(() -> taking.stream()
                        .filter(file -> matter.organisation().isEmpty() || isOf(file, ""))
                        .findFirst())
                .filter(file -> !actor.sees(file.head().place()))
                .isPresent();
    }

    private static boolean isOf(CaseFile file, String organisation) {
        return file.head().place().organisation().equals(organisation);
    }

    private static Act carrying(ImportRun run, Importing.Act who, Arrivals arrivals) {
        return new Act(Event.ATTACH, who.actor(), who.at(), "", arrivals.ids(), Map.of())
                .with(Detail.IMPORT, run.id())
                .with(Detail.FINDINGS, Long.toString(arrivals.findings()))
                .with(Detail.OPENING, Long.toString(arrivals.opening()))
                .with(Detail.REVISED, arrivals.revised() == 0 ? "" : Long.toString(arrivals.revised()))
                .with(Detail.DIGEST, arrivals.digest())
                .with(Detail.INCOMPLETE, run.runLine().isEmpty() ? "true" : "");
    }

    private static Act recurring(Act act, Arrivals arrivals) {
        return new Act(Event.RECUR, act.actor(), act.at(), act.reason(), act.evidence(), act.details())
                .with(Detail.OCCURRED_AT, arrivals.lastStart());
    }

    /// The case that takes it: of the same organisation first, else one whose organisation is not known on either side.
    private static Optional<CaseFile> choose(CaseWriter writer, Arrivals arrivals, Instant now) {
        List<CaseFile> files =
                writer.ofKey(arrivals.matter().site(), arrivals.matter().key());
        String organisation = arrivals.matter().organisation();
        return first(files, organisation, arrivals, now)
                .or(() -> organisation.isEmpty()
                        ? files.stream()
                                .filter(file -> fits(file, arrivals, now))
                                .findFirst()
                        : first(files, "", arrivals, now));
    }

    private static Optional<CaseFile> first(List<CaseFile> files, String organisation, Arrivals arrivals, Instant now) {
        return files.stream()
                .filter(file -> isOf(file, organisation))
                .filter(file -> fits(file, arrivals, now))
                .findFirst();
    }

    private static boolean fits(CaseFile file, Arrivals arrivals, Instant now) {
        return switch (file.status().state()) {
            case DISMISSED -> file.isResting(now);
            case CLOSED -> file.head().kind() == Kind.MINING && isOfMeasure(file, arrivals);
            case WITHDRAWN, MERGED -> false;
            case SUSPECTED,
                    UNDER_CHECK,
                    CONFIRMED,
                    NOTIFIED,
                    RESPONDED,
                    OVERDUE,
                    DISPOSITION_PROPOSED,
                    DISPOSITION_APPROVED,
                    EXECUTED,
                    VERIFYING,
                    RECURRED -> true;
        };
    }

    /// A closed case takes what was seen before its measure, and what opens it again.
    private static boolean isOfMeasure(CaseFile file, Arrivals arrivals) {
        return file.status().executedAt() != null
                && (arrivals.opening() == 0 || recurs(file, arrivals) || isOld(file, arrivals));
    }

    private static boolean isOld(CaseFile file, Arrivals arrivals) {
        Instant executed = file.status().executedAt();
        Instant last = instant(arrivals.lastStart());
        return executed != null && last != null && !last.isAfter(executed);
    }

    private static boolean recurs(CaseFile file, Arrivals arrivals) {
        Instant executed = file.status().executedAt();
        Instant last = instant(arrivals.lastStart());
        State state = file.status().state();
        return arrivals.opening() > 0
                && file.head().kind() == Kind.MINING
                && (state == State.EXECUTED || state == State.VERIFYING || state == State.CLOSED)
                && executed != null
                && last != null
                && last.isAfter(executed);
    }

    private static @Nullable Instant instant(String moment) {
        return Moment.parse(moment) instanceof Moment.At at ? at.instant() : null;
    }

    /// An organisation that is known now and was not enters the case as a step of its own, and with it what waited of
    /// that organisation.
    private CaseFile learn(CaseWriter writer, CaseFile file, Importing.Act who, Arrivals arrivals) {
        boolean isNews = file.head().place().organisation().isEmpty()
                && !arrivals.matter().organisation().isEmpty()
                && !file.status().state().isEnd();
        Holder holder = isNews ? parser.parse(arrivals.leading().line()).organisation() : null;
        if (holder == null) {
            return file;
        }
        long waiting = writer.takeWaiting(arrivals.matter(), file.head().id());
        return desk.act(
                writer,
                file,
                FoundMatter.learning(holder, who.actor(), who.at())
                        .with(Detail.FINDINGS, waiting == 0 ? "" : Long.toString(waiting)));
    }

    private void open(CaseWriter writer, ImportRun run, Act act, Arrivals arrivals, Finding leading) {
        Campaign campaign = desk.campaign(writer, run.campaign());
        Holder holder = leading.organisation();
        Place place = FoundMatter.place(leading);
        Head head = new Head(
                ids.next(),
                campaign.name(),
                campaign.kind(),
                arrivals.matter().site(),
                arrivals.matter().key(),
                leading.subject(),
                place,
                holder == null ? "" : holder.name(),
                holder == null ? "" : holder.kind(),
                act.at());
        CaseFile opened = desk.open(writer, head, campaign.policy(), act);
        writer.take(run.id(), arrivals.matter(), head.id());
        long waiting = writer.takeWaiting(arrivals.matter(), head.id());
        if (waiting > 0) {
            Act earlier = Act.of(Event.ATTACH, act.actor(), act.at());
            desk.act(writer, opened, earlier.with(Detail.FINDINGS, Long.toString(waiting)));
        }
    }
}
