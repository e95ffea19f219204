package org.qingyuan.table.raw;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qingyuan.table.mapping.Mapping;
import org.qingyuan.table.mapping.TableMapping;
import org.qingyuan.table.session.Session;

/// Brings the tables of an extract before a session.
public final class RawTables {
    private RawTables() {}

    /// Opens one table in the canonical layout, as [#openAll] does.
    ///
    /// @return nothing where the folder has no such file
    public static Optional<RawTable> open(Session session, Path folder, TableShape shape) throws IOException {
        return Optional.ofNullable(
                openAll(session, folder, List.of(shape), Mapping.NONE).get(shape.name()));
    }

    /// Opens the tables of an extract and makes their relations. Text is read whole here, by as many threads as the
    /// session may use; Parquet is only looked at.
    ///
    /// A table that the mapping does not name is in the canonical layout: `NAME.csv`, `.csv.gz` or `.csv.zst`,
    /// `NAME.parquet`, or a folder `NAME` of such parts. Whether a file is text or Parquet and how it is compressed is
    /// told by its content.
    ///
    /// @param folder one that the session may read
    /// @return by name, in the order of the shapes; one that has no file is left out
    /// @throws org.qingyuan.finding.Failure FILE_NOT_FOUND where the mapping names files that are not there,
    /// FILE_CHANGED
    ///     where one changed while it was read, DISK_FULL, CONFIGURATION
    public static Map<String, RawTable> openAll(Session session, Path folder, List<TableShape> shapes, Mapping mapping)
            throws IOException {
        FileSearch search = new FileSearch(folder);
        List<TableBuilder> builders = new ArrayList<>();
        for (TableShape shape : shapes) {
            TableMapping how = mapping.tables().getOrDefault(shape.name(), TableMapping.CANONICAL);
            boolean canonical = how.files().isEmpty();
            List<SourceFile> files = canonical ? search.canonical(shape.name()) : search.matching(how.files());
            if (!files.isEmpty()) {
                builders.add(new TableBuilder(shape, files));
            }
        }
        try (Intake intake = new Intake(session, mapping)) {
            intake.run(builders);
        }
        Map<String, RawTable> tables = new LinkedHashMap<>();
        for (TableBuilder builder : builders) {
            RawTable table = builder.finish(session);
            tables.put(table.name(), table);
        }
        return tables;
    }
}
