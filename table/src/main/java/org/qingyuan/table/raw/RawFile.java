package org.qingyuan.table.raw;

/// One file of a raw table.
///
/// @param name as results show it: relative to the extract's folder, with `/`
/// @param format `csv` or `parquet`, `.gz` or `.zst` behind it where it is compressed
/// @param bytes its size on disk
/// @param rows all rows met, those rejected too; the header is none
/// @param rejected rows that could not be read
public record RawFile(String name, String format, long bytes, long rows, long rejected) {}
