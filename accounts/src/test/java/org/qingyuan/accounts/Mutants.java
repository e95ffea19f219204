package org.qingyuan.accounts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.qingyuan.accounts.rule.Rule;

/// A rule with one condition less, by what is missing.
final class Mutants {
    private static final String MARK = "-- predicate ";
    private static final String EQUAL = "-- equal";
    private static final Pattern TOKEN = Pattern.compile("'[^']*'|\"[^\"]*\"|\\w+|\\s+|.");
    private static final Set<String> BEFORE = Set.of("WHERE", "ON", "HAVING", "AND", "OR", "WHEN");
    private static final Set<String> BEHIND = Set.of(
            "AND", "OR", "THEN", "GROUP", "ORDER", "HAVING", "UNION", "JOIN", "LEFT", "SEMI", "ANTI", "WHERE",
            "QUALIFY", "END", "ELSE");

    private Mutants() {}

    /// The rule without each of its marked lines.
    static Map<String, Rule> marked(Rule rule) {
        return each(rule, sql -> {
            Map<String, String> mutants = new LinkedHashMap<>();
            List<String> lines = sql.lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).contains(MARK)) {
                    List<String> rest = new ArrayList<>(lines);
                    rest.remove(i);
                    String left = String.join("\n", rest).replaceAll("CASE\\s+END", "NULL::VARCHAR");
                    mutants.put(lines.get(i).strip(), left);
                }
            }
            return mutants;
        });
    }

    /// The rule without each condition that it has, those of its joins among them; but for those in lines that say why
    /// they are needless.
    static Map<String, Rule> all(Rule rule) {
        return each(rule, sql -> {
            Map<String, String> mutants = new LinkedHashMap<>();
            StringBuilder plain = new StringBuilder();
            sql.lines()
                    .forEach(line -> plain.append(
                                    line.contains(EQUAL) ? line.replaceAll("AND .*", "") : line.replaceAll("--.*", ""))
                            .append('\n'));
            List<String> tokens =
                    TOKEN.matcher(plain).results().map(each -> each.group()).toList();
            for (int i = 0; i < tokens.size(); i++) {
                if (BEFORE.contains(tokens.get(i))) {
                    without(tokens, i, mutants);
                }
            }
            return mutants;
        });
    }

    private static void without(List<String> tokens, int keyword, Map<String, String> mutants) {
        int end = end(tokens, keyword + 1);
        String condition = String.join("", tokens.subList(keyword + 1, end)).strip();
        if (Set.of("true", "false").contains(condition)) {
            return;
        }
        boolean one = !tokens.get(keyword).equals("WHEN")
                && !tokens.get(keyword).equals("OR")
                && !(end < tokens.size() && tokens.get(end).equals("OR"));
        String left = String.join("", tokens.subList(0, keyword + 1))
                + (one ? " true " : " false ")
                + String.join("", tokens.subList(end, tokens.size()));
        mutants.put(keyword + " " + tokens.get(keyword) + " " + condition.replaceAll("\\s+", " "), left);
    }

    private static int end(List<String> tokens, int from) {
        int depth = 0;
        for (int i = from; i < tokens.size(); i++) {
            String token = tokens.get(i);
            if (depth == 0 && (BEHIND.contains(token) || token.equals(")"))) {
                return i;
            }
            depth += switch (token) {
                case "(", "CASE" -> 1;
                case ")", "END" -> -1;
                default -> 0;
            };
        }
        return tokens.size();
    }

    private static Map<String, Rule> each(Rule rule, Function<String, Map<String, String>> mutate) {
        Map<String, Rule> mutants = new LinkedHashMap<>();
        rule.steps()
                .forEach((step, sql) -> mutate.apply(sql).forEach((missing, left) -> {
                    Map<String, String> steps = new LinkedHashMap<>(rule.steps());
                    steps.put(step, left);
                    mutants.put(step + ": " + missing, with(rule, steps));
                }));
        return mutants;
    }

    private static Rule with(Rule rule, Map<String, String> steps) {
        return new Rule(
                rule.id(),
                rule.version(),
                rule.severity(),
                rule.titleZh(),
                rule.titleEn(),
                rule.parameters(),
                rule.proposed(),
                rule.basis(),
                rule.need(),
                rule.reads(),
                rule.refutedBy(),
                steps);
    }
}
