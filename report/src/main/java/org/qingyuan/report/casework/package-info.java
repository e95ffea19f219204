/// Cases as people read them.
@NullMarked
package org.qingyuan.report.casework;

import org.jspecify.annotations.NullMarked;
