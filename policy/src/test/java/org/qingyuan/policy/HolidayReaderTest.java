package org.qingyuan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidayReaderTest {
    private static SamplePack with(String table) {
        return new SamplePack().with(CasesReader.HOLIDAYS, table);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-02-30,holiday | 'pack/1/holidays.csv:4: bad-date (2026-02-30,holiday)'",
                "2026-02-17         | 'pack/1/holidays.csv:4: bad-value ()'",
                "2026-02-17,Holiday | 'pack/1/holidays.csv:4: bad-value (Holiday)'",
                "2026-02-17,workday | 'pack/1/holidays.csv:4: bad-value (workday)'",
                "2026-02-16,holiday | 'pack/1/holidays.csv:4: repeated-id (2026-02-16)'",
                "2026-02-15,holiday | 'pack/1/holidays.csv:4: repeated-id (2026-02-15)'",
                "2027-01-01,holiday | 'pack/1/holidays.csv:4: bad-period (2027-01-01, 2026-2026)'",
                "2025-12-31,holiday | 'pack/1/holidays.csv:4: bad-period (2025-12-31, 2026-2026)'",
            })
    void namesTheRow(String row, String problem) {
        assertThat(with(SamplePack.HOLIDAYS + row + "\n").problems()).containsExactly(problem);
    }

    @Test
    void namesEveryRow() {
        assertThat(with(SamplePack.HOLIDAYS + "x\ny\n").problems())
                .containsExactly("pack/1/holidays.csv:4: bad-date (x)", "pack/1/holidays.csv:5: bad-date (y)");
    }

    @Test
    void wantsItsHeader() {
        assertThat(with("2026-02-16,holiday\n").problems())
                .containsExactly("pack/1/holidays.csv:1: missing-column (date,kind)");
        assertThat(with("").problems()).containsExactly("pack/1/holidays.csv:1: missing-column (date,kind)");
        assertThat(with("\ufeff" + SamplePack.HOLIDAYS).problems()).isEmpty();
    }

    @Test
    void aYearWithoutAHolidayIsNotKnown() {
        assertThat(with("date,kind\n2026-02-14,workday\n").problems())
                .containsExactly("pack/1/holidays.csv: blank-value (2026)");
    }
}
