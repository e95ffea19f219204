package org.qingyuan.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantTextTest {
    private static DateTimeFormatter digits(int count) {
        return new DateTimeFormatterBuilder().appendInstant(count).toFormatter(Locale.ROOT);
    }

    @Test
    void anInstantIsWrittenAndReadAsTheJdkDoes() {
        SplittableRandom random = new SplittableRandom(1);
        long last = Instant.parse("+12000-01-01T00:00:00Z").getEpochSecond();
        for (int i = 0; i < 50_000; i++) {
            Instant instant = Instant.ofEpochSecond(random.nextLong(-last, last), random.nextInt(1_000_000_000));
            boolean nanos = random.nextBoolean();
            String text = new Moment.At(instant, nanos).text();
            assertThat(text).isEqualTo(digits(nanos ? 9 : 6).format(instant));
            assertThat(Moment.parse(text)).isEqualTo(new Moment.At(Instant.parse(text), nanos));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-01-01T00:00:00.000000Z",
                "0000-12-31T23:59:59.999999Z",
                "0001-01-01T00:00:00.000000Z",
                "9999-12-31T23:59:59.999999999Z",
                "2024-02-29T00:00:00.000000Z",
                "1969-12-31T23:59:59.999999Z",
                "2026-11-20T02:00:00Z",
                "2026-11-20T02:00:00.5Z",
                "2026-11-20T24:00:00.000000Z",
                "2016-12-31T23:59:60.000000Z"
            })
    void atTheEdgesTheJdkIsFollowed(String text) {
        assertThat(((Moment.At) Moment.parse(text)).instant()).isEqualTo(Instant.parse(text));
    }

    @Test
    void whatIsNoDayOrTimeIsRefused() {
        for (String text : List.of(
                "2023-02-29T00:00:00.000000Z",
                "2026-04-31T00:00:00.000000Z",
                "2026-13-01T00:00:00.000000Z",
                "2026-00-01T00:00:00.000000Z",
                "2026-11-00T00:00:00.000000Z",
                "2026-11-20T25:00:00.000000Z",
                "2026-11-20T00:60:00.000000Z",
                "2026-11-20T00:00:61.000000Z",
                "2026-11-20T00:00:00.00000aZ",
                "2026-11-20 T0:00:00.000000Z",
                "2026-11-20T00:00:00.0000000")) {
            assertThat(catchThrowable(() -> Moment.parse(text))).as(text).isInstanceOf(DateTimeException.class);
        }
    }
}
