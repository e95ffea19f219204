package org.qingyuan.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;

class StockListTest {
    private static final Instant LATEST = Instant.parse("2021-10-01T00:00:00Z");

    private static StockList read(String text) {
        return StockList.read("s.csv", text.getBytes(UTF_8), ZoneId.of("Asia/Shanghai"), LATEST);
    }

    @ParameterizedTest
    @CsvSource({
        "2021-06-01, 2021-05-31T16:00:00Z",
        "2021-06-01T10:00:00Z, 2021-06-01T10:00:00Z",
        "2021-06-01T10:00:00+08:00, 2021-06-01T02:00:00Z",
        "2021-06-01T10:00:00-08:00, 2021-06-01T18:00:00Z",
        "2021-06-01 10:00:00, 2021-06-01T02:00:00Z",
        "2021-06-01T10:00, 2021-06-01T02:00:00Z",
        "2021-10-01T00:00:00Z, 2021-10-01T00:00:00Z"
    })
    void readsTimesInTheCampaignsZone(String text, Instant at) {
        StockList list = read("source,seen_at,address,isp\ncert," + text + ",10.0.0.1,x\n");
        assertThat(list.rows()).singleElement().satisfies(row -> {
            assertThat(row.seenAt()).isEqualTo(at);
            assertThat(row.address().text()).isEqualTo("10.0.0.1");
            assertThat(row.source()).isEqualTo("cert");
        });
        assertThat(list.unknownColumns()).containsExactly("isp");
    }

    @ParameterizedTest
    @CsvSource({
        "'10.0.0.1,2021-10-01T00:00:01Z,cert', s.csv:2:seen_at bad-date",
        "'10.0.0.1,1969-12-31T00:00:00Z,cert', s.csv:2:seen_at bad-date",
        "'10.0.0.1,1 June 2021,cert', s.csv:2:seen_at bad-date",
        "'10.0.0.1,,cert', s.csv:2:seen_at blank-value",
        "'10.0.0.0/8,2021-06-01,cert', s.csv:2:address bad-value",
        "'10.0.0.300,2021-06-01,cert', s.csv:2:address bad-value",
        "'=cmd,2021-06-01,cert', s.csv:2:address bad-value",
        "'10.0.0.1,2021-06-01,', s.csv:2:source blank-value",
        "'10.0.0.1,2021-06-01', s.csv:2:source missing-field"
    })
    void theFirstRowThatCannotBeUsedEndsTheReading(String row, String told) {
        Failure failure = Objects.requireNonNull(
                catchThrowableOfType(Failure.class, () -> read("address,seen_at,source\n" + row + "\n")));
        assertThat(failure.code()).isEqualTo(ErrorCode.SHEET_REJECTED);
        assertThat(failure.arguments().get("where") + " " + failure.arguments().get("reject"))
                .isEqualTo(told);
    }

    @Test
    void aListHasAllItsColumns() {
        Failure failure = Objects.requireNonNull(catchThrowableOfType(Failure.class, () -> read("address,seen_at\n")));
        assertThat(failure.arguments()).containsEntry("reject", "missing-column");
    }
}
