package org.qingyuan.output;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Estimate;
import org.qingyuan.finding.Moment;

/// Values as people read them: thousands grouped, three or four significant digits, SI prefixes for rates, intervals in
/// brackets, instants in a zone.
public final class Humans {
    /// Units that take a prefix; others (`kWh/day`) are shown as they are.
    private static final Set<String> PREFIXED = Set.of("H/s", "Sol/s", "H", "Sol", "W", "J", "bit/s");

    private static final String[] PREFIXES = {"", "k", "M", "G", "T", "P", "E", "Z", "Y"};

    /// Numbers that name something and are not grouped: with one of these names or endings.
    private static final List<String> ORDINALS = List.of("port", "packet", "row", "line", "version", "schema", "year");

    private final Language language;
    private final ZoneId zone;
    private final Map<String, String> texts;

    Humans(Language language, ZoneId zone, Map<String, String> texts) {
        this.language = language;
        this.zone = zone;
        this.texts = texts;
    }

    public ZoneId zone() {
        return zone;
    }

    /// A value of any kind that `Finding` names, written by its kind; text from outside with control characters
    /// escaped.
    ///
    /// @param name its name; ports, packet numbers and the like are not grouped
    public String value(String name, Object value) {
        return switch (value) {
            case String text -> text(text);
            case Long count -> isOrdinal(name) ? count.toString() : count(count);
            case Integer count -> isOrdinal(name) ? count.toString() : count(count);
            case Double number -> number(number);
            case BigDecimal money -> grouped(money);
            case Boolean truth -> truth(truth);
            case Estimate estimate -> estimate(estimate);
            case Moment moment -> moment(moment);
            case List<?> list -> list(name, list);
            case Map<?, ?> map -> map(map);
            default -> throw new IllegalArgumentException(name + " holds a " + value.getClass());
        };
    }

    /// Text from outside with everything escaped that a terminal or a browser would obey.
    public String text(String outside) {
        return OutsideText.escapeControls(outside);
    }

    /// `1,234,567`
    public String count(long count) {
        return grouped(BigDecimal.valueOf(count));
    }

    /// Three significant digits below 1,000, four from there: `0.0123`, `12.3`, `885`, `2,065`, `1,235,000`.
    public String number(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return value == 0 ? "0" : Double.toString(value);
        }
        int digits = Math.abs(value) >= 1000 ? 4 : 3;
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        return grouped(rounded.stripTrailingZeros());
    }

    /// One number with its unit, a prefix where the unit takes one: `1.23 TH/s`.
    public String quantity(double value, String unit) {
        int prefix = prefix(value, unit);
        return number(value / scale(prefix)) + " " + unit(prefix, unit);
    }

    /// The best value and the interval: `885 [287–2,065] H/s`.
    public String estimate(Estimate e) {
        int prefix = prefix(e.best() > 0 ? e.best() : e.high(), e.unit());
        double scale = scale(prefix);
        return number(e.best() / scale) + " [" + number(e.low() / scale) + "–" + number(e.high() / scale) + "] "
                + unit(prefix, e.unit());
    }

    /// Bytes in powers of 1,024: `1.34 GiB`.
    public String bytes(long bytes) {
        int power = bytes <= 0 ? 0 : (63 - Long.numberOfLeadingZeros(bytes)) / 10;
        return number(bytes / Math.pow(1024, power)) + " "
                + (power == 0 ? "B" : PREFIXES[power].toUpperCase(Locale.ROOT) + "iB");
    }

    /// A share of 1 as percent with one decimal: `21.4 %`.
    public String percent(double share) {
        BigDecimal percent = new BigDecimal(share * 100).setScale(1, RoundingMode.HALF_EVEN);
        return grouped(percent) + (language == Language.ZH ? "%" : " %");
    }

    /// To the second in the zone, with the zone's offset: `2026-11-20 10:00:00 +08:00`.
    public String moment(Moment moment) {
        return switch (moment) {
            case Moment.At at -> second(at.instant());
            case Moment.On on -> on.date().format(language == Language.ZH ? Times.ZH_DATE : Times.DATE);
        };
    }

    private String second(Instant instant) {
        ZonedDateTime time = instant.atZone(zone);
        String offset = time.getOffset().getTotalSeconds() == 0
                ? "UTC"
                : time.getOffset().getId();
        return time.format(language == Language.ZH ? Times.ZH_SECOND : Times.SECOND) + " " + offset;
    }

    /// From and to, to the minute, without the zone, what is the same said once: `2026-11-20 10:00–11:00`.
    public String span(Moment start, Moment end) {
        if (!(start instanceof Moment.At from) || !(end instanceof Moment.At to)) {
            return start.equals(end) ? start.text() : start.text() + "–" + end.text();
        }
        ZonedDateTime first = from.instant().atZone(zone);
        ZonedDateTime last = to.instant().atZone(zone);
        boolean oneDay = first.toLocalDate().equals(last.toLocalDate());
        if (first.format(Times.MINUTE).equals(last.format(Times.MINUTE))) {
            return first.format(Times.MINUTE);
        }
        boolean oneYear = first.getYear() == last.getYear();
        return first.format(Times.MINUTE) + "–"
                + last.format(oneDay ? Times.CLOCK : oneYear ? Times.DAY_MINUTE : Times.MINUTE);
    }

    /// Texts one after the other: `a, b`, in Chinese `a、b`.
    public String list(List<String> texts) {
        return String.join(language == Language.ZH ? "、" : ", ", texts);
    }

    private String truth(boolean truth) {
        return language == Language.ZH ? (truth ? "是" : "否") : (truth ? "yes" : "no");
    }

    private String list(String name, List<?> list) {
        return list(list.stream().map(element -> known(name, element)).toList());
    }

    private String map(Map<?, ?> map) {
        return list(map.entrySet().stream()
                .map(entry -> entry.getKey() + " " + known((String) entry.getKey(), entry.getValue()))
                .toList());
    }

    private String known(String name, @Nullable Object value) {
        return value == null ? Column.NOTHING : value(name, value);
    }

    private static boolean isOrdinal(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return ORDINALS.stream().anyMatch(lower::endsWith);
    }

    private static int prefix(double value, String unit) {
        if (!PREFIXED.contains(unit)) {
            return 0;
        }
        int prefix = 0;
        // 999.5 already shows as 1,000
        while (prefix < PREFIXES.length - 1 && value / scale(prefix) >= 999.5) {
            prefix++;
        }
        return prefix;
    }

    private static double scale(int prefix) {
        return Math.pow(1000, prefix);
    }

    private String unit(int prefix, String unit) {
        return PREFIXES[prefix] + texts.getOrDefault("unit." + unit, unit);
    }

    private static String grouped(BigDecimal value) {
        String text = value.toPlainString();
        int point = text.indexOf('.');
        int end = point < 0 ? text.length() : point;
        int start = text.startsWith("-") ? 1 : 0;
        StringBuilder grouped = new StringBuilder(text);
        for (int i = end - 3; i > start; i -= 3) {
            grouped.insert(i, ',');
        }
        return grouped.toString();
    }

    /// Made when the first time is shown; most starts of the program show none.
    private static final class Times {
        static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
        static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
        static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
        static final DateTimeFormatter DAY_MINUTE = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);
        static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
        static final DateTimeFormatter ZH_DATE = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.ROOT);
        static final DateTimeFormatter ZH_SECOND = DateTimeFormatter.ofPattern("uuuu年M月d日 HH:mm:ss", Locale.ROOT);

        private Times() {}
    }
}
