package org.qingyuan.table.mapping;

import java.util.Map;

/// A mapping file: the facts of an extract and, by table, how its files are read.
///
/// @param tables by name; empty for the canonical layout, and then every table is [TableMapping#CANONICAL]
public record Mapping(ExtractFacts facts, Map<String, TableMapping> tables) {
    /// The canonical layout, nothing declared.
    public static final Mapping NONE = new Mapping(ExtractFacts.NONE, Map.of());

    public Mapping {
        tables = Map.copyOf(tables);
    }
}
