@NullMarked
package org.qingyuan.run;

import org.jspecify.annotations.NullMarked;
