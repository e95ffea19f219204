@NullMarked
package org.qingyuan.casework.verification;

import org.jspecify.annotations.NullMarked;
