@NullMarked
package org.qingyuan.casework.disposition;

import org.jspecify.annotations.NullMarked;
