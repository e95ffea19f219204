/// Captures in, findings out: the doors of the module. `capture` reads files, `packet` decodes, `flow` orders,
/// `mining` concludes, `generate` makes captures with planted truth.
@NullMarked
package org.qingyuan.traffic;

import org.jspecify.annotations.NullMarked;
