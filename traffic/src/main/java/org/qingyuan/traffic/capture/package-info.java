/// Capture files and streams in and out: pcap and pcapng, plain or compressed, told apart by content.
@NullMarked
package org.qingyuan.traffic.capture;

import org.jspecify.annotations.NullMarked;
