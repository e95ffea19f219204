package org.qingyuan.output;

import java.util.Map;
import org.qingyuan.finding.Subject;

/// What became of one matter from one run to the next.
///
/// @param change `new`, `cured`, `changed` or `not-judged`
/// @param rule the rule's id
/// @param key the matter
/// @param why a word below `change.why.`
/// @param fields what was and what is, in the order in which they are written; values as a finding has them
public record Change(String change, String rule, String key, Subject subject, String why, Map<String, Object> fields) {
    /// Version of the shape of a change.
    public static final int SCHEMA = 1;
}
