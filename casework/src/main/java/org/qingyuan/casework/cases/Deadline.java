package org.qingyuan.casework.cases;

import java.time.Instant;

/// Something that happens by itself when its time comes. A case has at most one of each purpose.
///
/// @param ordinal tells those of one purpose apart, from 0: the reminders of a notice
public record Deadline(String caseId, Purpose purpose, int ordinal, Instant at) {
    /// What happens then.
    public enum Purpose {
        REMIND,
        LAPSE,
        ESCALATE,
        LAPSE_INTERIM
    }
}
