package org.qingyuan.casework.cases;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qingyuan.access.Actor;

/// Which cases are wanted, and how many. They come by the time at which the next thing is due, cases without one last,
/// then by id.
///
/// @param campaign its name, `null` = all
/// @param states empty = all
/// @param assignee `null` = all
/// @param reader whose scope bounds what is shown; applied by the store, so that pages are full
/// @param after id of the last case of the page before, `null` = the first page
/// @param limit at most so many
public record CaseQuery(
        @Nullable String campaign,
        Set<State> states,
        @Nullable String assignee,
        Actor reader,
        @Nullable String after,
        int limit) {}
