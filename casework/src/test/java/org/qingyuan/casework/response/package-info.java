@NullMarked
package org.qingyuan.casework.response;

import org.jspecify.annotations.NullMarked;
