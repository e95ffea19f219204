package org.qingyuan.finding;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A rule's conclusion on a subject over a time range, with what proves it and what would refute it.
///
/// The order of the components is the order of the fields in the results. Values in `parameters` and `fields` are
/// `String`, `Boolean`, `Integer`, `Long`, `Double`, `BigDecimal` (money, with its two decimals), [Estimate], [Moment],
/// a `List` or a `Map` of such values, or `null` for what applies but is not known. Maps keep their order.
///
/// @param id see [FindingId]
/// @param key the matter, which joins findings to one case
/// @param start first instant or date that the finding speaks about
/// @param end last instant or date that the finding speaks about
/// @param evidence at most [#MAX_EVIDENCE], evenly spread over all, first and last among them
/// @param evidenceCount how many there are in all
/// @param refutedBy what would show it wrong, as message keys
/// @param fields the rule's own fields, in the order of its documentation
public record Finding(
        String id,
        String key,
        String rule,
        int ruleVersion,
        Severity severity,
        Subject subject,
        @Nullable Holder organisation,
        Moment start,
        Moment end,
        Map<String, Object> parameters,
        Summary summary,
        List<Evidence> evidence,
        long evidenceCount,
        List<String> refutedBy,
        Map<String, Object> fields) {
    /// Version of the shape of a finding; raised when a field changes its meaning.
    public static final int SCHEMA = 1;

    /// The most pieces of evidence that one finding carries.
    public static final int MAX_EVIDENCE = 64;
}
