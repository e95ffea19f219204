@NullMarked
package org.qingyuan.cli;

import org.jspecify.annotations.NullMarked;
