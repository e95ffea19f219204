package org.qingyuan.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qingyuan.accounts.extract.CanonicalTable;
import org.qingyuan.accounts.extract.Extract;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;
import org.qingyuan.finding.Reject;
import org.qingyuan.table.raw.RawTable;
import org.qingyuan.table.raw.RawTables;
import org.qingyuan.table.session.Session;

/// Opens the tables of an extract's folder and reads what the bank says of it.
final class AccountExtract {
    private AccountExtract() {}

    /// What a session must be allowed to read.
    static List<Path> paths(Path folder, @Nullable Path mapping) {
        return List.of(folder);
    }

    /// @throws Failure when a table is missing or a file cannot be used as a whole
    static Extract open(Session session, Path folder, @Nullable Path mapping) throws IOException {
        Map<CanonicalTable, RawTable> tables = new EnumMap<>(CanonicalTable.class);
        List<Reject> faults = new ArrayList<>();
        for (CanonicalTable table : CanonicalTable.values()) {
            Optional<RawTable> raw = RawTables.open(session, folder, table.shape());
            if (raw.isPresent()) {
                tables.put(table, raw.get());
                faults.addAll(raw.get().faults());
            } else if (!table.mayBeAbsent()) {
                String file = folder.resolve(table.word() + ".csv").toString();
                throw new Failure(ErrorCode.FILE_NOT_FOUND, Map.of("where", file, "what", ""));
            }
        }
        if (!faults.isEmpty()) {
            Reject first = faults.getFirst();
            throw new Failure(
                    ErrorCode.EXTRACT_UNUSABLE,
                    Map.of(
                            "where", ScanReferences.place(first),
                            "reject", first.reason().word(),
                            "what", first.detail()));
        }
        return new Extract(tables, null, null, true, null);
    }
}
