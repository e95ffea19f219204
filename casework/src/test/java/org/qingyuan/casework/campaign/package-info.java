@NullMarked
package org.qingyuan.casework.campaign;

import org.jspecify.annotations.NullMarked;
