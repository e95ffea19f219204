package org.qingyuan.traffic.generate.wire;

/// What one side says at once; its number is its place in the list of the connection.
///
/// @param timeNanos when its first segment passes the tap
/// @param side 0 = client, 1 = server
public record Message(long timeNanos, int side, byte[] bytes) {}
