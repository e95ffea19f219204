package org.qingyuan.casework.verification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.qingyuan.access.Actor;
import org.qingyuan.casework.cases.Act;
import org.qingyuan.casework.cases.CaseDesk;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.CaseQuery;
import org.qingyuan.casework.cases.CaseWriter;
import org.qingyuan.casework.cases.Detail;
import org.qingyuan.casework.cases.Event;
import org.qingyuan.casework.cases.State;
import org.qingyuan.finding.Address;
import org.qingyuan.finding.Moment;

/// Closes cases of mining whose address was quiet for some days while its network had traffic on each of them. What
/// came back has come into its case with the findings before this runs. A tap that saw nothing proves nothing: such a
/// case stays under watch, and the days that lack are told.
public final class Retest {
    private static final int PAGE = 200;
    private static final int LOOKED_AT = 10_000;

    private final CaseDesk desk;
    private final AddressReader addresses;

    /// Reads the address of a subject.
    @FunctionalInterface
    public interface AddressReader {
        /// `null` when the text is none.
        @Nullable
        Address read(String text);
    }

    public Retest(CaseDesk desk, AddressReader addresses) {
        this.desk = desk;
        this.addresses = addresses;
    }

    /// What to watch.
    ///
    /// @param watchDays whole UTC days after the day of the measure; 0 = as the standard says
    public record Watch(String campaign, int watchDays, Coverage coverage) {}

    /// What became of a case.
    ///
    /// @param lacking days of the watch on which its network had no traffic
    public record Result(String caseId, Kind kind, List<LocalDate> lacking) {}

    /// How a case stands after a re-test.
    public enum Kind {
        CLOSED,
        RECURRED,
        /// The days of the watch are not all seen yet.
        WATCHED,
        /// Attempts or unconfirmed sessions came after the measure: they do not open the case again, and are not quiet.
        SEEN;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Looks at every case of a campaign whose measure was carried out.
    public List<Result> run(Watch watch, Actor actor, Instant at) {
        List<Result> results = new ArrayList<>();
        Set<State> states = Set.of(State.EXECUTED, State.VERIFYING, State.RECURRED);
        List<CaseFile> files = new ArrayList<>();
        String after = null;
        do {
            CaseQuery query = new CaseQuery(watch.campaign(), states, null, actor, after, PAGE);
            List<CaseFile> page = desk.store().read(reader -> reader.page(query));
            files.addAll(page);
            after = page.size() < PAGE ? null : page.getLast().head().id();
        } while (after != null);
        for (CaseFile file : files) {
            results.add(desk.store().write(writer -> look(writer, file.head().id(), watch, actor, at)));
        }
        return results;
    }

    private Result look(CaseWriter writer, String id, Watch watch, Actor actor, Instant at) {
        CaseFile file = desk.find(writer, actor, id);
        if (file.status().state() == State.RECURRED) {
            return new Result(id, Kind.RECURRED, List.of());
        }
        if (file.status().state() == State.EXECUTED) {
            file = desk.act(writer, file, Act.of(Event.VERIFY, actor, at));
        }
        if (isSeenAgain(writer, file)) {
            return new Result(id, Kind.SEEN, List.of());
        }
        int days = watch.watchDays() == 0 ? desk.rules(file).watchDays() : watch.watchDays();
        List<LocalDate> lacking = lacking(file, days, watch.coverage());
        if (!lacking.isEmpty()) {
            return new Result(id, Kind.WATCHED, lacking);
        }
        desk.act(writer, file, Act.of(Event.QUIET, actor, at).with(Detail.COVERAGE, days + " " + watchEnd(file, days)));
        return new Result(id, Kind.CLOSED, List.of());
    }

    private static boolean isSeenAgain(CaseWriter writer, CaseFile file) {
        Instant executed = file.status().executedAt();
        return executed != null
                && writer.findings(file.head().id(), LOOKED_AT).stream()
                        .anyMatch(finding -> finding.start() instanceof Moment.At at
                                && at.instant().isAfter(executed));
    }

    private List<LocalDate> lacking(CaseFile file, int days, Coverage coverage) {
        Instant executed = file.status().executedAt();
        Address address = addresses.read(file.head().subject().id());
        List<LocalDate> lacking = new ArrayList<>();
        if (executed == null || address == null) {
            return List.of(LocalDate.EPOCH);
        }
        LocalDate first = LocalDate.ofInstant(executed, ZoneOffset.UTC).plusDays(1);
        LocalDate last = first.plusDays(days - 1L);
        TreeSet<LocalDate> seen = coverage.seen(address, first, last);
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (!seen.contains(day)) {
                lacking.add(day);
            }
        }
        return lacking;
    }

    private static LocalDate watchEnd(CaseFile file, int days) {
        Instant executed = file.status().executedAt();
        return LocalDate.ofInstant(executed == null ? Instant.EPOCH : executed, ZoneOffset.UTC)
                .plusDays(days);
    }
}
