package org.qingyuan.casework.cases;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;

/// What must hold, beside state and role, for an event to happen. Judged from the case and the step that is asked for
/// alone.
public enum Guard {
    REASON_GIVEN((file, step) -> !step.reason().isBlank()),
    /// Findings that open a case, or a report by a person: attempts and unconfirmed sessions never suffice.
    GROUND_TO_ACCUSE(
            (file, step) -> file.status().opening() > 0 || file.status().isTip()),
    /// Somebody is known to whom a notice can go.
    ADDRESSEE_KNOWN((file, step) -> !file.head().place().organisation().isEmpty()
            || !file.head().place().holder().isEmpty()),
    MEASURES_NAMED((file, step) -> step.has(Detail.MEASURES)),
    NO_OPEN_APPEAL((file, step) -> !file.status().isAppealed()),
    APPEAL_OPEN((file, step) -> file.status().isAppealed()),
    ANSWERED((file, step) -> file.status().isAnswered()),
    NOT_ANSWERED((file, step) -> !file.status().isAnswered()),
    REQUEST_OPEN((file, step) -> !file.status().asked().isEmpty()),
    /// What the party asked for has its answer before anything else is proposed.
    REQUEST_ANSWERED((file, step) -> file.status().asked().isEmpty()
            || step.text(Detail.MEASURES).equals(file.status().asked())),
    /// The time that was given is over.
    DEADLINE_PASSED((file, step) -> isNotBefore(step.at(), file.status().dueAt())),
    /// An approval names the version that it saw, and nothing happened since.
    VERSION_SEEN((file, step) ->
            Long.toString(file.status().version()).equals(step.details().get(Detail.SEEN.word()))),
    /// Nobody checks an own proposal.
    NOT_OWN_PROPOSAL((file, step) -> !file.isByMaker(step.actor())),
    NOT_OWN_INTERIM((file, step) -> file.status().interim().maker() == null
            || !step.actor().isSamePersonAs(file.status().interim().maker())),
    /// Neither who proposed nor who approved decides on an appeal.
    NOT_INVOLVED((file, step) -> !file.isByMaker(step.actor()) && !file.isByChecker(step.actor())),
    NO_INTERIM((file, step) -> file.status().interim().phase() == Interim.Phase.NONE),
    INTERIM_PROPOSED((file, step) -> file.status().interim().phase() == Interim.Phase.PROPOSED),
    INTERIM_IN_FORCE((file, step) -> file.status().interim().phase() == Interim.Phase.IN_FORCE),
    INTERIM_OVER((file, step) -> file.status().interim().phase() == Interim.Phase.IN_FORCE
            && isNotBefore(step.at(), file.status().interim().until())),
    /// An interim measure ends within [#INTERIM_DAYS] days, the day on which it begins not counted.
    END_NAMED((file, step) -> isWithin(step.instant(Detail.UNTIL), step.at())),
    /// Only what began after the measure was carried out has come back.
    AFTER_EXECUTION((file, step) ->
            isAfter(step.instant(Detail.OCCURRED_AT), file.status().executedAt())),
    AFTER_NOTICE((file, step) ->
            isAfter(step.instant(Detail.OCCURRED_AT), file.status().notifiedAt())),
    /// A case of mining is closed by a re-test alone.
    OF_ACCOUNTS((file, step) -> file.head().kind() == Kind.ACCOUNTS),
    OF_MINING((file, step) -> file.head().kind() == Kind.MINING),
    OTHER_CASE((file, step) ->
            step.has(Detail.INTO) && !file.head().id().equals(step.details().get(Detail.INTO.word())));

    /// The longest that an interim measure may last, whatever a standard says.
    static final int INTERIM_DAYS = 7;

    private final BiPredicate<CaseFile, Step> holds;

    Guard(BiPredicate<CaseFile, Step> holds) {
        this.holds = holds;
    }

    /// The word in message keys: lower case with hyphens.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What is said where it does not hold.
    public Failure refusal(CaseFile file, Event event) {
        return CaseFlow.refused(ErrorCode.GUARD_REFUSED, file, event, word(), "caseGuard");
    }

    /// Whether it is there so that two persons decide.
    boolean isFourEyes() {
        return this == NOT_OWN_PROPOSAL || this == NOT_OWN_INTERIM || this == NOT_INVOLVED;
    }

    boolean holds(CaseFile file, Step step) {
        return holds.test(file, step);
    }

    private static boolean isNotBefore(Instant at, @Nullable Instant bound) {
        return bound != null && !at.isBefore(bound);
    }

    private static boolean isWithin(@Nullable Instant until, Instant from) {
        return until != null && until.isAfter(from) && !until.isAfter(from.plus(INTERIM_DAYS + 1, ChronoUnit.DAYS));
    }

    private static boolean isAfter(@Nullable Instant at, @Nullable Instant bound) {
        return at != null && bound != null && at.isAfter(bound);
    }
}
