package org.qingyuan.table.mapping;

/// Where in a row a value stands.
public sealed interface FieldSource {
    /// In the column with this heading.
    record Named(String column) implements FieldSource {}

    /// In the field with this number, from 1.
    record Numbered(int position) implements FieldSource {}

    /// Nowhere: every row has this value.
    record Constant(String value) implements FieldSource {}
}
