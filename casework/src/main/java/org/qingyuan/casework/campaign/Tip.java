package org.qingyuan.casework.campaign;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qingyuan.access.Place;
import org.qingyuan.casework.cases.Attachment;
import org.qingyuan.casework.cases.Kind;
import org.qingyuan.finding.Holder;
import org.qingyuan.finding.Subject;

/// A report by a person or by another office, in place of a finding. Who reported is not part of it: the source keeps
/// that under its own number.
///
/// @param digest SHA-256 of the report as it came: the same report is taken once
/// @param kind of the campaign into which it can go
/// @param matter site and key, as findings of the same subject would have them
/// @param subject what was reported; a place has the kind `place`
/// @param holder the organisation, `null` where it is not known
/// @param place where a case of it belongs
/// @param told what was said of it
/// @param files that came with it
public record Tip(
        String digest,
        Kind kind,
        Matter matter,
        Subject subject,
        @Nullable Holder holder,
        Place place,
        Told told,
        List<Attachment> files) {
    /// What joins it with findings.
    public record Matter(String site, String key) {}

    /// What was said.
    ///
    /// @param reference the number of the source, blank where there is none
    /// @param receivedOn when it came to the source
    /// @param text what was said, may be blank for a row of a list
    public record Told(TipSource source, String reference, LocalDate receivedOn, String text) {}

    public Tip {
        files = List.copyOf(files);
    }

    /// It with what came with it.
    public Tip with(List<Attachment> attached) {
        return new Tip(digest, kind, matter, subject, holder, place, told, attached);
    }
}
