package org.qingyuan.report.circular;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Estimate;
import org.qingyuan.finding.Moment;

/// A nested map of a result, read by path. Results come from outside: what is absent, `null` or of another type
/// than asked for reads as missing, never as an exception.
public record Values(Map<String, ?> map) {
    /// The value below a path of names, or `null`.
    public @Nullable Object at(String... path) {
        Object value = map;
        for (String name : path) {
            value = value instanceof Map<?, ?> inner ? inner.get(name) : null;
        }
        return value;
    }

    /// A text, or `null`.
    public @Nullable String text(String... path) {
        return at(path) instanceof String text ? text : null;
    }

    /// A text, or the empty text.
    public String textOrBlank(String... path) {
        String text = text(path);
        return text == null ? "" : text;
    }

    /// A whole number, 0 when missing.
    public long count(String... path) {
        return at(path) instanceof Number number ? number.longValue() : 0;
    }

    /// Whether the path leads to a number.
    public boolean hasNumber(String... path) {
        return at(path) instanceof Number;
    }

    /// A number, 0 when missing or not finite.
    public double number(String... path) {
        return at(path) instanceof Number number && Double.isFinite(number.doubleValue()) ? number.doubleValue() : 0;
    }

    /// Whether the path leads to `true`.
    public boolean flag(String... path) {
        return Boolean.TRUE.equals(at(path));
    }

    /// An interval, whether it comes as one or as the object that a results file holds; `null` when it is neither.
    public @Nullable Estimate estimate(String... path) {
        Object value = at(path);
        if (value instanceof Estimate estimate) {
            return estimate;
        }
        if (!(value instanceof Map<?, ?> parts) || !(parts.get("unit") instanceof String unit)) {
            return null;
        }
        double low = part(parts, "low");
        double best = part(parts, "best");
        double high = part(parts, "high");
        boolean ordered = 0 <= low && low <= best && best <= high && Double.isFinite(high);
        return ordered ? new Estimate(low, best, high, unit) : null;
    }

    private static double part(Map<?, ?> parts, String name) {
        return parts.get(name) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    /// The texts of a list; other elements are left out.
    public List<String> texts(String... path) {
        return at(path) instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    /// The maps of a list; other elements are left out.
    public List<Values> maps(String... path) {
        return at(path) instanceof List<?> list
                ? list.stream()
                        .filter(Map.class::isInstance)
                        .map(element -> new Values(named(element)))
                        .toList()
                : List.of();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> named(Object map) {
        return (Map<String, ?>) map;
    }

    /// An instant, whether it comes as a moment or as its written form; `null` when it is neither.
    public @Nullable Instant instant(String... path) {
        return instantOf(at(path));
    }

    /// The instant of a moment, or of its written form; `null` for a date and for all else.
    static @Nullable Instant instantOf(@Nullable Object value) {
        if (value instanceof Moment.At at) {
            return at.instant();
        }
        if (!(value instanceof String text)) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException notAnInstant) {
            return null;
        }
    }
}
