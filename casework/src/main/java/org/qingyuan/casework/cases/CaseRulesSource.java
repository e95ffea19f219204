package org.qingyuan.casework.cases;

import org.qingyuan.policy.CaseRules;

/// Where the rules of a standard come from.
@FunctionalInterface
public interface CaseRulesSource {
    /// The rules of `name@version`.
    ///
    /// @throws org.qingyuan.finding.Failure when there is no such standard, or it says nothing of cases
    CaseRules rules(String policy);
}
