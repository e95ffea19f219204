/// What a circular says, as numbers: computed from findings and run lines alone, without a word of either language.
@NullMarked
package org.qingyuan.report.circular;

import org.jspecify.annotations.NullMarked;
