package org.qingyuan.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.qingyuan.finding.Estimate;
import org.qingyuan.finding.Evidence;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Holder;
import org.qingyuan.finding.Moment;
import org.qingyuan.finding.Severity;
import org.qingyuan.finding.Subject;
import org.qingyuan.finding.Summary;

/// Random records of every kind of value: what is read writes the same bytes, and masking keeps to its promises.
class RoundTripTest {
    private static final String[] NAMES = {
        "hour", "at", "file", "agent", "wallet", "workers", "coin", "x", "低", "first", "login", "hashRate"
    };
    private static final String[] TEXTS = {
        "",
        "rig",
        "2026-11-20",
        "2026-11-20T02:00:00.000000Z",
        "2026-13-40",
        "a\u0000b\u001b",
        "\ud800",
        "张三",
        "𠮷",
        "zhang@example.com",
        "13912345678",
        "=1+1",
        "\"\\",
        "\u2028",
        "x".repeat(300),
        "𠮷".repeat(300)
    };

    private final SplittableRandom random = new SplittableRandom(20261120);

    @Test
    void whatIsReadWritesTheSameBytes() {
        for (int i = 0; i < 2_000; i++) {
            byte[] line = ResultJson.line(finding());
            Finding read = ResultReader.finding(line);
            assertThat(new String(ResultJson.line(read), UTF_8)).isEqualTo(new String(line, UTF_8));
        }
    }

    @Test
    void moneyComesBackAsItWas() {
        for (String amount : new String[] {"0.00", "12.30", "12.34", "-0.01", "123456789012345678.90"}) {
            Finding sample = finding();
            Finding written = new Finding(
                    sample.id(),
                    sample.key(),
                    sample.rule(),
                    1,
                    sample.severity(),
                    sample.subject(),
                    null,
                    sample.start(),
                    sample.end(),
                    Samples.map("long-inactive.balanceMax", new BigDecimal(amount)),
                    sample.summary(),
                    List.of(),
                    0,
                    List.of(),
                    Samples.map("balance", new BigDecimal(amount)));
            byte[] line = ResultJson.line(written);
            assertThat(new String(line, UTF_8)).contains("\"balance\":" + amount);
            Finding read = ResultReader.finding(line);
            assertThat(read.fields()).containsEntry("balance", new BigDecimal(amount));
            assertThat(read.parameters()).containsEntry("long-inactive.balanceMax", new BigDecimal(amount));
        }
    }

    @Test
    void maskingLinesThatAreMaskedChangesNothing() {
        for (int i = 0; i < 2_000; i++) {
            Finding masked =
                    ResultReader.finding(ResultJson.line(Masking.forData(false).mask(finding())));
            assertThat(Masking.forData(false).mask(masked)).isEqualTo(masked);
        }
    }

    private Finding finding() {
        List<Evidence> evidence = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            evidence.add(new Evidence(
                    "share",
                    "f" + i,
                    random.nextBoolean() ? moment() : null,
                    random.nextInt(3),
                    random.nextInt(3),
                    details()));
        }
        Holder holder = random.nextBoolean()
                ? null
                : new Holder(text(), text(), random.nextBoolean() ? text() : null, "school", "320100", null);
        return new Finding(
                String.format(java.util.Locale.ROOT, "%016x%016x", random.nextLong(), random.nextLong()),
                "mining/10.0.0." + random.nextInt(256),
                "mining.session",
                random.nextInt(1, 9),
                random.nextBoolean() ? Severity.CRITICAL : Severity.INFO,
                new Subject("address", "10.0.0.1"),
                holder,
                moment(),
                moment(),
                map(2),
                new Summary("mining.session", map(1)),
                evidence,
                random.nextInt(1000),
                List.of("a", "b").subList(0, random.nextInt(3)),
                map(4));
    }

    private Map<String, Object> details() {
        Map<String, Object> details = map(1);
        details.keySet().removeAll(List.of("at", "file"));
        return details;
    }

    @SuppressWarnings("NullAway") // what applies and is not known is null
    private Map<String, Object> map(int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            map.put(NAMES[random.nextInt(NAMES.length)], value(depth));
        }
        return map;
    }

    private @Nullable Object value(int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 7)) {
            case 0 -> text();
            case 1 -> random.nextLong();
            case 2 -> random.nextInt();
            case 3 -> number();
            case 4 -> random.nextBoolean();
            case 5 -> null;
            case 6 -> random.nextBoolean() ? moment() : estimate();
            case 7 -> List.of(text(), text());
            default -> map(depth - 1);
        };
    }

    private double number() {
        double value = Double.longBitsToDouble(random.nextLong());
        return Double.isFinite(value) ? value : 0.5;
    }

    private Estimate estimate() {
        double best = Math.exp(random.nextDouble(-20, 60));
        return new Estimate(best * random.nextDouble(), best, best * random.nextDouble(1, 9), "H/s");
    }

    private Moment moment() {
        if (random.nextInt(4) == 0) {
            return new Moment.On(LocalDate.ofEpochDay(random.nextInt(40_000)));
        }
        boolean nanos = random.nextBoolean();
        int fraction = random.nextInt(1_000_000_000);
        return new Moment.At(
                Instant.ofEpochSecond(random.nextLong(4_000_000_000L), nanos ? fraction : fraction / 1000 * 1000),
                nanos);
    }

    private String text() {
        return TEXTS[random.nextInt(TEXTS.length)];
    }
}
