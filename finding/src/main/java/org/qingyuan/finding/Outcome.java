package org.qingyuan.finding;

import java.util.Locale;
import java.util.Map;

/// What became of a subject that a rule would have named but for the reason. Written by commands that screen a closed
/// list.
///
/// @param kind why there is no finding: left out on purpose, or not decidable
/// @param reason lower-case hyphened word
/// @param fields the rule's own fields, values as in [Finding]
public record Outcome(String rule, String key, Subject subject, Kind kind, String reason, Map<String, Object> fields) {
    /// Version of the shape of an outcome.
    public static final int SCHEMA = 1;

    /// The closed answers beside a finding.
    public enum Kind {
        EXCLUDED,
        UNDECIDED;

        /// The word written into results: lower case.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
