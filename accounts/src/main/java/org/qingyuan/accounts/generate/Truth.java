package org.qingyuan.accounts.generate;

import org.jspecify.annotations.Nullable;

/// What must become of one planted subject.
///
/// @param plant which planting
/// @param rule without `accounts.`
/// @param legalEntity of the subject
/// @param id what the key ends with
/// @param outcome `finding`, `excluded`, `undecided`, or `none`: near a finding, but the rule says nothing of it
/// @param reason of an excluded or undecided one
record Truth(
        String plant,
        String rule,
        String legalEntity,
        String id,
        String outcome,
        @Nullable String reason) {
    /// Rules that cannot run on an extract without transactions.
    boolean needsTransactions() {
        return rule.equals("long-inactive") || rule.equals("unused-since-opening") || rule.equals("reawakened");
    }

    /// As `truth.jsonl` has it.
    String line() {
        StringBuilder line = new StringBuilder(160);
        line.append("{\"plant\":\"").append(plant);
        line.append("\",\"rule\":\"accounts.").append(rule);
        line.append("\",\"key\":\"accounts/").append(rule);
        line.append('/').append(part(legalEntity)).append('/').append(part(id));
        line.append("\",\"outcome\":\"").append(outcome);
        if (reason != null) {
            line.append("\",\"reason\":\"").append(reason);
        }
        return line.append("\"}\n").toString();
    }

    private static String part(String text) {
        return org.qingyuan.finding.FindingId.keyPart(text);
    }
}
