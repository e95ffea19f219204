@NullMarked
package org.qingyuan.finding;

import org.jspecify.annotations.NullMarked;
