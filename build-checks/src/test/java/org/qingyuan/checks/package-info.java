/// What holds for the whole repository: who may use whom, texts in both languages, documentation of every row.
@NullMarked
package org.qingyuan.checks;

import org.jspecify.annotations.NullMarked;
