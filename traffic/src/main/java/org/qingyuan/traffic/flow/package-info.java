/// Packets become flows, and the TCP flows that somebody wants to read become two ordered byte streams.
@NullMarked
package org.qingyuan.traffic.flow;

import org.jspecify.annotations.NullMarked;
