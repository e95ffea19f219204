package org.qingyuan.table.mapping;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.qingyuan.table.text.Dialect;
import org.qingyuan.table.text.TextEncoding;

/// How the files of one table are read.
///
/// @param files pattern of their names relative to the extract's folder, with `*`, `?`, `{a,b}` and `**`; blank for the
///     canonical names
/// @param header whether the first record names the columns
/// @param fields how many fields a row has where there is no header, 0 where there is one
/// @param columns by canonical name; empty where the files have the canonical names
public record TableMapping(
        String files,
        TextEncoding encoding,
        Dialect dialect,
        boolean header,
        int fields,
        Map<String, ColumnMapping> columns) {
    /// UTF-8, comma, header, canonical names.
    public static final TableMapping CANONICAL =
            new TableMapping("", TextEncoding.UTF_8, Dialect.CSV, true, 0, Map.of());

    public TableMapping {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }
}
