package org.qingyuan.traffic.mining;

import java.util.Locale;

/// What the mining layer counts instead of keeping silent. Texts in the message files under `counter.` and the word.
enum MiningCounter {
    /// Connections whose beginning looked readable.
    CONVERSATIONS_READ,
    /// Of these, what turned out to be no dialect of ours.
    CONVERSATIONS_OTHER,
    /// Conversations of a dialect that showed too little to conclude anything.
    CONVERSATIONS_UNPROVEN,
    /// Conversations given up because one side said what only the other may say.
    CONVERSATIONS_BROKEN,
    /// Messages of a method that the dialect does not know.
    METHODS_UNKNOWN,
    /// Messages that do not fit the dialect.
    MESSAGES_BROKEN,
    /// Messages cut by a gap, a snapped packet or the end of what was captured.
    MESSAGES_CUT,
    /// Messages over the limit.
    MESSAGES_OVERSIZED,
    /// Unfinished messages given up because all of them together held too much.
    MESSAGES_SHED,
    /// Lines between messages that are no JSON object.
    LINES_OTHER,
    /// Attempts that had no room to be told apart.
    ATTEMPTS_SHED,
    /// Conversations not read because too many were read already.
    CONVERSATIONS_SHED;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /// Lower case with hyphens.
    public String word() {
        return word;
    }
}
