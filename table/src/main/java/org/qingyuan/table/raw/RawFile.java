package org.qingyuan.table.raw;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/// One file of a raw table.
///
/// @param name as results show it: relative to the extract's folder, with `/`
/// @param path where it lies
/// @param format `csv` or `parquet`, `.gz` or `.zst` behind it where it is compressed
/// @param bytes its size on disk
/// @param modified when it was last changed, as found
/// @param rows all rows met, those rejected too; the header is none
/// @param rejected rows that could not be read
public record RawFile(String name, Path path, String format, long bytes, FileTime modified, long rows, long rejected) {}
