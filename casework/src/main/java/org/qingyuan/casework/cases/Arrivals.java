package org.qingyuan.casework.cases;

import java.util.List;

/// The findings of one matter that one import brought and no case has taken yet.
///
/// @param findings how many, those with other content than known included
/// @param opening how many of the new ones open a case
/// @param revised how many are known with other content
/// @param ids the first [Step#MAX_EVIDENCE] ids, sorted
/// @param digest SHA-256 over the lines `id digest\n` sorted by id, 64 hex digits
/// @param leading one of them, the first by start among those that open a case, else among all
/// @param lastStart the latest start among those that open a case, else among all, in written form
public record Arrivals(
        KeptFinding.Matter matter,
        long findings,
        long opening,
        long revised,
        List<String> ids,
        String digest,
        KeptFinding leading,
        String lastStart) {}
