/// One packet at a time, decoded in place from the link to the transport; what is not looked at is counted by name.
@NullMarked
package org.qingyuan.traffic.packet;

import org.jspecify.annotations.NullMarked;
