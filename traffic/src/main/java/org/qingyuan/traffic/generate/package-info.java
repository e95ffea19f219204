/// Synthetic captures with planted truth: miners of every dialect, what is easily mistaken for them, and what
/// disturbs or damages a capture. The same seed gives the same bytes.
@NullMarked
package org.qingyuan.traffic.generate;

import org.jspecify.annotations.NullMarked;
