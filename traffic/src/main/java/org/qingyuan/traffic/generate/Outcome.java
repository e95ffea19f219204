package org.qingyuan.traffic.generate;

/// What became of a submitted share. Closed and disjoint.
enum Outcome {
    ACCEPTED,
    /// Refused because the work had passed.
    STALE,
    /// Refused for another reason.
    REJECTED,
    UNANSWERED,
    /// It cannot solve its work, as its own hash shows.
    IMPLAUSIBLE
}
