package org.qingyuan.casework.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.qingyuan.access.Actor;

/// Where a case stands after its last step.
///
/// @param version how many steps it has; an approval names the one that it saw
/// @param policy `name@version` of the standard that it follows
/// @param dueAt when the next thing must be done, `null` where nothing is due
/// @param assignee who is to do it, blank where nobody was named
/// @param opening findings that open a case
/// @param isTip whether a report by a person stands behind it
/// @param isIncomplete whether some of its findings came from results without a run line
/// @param isAnswered whether the party answered the notice
/// @param asked what the party asked for and has no answer to, a word of the standard; blank where nothing is open
/// @param isAppealed whether an appeal waits for a decision
/// @param measures what is proposed or approved, blank where nothing is
/// @param maker who proposed it
/// @param checker who approved it
/// @param notifiedAt when the party was told
/// @param executedAt when the measure was carried out
/// @param restUntil how long a dismissed matter rests
/// @param reason of the last step that gave one
public record Status(
        State state,
        long version,
        String policy,
        @Nullable Instant dueAt,
        String assignee,
        long opening,
        boolean isTip,
        boolean isIncomplete,
        boolean isAnswered,
        String asked,
        boolean isAppealed,
        Interim interim,
        String measures,
        @Nullable Actor maker,
        @Nullable Actor checker,
        @Nullable Instant notifiedAt,
        @Nullable Instant executedAt,
        @Nullable Instant restUntil,
        String reason) {}
