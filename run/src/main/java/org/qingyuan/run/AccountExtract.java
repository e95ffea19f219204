package org.qingyuan.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qingyuan.accounts.extract.CanonicalTable;
import org.qingyuan.accounts.extract.Extract;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;
import org.qingyuan.finding.Reject;
import org.qingyuan.table.mapping.ExtractFacts;
import org.qingyuan.table.mapping.Mapping;
import org.qingyuan.table.mapping.MappingReader;
import org.qingyuan.table.raw.RawTable;
import org.qingyuan.table.raw.RawTables;
import org.qingyuan.table.raw.TableShape;
import org.qingyuan.table.session.Session;

/// Opens the tables of an extract's folder and reads what the bank says of it.
final class AccountExtract {
    private static final String FACTS = "extract.yaml";

    private AccountExtract() {}

    /// @param mapping how the bank's own files are read, `null` for the canonical layout
    /// @throws Failure when a table is missing, a file cannot be used as a whole, or what the bank says is wrong
    static Extract open(Session session, Path folder, @Nullable Path mapping) throws IOException {
        Mapping how = mapping == null ? Mapping.NONE : read(mapping);
        ExtractFacts facts = how.facts();
        if (facts.equals(ExtractFacts.NONE) && Files.exists(folder.resolve(FACTS))) {
            facts = read(folder.resolve(FACTS)).facts();
        }
        List<TableShape> shapes = new ArrayList<>();
        for (CanonicalTable table : CanonicalTable.values()) {
            shapes.add(table.shape());
        }
        Map<String, RawTable> raw = RawTables.openAll(session, folder, shapes, how);
        List<String> counts = facts.lastActivityCounts();
        return new Extract(
                checked(raw, folder),
                facts.extractedOn(),
                facts.transactionsFrom(),
                facts.accountsComplete(),
                counts == null ? null : Set.copyOf(counts));
    }

    private static Mapping read(Path file) {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        for (CanonicalTable table : CanonicalTable.values()) {
            columns.put(table.word(), table.columns());
        }
        try {
            return new MappingReader(columns).read(file);
        } catch (IOException e) {
            throw FileFaults.reading(file, e);
        }
    }

    private static Map<CanonicalTable, RawTable> checked(Map<String, RawTable> raw, Path folder) {
        Map<CanonicalTable, RawTable> tables = new EnumMap<>(CanonicalTable.class);
        for (CanonicalTable table : CanonicalTable.values()) {
            RawTable found = raw.get(table.word());
            if (found != null) {
                found.faults().stream().findFirst().ifPresent(AccountExtract::refuse);
                tables.put(table, found);
            } else if (!table.mayBeAbsent()) {
                String file = folder.resolve(table.word() + ".csv").toString();
                throw new Failure(ErrorCode.FILE_NOT_FOUND, Map.of("where", file, "what", ""));
            }
        }
        return tables;
    }

    private static void refuse(Reject fault) {
        throw new Failure(
                ErrorCode.EXTRACT_UNUSABLE,
                Map.of(
                        "where",
                        ScanReferences.place(fault),
                        "reject",
                        fault.reason().word(),
                        "what",
                        fault.detail()));
    }
}
