/// Results out and in: one schema of columns per record, and JSON lines, table and CSV over it; masking at the edge;
/// texts in both languages.
///
/// Start at [Format] (what can be written), [ResultReader] (what can be read), [Masking] and [Messages].
@NullMarked
package org.qingyuan.output;

import org.jspecify.annotations.NullMarked;
