package org.qingyuan.store;

import java.time.Instant;
import org.qingyuan.casework.cases.Deadline;
import org.qingyuan.finding.Moment;

/// Values as columns keep them.
final class Columns {
    /// Nothing is due: after all that is.
    static final long NEVER = Long.MAX_VALUE;

    private static final long NANOS = 1_000_000_000L;
    private static final int REGION_DIGITS = 6;

    private Columns() {}

    /// Nanoseconds since 1970; times before 1677 and after 2262 become the first and the last that there is.
    static long nanos(Instant at) {
        try {
            return Math.addExact(Math.multiplyExact(at.getEpochSecond(), NANOS), at.getNano());
        } catch (ArithmeticException e) {
            return at.getEpochSecond() < 0 ? Long.MIN_VALUE + 1 : NEVER - 1;
        }
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
    }

    /// A text that sorts as the moment does: instants with nine digits, whatever the source had.
    static String sortable(Moment moment) {
        return switch (moment) {
            case Moment.At at -> new Moment.At(at.instant(), true).text();
            case Moment.On on -> on.text();
        };
    }

    static boolean isRegion(String area) {
        return area.length() == REGION_DIGITS && area.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /// The province of a region, the first part of any other area.
    static String wide(String area) {
        if (isRegion(area)) {
            return area.substring(0, 2) + "0000";
        }
        int slash = area.indexOf('/');
        return slash < 0 ? area : area.substring(0, slash);
    }

    /// The city of a region, the first two parts of any other area.
    static String middle(String area) {
        if (isRegion(area)) {
            return area.substring(0, 4) + "00";
        }
        int slash = area.indexOf('/');
        int second = slash < 0 ? -1 : area.indexOf('/', slash + 1);
        return second < 0 ? area : area.substring(0, second);
    }

    /// Numbers that stay when a row is added in between.
    static long code(Deadline.Purpose purpose) {
        return switch (purpose) {
            case REMIND -> 1;
            case LAPSE -> 2;
            case ESCALATE -> 3;
            case LAPSE_INTERIM -> 4;
        };
    }

    static Deadline.Purpose purpose(long code) {
        for (Deadline.Purpose purpose : Deadline.Purpose.values()) {
            if (code(purpose) == code) {
                return purpose;
            }
        }
        throw new IllegalArgumentException("purpose " + code);
    }
}
