/// People, their roles and what they may see.
@NullMarked
package org.qingyuan.access;

import org.jspecify.annotations.NullMarked;
