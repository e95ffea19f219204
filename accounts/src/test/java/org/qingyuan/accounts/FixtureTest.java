package org.qingyuan.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.qingyuan.accounts.extract.Screening;
import org.qingyuan.accounts.extract.Terms;
import org.qingyuan.accounts.rule.Rule;
import org.qingyuan.accounts.rule.RuleRun;
import org.qingyuan.accounts.rule.Rules;
import org.qingyuan.accounts.rule.Thresholds;
import org.qingyuan.table.session.Session;
import org.qingyuan.table.session.SessionOptions;

/// Each rule at its borders, and each rule with one predicate less: no predicate is there without a fixture that needs
/// it.
class FixtureTest {
    private static final String MARK = "-- predicate ";

    @TempDir
    Path folder;

    private Session open() throws IOException {
        return Session.open(new SessionOptions(folder, 256L << 20, 1L << 30, 2, List.of(folder)));
    }

    static List<String> rules() {
        return Rules.all().stream().map(Rule::name).toList();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void namesWhomItMustAndNobodyElse(String rule) throws IOException {
        Fixture fixture = Fixture.of(rule);
        try (Session session = open()) {
            Screened screened = Screened.of(session, folder, fixture.bank, Standard.of(fixture.values));
            assertThat(screened.result().refused()).isEmpty();
            assertThat(new TreeSet<>(screened.lines(rule)))
                    .isEqualTo(new TreeSet<>(fixture.expected.stream()
                            .map(line -> rule + "/" + line)
                            .toList()));
            assertThat(Agreement.second(fixture.bank, Standard.of(fixture.values))
                            .lines())
                    .isEqualTo(Agreement.lines(screened));
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyPredicateIsNeeded(String name) throws IOException {
        Fixture fixture = Fixture.of(name);
        Parameters parameters = Standard.of(fixture.values);
        Rule rule = Rules.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        List<String> needless = new ArrayList<>();
        try (Session session = open()) {
            fixture.bank.write(folder);
            Screening screening = new Screening(
                    session,
                    Screened.extract(session, folder, fixture.bank),
                    new Terms(
                            Bank.AS_OF,
                            parameters.codes(),
                            parameters.protectedProducts(),
                            parameters.placeholders(),
                            "CNY"));
            screening.check();
            screening.prepare();
            List<String> whole = hits(session, rule, fixture, parameters);
            int predicates = 0;
            for (Map.Entry<String, Rule> mutant : mutants(rule).entrySet()) {
                predicates++;
                if (hits(session, mutant.getValue(), fixture, parameters).equals(whole)) {
                    needless.add(mutant.getKey());
                }
            }
            assertThat(predicates).isPositive();
        }
        assertThat(needless).isEmpty();
    }

    private static List<String> hits(Session session, Rule rule, Fixture fixture, Parameters parameters)
            throws IOException {
        Thresholds thresholds = new Thresholds(rule, Bank.AS_OF, parameters.of(rule.id()));
        new RuleRun(session, rule, thresholds, Bank.AS_OF, fixture.bank.transactionsFrom).run();
        List<String> hits = new ArrayList<>();
        session.query(
                "SELECT legal_entity || '/' || handle || '/' || customer_id || ' ' || coalesce(reason, '') FROM hit_"
                        + RuleRun.suffix(rule) + " ORDER BY ALL",
                row -> hits.add(row.text(0)));
        return hits;
    }

    /// The rule without each of its marked lines, by the line.
    private static Map<String, Rule> mutants(Rule rule) {
        Map<String, Rule> mutants = new LinkedHashMap<>();
        rule.steps().forEach((step, sql) -> {
            List<String> lines = sql.lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).contains(MARK)) {
                    List<String> rest = new ArrayList<>(lines);
                    rest.remove(i);
                    Map<String, String> steps = new LinkedHashMap<>(rule.steps());
                    steps.put(step, String.join("\n", rest).replaceAll("CASE\\s+END", "NULL::VARCHAR"));
                    mutants.put(step + ": " + lines.get(i).strip(), with(rule, steps));
                }
            }
        });
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
