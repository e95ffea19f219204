/// Re-tests (复测): whether what was cleared stays away.
@NullMarked
package org.qingyuan.casework.verification;

import org.jspecify.annotations.NullMarked;
