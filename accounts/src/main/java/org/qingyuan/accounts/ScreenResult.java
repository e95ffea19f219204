package org.qingyuan.accounts;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What became of one screening, beside its findings.
///
/// @param checked what became of the rows
/// @param refused rules that could not run, by id, sorted
/// @param findings how many, by rule id, sorted; every rule that ran is in it
/// @param outcomes how many, by rule id, then by reason; sorted
/// @param counters by name, sorted: `after-as-of`, ... ; each has texts in both languages under `counter.`
/// @param unknownCodes how many transactions of each code and direction the code table does not know, `09/debit`;
/// sorted
/// @param transactionsFrom from when transactions are complete, declared or the earliest row's; `null` without
///     transactions
/// @param transactionsFromAssumed whether it is the earliest row's
/// @param completed whether it came to its end: neither interrupted nor stopped after the checks
public record ScreenResult(
        Checked checked,
        Map<String, Refused> refused,
        Map<String, Long> findings,
        Map<String, Map<String, Long>> outcomes,
        Map<String, Long> counters,
        Map<String, Long> unknownCodes,
        @Nullable LocalDate transactionsFrom,
        boolean transactionsFromAssumed,
        boolean completed) {}
