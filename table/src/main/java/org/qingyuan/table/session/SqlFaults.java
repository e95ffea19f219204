package org.qingyuan.table.session;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;

/// Turns what the database says into an error for a person, by the words with which its messages begin.
///
/// @param folder where the session spills, named when the disk is full
record SqlFaults(String folder) {
    private static final int MAX_WHAT = 300;

    /// What the database says of a Parquet file that is none, is cut off or damaged.
    private static final List<String> DAMAGE = List.of("parquet", "magic bytes", "tprotocol", "decompress", "corrupt");

    /// An error of the machine or the data is a [Failure]; a wrong statement is our own mistake.
    RuntimeException failure(SQLException fault) {
        String message = String.valueOf(fault.getMessage());
        String lower = message.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left") || lower.contains("max_temp_directory_size")) {
            return failure(ErrorCode.DISK_FULL, folder, message, fault);
        }
        if (lower.startsWith("out of memory")) {
            return failure(ErrorCode.OUT_OF_MEMORY, "DuckDB", message, fault);
        }
        if (lower.startsWith("interrupt")) {
            return failure(ErrorCode.INTERRUPTED, "DuckDB", message, fault);
        }
        if (lower.startsWith("permission")) {
            return new IllegalStateException(message, fault);
        }
        if (lower.startsWith("io error") || DAMAGE.stream().anyMatch(lower::contains)) {
            return failure(ErrorCode.FILE_UNREADABLE, "DuckDB", message, fault);
        }
        return new IllegalStateException(message, fault);
    }

    private static Failure failure(ErrorCode code, String where, String message, SQLException fault) {
        String line = message.lines().findFirst().orElse("");
        String what = line.length() > MAX_WHAT ? line.substring(0, MAX_WHAT) : line;
        return new Failure(code, Map.of("where", where, "what", what), fault);
    }
}
