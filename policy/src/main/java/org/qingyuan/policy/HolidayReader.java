package org.qingyuan.policy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.qingyuan.finding.RejectReason;

/// Reads `holidays.csv`: `date,kind`, ascending by date, kind = `holiday` (a day off) or `workday` (a Saturday or
/// Sunday
/// on which people work). A year that is said to be covered has rows: a table without a year's arrangement does not
/// know that year.
final class HolidayReader {
    private static final String HEADER = "date,kind";
    private static final int MAX_ROWS = 10_000;

    private final String file;
    private final Problems problems;
    private final Set<LocalDate> daysOff = new HashSet<>();
    private final Set<LocalDate> workdays = new HashSet<>();
    private LocalDate before = LocalDate.MIN;

    private HolidayReader(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    static Holidays read(String file, String text, int firstYear, int lastYear, Problems problems) {
        return new HolidayReader(file, problems).read(text, firstYear, lastYear);
    }

    private Holidays read(String text, int firstYear, int lastYear) {
        int known = problems.count();
        List<String> lines = text.lines().limit(MAX_ROWS + 2L).toList();
        if (lines.isEmpty() || !lines.getFirst().replace("\ufeff", "").equals(HEADER)) {
            problems.add(file, 1, RejectReason.MISSING_COLUMN, HEADER);
            return Holidays.NONE;
        }
        if (lines.size() > MAX_ROWS + 1) {
            problems.add(file, MAX_ROWS + 2, RejectReason.BAD_STRUCTURE, "> " + MAX_ROWS);
            return Holidays.NONE;
        }
        for (int i = 1; i < lines.size(); i++) {
            row(i + 1, lines.get(i), firstYear, lastYear);
        }
        refuseUnknownYears(firstYear, lastYear);
        return problems.count() > known ? Holidays.NONE : Holidays.of(firstYear, lastYear, daysOff, workdays);
    }

    private void row(int line, String row, int firstYear, int lastYear) {
        int comma = row.indexOf(',');
        LocalDate day = date(comma < 0 ? row : row.substring(0, comma));
        if (day == null) {
            problems.add(file, line, RejectReason.BAD_DATE, clip(row));
        } else if (day.getYear() < firstYear || day.getYear() > lastYear) {
            problems.add(file, line, RejectReason.BAD_PERIOD, day + ", " + firstYear + "-" + lastYear);
        } else if (!day.isAfter(before)) {
            problems.add(file, line, RejectReason.REPEATED_ID, day.toString());
        } else {
            before = day;
            kind(line, day, comma < 0 ? "" : row.substring(comma + 1));
        }
    }

    private void kind(int line, LocalDate day, String kind) {
        if (kind.equals("holiday")) {
            daysOff.add(day);
        } else if (kind.equals("workday") && Holidays.isWeekend(day)) {
            workdays.add(day);
        } else {
            problems.add(file, line, RejectReason.BAD_VALUE, clip(kind));
        }
    }

    private void refuseUnknownYears(int firstYear, int lastYear) {
        Set<Integer> years = new TreeSet<>();
        daysOff.forEach(day -> years.add(day.getYear()));
        for (int year = firstYear; year <= lastYear; year++) {
            if (!years.contains(year)) {
                problems.add(file, 0, RejectReason.BLANK_VALUE, Integer.toString(year));
            }
        }
    }

    private static @org.jspecify.annotations.Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String clip(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
