package org.qingyuan.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;

class HolidaysTest {
    private static final LocalDate NOT_IN_TABLE = LocalDate.of(2027, 1, 1);

    private static Holidays chinese() {
        return SamplePack.builtInCases("cn-mining-2021").holidays();
    }

    private static Stream<LocalDate> year(int year) {
        return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1));
    }

    /// Days off are moved, never made: what the arrangement takes of the weekends it gives in the week, and what is
    /// left are the days that the law names.
    @ParameterizedTest
    @CsvSource({"2021, 11", "2022, 11", "2023, 11", "2024, 11", "2025, 13", "2026, 13"})
    void eachYearHasTheDaysThatTheLawNames(int year, int statutory) {
        Holidays holidays = chinese();
        long weekdays = year(year)
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                .count();
        assertThat(year(year).filter(holidays::isWorkingDay).count()).isEqualTo(weekdays - statutory);
    }

    @Test
    void coversWhatItSays() {
        assertThat(chinese().firstYear()).isEqualTo(2021);
        assertThat(chinese().lastYear()).isEqualTo(2026);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-13, true", // Friday before
        "2026-02-14, true", // Saturday on which people work
        "2026-02-15, false",
        "2026-02-23, false",
        "2026-02-24, true",
        "2026-02-28, true",
        "2026-03-01, false", // a Sunday like others
        "2024-02-29, true",
        "2022-12-31, false",
        "2023-01-02, false",
        "2023-01-03, true",
    })
    void knowsDaysOffAndWorkdays(LocalDate day, boolean isWorkingDay) {
        assertThat(chinese().isWorkingDay(day)).isEqualTo(isWorkingDay);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-01, 15, 2026-11-16",
        "2026-12-20, 15, 2027-01-04", // over the end of a year, no table needed
        "2024-02-14, 15, 2024-02-29",
        "2024-02-14, 16, 2024-03-01",
        "2023-02-14, 15, 2023-03-01",
        "2026-11-01, 0, 2026-11-01",
        "2026-09-16, 15, 2026-10-01", // a day off stays the deadline
        "2026-11-16, -15, 2026-11-01",
        "2090-01-01, 365, 2091-01-01",
    })
    void calendarDaysEndWhereTheyEnd(LocalDate start, int days, LocalDate end) {
        assertThat(chinese().plus(start, days, DayCount.CALENDAR)).isEqualTo(end);
        assertThat(Holidays.NONE.plus(start, days, DayCount.CALENDAR)).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-13, 1, 2026-02-14",
        "2026-02-13, 2, 2026-02-24",
        "2026-02-14, 1, 2026-02-24",
        "2026-02-24, -1, 2026-02-14",
        "2026-02-15, 0, 2026-02-15",
        "2024-02-28, 1, 2024-02-29",
        "2024-02-29, 1, 2024-03-01",
        "2025-12-31, 1, 2026-01-04",
        "2026-12-24, 5, 2026-12-31",
    })
    void workingDaysEndOnAWorkingDay(LocalDate start, int days, LocalDate end) {
        assertThat(chinese().plus(start, days, DayCount.WORKING)).isEqualTo(end);
    }

    @Test
    void oneWorkingDayMoreLeavesTheTable() {
        LocalDate start = LocalDate.of(2026, 12, 24);
        assertThat(chinese().plus(start, 5, DayCount.WORKING)).isEqualTo("2026-12-31");
        assertThatThrownBy(() -> chinese().plus(start, 6, DayCount.WORKING))
                .isInstanceOfSatisfying(Failure.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.DAY_NOT_COVERED);
                    assertThat(e.arguments())
                            .containsEntry("where", "2027-01-01")
                            .containsEntry("what", "2021-2026");
                });
    }

    @Test
    void saysNothingOfOtherYears() {
        Holidays holidays = chinese();
        assertThat(holidays.covers(LocalDate.of(2021, 1, 1))).isTrue();
        assertThat(holidays.covers(LocalDate.of(2020, 12, 31))).isFalse();
        assertThat(holidays.covers(LocalDate.of(2026, 12, 31))).isTrue();
        assertThat(holidays.covers(NOT_IN_TABLE)).isFalse();
        for (Holidays table : List.of(holidays, Holidays.NONE)) {
            assertThatThrownBy(() -> table.isWorkingDay(NOT_IN_TABLE)).isInstanceOf(Failure.class);
        }
    }

    @Test
    void countsAtMostTenYears() {
        assertThat(Holidays.NONE.plus(NOT_IN_TABLE, 3660, DayCount.CALENDAR)).isEqualTo("2037-01-08");
        assertThatThrownBy(() -> Holidays.NONE.plus(NOT_IN_TABLE, 3661, DayCount.CALENDAR))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Holidays.NONE.plus(NOT_IN_TABLE, Integer.MIN_VALUE, DayCount.CALENDAR))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesDaysThatCannotBe() {
        LocalDate saturday = LocalDate.of(2026, 2, 14);
        LocalDate monday = LocalDate.of(2026, 2, 16);
        assertThat(Holidays.of(2026, 2026, Set.of(monday), Set.of(saturday)).isWorkingDay(saturday))
                .isTrue();
        assertThatThrownBy(() -> Holidays.of(2026, 2025, Set.of(), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Holidays.of(2026, 2026, Set.of(), Set.of(monday)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Holidays.of(2026, 2026, Set.of(saturday), Set.of(saturday)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Holidays.of(2026, 2026, Set.of(NOT_IN_TABLE), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
