@NullMarked
package org.qingyuan.casework;

import org.jspecify.annotations.NullMarked;
