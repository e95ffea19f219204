package org.qingyuan.policy;

import static org.qingyuan.policy.YamlValue.required;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.RejectReason;

/// Reads `policy.yaml`, strictly: a field that it does not know, a repeated one and a value that is none of those
/// allowed end the reading with file and line. The account part (`rules`, `codes`, `protectedProducts`, `placeholders`)
/// is there as a whole or not at all. Whether a rule or a parameter exists is for the caller to check, who knows the
/// rules.
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
    private static final List<String> ACCOUNT_PART = List.of("rules", "codes", "protectedProducts", "placeholders");
    static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._]{0,31}");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern PARAMETER = Pattern.compile("[a-z][A-Za-z]*(\\.[A-Za-z]+)?");
    static final Pattern VALUE = Pattern.compile("[0-9A-Za-z.+-]{1,64}");
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
    /// @param cases what the pack says of cases, `null` when it says nothing
    static Policy read(String file, String yaml, String sha256, @Nullable CaseRules cases) {
        return new PolicyReader(YamlValue.parse(file, yaml)).policy(sha256, cases);
    }

    private Policy policy(String sha256, @Nullable CaseRules cases) {
        YamlValue inForce = field("inForce");
        Map<String, YamlValue> bounds = inForce.members(List.of("from", "to"));
        LocalDate from = required(inForce, bounds, "from").date();
        return new Policy(
                field("name").matching(NAME),
                field("version").matching(VERSION),
                field("title").wording(),
                from,
                YamlValue.end(bounds.get("to"), from),
                basis("legalBasis"),
                basis("sources"),
                field("currency").matching(CURRENCY),
                field("zone").read(RejectReason.BAD_VALUE, ZoneId::of),
                ofAccounts(Map.of(), this::rules),
                ofAccounts(List.of(), this::codes),
                ofAccounts(List.of(), () -> field("protectedProducts").distinct(YamlValue.shape(PRODUCT))),
                ofAccounts(List.of(), () -> field("placeholders").distinct(PolicyReader::filled)),
                sha256,
                cases);
    }

    private <T> T ofAccounts(T none, Supplier<T> reader) {
        return ACCOUNT_PART.stream().anyMatch(members::containsKey) ? reader.get() : none;
    }

    private YamlValue field(String name) {
        return required(root, members, name);
    }

    private List<Basis> basis(String name) {
        List<Basis> list = field(name).elements().stream().map(YamlValue::basis).toList();
        if (list.isEmpty()) {
            throw field(name).bad(RejectReason.BLANK_VALUE, "");
        }
        return list;
    }

    private Map<String, Map<String, String>> rules() {
        Map<String, Map<String, String>> rules = new LinkedHashMap<>();
        for (Map.Entry<String, YamlValue> rule : field("rules").members(null).entrySet()) {
            rule.getValue().checkName(NAME, rule.getKey());
            Map<String, String> values = new LinkedHashMap<>();
            for (Map.Entry<String, YamlValue> value :
                    rule.getValue().members(null).entrySet()) {
                value.getValue().checkName(PARAMETER, value.getKey());
                values.put(value.getKey(), value.getValue().matching(VALUE));
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
            code.getValue().checkName(CODE, code.getKey());
            Map<String, YamlValue> sides = code.getValue().members(List.of("debit", "credit"));
            codes.add(new CodeRow(
                    code.getKey(),
                    meaning(required(code.getValue(), sides, "debit")),
                    meaning(required(code.getValue(), sides, "credit"))));
        }
        return List.copyOf(codes);
    }

    private static CodeRow.Meaning meaning(YamlValue value) {
        return value.row(CodeRow.Meaning.values(), CodeRow.Meaning::word);
    }

    private static String filled(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
