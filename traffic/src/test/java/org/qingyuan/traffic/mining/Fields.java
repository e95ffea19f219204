package org.qingyuan.traffic.mining;

import java.util.Map;
import java.util.Objects;
import org.qingyuan.finding.Estimate;
import org.qingyuan.finding.Finding;

/// Reads a finding's own fields in tests.
final class Fields {
    private Fields() {}

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Finding finding, String field) {
        return (Map<String, Object>) Objects.requireNonNull(finding.fields().get(field), field);
    }

    static Estimate rate(Finding finding) {
        return (Estimate) Objects.requireNonNull(finding.fields().get("hashRate"), "hashRate");
    }
}
