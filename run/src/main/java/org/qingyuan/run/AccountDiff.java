package org.qingyuan.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Outcome;
import org.qingyuan.output.Change;
import org.qingyuan.output.Messages;
import org.qingyuan.run.AccountSide.Known;

/// What changed from one screening to the next: who is new, who is cured, whose figures changed, and why. A matter that
/// the later run could not judge is told apart from one that is cured.
public final class AccountDiff {
    private static final String NEW = "new";
    private static final String CURED = "cured";
    private static final String CHANGED = "changed";
    private static final String NOT_JUDGED = "not-judged";

    private final AccountSide before;
    private final AccountSide after;
    private final List<Change> changes = new ArrayList<>();
    private final Map<String, Long> counts = new LinkedHashMap<>();

    private AccountDiff(AccountSide before, AccountSide after) {
        this.before = before;
        this.after = after;
        for (String count : List.of(NEW, CURED, CHANGED, NOT_JUDGED, "same")) {
            counts.put(count, 0L);
        }
    }

    /// Compares two files of results; both are read whole.
    ///
    /// @throws IOException when one cannot be read
    public static AccountDiff of(Path before, Path after) throws IOException {
        AccountDiff diff = new AccountDiff(AccountSide.read(before), AccountSide.read(after));
        diff.compare();
        return diff;
    }

    /// In order of the keys.
    public List<Change> changes() {
        return changes;
    }

    /// How many of each kind, and how many are the `same`; names without hyphens, for sentences.
    public Map<String, Long> counts() {
        Map<String, Long> named = new LinkedHashMap<>();
        counts.forEach((name, count) -> named.put(name.equals(NOT_JUDGED) ? "notJudged" : name, count));
        return named;
    }

    /// What a reader must know before trusting the comparison.
    public List<String> notes(Messages messages) {
        List<String> notes = new ArrayList<>();
        if (before.run() == null || after.run() == null) {
            notes.add(messages.text("diff.cut-off"));
        }
        if (before.asOf().compareTo(after.asOf()) > 0) {
            notes.add(messages.text("diff.backwards", Map.of("before", before.asOf(), "after", after.asOf())));
        }
        if (!before.standard().equals(after.standard())) {
            notes.add(messages.text("diff.standard"));
        }
        return notes;
    }

    private void compare() {
        SortedSet<String> keys = new TreeSet<>(before.findings().keySet());
        keys.addAll(after.findings().keySet());
        for (String key : keys) {
            Known was = before.findings().get(key);
            Known is = after.findings().get(key);
            if (was == null) {
                add(NEW, key, Objects.requireNonNull(is), whyNew(key, Objects.requireNonNull(is)));
            } else if (is == null) {
                boolean judged = after.ran(was.rule()) && !isUndecided(key);
                add(judged ? CURED : NOT_JUDGED, key, was, whyGone(key, was));
            } else {
                both(key, was, is);
            }
        }
    }

    private boolean isUndecided(String key) {
        Outcome outcome = after.outcome(key);
        return outcome != null && outcome.kind() == Outcome.Kind.UNDECIDED;
    }

    private String whyNew(String key, Known is) {
        if (!before.ran(is.rule())) {
            return "rule-did-not-run-before";
        }
        if (before.outcome(key) != null) {
            return "was-left-out";
        }
        return sameThresholds(is.rule()) ? "meets-the-rule-now" : "standard-changed";
    }

    private String whyGone(String key, Known was) {
        if (!after.ran(was.rule())) {
            return "rule-did-not-run";
        }
        if (after.outcome(key) != null) {
            return "is-left-out";
        }
        return sameThresholds(was.rule()) ? "meets-the-rule-no-more" : "standard-changed";
    }

    /// Whether a rule judged by the same numbers, code table, products and currency both times.
    private boolean sameThresholds(String rule) {
        return thresholds(before, rule).equals(thresholds(after, rule));
    }

    private static Map<String, Object> thresholds(AccountSide side, String rule) {
        String prefix = rule.substring(rule.indexOf('.') + 1) + ".";
        Map<String, Object> own = new LinkedHashMap<>();
        side.standard().forEach((name, value) -> {
            if (name.startsWith(prefix)
                    || name.equals("codes")
                    || name.equals("protectedProducts")
                    || name.equals("currency")) {
                own.put(name, value);
            }
        });
        return own;
    }

    private void both(String key, Known was, Known is) {
        Map<String, Object> fields = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        SortedSet<String> figures = new TreeSet<>(was.figures().keySet());
        figures.addAll(is.figures().keySet());
        Map<String, Object> old = new LinkedHashMap<>();
        Map<String, Object> now = new LinkedHashMap<>();
        for (String figure : figures) {
            Object first = was.figures().get(figure);
            Object second = is.figures().get(figure);
            if (!Objects.equals(first, second)) {
                names.add(figure);
                old.put(figure, String.valueOf(first));
                now.put(figure, String.valueOf(second));
            }
        }
        List<String> added = without(is, was);
        List<String> removed = without(was, is);
        if (names.isEmpty() && was.accounts().equals(is.accounts())) {
            counts.merge("same", 1L, Long::sum);
            return;
        }
        fields.put("was", old);
        fields.put("is", now);
        fields.put("accountsAdded", added);
        fields.put("accountsGone", removed);
        add(CHANGED, key, is, names.isEmpty() ? "accounts-changed" : "figures-changed", fields);
    }

    private static List<String> without(Known one, Known other) {
        return one.accounts().keySet().stream()
                .filter(id -> !other.accounts().containsKey(id))
                .toList();
    }

    private void add(String change, String key, Known known, String why) {
        Map<String, Object> fields = new LinkedHashMap<>();
        Outcome outcome = change.equals(NEW) ? before.outcome(key) : after.outcome(key);
        if (outcome != null) {
            fields.put("outcome", outcome.kind().word());
            fields.put("reason", outcome.reason());
        }
        add(change, key, known, why, fields);
    }

    private void add(String change, String key, Known known, String why, Map<String, Object> more) {
        Map<String, Object> fields = new LinkedHashMap<>();
        put(fields, "legalEntity", known.legalEntity());
        fields.putAll(more);
        counts.merge(change, 1L, Long::sum);
        changes.add(new Change(change, known.rule(), key, known.subject(), why, fields));
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
