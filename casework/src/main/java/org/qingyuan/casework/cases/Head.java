package org.qingyuan.casework.cases;

import java.time.Instant;
import org.qingyuan.access.Place;
import org.qingyuan.finding.Subject;

/// What of a case never changes, but for the organisation that may be learned.
///
/// @param id 16 hex digits
/// @param campaign name of the campaign that it was opened in
/// @param site the vantage point, blank where none was told
/// @param key the matter, as findings give it
/// @param organisationName blank where nobody is known
/// @param organisationKind one of the registry's kinds, blank where nobody is known
public record Head(
        String id,
        String campaign,
        Kind kind,
        String site,
        String key,
        Subject subject,
        Place place,
        String organisationName,
        String organisationKind,
        Instant openedAt) {}
