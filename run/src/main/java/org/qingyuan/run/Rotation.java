package org.qingyuan.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.qingyuan.finding.InputSummary;
import org.qingyuan.finding.Moment;

/// Tells whether files look like one capture that was written in pieces: their names differ in digits only, and each
/// begins where the one before ended.
final class Rotation {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private Rotation() {}

    static boolean isLikely(List<InputSummary> inputs) {
        List<InputSummary> pieces = inputs.stream()
                .filter(input -> input.first() instanceof Moment.At && input.last() instanceof Moment.At)
                .sorted(Comparator.comparing(input -> Objects.requireNonNull(input.first())))
                .toList();
        if (pieces.size() < 2) {
            return false;
        }
        String name = withoutDigits(pieces.getFirst());
        for (int i = 1; i < pieces.size(); i++) {
            if (!withoutDigits(pieces.get(i)).equals(name) || !follows(pieces.get(i - 1), pieces.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static String withoutDigits(InputSummary input) {
        return DIGITS.matcher(input.file()).replaceAll("");
    }

    private static boolean follows(InputSummary earlier, InputSummary later) {
        Duration pause = Duration.between(instant(earlier.last()), instant(later.first()));
        return !pause.isNegative() && pause.compareTo(LONGEST_PAUSE) <= 0;
    }

    private static Instant instant(@org.jspecify.annotations.Nullable Moment moment) {
        return moment instanceof Moment.At at ? at.instant() : Instant.EPOCH;
    }
}
