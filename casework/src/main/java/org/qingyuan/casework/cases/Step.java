package org.qingyuan.casework.cases;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qingyuan.access.Actor;

/// One thing that happened to a case.
///
/// @param caseId of the case
/// @param version of the case after it: 1, 2, 3, ...
/// @param state of the case after it
/// @param actor who did it, and by which way it came
/// @param policy `name@version` under which it was done
/// @param reason why, blank where the event asks for none
/// @param evidence ids of findings, or `sha256:` and the digest of an attachment; at most [#MAX_EVIDENCE]
/// @param details by the words of [Detail], in the order given
public record Step(
        String caseId,
        long version,
        Event event,
        State state,
        Actor actor,
        Instant at,
        String policy,
        String reason,
        List<String> evidence,
        Map<String, String> details) {
    /// The most pointers of one step; how many findings came stands in its details.
    public static final int MAX_EVIDENCE = 64;

    /// The longest reason, in characters.
    public static final int MAX_REASON = 4000;

    public Step {
        evidence = List.copyOf(evidence);
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    /// Whether it carries a detail that is not blank.
    public boolean has(Detail detail) {
        return !details.getOrDefault(detail.word(), "").isBlank();
    }

    /// A detail as text, blank where it is absent.
    public String text(Detail detail) {
        return details.getOrDefault(detail.word(), "");
    }

    /// A detail as a number, 0 where it is absent.
    public long number(Detail detail) {
        return has(detail) ? Long.parseLong(text(detail)) : 0;
    }

    /// A detail as an instant.
    public @Nullable Instant instant(Detail detail) {
        return has(detail) ? Instant.parse(text(detail)) : null;
    }
}
