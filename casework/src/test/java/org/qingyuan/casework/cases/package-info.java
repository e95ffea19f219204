@NullMarked
package org.qingyuan.casework.cases;

import org.jspecify.annotations.NullMarked;
