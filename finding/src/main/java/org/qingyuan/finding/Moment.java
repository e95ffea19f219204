package org.qingyuan.finding;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/// When something happened: an instant in UTC, or a calendar date without a zone.
public sealed interface Moment extends Comparable<Moment> {
    /// The written form: `2026-11-20T02:00:00.000000Z`, nine digits where the source has nanoseconds, or `2026-11-20`.
    String text();

    /// Orders by the written form, which orders by time among moments of one kind.
    @Override
    default int compareTo(Moment other) {
        return text().compareTo(other.text());
    }

    /// An instant; `nanos` tells that the source has nanoseconds.
    record At(Instant instant, boolean nanos) implements Moment {
        private static final DateTimeFormatter MICROS = digits(6);
        private static final DateTimeFormatter NANOS = digits(9);

        private static DateTimeFormatter digits(int count) {
            return new DateTimeFormatterBuilder().appendInstant(count).toFormatter(Locale.ROOT);
        }

        @Override
        public String text() {
            return InstantText.isPlain(instant)
                    ? InstantText.of(instant, nanos)
                    : (nanos ? NANOS : MICROS).format(instant);
        }

        @Override
        public int compareTo(Moment other) {
            return other instanceof At at ? instant.compareTo(at.instant) : Moment.super.compareTo(other);
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /// A calendar date.
    record On(LocalDate date) implements Moment {
        @Override
        public String text() {
            return date.toString();
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /// An instant given as nanoseconds since 1970 UTC, as captures carry it.
    static Moment.At ofEpochNanos(long epochNanos, boolean nanos) {
        long seconds = Math.floorDiv(epochNanos, 1_000_000_000L);
        return new At(Instant.ofEpochSecond(seconds, Math.floorMod(epochNanos, 1_000_000_000L)), nanos);
    }

    /// Reads a written form back.
    ///
    /// @throws java.time.format.DateTimeParseException when the text is neither an instant nor a date
    static Moment parse(String text) {
        if (text.indexOf('T') < 0) {
            return new On(LocalDate.parse(text));
        }
        int dot = text.indexOf('.');
        Instant plain = InstantText.plain(text);
        return new At(plain == null ? Instant.parse(text) : plain, dot >= 0 && text.length() - dot > 8);
    }
}
