package org.qingyuan.casework.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;
import org.qingyuan.policy.CaseRules;
import org.qingyuan.policy.DayCount;
import org.qingyuan.policy.Measure;

/// What a standard adds to an act, and what it forbids: measures that are in force on the day, how long a dismissed
/// matter rests, how long an interim measure holds.
record Terms(CaseRules rules, Clocks clocks) {
    static Terms of(CaseRules rules, Clocks clocks) {
        return new Terms(rules, clocks);
    }

    /// The act with what follows from the standard.
    ///
    /// @throws Failure `REQUEST_UNKNOWN`; `MEASURE_UNKNOWN` when a measure is not in force on the day, is none for that
    /// kind of
    ///     organisation, or may not be taken before the case is decided; `INTERIM_TOO_LONG`
    Act complete(CaseFile file, Act act) {
        return switch (act.event()) {
            case DISMISS ->
                act.details().containsKey(Detail.REST_UNTIL.word())
                        ? act
                        : act.with(
                                Detail.REST_UNTIL,
                                clocks.end(act.at(), rules.restDays(), DayCount.CALENDAR)
                                        .toString());
            case RESPOND -> asked(act);
            case PROPOSE -> checked(file, act, false);
            case PROPOSE_INTERIM -> checked(file, act, true);
            case APPROVE_INTERIM -> bounded(file, act);
            default -> act;
        };
    }

    /// Where a standard names what can be asked for, nothing else is.
    private Act asked(Act act) {
        String word = act.details().getOrDefault(Detail.REQUEST.word(), "");
        Set<String> known = rules.requests().isEmpty()
                ? rules.measures(clocks.day(act.at())).stream()
                        .map(Measure::word)
                        .collect(Collectors.toCollection(TreeSet::new))
                : rules.requests().keySet();
        if (!word.isEmpty() && !known.contains(word)) {
            throw new Failure(ErrorCode.REQUEST_UNKNOWN, Map.of("where", word, "what", String.join(", ", known)));
        }
        return act;
    }

    /// Where none is named at all, the table refuses.
    private Act checked(CaseFile file, Act act, boolean isInterim) {
        String words = act.details().getOrDefault(Detail.MEASURES.word(), "");
        if (words.isBlank()) {
            return act;
        }
        List<Measure> fit = rules.measures(clocks.day(act.at())).stream()
                .filter(measure -> measure.appliesToKind(file.head().organisationKind()))
                .filter(measure -> measure.interim() || !isInterim)
                .toList();
        for (String word : words.split(",", -1)) {
            if (fit.stream().noneMatch(measure -> measure.word().equals(word))) {
                String others =
                        String.join(", ", fit.stream().map(Measure::word).toList());
                throw new Failure(ErrorCode.MEASURE_UNKNOWN, Map.of("where", word, "what", others));
            }
        }
        return act;
    }

    /// An interim measure ends with the days of the standard, unless an earlier end was told.
    private Act bounded(CaseFile file, Act act) {
        Instant last = clocks.end(act.at(), rules.interimDays(), DayCount.CALENDAR);
        String told = act.details().getOrDefault(Detail.UNTIL.word(), "");
        if (told.isEmpty()) {
            return act.with(Detail.UNTIL, last.toString());
        }
        if (Instant.parse(told).isAfter(last)) {
            throw new Failure(
                    ErrorCode.INTERIM_TOO_LONG, Map.of("where", file.head().id(), "what", rules.interimDays()));
        }
        return act;
    }
}
