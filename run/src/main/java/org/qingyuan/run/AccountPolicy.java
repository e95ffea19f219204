package org.qingyuan.run;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.qingyuan.accounts.Parameters;
import org.qingyuan.accounts.extract.CodeTable;
import org.qingyuan.accounts.rule.Rule;
import org.qingyuan.accounts.rule.Rules;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;
import org.qingyuan.policy.CodeRow;
import org.qingyuan.policy.Policy;

/// A pack as the rules want it. Whatever a pack or `--set` says of a rule or parameter that there is not, ends here.
///
/// @param policy the pack's version in use
/// @param parameters for the screening
/// @param setRules ids of the rules that `--set` names
public record AccountPolicy(Policy policy, Parameters parameters, Set<String> setRules) {
    /// What a pack or `--set` writes for a threshold that is not to hold.
    public static final String UNSET = "none";

    private static final String FAMILY = "accounts.";
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,15}(\\.\\d{2})?");
    private static final Pattern COUNT = Pattern.compile("\\d{1,9}");

    /// Finds the pack and applies what is set beside it.
    ///
    /// @param reference `NAME`, `NAME@VERSION`, or the folder of a pack of one's own (with a separator in it)
    /// @param folder what a relative folder is relative to
    /// @param sets `RULE.name=value` each
    /// @throws Failure when it cannot be used
    public static AccountPolicy of(String reference, Path folder, LocalDate asOf, List<String> sets) {
        return of(PolicySource.of(reference, folder).find(asOf), asOf, sets);
    }

    /// A pack as it lies there, with what is set beside it.
    ///
    /// @throws Failure when it has no account rules, or one that there is not
    static AccountPolicy of(Policy policy, LocalDate asOf, List<String> sets) {
        if (!policy.judgesAccounts()) {
            throw new Failure(
                    ErrorCode.POLICY_WITHOUT_RULES, Map.of("where", policy.reference(), "what", policy.name()));
        }
        SortedMap<String, String> values = new TreeMap<>();
        List<String> rules = new ArrayList<>();
        policy.rules().forEach((name, given) -> {
            Rule rule = rule(name, policy.reference());
            rules.add(rule.id());
            given.forEach((parameter, value) -> put(values, policy.reference(), rule, parameter, value));
        });
        Set<String> setRules = new LinkedHashSet<>();
        for (String set : sets) {
            setRules.add(set(values, rules, set));
        }
        Parameters parameters = new Parameters(
                asOf,
                policy.name(),
                policy.version(),
                rules.stream().sorted().toList(),
                values,
                codes(policy),
                new LinkedHashSet<>(policy.protectedProducts()),
                new LinkedHashSet<>(policy.placeholders()),
                policy.currency());
        return new AccountPolicy(policy, parameters, Set.copyOf(setRules));
    }

    private static Rule rule(String name, String where) {
        Rule rule = Rules.of(FAMILY + name);
        if (rule == null) {
            String known =
                    String.join(", ", Rules.all().stream().map(Rule::name).toList());
            throw failure(ErrorCode.RULE_NOT_IN_POLICY, where + ": " + name, known);
        }
        return rule;
    }

    /// Applies `RULE.name=value`; gives the rule's id.
    private static String set(Map<String, String> values, List<String> rules, String set) {
        int equals = set.indexOf('=');
        int dot = set.indexOf('.');
        if (dot < 1 || equals < dot) {
            throw failure(ErrorCode.PARAMETER_UNKNOWN, set, "RULE.name=value");
        }
        Rule rule = Rules.of(FAMILY + set.substring(0, dot));
        if (rule == null || !rules.contains(rule.id())) {
            List<String> names =
                    rules.stream().map(id -> id.substring(FAMILY.length())).toList();
            throw failure(ErrorCode.RULE_NOT_IN_POLICY, set, String.join(", ", names));
        }
        put(values, set, rule, set.substring(dot + 1, equals), set.substring(equals + 1));
        return rule.id();
    }

    private static void put(Map<String, String> values, String where, Rule rule, String name, String text) {
        Rule.Parameter parameter = rule.parameters().stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> failure(ErrorCode.PARAMETER_UNKNOWN, where, names(rule)));
        values.put(rule.name() + "." + name, text.equals(UNSET) ? "" : checked(parameter, where, text));
        if (text.equals(UNSET) && parameter.defaultValue().isEmpty()) {
            values.remove(rule.name() + "." + name);
        }
    }

    private static String names(Rule rule) {
        List<String> names = rule.parameters().stream()
                .map(parameter -> rule.name() + "." + parameter.name())
                .toList();
        return String.join(", ", names);
    }

    private static String checked(Rule.Parameter parameter, String where, String text) {
        boolean usable = switch (parameter.kind()) {
            case PERIOD -> isPeriod(text);
            case DATE -> isDate(text);
            case AMOUNT -> AMOUNT.matcher(text).matches();
            case DAYS, COUNT -> COUNT.matcher(text).matches();
        };
        if (!usable) {
            String kind = "parameter-" + parameter.kind().name().toLowerCase(java.util.Locale.ROOT);
            throw new Failure(ErrorCode.PARAMETER_UNUSABLE, Map.of("where", where, "what", text, "kind", kind));
        }
        boolean isWhole = parameter.kind() == Rule.Parameter.Kind.AMOUNT && text.indexOf('.') < 0;
        return isWhole ? text + ".00" : text;
    }

    private static boolean isPeriod(String text) {
        try {
            Period period = Period.parse(text);
            return period.getYears() >= 0 && period.getMonths() >= 0 && period.getDays() >= 0 && text.length() < 16;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isDate(String text) {
        try {
            return LocalDate.parse(text).getYear() < 10_000;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static CodeTable codes(Policy policy) {
        Map<CodeTable.Key, CodeTable.Mark> marks = new HashMap<>();
        for (CodeRow row : policy.codes()) {
            marks.put(new CodeTable.Key(row.code(), CodeTable.Direction.DEBIT), mark(row.debit()));
            marks.put(new CodeTable.Key(row.code(), CodeTable.Direction.CREDIT), mark(row.credit()));
        }
        return new CodeTable(marks);
    }

    private static CodeTable.Mark mark(CodeRow.Meaning meaning) {
        return switch (meaning) {
            case COUNTS -> CodeTable.Mark.COUNTS;
            case DOES_NOT_COUNT -> CodeTable.Mark.DOES_NOT_COUNT;
            case UNKNOWN -> CodeTable.Mark.UNKNOWN;
        };
    }

    private static Failure failure(ErrorCode code, String where, String what) {
        return new Failure(code, Map.of("where", where, "what", what));
    }
}
