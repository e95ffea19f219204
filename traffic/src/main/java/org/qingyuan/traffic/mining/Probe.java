package org.qingyuan.traffic.mining;

/// What a dialect says of the message in hand.
enum Probe {
    /// Surely this dialect; the others need not look any more.
    MATCH,
    /// It fits, and so may others.
    UNSURE,
    /// Not this dialect.
    NO,
    /// It was this dialect, but this message cannot belong to it.
    BROKEN
}
