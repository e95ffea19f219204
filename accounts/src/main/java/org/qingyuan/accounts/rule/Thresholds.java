package org.qingyuan.accounts.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.qingyuan.accounts.rule.Rule.Parameter;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;

/// The thresholds of one rule in one run: the policy's where it has one, else those of the rule's header. All dates
/// that
/// follow from them are counted here once, by `java.time`.
public final class Thresholds {
    private final Rule rule;
    private final LocalDate asOf;
    private final SortedMap<String, Object> values = new TreeMap<>();

    /// @param own texts by short name, `period` -> `P3Y`; a blank text unsets a threshold
    /// @throws Failure of [ErrorCode#CONFIGURATION] where a name is not the rule's or a text is not of its kind
    public Thresholds(Rule rule, LocalDate asOf, Map<String, String> own) {
        this.rule = rule;
        this.asOf = asOf;
        Map<String, String> left = new LinkedHashMap<>(own);
        for (Parameter parameter : rule.parameters()) {
            String text = own.getOrDefault(parameter.name(), parameter.defaultValue());
            left.remove(parameter.name());
            if (!text.isEmpty()) {
                values.put(parameter.name(), value(parameter, text));
            } else if (!mayBeUnset(parameter)) {
                throw wrong(parameter.name(), text);
            }
        }
        if (!left.isEmpty()) {
            throw wrong(left.keySet().iterator().next(), "");
        }
    }

    private static boolean mayBeUnset(Parameter parameter) {
        return parameter.defaultValue().isEmpty();
    }

    private Failure wrong(String name, String text) {
        return new Failure(
                ErrorCode.CONFIGURATION,
                Map.of("where", rule.name() + "." + name, "what", text.isEmpty() ? "-" : text));
    }

    private Object value(Parameter parameter, String text) {
        try {
            Object value = switch (parameter.kind()) {
                case PERIOD -> period(text);
                case DATE -> LocalDate.parse(text);
                case AMOUNT -> new BigDecimal(text);
                case COUNT, DAYS -> Long.parseLong(text);
            };
            boolean fits = switch (parameter.kind()) {
                case PERIOD, DATE -> true;
                case AMOUNT -> text.matches("[0-9]{1,16}\\.[0-9]{2}");
                case COUNT, DAYS -> (Long) value >= 0 && (Long) value <= 100_000;
            };
            if (fits) {
                return value;
            }
        } catch (DateTimeParseException | NumberFormatException e) {
            // said below
        }
        throw wrong(parameter.name(), text);
    }

    @SuppressWarnings("JavaPeriodGetDays") // the days beside months and years are what is meant
    private Period period(String text) {
        Period period = Period.parse(text);
        if (period.isNegative() || period.toTotalMonths() > 12_000 || period.getDays() > 400_000) {
            throw new NumberFormatException(text);
        }
        return period;
    }

    /// The day that lies a period or a number of days before the cut-off.
    public LocalDate cutOff(String name) {
        Object value = values.get(name);
        if (value instanceof Period period) {
            return asOf.minus(period);
        }
        if (value instanceof Long days) {
            return asOf.minusDays(days);
        }
        throw new IllegalArgumentException(rule.name() + "." + name);
    }

    /// A threshold of the kind `PERIOD`.
    public Period period(Parameter parameter) {
        return (Period) Objects.requireNonNull(values.get(parameter.name()), parameter::name);
    }

    /// The day before the whole window of silence, from which transactions must be there.
    public LocalDate quietBeforeWindow() {
        return cutOff("windowDays").minus((Period) values.get("quiet"));
    }

    /// The day up to which something must have been silent for it to count as silent on the day.
    public LocalDate quietBefore(LocalDate day) {
        return day.minus((Period) values.get("quiet"));
    }

    /// What the finding speaks about from: the cut-off of its period or window, the cut-off itself where it has none.
    public LocalDate start() {
        for (String name : new String[] {"period", "windowDays"}) {
            if (values.containsKey(name)) {
                return cutOff(name);
            }
        }
        return asOf;
    }

    /// The thresholds that are set, under their full names, `long-inactive.period`; sorted. Values are texts, whole
    /// numbers and amounts.
    public SortedMap<String, Object> named() {
        SortedMap<String, Object> named = new TreeMap<>();
        values.forEach((name, value) -> named.put(
                rule.name() + "." + name,
                value instanceof BigDecimal || value instanceof Long ? value : value.toString()));
        return named;
    }

    /// The value itself: a [Period], [LocalDate], [BigDecimal] or Long; `null` where it is unset.
    public @Nullable Object of(String name) {
        return values.get(name);
    }

    /// A threshold as it stands in a statement.
    String literal(Parameter parameter) {
        Object value = values.get(parameter.name());
        return switch (parameter.kind()) {
            case PERIOD, DAYS -> date(value == null ? null : cutOff(parameter.name()));
            case DATE -> date((LocalDate) value);
            case AMOUNT -> value == null ? "NULL::DECIMAL(18, 2)" : "'" + value + "'::DECIMAL(18, 2)";
            case COUNT -> value == null ? "NULL::BIGINT" : value.toString();
        };
    }

    static String date(@Nullable LocalDate date) {
        return date == null ? "NULL::DATE" : "DATE '" + date + "'";
    }
}
