/// The canonical layout of an extract, its checks, and the quantities that rules share.
@NullMarked
package org.qingyuan.accounts.extract;

import org.jspecify.annotations.NullMarked;
