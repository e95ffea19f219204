package org.qingyuan.policy;

import static org.qingyuan.policy.YamlValue.required;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.RejectReason;

/// Reads `policy.yaml`, strictly: a field that it does not know, a repeated one and a value that is none of those
/// allowed end the reading with file and line. Whether a rule or a parameter exists is for the caller to check, who
/// knows the rules.
final class PolicyReader {
    private static final List<String> FIELDS = List.of(
            "name",
            "version",
            "title",
            "inForce",
            "legalBasis",
            "sources",
            "currency",
            "zone",
            "rules",
            "codes",
            "protectedProducts",
            "placeholders");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._]{0,31}");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern PARAMETER = Pattern.compile("[a-z][A-Za-z]*(\\.[A-Za-z]+)?");
    private static final Pattern VALUE = Pattern.compile("[0-9A-Za-z.+-]{1,64}");
    private static final Pattern CODE = Pattern.compile("[0-9]{2}|[a-z][a-z-]*");
    private static final Pattern PRODUCT = Pattern.compile("[a-z][a-z_]*");

    private final YamlValue root;
    private final Map<String, YamlValue> members;

    private PolicyReader(YamlValue root) {
        this.root = root;
        this.members = root.members(FIELDS);
    }

    /// @param file its name for messages
    /// @param sha256 over the whole pack
    static Policy read(String file, String yaml, String sha256) {
        return new PolicyReader(YamlValue.parse(file, yaml)).policy(sha256);
    }

    private Policy policy(String sha256) {
        Map<String, YamlValue> inForce = field("inForce").members(List.of("from", "to"));
        LocalDate from = required(field("inForce"), inForce, "from").read(RejectReason.BAD_DATE, LocalDate::parse);
        return new Policy(
                field("name").read(RejectReason.BAD_VALUE, matching(NAME)),
                field("version").read(RejectReason.BAD_VALUE, matching(VERSION)),
                wording(field("title")),
                from,
                end(inForce.get("to"), from),
                basis("legalBasis"),
                basis("sources"),
                field("currency").read(RejectReason.BAD_VALUE, matching(CURRENCY)),
                field("zone").read(RejectReason.BAD_VALUE, ZoneId::of),
                rules(),
                codes(),
                distinct("protectedProducts", matching(PRODUCT)),
                distinct("placeholders", PolicyReader::filled),
                sha256);
    }

    private YamlValue field(String name) {
        return required(root, members, name);
    }

    private static @Nullable LocalDate end(@Nullable YamlValue to, LocalDate from) {
        if (to == null || to.text().isEmpty()) {
            return null;
        }
        LocalDate end = to.read(RejectReason.BAD_DATE, LocalDate::parse);
        if (!end.isAfter(from)) {
            throw to.bad(RejectReason.BAD_PERIOD, end.toString());
        }
        return end;
    }

    private static Wording wording(YamlValue value) {
        return wording(value, value.members(List.of("zh", "en")));
    }

    private static Wording wording(YamlValue value, Map<String, YamlValue> parts) {
        return new Wording(
                required(value, parts, "zh").read(RejectReason.BLANK_VALUE, PolicyReader::filled),
                required(value, parts, "en").read(RejectReason.BLANK_VALUE, PolicyReader::filled));
    }

    private List<Basis> basis(String name) {
        List<Basis> list = new ArrayList<>();
        for (YamlValue element : field(name).elements()) {
            Map<String, YamlValue> parts = element.members(List.of("zh", "en", "read"));
            Basis.Reading reading = required(element, parts, "read")
                    .read(RejectReason.BAD_VALUE, word -> row(Basis.Reading.values(), Basis.Reading::word, word));
            list.add(new Basis(wording(element, parts), reading));
        }
        if (list.isEmpty()) {
            throw field(name).bad(RejectReason.BLANK_VALUE, "");
        }
        return List.copyOf(list);
    }

    private Map<String, Map<String, String>> rules() {
        Map<String, Map<String, String>> rules = new LinkedHashMap<>();
        for (Map.Entry<String, YamlValue> rule : field("rules").members(null).entrySet()) {
            checkName(rule.getValue(), NAME, rule.getKey());
            Map<String, String> values = new LinkedHashMap<>();
            for (Map.Entry<String, YamlValue> value :
                    rule.getValue().members(null).entrySet()) {
                checkName(value.getValue(), PARAMETER, value.getKey());
                values.put(value.getKey(), value.getValue().read(RejectReason.BAD_VALUE, matching(VALUE)));
            }
            rules.put(rule.getKey(), Collections.unmodifiableMap(values));
        }
        if (rules.isEmpty()) {
            throw field("rules").bad(RejectReason.BLANK_VALUE, "");
        }
        return Collections.unmodifiableMap(rules);
    }

    private List<CodeRow> codes() {
        List<CodeRow> codes = new ArrayList<>();
        for (Map.Entry<String, YamlValue> code : field("codes").members(null).entrySet()) {
            checkName(code.getValue(), CODE, code.getKey());
            Map<String, YamlValue> sides = code.getValue().members(List.of("debit", "credit"));
            codes.add(new CodeRow(
                    code.getKey(),
                    meaning(required(code.getValue(), sides, "debit")),
                    meaning(required(code.getValue(), sides, "credit"))));
        }
        return List.copyOf(codes);
    }

    private static CodeRow.Meaning meaning(YamlValue value) {
        return value.read(RejectReason.BAD_VALUE, word -> row(CodeRow.Meaning.values(), CodeRow.Meaning::word, word));
    }

    private List<String> distinct(String name, UnaryOperator<String> check) {
        Set<String> texts = new LinkedHashSet<>();
        for (YamlValue element : field(name).elements()) {
            String text = element.read(RejectReason.BAD_VALUE, check);
            if (!texts.add(text)) {
                throw element.bad(RejectReason.REPEATED_ID, text);
            }
        }
        return List.copyOf(texts);
    }

    private static void checkName(YamlValue place, Pattern pattern, String name) {
        if (!pattern.matcher(name).matches()) {
            throw place.bad(RejectReason.BAD_VALUE, name);
        }
    }

    private static UnaryOperator<String> matching(Pattern pattern) {
        return text -> {
            if (!pattern.matcher(text).matches()) {
                throw new IllegalArgumentException(text);
            }
            return text;
        };
    }

    private static String filled(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static <T> T row(T[] rows, java.util.function.Function<T, String> word, String wanted) {
        for (T row : rows) {
            if (word.apply(row).equals(wanted)) {
                return row;
            }
        }
        throw new IllegalArgumentException(wanted.toLowerCase(Locale.ROOT));
    }
}
