package org.qingyuan.report.accounts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.RunSummary;

/// The numbers of a report on accounts.
///
/// @param runs the run lines, one for each screening
/// @param cutOff how many results end without one
/// @param rules what each rule found, those that ran and found nothing among them; in order of their ids
/// @param refused rules that could not run, with why; sorted
/// @param unusableLines lines that were no record
/// @param digests SHA-256 of each file of results
public record AccountModel(
        List<RunSummary> runs,
        long cutOff,
        List<RuleResult> rules,
        Map<String, String> refused,
        long unusableLines,
        List<String> digests) {
    /// What one rule found.
    ///
    /// @param accounts how many accounts its findings list
    /// @param balance their balances together; where a finding compared a sum with sub-accounts, that sum
    /// @param places by legal entity and branch, sorted
    /// @param outcomes what was left out or undecided, by reason
    /// @param listed findings in the order for people, at most so many as the list takes
    public record RuleResult(
            String rule,
            long findings,
            long accounts,
            BigDecimal balance,
            List<Place> places,
            Map<String, Long> outcomes,
            List<Finding> listed) {
        /// Findings that the list has no room for.
        public long unlisted() {
            return findings - listed.size();
        }
    }

    /// A branch. A finding with accounts at two branches counts at both; one without accounts has no branch.
    public record Place(String legalEntity, String branch, long findings, long accounts, BigDecimal balance) {}

    /// Findings of all rules.
    public long findings() {
        return rules.stream().mapToLong(RuleResult::findings).sum();
    }
}
