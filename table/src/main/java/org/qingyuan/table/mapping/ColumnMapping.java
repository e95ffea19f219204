package org.qingyuan.table.mapping;

/// How one canonical column is read.
public record ColumnMapping(FieldSource source, Conversion conversion, Conversion.Words words) {
    /// The field as it stands.
    static ColumnMapping plain(FieldSource source) {
        return new ColumnMapping(source, new Conversion.Text(), Conversion.Words.ANY);
    }
}
