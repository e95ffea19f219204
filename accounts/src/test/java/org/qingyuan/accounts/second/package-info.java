/// The rules once more, in plain loops over parsed rows, so that the statements can be compared with something that
/// shares nothing with them: its lists of words, its check digits and its blanks stand here once more on purpose.
@NullMarked
package org.qingyuan.accounts.second;

import org.jspecify.annotations.NullMarked;
