/// Screening proved: fixtures at every border, a second implementation in plain loops, and rules with one predicate
/// less.
@NullMarked
package org.qingyuan.accounts;

import org.jspecify.annotations.NullMarked;
