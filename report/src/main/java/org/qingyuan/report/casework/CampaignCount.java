package org.qingyuan.report.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.qingyuan.casework.cases.Campaign;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.CaseStore;
import org.qingyuan.casework.cases.Event;
import org.qingyuan.casework.cases.LoggedStep;
import org.qingyuan.casework.cases.State;

/// Adds a campaign up from its cases and their steps.
public final class CampaignCount {
    private final Map<State, Long> states = new EnumMap<>(State.class);
    private final Map<String, Tally> areas = new TreeMap<>();
    private final Map<String, Tally> kinds = new TreeMap<>();
    private final Map<String, Tally> organisations = new TreeMap<>();
    private final List<Line> lines = new ArrayList<>();
    private final Tally all = new Tally("");
    private long notices;
    private Duration open = Duration.ZERO;

    /// How far the cases of one group came. A case that came back counts as confirmed, and not as cleared while it is
    /// open again.
    public static final class Tally {
        private final String name;
        private long found;
        private long checked;
        private long confirmed;
        private long cleared;
        private long dismissed;
        private long recurred;

        Tally(String name) {
            this.name = name;
        }

        public String name() {
            return name;
        }

        public long found() {
            return found;
        }

        /// Cases that somebody has begun to check.
        public long checked() {
            return checked;
        }

        public long confirmed() {
            return confirmed;
        }

        /// Cases that are closed after they were confirmed.
        public long cleared() {
            return cleared;
        }

        public long dismissed() {
            return dismissed;
        }

        /// Cases that came back at least once.
        public long recurred() {
            return recurred;
        }

        private void add(Course course) {
            found++;
            checked += course.isChecked ? 1 : 0;
            confirmed += course.isConfirmed ? 1 : 0;
            cleared += course.isCleared ? 1 : 0;
            dismissed += course.isDismissed ? 1 : 0;
            recurred += course.hasRecurred ? 1 : 0;
        }
    }

    /// One case in the list.
    public record Line(CaseFile file, @Nullable Instant closedAt) {}

    /// What the report is made from.
    ///
    /// @param meanOpen from opening to closing, over the cleared cases; `null` where none is
    /// @param head where the log ends
    public record Model(
            Campaign campaign,
            boolean isSingleUser,
            Tally all,
            Map<State, Long> states,
            List<Tally> areas,
            List<Tally> kinds,
            List<Tally> organisations,
            long notices,
            @Nullable Duration meanOpen,
            List<Line> lines,
            CaseStore.LogHead head) {}

    /// The course of one case, from its steps.
    private record Course(
            boolean isChecked,
            boolean isConfirmed,
            boolean isCleared,
            boolean isDismissed,
            boolean hasRecurred,
            @Nullable Instant closedAt) {
        static Course of(CaseFile file, List<LoggedStep> steps) {
            State state = file.status().state();
            boolean isConfirmed = has(steps, Event.CONFIRM);
            Instant closedAt = null;
            for (LoggedStep step : steps) {
                closedAt = step.step().state() == State.CLOSED && closedAt == null
                        ? step.step().at()
                        : closedAt;
                closedAt = step.step().state() == State.CLOSED ? closedAt : null;
            }
            return new Course(
                    has(steps, Event.CHECK),
                    isConfirmed,
                    isConfirmed && state == State.CLOSED,
                    state == State.DISMISSED,
                    has(steps, Event.RECUR),
                    closedAt);
        }

        private static boolean has(List<LoggedStep> steps, Event event) {
            return steps.stream().anyMatch(logged -> logged.step().event() == event);
        }
    }

    /// Takes the next case.
    public void add(CaseFile file, List<LoggedStep> steps) {
        Course course = Course.of(file, steps);
        states.merge(file.status().state(), 1L, Long::sum);
        all.add(course);
        group(areas, file.head().place().area()).add(course);
        group(kinds, file.head().organisationKind()).add(course);
        group(organisations, file.head().organisationName()).add(course);
        notices += steps.stream()
                .filter(logged -> logged.step().event() == Event.NOTIFY)
                .count();
        if (course.isCleared && course.closedAt != null) {
            open = open.plus(Duration.between(file.head().openedAt(), course.closedAt));
        }
        lines.add(new Line(file, course.closedAt));
    }

    private static Tally group(Map<String, Tally> groups, String name) {
        return groups.computeIfAbsent(name, Tally::new);
    }

    /// What came of it.
    public Model model(Campaign campaign, boolean isSingleUser, CaseStore.LogHead head) {
        return new Model(
                campaign,
                isSingleUser,
                all,
                states,
                ranked(areas),
                ranked(kinds),
                ranked(organisations),
                notices,
                all.cleared == 0 ? null : open.dividedBy(all.cleared),
                List.copyOf(lines),
                head);
    }

    /// Those with the most cases first, those not known last.
    private static List<Tally> ranked(Map<String, Tally> groups) {
        return groups.values().stream()
                .sorted(Comparator.comparing((Tally tally) -> tally.name.isEmpty())
                        .thenComparing(Comparator.comparingLong((Tally tally) -> tally.confirmed)
                                .reversed())
                        .thenComparing(Comparator.comparingLong((Tally tally) -> tally.found)
                                .reversed())
                        .thenComparing(Tally::name))
                .toList();
    }
}
