/// The action day: what is carried out for many accounts at once, after looking again.
@NullMarked
package org.qingyuan.casework.disposition;

import org.jspecify.annotations.NullMarked;
