/// What a tap would have written: messages become segments, segments become packets, packets become capture files.
@NullMarked
package org.qingyuan.traffic.generate.wire;

import org.jspecify.annotations.NullMarked;
