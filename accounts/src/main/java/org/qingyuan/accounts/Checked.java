package org.qingyuan.accounts;

import java.util.List;
import java.util.Map;
import org.qingyuan.accounts.extract.CanonicalTable;

/// What became of the rows of an extract, before any rule runs. For each table and file: read = used + rejected.
///
/// @param files one line for each table and file that has rows, in that order
/// @param rejects rejected rows by the reason's word, sorted; those that the reader refused among them
/// @param unattributable how many rows were refused of which not even the key could be read
public record Checked(List<FileRows> files, Map<String, Long> rejects, long unattributable) {
    /// @param read rows of the file, those refused by the reader among them
    /// @param rejected of these, how many cannot be used
    public record FileRows(CanonicalTable table, String file, long read, long rejected) {}
}
