/// Benchmarks of the busy loops, through the doors that the program itself uses.
@NullMarked
package org.qingyuan.bench;

import org.jspecify.annotations.NullMarked;
