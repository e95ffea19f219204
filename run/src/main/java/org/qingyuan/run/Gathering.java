package org.qingyuan.run;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Moment;
import org.qingyuan.finding.Severity;

/// Counts findings as they come, and remembers which of them is the first in the order of the results.
final class Gathering {
    private final Map<String, Long> byRule = new TreeMap<>();
    private @Nullable First first;
    private @Nullable Severity worst;

    /// A place in the order of the results.
    private record First(Moment start, String key, String id) implements Comparable<First> {
        @Override
        public int compareTo(First other) {
            int order = start.compareTo(other.start);
            order = order != 0 ? order : key.compareTo(other.key);
            return order != 0 ? order : id.compareTo(other.id);
        }
    }

    void add(Finding finding) {
        byRule.merge(finding.rule(), 1L, Long::sum);
        First candidate = new First(finding.start(), finding.key(), finding.id());
        if (first == null || candidate.compareTo(first) < 0) {
            first = candidate;
        }
        if (worst == null || finding.severity().compareTo(worst) > 0) {
            worst = finding.severity();
        }
    }

    /// Adds what came after: the first finding stays the first.
    void addLater(Gathering later) {
        later.byRule.forEach((rule, count) -> byRule.merge(rule, count, Long::sum));
        if (first == null) {
            first = later.first;
        }
        if (worst == null || later.worst != null && later.worst.compareTo(worst) > 0) {
            worst = later.worst;
        }
    }

    Map<String, Long> byRule() {
        return byRule;
    }

    @Nullable
    String firstId() {
        return first == null ? null : first.id;
    }

    @Nullable
    Severity worst() {
        return worst;
    }
}
