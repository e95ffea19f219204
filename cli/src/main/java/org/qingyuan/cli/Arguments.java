package org.qingyuan.cli;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Failure;
import org.qingyuan.finding.Severity;
import org.qingyuan.output.Messages;
import picocli.CommandLine.ParseResult;

/// The values of a command line. A value that cannot be used is told with its flag and what it may be.
final class Arguments {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(s|m|h|d)?");
    private static final Map<String, Duration> UNITS = Map.of(
            "s", Duration.ofSeconds(1), "m", Duration.ofMinutes(1), "h", Duration.ofHours(1), "d", Duration.ofDays(1));

    private final Command command;
    private final ParseResult result;
    private final Messages messages;

    Arguments(Command command, ParseResult result, Messages messages) {
        this.command = command;
        this.result = result;
        this.messages = messages;
    }

    Command command() {
        return command;
    }

    /// What was typed beside flags.
    List<String> operands() {
        return result.commandSpec().positionalParameters().isEmpty()
                ? List.of()
                : result.matchedPositionalValue(0, List.of());
    }

    boolean has(Flag flag) {
        return result.hasMatchedOption(flag.text());
    }

    /// The value, else the flag's default, else `null`.
    @Nullable
    String text(Flag flag) {
        String given = result.matchedOptionValue(flag.text(), (String) null);
        return given == null ? flag.standard() : given;
    }

    /// The values of a repeatable flag.
    List<String> texts(Flag flag) {
        return result.matchedOptionValue(flag.text(), List.of());
    }

    @Nullable
    Path path(Flag flag, Path folder) {
        String text = text(flag);
        return text == null ? null : folder.resolve(text);
    }

    /// The path that a command cannot do without.
    Path requiredPath(Flag flag, Path folder) {
        Path path = path(flag, folder);
        if (path == null) {
            throw Parsing.usage(command.words(), messages.text("cli.usage.missing-flag", Map.of("flag", flag.text())));
        }
        return path;
    }

    ZoneId zone() {
        String text = Objects.requireNonNullElse(command.flags().contains(Flag.ZONE) ? text(Flag.ZONE) : null, "");
        String zone = text.isEmpty() ? Objects.requireNonNull(Flag.ZONE.standard()) : text;
        return value(Flag.ZONE, zone, "zone", ZoneId::of);
    }

    /// A point in time: an instant, or a date or local time in the zone.
    @Nullable
    Instant instant(Flag flag, ZoneId zone) {
        String text = text(flag);
        return text == null ? null : value(flag, text, "instant", given -> instant(given, zone));
    }

    private static Instant instant(String text, ZoneId zone) {
        if (text.indexOf('T') < 0) {
            return LocalDate.parse(text).atStartOfDay(zone).toInstant();
        }
        boolean hasOffset = text.endsWith("Z") || text.matches(".*T.*[+-]\\d\\d(:?\\d\\d)?");
        return hasOffset
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).atZone(zone).toInstant();
    }

    /// A positive span of time: `90s`, `5m`, `1h`, `2d`, or as ISO 8601 writes it.
    Duration duration(Flag flag) {
        String text = Objects.requireNonNull(text(flag));
        Duration duration = value(flag, text, "duration", Arguments::duration);
        if (duration.isZero() || duration.isNegative()) {
            throw unusable(flag, text, "duration");
        }
        return duration;
    }

    private static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            return Duration.parse(text.toUpperCase(Locale.ROOT));
        }
        String unit = matcher.group(2) == null ? "s" : matcher.group(2);
        long seconds = Objects.requireNonNull(UNITS.get(unit)).toSeconds();
        // not multipliedBy: the decimals behind it cost every start some tens of milliseconds
        return Duration.ofSeconds(Math.multiplyExact(seconds, Long.parseLong(matcher.group(1))));
    }

    /// A whole number within bounds; `standard` where it is not given.
    long number(Flag flag, long standard, long least, long most) {
        String text = text(flag);
        if (text == null) {
            return standard;
        }
        long number = value(flag, text, "number", Long::parseLong);
        if (number < least || number > most) {
            throw bad(
                    flag, messages.text("cli.usage.out-of-range", Map.of("value", text, "least", least, "most", most)));
        }
        return number;
    }

    @Nullable
    Severity severity(Flag flag) {
        String text = text(flag);
        return text == null ? null : value(flag, text, "severity", Severity::of);
    }

    /// @param kind names what the value should be, below `cli.expected.`
    <T> T value(Flag flag, String text, String kind, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw unusable(flag, text, kind);
        }
    }

    Failure unusable(Flag flag, String text, String kind) {
        return bad(
                flag,
                messages.text(
                        "cli.usage.bad-value",
                        Map.of("value", text, "expected", messages.text("cli.expected." + kind))));
    }

    private static Failure bad(Flag flag, String what) {
        return Parsing.usage(flag.text(), what);
    }
}
