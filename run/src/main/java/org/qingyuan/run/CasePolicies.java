package org.qingyuan.run;

import java.time.LocalDate;
import java.util.Map;
import org.qingyuan.casework.cases.CaseRulesSource;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;
import org.qingyuan.policy.CaseRules;
import org.qingyuan.policy.Policies;
import org.qingyuan.policy.Policy;

/// The standards that cases follow.
public record CasePolicies(Policies policies) implements CaseRulesSource {
    /// The version of a standard with which cases begin on a day.
    ///
    /// @param reference `NAME` or `NAME@VERSION`
    /// @throws Failure when there is none, or it says nothing of cases
    public Policy find(String reference, LocalDate day) {
        Policy policy = policies.find(reference, day);
        if (policy.cases() == null) {
            throw withoutCases(policy.reference());
        }
        return policy;
    }

    @Override
    public CaseRules rules(String policy) {
        CaseRules rules = policies.find(policy, LocalDate.EPOCH).cases();
        if (rules == null) {
            throw withoutCases(policy);
        }
        return rules;
    }

    private Failure withoutCases(String reference) {
        String others = String.join(
                ", ",
                policies.all().stream()
                        .filter(policy -> policy.cases() != null)
                        .map(Policy::reference)
                        .toList());
        return new Failure(ErrorCode.POLICY_WITHOUT_CASES, Map.of("where", reference, "what", others));
    }
}
