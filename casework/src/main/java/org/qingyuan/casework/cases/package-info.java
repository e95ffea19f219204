/// A case: its states, the one table of what may happen in which of them, its steps, and the ports behind which they
/// are kept.
@NullMarked
package org.qingyuan.casework.cases;

import org.jspecify.annotations.NullMarked;
