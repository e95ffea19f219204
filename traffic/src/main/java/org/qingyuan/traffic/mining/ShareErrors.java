package org.qingyuan.traffic.mining;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.qingyuan.traffic.mining.Session.Answer;

/// Which refusals mean that a share came too late: real work, and counted apart. Stratum's error 21 ("stale" or "job
/// not found"), and the words that pools use.
final class ShareErrors {
    private static final int STALE_CODE = 21;
    private static final String[] STALE_WORDS = {
        "stale",
        "expired",
        "job not found",
        "job does not exist",
        "unknown job",
        "invalid job",
        "block expired",
        "outdated"
    };

    private ShareErrors() {}

    /// What an answer to a share says.
    static Answer of(Message message) {
        if (!message.isNegative()) {
            return Answer.ACCEPTED;
        }
        JsonTape json = message.json;
        int error = message.error;
        int code = json.type(error) == JsonTape.ARRAY ? json.element(error, 0) : json.member(error, "code");
        int text = json.type(error) == JsonTape.ARRAY ? json.element(error, 1) : json.member(error, "message");
        boolean stale = json.number(code) == STALE_CODE || isStale(json.text(text < 0 ? error : text));
        return stale || isStale(json.text(json.member(0, "reject-reason"))) ? Answer.STALE : Answer.REJECTED;
    }

    private static boolean isStale(@Nullable String text) {
        if (text == null) {
            return false;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        for (String word : STALE_WORDS) {
            if (lower.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
