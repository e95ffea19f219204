@NullMarked
package org.qingyuan.accounts.generate;

import org.jspecify.annotations.NullMarked;
