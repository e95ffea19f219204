package org.qingyuan.accounts.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The only list of rules, in order of their ids.
public final class Rules {
    /// Names of the SQL files beside this class; adding a rule is a row here, its file and its fixtures.
    private static final List<String> NAMES = List.of(
            "empty-customer",
            "long-inactive",
            "over-count",
            "reawakened",
            "shared-phone",
            "stale-identity",
            "unit-suspended",
            "unused-since-opening");

    private static final List<Rule> ALL = NAMES.stream().map(RuleFile::read).toList();

    private Rules() {}

    /// Every rule, in order of the ids.
    public static List<Rule> all() {
        return ALL;
    }

    /// The rule of an id, `accounts.long-inactive`; `null` when there is none.
    public static @Nullable Rule of(String id) {
        return ALL.stream().filter(rule -> rule.id().equals(id)).findFirst().orElse(null);
    }
}
