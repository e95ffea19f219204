/// Delimited text as bytes: undoes compression, turns any of the encodings into UTF-8, and finds records and fields in
/// place, without an object for any.
@NullMarked
package org.qingyuan.table.text;

import org.jspecify.annotations.NullMarked;
