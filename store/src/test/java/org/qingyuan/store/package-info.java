@NullMarked
package org.qingyuan.store;

import org.jspecify.annotations.NullMarked;
