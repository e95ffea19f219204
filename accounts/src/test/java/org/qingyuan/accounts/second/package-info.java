/// The rules once more, in plain loops over parsed rows, so that the statements can be compared with something that
/// shares nothing with them.
@NullMarked
package org.qingyuan.accounts.second;

import org.jspecify.annotations.NullMarked;
