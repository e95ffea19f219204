/// A bank's extract in, findings out: sleeping and abnormal accounts, each with the rule, the figures and the rows that
/// prove it, and the exclusions that protect holders. Knows no policy pack: thresholds arrive as parameters.
@NullMarked
package org.qingyuan.accounts;

import org.jspecify.annotations.NullMarked;
