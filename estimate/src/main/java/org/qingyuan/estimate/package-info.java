/// Numbers with intervals: hash rate from shares, power and energy from hash rate, totals over an observed window,
/// and checks of published figures. Pure functions; nothing here reads a clock or a file.
@NullMarked
package org.qingyuan.estimate;

import org.jspecify.annotations.NullMarked;
