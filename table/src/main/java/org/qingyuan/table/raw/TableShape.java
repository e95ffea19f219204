package org.qingyuan.table.raw;

import java.util.List;
import java.util.stream.Stream;

/// A table that somebody wants to read: its name and its columns in their order.
///
/// @param name lower case; names the relations `raw_NAME` and `rejected_NAME`, and the files of the canonical layout
/// @param required a file without one of these cannot be used
/// @param optional null in every row of a file that has none
public record TableShape(String name, List<String> required, List<String> optional) {
    public TableShape {
        required = List.copyOf(required);
        optional = List.copyOf(optional);
    }

    /// All columns, required ones first.
    List<String> columns() {
        return Stream.concat(required.stream(), optional.stream()).toList();
    }
}
