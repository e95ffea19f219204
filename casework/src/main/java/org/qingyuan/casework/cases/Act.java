package org.qingyuan.casework.cases;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qingyuan.access.Actor;

/// What somebody asks for.
///
/// @param reason blank where none is given
/// @param evidence as [Step] has it
/// @param details by the words of [Detail]
public record Act(
        Event event, Actor actor, Instant at, String reason, List<String> evidence, Map<String, String> details) {
    public Act {
        evidence = List.copyOf(evidence);
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    public static Act of(Event event, Actor actor, Instant at) {
        return new Act(event, actor, at, "", List.of(), Map.of());
    }

    public Act because(String why) {
        return new Act(event, actor, at, why, evidence, details);
    }

    public Act proved(List<String> by) {
        return new Act(event, actor, at, reason, by, details);
    }

    /// With a further detail; a blank value is none.
    public Act with(Detail detail, String value) {
        if (value.isEmpty()) {
            return this;
        }
        Map<String, String> more = new LinkedHashMap<>(details);
        more.put(detail.word(), value);
        return new Act(event, actor, at, reason, evidence, more);
    }
}
