package org.qingyuan.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.qingyuan.accounts.extract.Screening;
import org.qingyuan.accounts.extract.Terms;
import org.qingyuan.accounts.rule.Rule;
import org.qingyuan.accounts.rule.RuleRun;
import org.qingyuan.accounts.rule.Rules;
import org.qingyuan.accounts.rule.Thresholds;
import org.qingyuan.finding.Failure;
import org.qingyuan.table.session.Session;
import org.qingyuan.table.session.SessionOptions;

/// Each rule at its borders, and each rule with one predicate less: no predicate is there without a fixture that needs
/// it.
class FixtureTest {
    /// Conditions that only keep rows away which another condition keeps away as well.
    private static final Map<String, Set<String>> ONLY_FASTER = Map.of(
            "over-count",
                    Set.of(
                            "alike: AND c.named",
                            "alike: AND hash(c.legal_entity, c.id_type, c.id_number) IN ( SELECT h FROM (SELECT"
                                    + " hash(legal_entity, id_type, id_number) AS h FROM customer WHERE person AND"
                                    + " named) GROUP BY h HAVING count(*) > 1)",
                            "alike: WHERE person",
                            "alike: AND named",
                            "alike: HAVING count(*) > 1",
                            "several: HAVING count(*) > 1",
                            "several: ON i.legal_entity = c.legal_entity",
                            "several: AND i.id_type = c.id_type",
                            "several: AND i.id_number = c.id_number",
                            "counted: ON k.customer_no = h.customer_no"),
            "shared-phone",
                    Set.of(
                            "busy: WHERE phone IS NOT NULL",
                            "busy: HAVING min(holder_no) <> max(holder_no)",
                            "sharer: ON b.legal_entity = c.legal_entity",
                            "sharer: AND b.phone = c.phone",
                            "used: ON b.legal_entity = p.legal_entity",
                            "used: AND b.phone = p.phone",
                            "owner: ON b.legal_entity = c.legal_entity",
                            "owner: AND b.phone = c.phone",
                            "hit: ON f.phone = n.phone"));

    @TempDir
    Path folder;

    private Session open() throws IOException {
        return Session.open(new SessionOptions(folder, 256L << 20, 64L << 20, 2, List.of(folder)));
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
    void everyMarkedPredicateIsNeeded(String name) throws IOException {
        Rule rule = rule(name);
        assertThat(needless(rule, Mutants.marked(rule))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    @EnabledIfSystemProperty(named = "qingyuan.long", matches = "true")
    void everyConditionIsNeeded(String name) throws IOException {
        Rule rule = rule(name);
        List<String> needless = new ArrayList<>(needless(rule, Mutants.all(rule)).stream()
                .map(each -> each.replaceFirst(" \\d+ ", " "))
                .toList());
        needless.removeAll(ONLY_FASTER.getOrDefault(name, Set.of()));
        assertThat(needless).isEmpty();
    }

    private static Rule rule(String name) {
        return Rules.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// What may be missing without a change of anything that the rule says.
    private List<String> needless(Rule rule, Map<String, Rule> mutants) throws IOException {
        Fixture fixture = Fixture.of(rule.name());
        Parameters parameters = Standard.of(fixture.values);
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
            List<String> whole = said(session, rule, fixture, parameters);
            for (Map.Entry<String, Rule> mutant : mutants.entrySet()) {
                if (whole.equals(saidOrEnded(session, mutant.getValue(), fixture, parameters))) {
                    needless.add(mutant.getKey());
                }
            }
        }
        assertThat(mutants).isNotEmpty();
        return needless;
    }

    /// Without a condition a statement may never end but for want of room.
    private static @Nullable List<String> saidOrEnded(
            Session session, Rule rule, Fixture fixture, Parameters parameters) throws IOException {
        try {
            return said(session, rule, fixture, parameters);
        } catch (Failure e) {
            return null;
        }
    }

    /// All that the rule leaves: hits with their figures, accounts and customers.
    private static List<String> said(Session session, Rule rule, Fixture fixture, Parameters parameters)
            throws IOException {
        Thresholds thresholds = new Thresholds(rule, Bank.AS_OF, parameters.of(rule.id()));
        new RuleRun(session, rule, thresholds, Bank.AS_OF, fixture.bank.transactionsFrom).run();
        List<String> said = new ArrayList<>();
        for (String table : List.of("hit_", "accounts_", "customers_")) {
            session.query(
                    "SELECT r::VARCHAR FROM " + table + RuleRun.suffix(rule) + " r ORDER BY ALL",
                    row -> said.add(row.text(0)));
        }
        return said;
    }
}
