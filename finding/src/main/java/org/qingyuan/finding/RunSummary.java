package org.qingyuan.finding;

import java.util.List;
import java.util.Map;

/// The last line of every result: what was run, over what, and what became of all that was read. Nothing in it
/// depends on the clock, the machine, the number of threads or the order of arrival.
///
/// The order of the components is the order of the fields. Values in maps are those that [Finding] names.
///
/// @param command `mining scan`
/// @param version program version
/// @param site the vantage point, blank unless told
/// @param parameters every threshold in force
/// @param limits fixed bounds on tables and streams
/// @param inputs in the order in which they were read
/// @param counters named counts, keys sorted
/// @param rejects by the reason's word, keys sorted
/// @param outcomes by rule, then by reason; empty for traffic
/// @param findings by rule
/// @param complete `false` only after an interrupt
/// @param fields further fields of the command in the order of its documentation, `coverage` for one
public record RunSummary(
        String command,
        String version,
        String site,
        Map<String, Object> parameters,
        Map<String, Object> limits,
        List<InputSummary> inputs,
        Map<String, Long> counters,
        Map<String, Long> rejects,
        Map<String, Map<String, Long>> outcomes,
        Map<String, Long> findings,
        boolean complete,
        Map<String, Object> fields) {
    /// Version of the shape of a run line.
    public static final int SCHEMA = 1;
}
