@NullMarked
package org.qingyuan.casework.notice;

import org.jspecify.annotations.NullMarked;
