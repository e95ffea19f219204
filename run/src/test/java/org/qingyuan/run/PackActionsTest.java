package org.qingyuan.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.qingyuan.accounts.rule.Rule;
import org.qingyuan.accounts.rule.Rules;
import org.qingyuan.policy.Policies;
import org.qingyuan.policy.Policy;

/// What a pack carries out by batch is something that a rule proposes: a word that is misspelt would leave all to
/// persons.
class PackActionsTest {
    @Test
    void whatIsCarriedOutByBatchIsProposedByARule() {
        List<String> proposed = Rules.all().stream().map(Rule::proposed).toList();
        List<Policy> packs = Policies.builtIn().all().stream()
                .filter(policy -> policy.cases() != null && policy.judgesAccounts())
                .toList();
        assertThat(packs)
                .isNotEmpty()
                .allSatisfy(policy -> assertThat(
                                Objects.requireNonNull(policy.cases()).actions().keySet())
                        .isNotEmpty()
                        .isSubsetOf(proposed));
    }
}
