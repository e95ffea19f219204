package org.qingyuan.traffic.mining;

import java.util.Locale;

/// What a piece of evidence shows. Its text stands in the message files under `evidence.` and the word.
enum Fact {
    SUBSCRIBE,
    LOGIN,
    LOGIN_ACCEPTED,
    LOGIN_REFUSED,
    DIFFICULTY,
    WORK,
    SHARE_SUBMITTED,
    SHARE_ACCEPTED,
    SHARE_STALE,
    SHARE_REJECTED,
    SHARE_IMPLAUSIBLE,
    RATE_CLAIMED,
    RECONNECT,
    /// One side said what only the other may say: nothing after this packet was read.
    BROKEN_OFF;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    String word() {
        return word;
    }
}
