package org.qingyuan.casework.verification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qingyuan.access.Actor;
import org.qingyuan.casework.cases.Act;
import org.qingyuan.casework.cases.CaseDesk;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.CaseWriter;
import org.qingyuan.casework.cases.Detail;
import org.qingyuan.casework.cases.Event;
import org.qingyuan.casework.cases.KeptFinding;
import org.qingyuan.casework.cases.State;
import org.qingyuan.casework.notice.Telling;
import org.qingyuan.finding.Address;
import org.qingyuan.finding.Moment;

/// Closes cases of mining whose address was quiet for some days while its network had traffic on each of them. What
/// came back has come into its case with the findings before this runs. A tap that saw nothing proves nothing: such a
/// case stays under watch, and the days that lack are told. Nor does a day that is not over. After whatever was seen
/// beyond the measure the days begin anew.
public final class Retest {
    /// A case with so many findings is not judged by the first of them: it stays under watch.
    private static final int LOOKED_AT = 100_000;

    private final CaseDesk desk;
    private final Telling telling;
    private final AddressReader addresses;

    /// Reads the address of a subject.
    @FunctionalInterface
    public interface AddressReader {
        /// `null` when the text is none.
        @Nullable
        Address read(String text);
    }

    public Retest(CaseDesk desk, Telling telling, AddressReader addresses) {
        this.desk = desk;
        this.telling = telling;
        this.addresses = addresses;
    }

    /// What to watch.
    ///
    /// @param watchDays whole UTC days after that of the measure, or after the last on which something was seen; 0 = as
    ///     the standard says
    public record Watch(String campaign, int watchDays, Coverage coverage) {}

    /// What became of a case.
    ///
    /// @param lacking days of the watch on which its network had no traffic, or which are not over
    public record Result(String caseId, Kind kind, List<LocalDate> lacking) {}

    /// How a case stands after a re-test.
    public enum Kind {
        CLOSED,
        RECURRED,
        /// The days of the watch are not all seen yet.
        WATCHED,
        /// Attempts or unconfirmed sessions came after the measure, or a session ran on: they do not open the case
        /// again,
        /// and are not quiet. The days after them are not all seen yet.
        SEEN,
        /// An appeal waits for a decision, and until then nothing is closed.
        SUSPENDED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Looks at every case of a campaign whose measure was carried out, as far as the actor sees it.
    public List<Result> run(Watch watch, Actor actor, Instant at) {
        List<Result> results = new ArrayList<>();
        Set<State> states = Set.of(State.EXECUTED, State.VERIFYING, State.RECURRED);
        for (String id : desk.ids(watch.campaign(), states, actor)) {
            desk.store()
                    .write(writer -> look(writer, id, watch, Act.of(Event.VERIFY, actor, at)))
                    .ifPresent(results::add);
        }
        return results;
    }

    /// Nothing where somebody else has closed it since.
    private Optional<Result> look(CaseWriter writer, String id, Watch watch, Act verify) {
        CaseFile file = desk.find(writer, verify.actor(), id);
        State state = file.status().state();
        if (state == State.RECURRED) {
            return Optional.of(new Result(id, Kind.RECURRED, List.of()));
        }
        if (state != State.EXECUTED && state != State.VERIFYING) {
            return Optional.empty();
        }
        if (file.status().isAppealed()) {
            return Optional.of(new Result(id, Kind.SUSPENDED, List.of()));
        }
        return Optional.of(
                judge(writer, state == State.EXECUTED ? desk.act(writer, file, verify) : file, watch, verify));
    }

    private Result judge(CaseWriter writer, CaseFile file, Watch watch, Act verify) {
        String id = file.head().id();
        LocalDate today = day(verify.at());
        Instant executed = Objects.requireNonNull(file.status().executedAt(), id);
        LocalDate seen = lastSeen(writer.findings(id, LOOKED_AT), executed, today);
        LocalDate first = (seen == null ? day(executed) : seen).plusDays(1);
        int days = watch.watchDays() == 0 ? desk.rules(file).watchDays() : watch.watchDays();
        LocalDate last = first.plusDays(days - 1L);
        Set<LocalDate> covered = covered(file, watch.coverage(), first, last);
        List<LocalDate> lacking = first.datesUntil(last.plusDays(1))
                .filter(day -> !covered.contains(day) || !day.isBefore(today))
                .toList();
        if (!lacking.isEmpty()) {
            return new Result(id, seen == null ? Kind.WATCHED : Kind.SEEN, lacking);
        }
        Act quiet = Act.of(Event.QUIET, verify.actor(), verify.at());
        telling.act(writer, file, quiet.with(Detail.COVERAGE, days + " " + last));
        return new Result(id, Kind.CLOSED, List.of());
    }

    private Set<LocalDate> covered(CaseFile file, Coverage coverage, LocalDate first, LocalDate last) {
        Address address = addresses.read(file.head().subject().id());
        return address == null ? Set.of() : coverage.seen(address, first, last);
    }

    /// The last day on which something was seen beyond the measure: what began after it, or ran on into another day.
    private static @Nullable LocalDate lastSeen(List<KeptFinding> findings, Instant executed, LocalDate today) {
        LocalDate seen = findings.size() == LOOKED_AT ? today : null;
        for (KeptFinding finding : findings) {
            LocalDate end = day(finding.end());
            boolean isBeyond = end.isAfter(day(executed))
                    || finding.start() instanceof Moment.At at && at.instant().isAfter(executed);
            if (isBeyond && (seen == null || end.isAfter(seen))) {
                seen = end;
            }
        }
        return seen;
    }

    private static LocalDate day(Moment moment) {
        return switch (moment) {
            case Moment.At at -> day(at.instant());
            case Moment.On on -> on.date();
        };
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
