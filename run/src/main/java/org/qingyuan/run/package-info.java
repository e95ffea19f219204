/// One execution from its inputs to its results, as every front end starts it.
@NullMarked
package org.qingyuan.run;

import org.jspecify.annotations.NullMarked;
