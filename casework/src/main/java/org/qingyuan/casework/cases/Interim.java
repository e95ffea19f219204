package org.qingyuan.casework.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.qingyuan.access.Actor;

/// A measure that holds for some days before the case is decided.
///
/// @param measures words of the standard
/// @param maker who proposed it, `null` where there is none
/// @param until when it lapses by itself, `null` before it is in force
public record Interim(
        Phase phase,
        String measures,
        @Nullable Actor maker,
        @Nullable Instant until) {
    public static final Interim NONE = new Interim(Phase.NONE, "", null, null);

    /// How far it is.
    public enum Phase {
        NONE,
        PROPOSED,
        IN_FORCE,
        /// Lapsed or lifted: there is no second one, unless the matter comes back.
        OVER
    }
}
