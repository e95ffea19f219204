/// Tabular files in and out: delimited text with its rejects by file, line and column.
@NullMarked
package org.qingyuan.table;

import org.jspecify.annotations.NullMarked;
