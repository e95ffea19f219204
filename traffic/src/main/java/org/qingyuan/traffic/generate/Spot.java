package org.qingyuan.traffic.generate;

/// Where something was said.
///
/// @param talk number of the connection in its capture
/// @param said number of the message in the order in which it was written into the script
/// @param timeNanos when
record Spot(int talk, int said, long timeNanos) {}
