package org.qingyuan.policy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;

/// On which days people work, for the years that a table covers: Monday to Friday but for its holidays, and the
/// weekends that it makes workdays. It says nothing of other years, and does not guess. Immutable.
public final class Holidays {
    /// A table that covers no year; calendar days can be counted with it.
    public static final Holidays NONE = new Holidays(1, 0, Set.of(), Set.of());

    private final int firstYear;
    private final int lastYear;
    private final Set<LocalDate> daysOff;
    private final Set<LocalDate> workdays;

    private Holidays(int firstYear, int lastYear, Set<LocalDate> daysOff, Set<LocalDate> workdays) {
        this.firstYear = firstYear;
        this.lastYear = lastYear;
        this.daysOff = daysOff;
        this.workdays = workdays;
    }

    /// @param firstYear first year whose arrangement is known as a whole
    /// @param lastYear the last one
    /// @param daysOff days off, weekends among them or not
    /// @param workdays Saturdays and Sundays on which people work
    /// @throws IllegalArgumentException when a day lies outside those years or in both sets, or a workday is none of
    ///     a weekend
    public static Holidays of(int firstYear, int lastYear, Set<LocalDate> daysOff, Set<LocalDate> workdays) {
        if (firstYear > lastYear) {
            throw new IllegalArgumentException(firstYear + " > " + lastYear);
        }
        Holidays holidays = new Holidays(firstYear, lastYear, Set.copyOf(daysOff), Set.copyOf(workdays));
        for (LocalDate day : daysOff) {
            if (!holidays.covers(day) || workdays.contains(day)) {
                throw new IllegalArgumentException(day.toString());
            }
        }
        for (LocalDate day : workdays) {
            if (!holidays.covers(day) || !isWeekend(day)) {
                throw new IllegalArgumentException(day.toString());
            }
        }
        return holidays;
    }

    /// The first year covered; above [#lastYear] when there is none.
    public int firstYear() {
        return firstYear;
    }

    public int lastYear() {
        return lastYear;
    }

    public boolean covers(LocalDate day) {
        return day.getYear() >= firstYear && day.getYear() <= lastYear;
    }

    /// Whether people work on a day.
    ///
    /// @throws Failure with [ErrorCode#DAY_NOT_COVERED] outside the years covered
    public boolean isWorkingDay(LocalDate day) {
        if (!covers(day)) {
            String years = firstYear > lastYear ? "-" : firstYear + "-" + lastYear;
            throw new Failure(ErrorCode.DAY_NOT_COVERED, Map.of("where", day.toString(), "what", years));
        }
        return workdays.contains(day) || !isWeekend(day) && !daysOff.contains(day);
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /// The last day of a period: the day of the start is not counted, and the period ends with the end of the day that
    /// is returned. Calendar days end where they end, on a day off as well, and need no table; working days end on a
    /// working day.
    ///
    /// @param days how many; 0 gives the start itself whatever day it is, a negative number counts backwards
    /// @throws Failure with [ErrorCode#DAY_NOT_COVERED] when working days are counted over a year that is not covered
    /// @throws IllegalArgumentException for more than ten years
    public LocalDate plus(LocalDate start, int days, DayCount counting) {
        if (Math.abs((long) days) > NoticeTerms.MAX_DAYS) {
            throw new IllegalArgumentException(days + " days");
        }
        return switch (counting) {
            case CALENDAR -> start.plusDays(days);
            case WORKING -> plusWorkingDays(start, days);
        };
    }

    private LocalDate plusWorkingDays(LocalDate start, int days) {
        int step = Integer.signum(days);
        LocalDate day = start;
        int left = Math.abs(days);
        while (left > 0) {
            day = day.plusDays(step);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }
}
