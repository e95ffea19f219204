package org.qingyuan.table.raw;

/// What a column of a raw relation holds.
public enum ColumnType {
    /// VARCHAR as the source has it, after its mapping.
    TEXT("VARCHAR"),
    /// DATE of a Parquet file.
    DATE("DATE"),
    /// TIMESTAMP without zone of a Parquet file.
    TIMESTAMP("TIMESTAMP"),
    /// DECIMAL of a Parquet file, with the precision and scale that it has there.
    DECIMAL("DECIMAL"),
    /// No file has the column: VARCHAR, null in every row.
    ABSENT("VARCHAR");

    private final String sql;

    ColumnType(String sql) {
        this.sql = sql;
    }

    /// The type's name in a statement; of a DECIMAL without its precision and scale.
    public String sql() {
        return sql;
    }
}
