/// Synthetic banks with planted truth: every rule, exclusion, undecided case and trap, seeded. The truth is said by the
/// planting itself and knows nothing of the rules' code.
@NullMarked
package org.qingyuan.accounts.generate;

import org.jspecify.annotations.NullMarked;
