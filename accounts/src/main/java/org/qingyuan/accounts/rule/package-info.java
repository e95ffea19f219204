/// The rules: one SQL file each, with a header that says what it sees, its parameters and its legal basis.
@NullMarked
package org.qingyuan.accounts.rule;

import org.jspecify.annotations.NullMarked;
