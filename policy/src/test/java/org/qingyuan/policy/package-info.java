@NullMarked
package org.qingyuan.policy;

import org.jspecify.annotations.NullMarked;
