/// What a mapping file says of an extract: facts about it, and how the bank's own files become canonical columns.
@NullMarked
package org.qingyuan.table.mapping;

import org.jspecify.annotations.NullMarked;
