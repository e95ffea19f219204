/// Tables of an extract, as the source has them, brought before a session: which files hold a table, how their bytes
/// become rows, and which rows cannot be read.
@NullMarked
package org.qingyuan.table.raw;

import org.jspecify.annotations.NullMarked;
