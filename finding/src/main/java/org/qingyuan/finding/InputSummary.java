package org.qingyuan.finding;

import org.jspecify.annotations.Nullable;

/// What a run says of one of its inputs.
///
/// @param file the name as findings and rejects write it
/// @param bytes how many bytes were read of it, as it lies on disk; for a pipe what came through
/// @param format `pcap`, `pcapng`, `pcap+gzip`, `csv`; `null` when it could not be told
/// @param first first instant in it, `null` when it holds none
/// @param last last instant in it
/// @param records how many packets or rows it holds, under `unit`
/// @param unit name of the counting field: `packets` or `rows`
/// @param complete whether it was read to its end
/// @param stoppedAt byte offset (before compression is undone) where reading stopped, -1 when it did not
/// @param problem why it could not be read or stopped early, `null` when nothing is wrong
public record InputSummary(
        String file,
        long bytes,
        @Nullable String format,
        @Nullable Moment first,
        @Nullable Moment last,
        long records,
        String unit,
        boolean complete,
        long stoppedAt,
        @Nullable RejectReason problem) {}
