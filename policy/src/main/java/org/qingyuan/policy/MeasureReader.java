package org.qingyuan.policy;

import static org.qingyuan.policy.YamlValue.required;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.RejectReason;

/// Reads the measures of `cases.yaml`, each for itself. Names of limits are a closed list: one that is misspelt must
/// not vanish.
final class MeasureReader {
    private static final List<String> FIELDS =
            List.of("word", "title", "organisationKinds", "interim", "inForce", "legalBasis", "limits", "grades");
    private static final Set<String> DAYS = Set.of("minDays", "maxDays");
    private static final Set<String> AMOUNTS = Set.of("maxBalance", "maxKilowatts");
    private static final Set<String> SURCHARGE_DATES = Set.of(Measure.SURCHARGE_FROM, Measure.SURCHARGE_TO);
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,4})?");
    private static final Pattern REGION = Pattern.compile("[0-9]{6}|" + Measure.ANY_REGION);
    private static final Pattern FLAG = Pattern.compile("true|false");
    private static final int MAX_MEASURES = 200;

    private final Problems problems;
    private final String kind;

    MeasureReader(Problems problems, String kind) {
        this.problems = problems;
        this.kind = kind;
    }

    List<Measure> measures(YamlValue list) {
        List<YamlValue> elements = list.elements();
        if (elements.isEmpty() || elements.size() > MAX_MEASURES) {
            throw list.bad(RejectReason.BAD_STRUCTURE, "1 <= " + elements.size() + " <= " + MAX_MEASURES);
        }
        List<Measure> measures = new ArrayList<>();
        for (YamlValue element : elements) {
            problems.read(Optional.<Measure>empty(), () -> Optional.of(measure(element, measures)))
                    .ifPresent(measures::add);
        }
        return measures;
    }

    private Measure measure(YamlValue value, List<Measure> before) {
        Map<String, YamlValue> parts = value.members(FIELDS);
        YamlValue inForce = required(value, parts, "inForce");
        Map<String, YamlValue> bounds = inForce.members(List.of("from", "to"));
        LocalDate from = required(inForce, bounds, "from").date();
        Basis basis = required(value, parts, "legalBasis").basis();
        Measure measure = new Measure(
                required(value, parts, "word").matching(PolicyReader.NAME),
                required(value, parts, "title").wording(),
                kind,
                kinds(parts.get("organisationKinds")),
                isInterim(parts.get("interim")),
                from,
                YamlValue.end(bounds.get("to"), from),
                basis.text(),
                basis.reading(),
                limits(parts.get("limits")),
                grades(parts.get("grades")));
        if (before.stream().anyMatch(other -> overlap(other, measure))) {
            throw inForce.bad(RejectReason.BAD_PERIOD, measure.word());
        }
        return measure;
    }

    private static boolean overlap(Measure one, Measure other) {
        return one.word().equals(other.word()) && (one.isInForce(other.from()) || other.isInForce(one.from()));
    }

    private static List<String> kinds(@Nullable YamlValue value) {
        return value == null ? List.of() : value.distinct(YamlValue.shape(PolicyReader.NAME));
    }

    private static boolean isInterim(@Nullable YamlValue value) {
        return value != null && value.matching(FLAG).equals("true");
    }

    private static Map<String, String> limits(@Nullable YamlValue value) {
        if (value == null) {
            return Map.of();
        }
        Map<String, YamlValue> members = value.members(null);
        Map<String, String> limits = new LinkedHashMap<>();
        members.forEach((name, limit) -> {
            checkLimit(name, limit, members.keySet());
            limits.put(name, limit.text());
        });
        return limits;
    }

    private static void checkLimit(String name, YamlValue limit, Set<String> names) {
        int dot = name.indexOf('.');
        String first = dot < 0 ? name : name.substring(0, dot);
        if (dot < 0 && DAYS.contains(name)) {
            limit.number(1, NoticeTerms.MAX_DAYS);
        } else if (dot < 0 && AMOUNTS.contains(name) || dot >= 0 && first.equals(Measure.SURCHARGE)) {
            limit.matching(DECIMAL);
        } else if (dot >= 0 && SURCHARGE_DATES.contains(first)) {
            limit.date();
        } else {
            throw limit.bad(RejectReason.UNKNOWN_FIELD, name);
        }
        if (dot >= 0) {
            limit.checkName(REGION, name.substring(dot + 1));
            if (!names.contains(Measure.SURCHARGE + name.substring(dot))) {
                throw limit.bad(RejectReason.BLANK_VALUE, Measure.SURCHARGE + name.substring(dot));
            }
        }
    }

    private static List<Grade> grades(@Nullable YamlValue value) {
        List<Grade> grades = new ArrayList<>();
        for (YamlValue element : value == null ? List.<YamlValue>of() : value.elements()) {
            Map<String, YamlValue> parts = element.members(List.of("upTo", "zh", "en"));
            YamlValue upTo = required(element, parts, "upTo");
            String bound = upTo.text().isEmpty() ? "" : upTo.matching(DECIMAL);
            if (!grades.isEmpty() && !isAbove(bound, grades.getLast().upTo())) {
                throw upTo.bad(RejectReason.BAD_VALUE, bound);
            }
            grades.add(new Grade(bound, element.wording(parts)));
        }
        return grades;
    }

    private static boolean isAbove(String bound, String before) {
        return !before.isEmpty() && (bound.isEmpty() || new BigDecimal(bound).compareTo(new BigDecimal(before)) > 0);
    }
}
