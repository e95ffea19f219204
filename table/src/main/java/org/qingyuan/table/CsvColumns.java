package org.qingyuan.table;

import java.util.List;

/// The columns that a table knows, by name; their order in the file is free.
///
/// @param required a file without one of these has no usable row
/// @param optional read as blank where the file has none
public record CsvColumns(List<String> required, List<String> optional) {
    public CsvColumns {
        required = List.copyOf(required);
        optional = List.copyOf(optional);
    }

    boolean knows(String column) {
        return required.contains(column) || optional.contains(column);
    }
}
